import type { IsoDate } from '../../estate/item'
import { translator, type Language } from '../../messages/translator'
import { lookup } from '../../plan/lookup'
import type { PlanDocument } from '../../plan/plan-document'
import { isIsoDay } from '../../plan/dates'
import type { Wave } from '../../plan/wave'
import { plannedWork, waveTitle, type WorkGroup } from './planned-work'

/** What XML 1.0 has no place for. */
const noXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(noXml, '\ufffd').replace(/[&<>"]/g, (character) => entities[character] ?? character)

type Field = readonly [name: string, value: string | number | undefined]
/** Elements in the order given; those without a value are left out. */
const fields = (list: readonly Field[]): string =>
  list.map(([name, value]) => (value === undefined ? '' : `<${name}>${typeof value === 'string' ? escaped(value) : value}</${name}>`)).join('')

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`

const longestName = 512
const nameOf = (text: string): string => text.replace(/\s+/g, ' ').slice(0, longestName) || '-'

const hours = (days: number): string => {
  const minutes = Math.round(days * 8 * 60)
  return `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`
}
const morning = (day: IsoDate | undefined): string | undefined => (day !== undefined && isIsoDay(day) ? `${day}T08:00:00` : undefined)
const evening = (day: IsoDate | undefined): string | undefined => (day !== undefined && isIsoDay(day) ? `${day}T17:00:00` : undefined)

const fixedDuration = 1
const startNoEarlierThan = 4
const finishToStart = 1
const startToStart = 3
const inDays = 7
/** What Project calls nobody in particular. */
const unassigned = -65535

/**
 * A file for Microsoft Project in its XML Data Interchange format (mspdi_pj12.xsd; elements in the order of that schema):
 * waves are summary tasks, move groups tasks with the dates of their wave, their effort as work, and links to what goes
 * first: finish-to-start to an earlier wave, start-to-start within one.
 */
export const projectXml = (document: PlanDocument, language: Language): string => {
  const { scenario } = lookup(document)
  const work = plannedWork(document)
  const rows = taskRows(scenario.waves, work, language)
  const uidByGroup = new Map(rows.flatMap((row, index) => (row.work ? [[row.work.group.id, index + 1] as const] : [])))
  const waveOfGroup = new Map(work.map(({ group }) => [group.id, group.waveId]))
  const tasks = rows.map((row, index) => taskXml(row, index + 1, uidByGroup, waveOfGroup)).join('')
  const assignments = rows.flatMap((row, index) => (row.work ? [{ uid: index + 1, work: row.work }] : []))
  const days = scenario.waves.flatMap(({ start, end }) => [start, end]).filter((day) => day !== undefined && isIsoDay(day)).sort()
  const project = fields([
    ['SaveVersion', 12], ['Name', nameOf(document.name)], ['Title', nameOf(document.name)], ['ScheduleFromStart', 1],
    ['StartDate', morning(days[0])], ['FinishDate', evening(days.at(-1))], ['CalendarUID', 1], ['DefaultStartTime', '08:00:00'],
    ['DefaultFinishTime', '17:00:00'], ['MinutesPerDay', 480], ['MinutesPerWeek', 2400], ['DaysPerMonth', 20],
  ])
  const content = project + calendars + element('Tasks', tasks) + '<Resources/>' +
    element('Assignments', assignments.map(({ uid, work: one }, index) => assignmentXml(one, index + 1, uid)).join(''))
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="http://schemas.microsoft.com/project">${content}</Project>\n`
}

type TaskRow = { readonly name: string; readonly outline: string; readonly level: 1 | 2; readonly wave: Wave | null; readonly work: WorkGroup | null }

const taskRows = (waves: readonly Wave[], work: readonly WorkGroup[], language: Language): readonly TaskRow[] => {
  const t = translator(language)
  const parts: readonly (Wave | null)[] = work.some((one) => one.wave === null) ? [...waves, null] : waves
  return parts.flatMap((wave, index): readonly TaskRow[] => {
    const name = wave === null ? t('common.unplanned') : waveTitle(wave, language)
    const groups = work.filter((one) => (one.wave?.id ?? null) === (wave?.id ?? null))
    return [
      { name, outline: `${index + 1}`, level: 1, wave, work: null },
      ...groups.map((one, at): TaskRow => ({ name: one.group.name, outline: `${index + 1}.${at + 1}`, level: 2, wave, work: one })),
    ]
  })
}

const taskXml = (
  { name, outline, level, wave, work }: TaskRow, uid: number,
  uidByGroup: ReadonlyMap<string, number>, waveOfGroup: ReadonlyMap<string, string | null>,
): string => {
  const start = morning(wave?.start)
  const own = fields([
    ['UID', uid], ['ID', uid], ['Name', nameOf(name)], ['Type', fixedDuration], ['IsNull', 0], ['WBS', outline],
    ['OutlineNumber', outline], ['OutlineLevel', level], ['Priority', 500], ['Start', start], ['Finish', evening(wave?.end)],
    ['DurationFormat', inDays], ['Work', work ? hours(work.effort) : undefined], ['EffortDriven', 0], ['Estimated', 0], ['Milestone', 0],
    ['Summary', level === 1 ? 1 : 0], ['ConstraintType', work && start ? startNoEarlierThan : undefined],
    ['ConstraintDate', work ? start : undefined], ['Notes', work ? work.itemNames.join('\n').slice(0, 30_000) : undefined],
  ])
  const links = (work?.predecessorIds ?? []).map((id) => linkXml(uidByGroup.get(id) ?? 0, waveOfGroup.get(id) === work?.group.waveId))
  return element('Task', own + links.join(''))
}

const linkXml = (uid: number, isSameWave: boolean): string =>
  element('PredecessorLink', fields([
    ['PredecessorUID', uid], ['Type', isSameWave ? startToStart : finishToStart], ['CrossProject', 0], ['LinkLag', 0], ['LagFormat', inDays],
  ]))

const assignmentXml = ({ effort, start, end }: WorkGroup, uid: number, taskUid: number): string =>
  element('Assignment', fields([
    ['UID', uid], ['TaskUID', taskUid], ['ResourceUID', unassigned], ['Finish', evening(end)], ['Start', morning(start)], ['Units', 1],
    ['Work', hours(effort)],
  ]))

/** Monday to Friday, eight hours: what a person-day means. */
const calendars = ((): string => {
  const time = (from: string, to: string): string => element('WorkingTime', fields([['FromTime', from], ['ToTime', to]]))
  const hoursOfDay = element('WorkingTimes', time('08:00:00', '12:00:00') + time('13:00:00', '17:00:00'))
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const isFree = day === 1 || day === 7
    return element('WeekDay', fields([['DayType', day], ['DayWorking', isFree ? 0 : 1]]) + (isFree ? '' : hoursOfDay))
  })
  return element('Calendars', element('Calendar',
    fields([['UID', 1], ['Name', 'Standard'], ['IsBaseCalendar', 1], ['BaseCalendarUID', -1]]) + element('WeekDays', days.join(''))))
})()
