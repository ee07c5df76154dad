import { waveStatusWords } from '../value-words'
import { translator, type Language, type Translate } from '../../messages/translator'
import { lookup, type PlanLookup } from '../../plan/lookup'
import type { MoveGroup, PlanDocument } from '../../plan/plan-document'
import type { FreezeWindow } from '../../plan/rule'
import type { Wave } from '../../plan/wave'
import { isInScope } from '../../violations/model/item-scope'
import { columnName } from '../raw-workbook'
import type { SheetModel, WrittenCell } from '../workbook-model'
import { ganttCalendar, isDatedWave, type GanttCalendar, type Period } from './gantt-calendar'
import { PageGrid } from './page-grid'
import type { PlanFigures, WaveFigures } from './plan-figures'
import { tintNumber, tintOf } from './wave-tints'

/** Wave, name, items, start, end; then a column a period. */
const firstPeriod = 5
/** The row of the periods' first days, and the hidden one of their last days. */
const startsRow = 5
const endsRow = 6
const bodyRow = 7
/** A plan with more groups shows its waves; the groups unfold under them. */
const mostUnfolded = 60
const isFolded = ({ scenario }: PlanLookup): boolean => scenario.groups.length > mostUnfolded
const freezesOnTop = 8
const hatch = { hatch: '6E7A85', fill: 'E9EDF0' }

type Gantt = {
  readonly grid: PageGrid
  readonly t: Translate
  readonly language: Language
  readonly found: PlanLookup
  /** null: no wave has dates, and a column is a wave. */
  readonly calendar: GanttCalendar | null
  readonly periods: readonly Period[]
  readonly columns: number
  readonly waves: readonly Wave[]
  readonly freezes: readonly FreezeWindow[]
  row: number
}

/**
 * Waves and their move groups as bars over calendar time. The bars are conditional formats over the dates beside them:
 * who changes a date sees the bar move. Freeze windows are hatched, in rows of their own and where they hit a bar.
 */
export const ganttSheet = (document: PlanDocument, figures: PlanFigures, language: Language): SheetModel => {
  const t = translator(language)
  const found = lookup(document)
  const calendar = ganttCalendar(found.scenario.waves)
  const periods = calendar?.periods ?? []
  const waves = found.scenario.waves
  const gantt: Gantt = {
    grid: new PageGrid(), t, language, found, calendar, periods, waves, freezes: calendar ? found.scenario.freezeWindows : [],
    columns: calendar ? periods.length : waves.length, row: bodyRow,
  }
  head(gantt)
  const isTop = gantt.freezes.length <= freezesOnTop
  if (isTop) freezeRows(gantt)
  for (const wave of figures.waves) waveRows(gantt, wave)
  if (figures.unplannedGroups > 0) unplannedRow(gantt, figures.unplannedGroups)
  if (!isTop) freezeRows(gantt)
  if (gantt.columns > 0) {
    const area = { top: bodyRow, bottom: gantt.row - 1, left: firstPeriod, right: firstPeriod + gantt.columns - 1 }
    gantt.grid.when(area, { formula: 'TRUE', overlay: { lineBelow: 'DCE3E7' } })
  }
  const width = Math.max(calendar?.scale === 'weeks' ? 2.9 : 4.2, Math.min(6, 150 / Math.max(1, gantt.columns)))
  return gantt.grid.sheet(t('workbook.gantt'), [7, 40, 9, 13, 13, ...Array.from({ length: gantt.columns }, () => width)], {
    frozen: { rows: bodyRow, columns: firstPeriod, from: startsRow - 1 }, folded: isFolded(found), paper: 'A3',
  })
}

const scaleKeys = { weeks: 'workbook.ganttWeeks', months: 'workbook.ganttMonths', quarters: 'workbook.ganttQuarters' } as const

