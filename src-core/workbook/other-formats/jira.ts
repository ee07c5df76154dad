import { translator, type Language } from '../../messages/translator'
import { lookup } from '../../plan/lookup'
import type { PlanDocument } from '../../plan/plan-document'
import type { WrittenCell } from '../workbook-model'
import { csvText } from './csv'
import { plannedWork, waveTitle, type WorkGroup } from './planned-work'

/** Jira counts estimates in seconds, and a day of work as eight hours unless it was told otherwise. */
const secondsPerDay = 8 * 3600
const mostNames = 100

/**
 * A file for Jira's CSV importer: waves as epics, move groups as tasks below them, what must go first as links. Rows stand
 * in the order of their hierarchy, which the importer needs; `Parent` holds the epic's issue id, `Epic Link` its name for
 * servers that still want that. The headings are those of Jira's own CSV export, so that its importer maps them by itself.
 * Dates are `yyyy-MM-dd`, which the importer has to be told.
 */
export const jiraCsv = (document: PlanDocument, language: Language): string => {
  const { scenario } = lookup(document)
  const work = plannedWork(document)
  const idByWave = new Map(scenario.waves.map((wave, index) => [wave.id, index + 1]))
  const idByGroup = new Map(work.map(({ group }, index) => [group.id, scenario.waves.length + index + 1]))
  const links = work.reduce((most, { predecessorIds }) => Math.max(most, predecessorIds.length), 0)
  const headings = [
    'Issue Type', 'Issue id', 'Parent', 'Summary', 'Epic Name', 'Epic Link', 'Description', 'Start date', 'Due date',
    'Original estimate', 'Labels', ...Array.from({ length: links }, () => 'Inward issue link (Blocks)'),
  ]
  const epics = scenario.waves.map((wave): readonly WrittenCell[] => [
    'Epic', idByWave.get(wave.id) ?? null, null, waveTitle(wave, language), waveTitle(wave, language), null, null,
    wave.start ?? null, wave.end ?? null, null, 'migration-wave',
  ])
  const tasks = work.map((one): readonly WrittenCell[] => [
    'Task', idByGroup.get(one.group.id) ?? null, (one.wave && idByWave.get(one.wave.id)) ?? null, one.group.name, null,
    one.wave ? waveTitle(one.wave, language) : null, describe(one, language), one.start ?? null, one.end ?? null,
    Math.round(one.effort * secondsPerDay), 'move-group', ...one.predecessorIds.map((id) => idByGroup.get(id) ?? null),
  ])
  const even = [headings, ...epics, ...tasks].map((row) => Array.from(headings, (_, index) => row[index] ?? null))
  return csvText(even, { separator: ',', byteOrderMark: false, yesNo: ['Yes', 'No'] })
}

const describe = ({ itemNames }: WorkGroup, language: Language): string => {
  const names = itemNames.slice(0, mostNames).map((name) => `* ${name}`)
  const more = itemNames.length - names.length
  const t = translator(language)
  return [t('common.items', { count: itemNames.length }), ...names, ...(more > 0 ? [t('violations.andMore', { count: more })] : [])].join('\n')
}