const head = (gantt: Gantt): void => {
  const { grid, t, calendar, waves, found } = gantt
  grid.put(0, 0, t('workbook.toCover'), 'link', { link: t('workbook.cover') })
  grid.put(1, 0, t('workbook.gantt'), 'title')
  grid.height(1, 32)
  const undated = calendar ? waves.filter((wave) => !isDatedWave(wave)).map((wave) => wave.number) : []
  const missing = undated.length > 0 ? ` ${t('workbook.ganttUndated', { waves: undated.join(', ') })}` : ''
  const folded = isFolded(found) ? ` ${t('workbook.ganttFolded')}` : ''
  grid.put(2, 0, t(calendar ? scaleKeys[calendar.scale] : 'workbook.ganttSequence') + missing + folded, 'detail')
  grid.put(3, 0, t('workbook.derived'), 'note')
  const headings = [t('workbook.waveColumn'), t('workbook.ganttGroup'), t('workbook.itemsColumn'), t('workbook.startColumn'), t('workbook.endColumn')]
  for (const [column, heading] of headings.entries()) {
    grid.put(startsRow - 1, column, column === 1 ? null : '', 'periodGroup')
    grid.put(startsRow, column, heading, 'periodGroup')
  }
  grid.height(startsRow - 1, 15)
  grid.height(startsRow, 16)
  grid.height(endsRow, 0)
  if (calendar) periodHead(gantt)
  else for (const [index, wave] of waves.entries()) {
    grid.put(startsRow - 1, firstPeriod + index, null, 'periodGroup')
    grid.put(startsRow, firstPeriod + index, wave.number, 'tileLabel')
  }
}

const periodHead = ({ grid, calendar, periods, language }: Gantt): void => {
  const scale = calendar?.scale ?? 'weeks'
  const month = new Intl.DateTimeFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })
  for (let at = 0; at < periods.length; ) {
    const group = periods[at]?.group
    const span = periods.slice(at).findIndex((period) => period.group !== group)
    const count = span < 0 ? periods.length - at : span
    const label = scale === 'weeks' ? month.format(Date.parse(`${group}-01T00:00:00Z`)) : (group ?? '')
    // A single narrow week has no room for its month.
    grid.put(startsRow - 1, firstPeriod + at, scale === 'weeks' && count === 1 ? '' : label, 'periodGroup', { span: count })
    at += count
  }
  for (const [index, period] of periods.entries()) {
    grid.put(startsRow, firstPeriod + index, { date: period.start }, scale === 'weeks' ? 'day' : 'month')
    grid.put(endsRow, firstPeriod + index, { date: period.end }, 'marker')
  }
}

const reference = (column: number, row: number, fixed: 'row' | 'column'): string =>
  fixed === 'row' ? `${columnName(column)}$${row + 1}` : `$${columnName(column)}${row + 1}`

/** True in a cell of row `top` whose period touches the dates in columns D and E of its row. */
const touches = (top: number): string =>
  `AND(ISNUMBER(${reference(3, top, 'column')}),${reference(firstPeriod, startsRow, 'row')}<=${reference(4, top, 'column')},` +
  `${reference(firstPeriod, endsRow, 'row')}>=${reference(3, top, 'column')})`

/** Coloured where the period touches the dates of the row; a freeze window that hits it is hatched in white. */
const barRows = (gantt: Gantt, top: number, bottom: number, overlay: { fill: string; hatch?: string }): void => {
  if (gantt.columns === 0) return
  const area = { top, bottom, left: firstPeriod, right: firstPeriod + gantt.columns - 1 }
  const isSequence = gantt.calendar === null
  const formula = isSequence ? `${reference(firstPeriod, startsRow, 'row')}=${reference(0, top, 'column')}` : touches(top)
  if (!isSequence && overlay.hatch === undefined) {
    gantt.grid.when(area, { formula: `${columnName(firstPeriod)}${top + 1}=1`, overlay: { ...overlay, hatch: 'FFFFFF' } })
  }
  gantt.grid.when(area, { formula, overlay })
}

const datesOf = (wave: Wave): readonly [WrittenCell, WrittenCell] =>
  isDatedWave(wave) ? [{ date: wave.start }, { date: wave.end }] : [null, null]

const waveRows = (gantt: Gantt, { wave, items }: WaveFigures): void => {
  const { grid, t, found, language } = gantt
  const tint = tintOf(wave.number)
  const top = gantt.row
  const [start, end] = datesOf(wave)
  const status = wave.status === 'planned' ? '' : ` (${waveStatusWords[wave.status][language].toLowerCase()})`
  grid.put(top, 0, wave.number, `wave${tintNumber(wave.number)}`)
  grid.put(top, 1, `${wave.name ?? t('common.wave', { number: wave.number })}${status}`, 'strong')
  grid.put(top, 2, items, 'smallInteger')
  grid.put(top, 3, start, 'smallDate')
  grid.put(top, 4, end, 'smallDate')
  grid.height(top, 18)
  markFreezes(gantt, top, wave, gantt.freezes.filter(isForAll))
  barRows(gantt, top, top, { fill: tint.full })
  gantt.row += 1
  const groups = found.scenario.groups.filter((group) => group.waveId === wave.id)
  for (const group of groups) groupRow(gantt, wave, group)
  if (groups.length > 0) barRows(gantt, top + 1, gantt.row - 1, { fill: lighter(tint.full) })
}

const groupRow = (gantt: Gantt, wave: Wave, group: MoveGroup): void => {
  const { grid, found, row } = gantt
  const [start, end] = datesOf(wave)
  grid.put(row, 0, wave.number, `light${tintNumber(wave.number)}`)
  grid.put(row, 1, group.name, 'quiet')
  grid.put(row, 2, group.itemIds.length, 'smallInteger')
  grid.put(row, 3, start, 'smallDate')
  grid.put(row, 4, end, 'smallDate')
  grid.indent(row)
  const items = group.itemIds.map((id) => found.itemById.get(id)).filter((item) => item !== undefined)
  const hits = gantt.freezes.filter((freeze) => isForAll(freeze) || items.some((item) => isInScope(freeze, item)))
  markFreezes(gantt, row, wave, hits)
  gantt.row += 1
}

const isForAll = (freeze: FreezeWindow): boolean =>
  freeze.organisation === undefined && freeze.site === undefined && freeze.serviceArea === undefined

/** A hidden 1 in every period in which a freeze window hits the wave. */
const markFreezes = ({ grid, periods }: Gantt, row: number, wave: Wave, freezes: readonly FreezeWindow[]): void => {
  if (freezes.length === 0 || !isDatedWave(wave)) return
  for (const [index, period] of periods.entries()) {
    const isHit = freezes.some((freeze) =>
      freeze.start <= period.end && freeze.end >= period.start && freeze.start <= wave.end && freeze.end >= wave.start &&
      period.start <= wave.end && period.end >= wave.start)
    if (isHit) grid.put(row, firstPeriod + index, 1, 'marker')
  }
}

const unplannedRow = (gantt: Gantt, groups: number): void => {
  gantt.grid.put(gantt.row, 0, null, 'waveNone')
  gantt.grid.put(gantt.row, 1, `${gantt.t('workbook.unplanned')}: ${gantt.t('common.moveGroups', { count: groups })}`, 'strong')
  gantt.row += 1
}

const freezeRows = (gantt: Gantt): void => {
  const { grid, t, freezes } = gantt
  if (freezes.length === 0) return
  grid.put(gantt.row, 0, null, 'hatched')
  grid.put(gantt.row, 1, t('workbook.ganttFreezes'), 'strong')
  grid.height(gantt.row, 18)
  gantt.row += 1
  const top = gantt.row
  for (const freeze of freezes) {
    const scope = [freeze.organisation, freeze.site, freeze.serviceArea].filter((part) => part !== undefined).join(', ')
    const name = [freeze.name, scope || t('workbook.ganttEverything')].filter((part) => part !== undefined).join(': ')
    grid.put(gantt.row, 0, null, 'hatched')
    grid.put(gantt.row, 1, name, 'quiet')
    grid.put(gantt.row, 3, { date: freeze.start }, 'smallDate')
    grid.put(gantt.row, 4, { date: freeze.end }, 'smallDate')
    gantt.row += 1
  }
  barRows(gantt, top, gantt.row - 1, hatch)
}

/** Half way to white: the bars of groups under that of their wave. */
const lighter = (colour: string): string =>
  [0, 2, 4].map((at) => Math.round((Number.parseInt(colour.slice(at, at + 2), 16) + 255) / 2).toString(16).toUpperCase().padStart(2, '0')).join('')
