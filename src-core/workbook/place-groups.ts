import type { Estate } from '../estate/estate'
import { isMovable, type CellValue } from '../estate/item'
import type { NewId } from '../ids'
import type { MoveGroup } from '../plan/plan-document'
import type { Rule } from '../plan/rule'
import type { Wave } from '../plan/wave'
import { computeMoveGroups, groupsForScenario, type GivenGroup } from '../planning/move-groups'
import { asWritten } from './as-written'
import type { FindingLog } from './finding-log'
import type { ImportedWorkbook } from './imported-workbook'
import { someNames } from './quoted-names'
import type { ItemRow } from './read-items'
import { cellOf } from './row-reader'
import type { WaveBook } from './wave-book'

/** Platforms and retained items have neither group nor wave: what their cells say is kept beside them. */
export const setAsideImmovable = (rows: readonly ItemRow[], log: FindingLog): void => {
  for (const row of rows) {
    if (isMovable(row.item) || (row.group === undefined && row.wave === undefined)) continue
    const kept: (readonly [string, CellValue])[] = []
    if (row.group !== undefined) kept.push([asWritten('Move group'), row.group])
    if (row.wave !== undefined) kept.push([asWritten('Wave'), row.wave])
    row.item = { ...row.item, extra: [...(row.item.extra ?? []), ...kept] }
    log.add('not-movable', row.wave === undefined ? cellOf(row.place, 'moveGroup') : cellOf(row.waveAt ?? row.place, 'wave'), { name: row.item.name })
  }
}

/** The wave of each row that names one; waves that no sheet holds are made. */
const wavesOfRows = (rows: readonly ItemRow[], book: WaveBook, hasSheet: boolean, log: FindingLog): ReadonlyMap<string, Wave> => {
  const waveByItem = new Map<string, Wave>()
  for (const row of rows) {
    if (row.wave === undefined || !isMovable(row.item)) continue
    const { wave, made } = book.find(row.wave)
    if (wave) waveByItem.set(row.item.id, wave)
    if (made && hasSheet) log.add('wave-made', cellOf(row.waveAt ?? row.place, 'wave'), { text: String(row.wave), number: wave?.number ?? 0 })
  }
  return waveByItem
}

/** One given group for each distinct cell; the first member with a wave says which. */
const givenGroups = (rows: readonly ItemRow[], waveByItem: ReadonlyMap<string, Wave>): readonly GivenGroup[] => {
  const members = new Map<string, { name: string | null; origin: GivenGroup['origin']; itemIds: string[]; waveId: string | null }>()
  for (const row of rows) {
    const waveId = waveByItem.get(row.item.id)?.id ?? null
    if (!isMovable(row.item) || (row.group === undefined && waveId === null)) continue
    const origin = row.group === undefined ? 'computed' : (row.origin ?? 'planner')
    const key = row.group === undefined ? `item ${row.item.id}` : `${origin} ${row.group}`
    const group = members.get(key) ?? { name: row.group ?? null, origin, itemIds: [], waveId: null }
    group.itemIds.push(row.item.id)
    group.waveId ??= waveId
    members.set(key, group)
  }
  return [...members.values()]
}

const reportDiffering = (
  groups: readonly MoveGroup[], rows: readonly ItemRow[], waveByItem: ReadonlyMap<string, Wave>, book: WaveBook, log: FindingLog,
): void => {
  const groupByItem = new Map(groups.flatMap((group) => group.itemIds.map((id) => [id, group] as const)))
  const numberById = new Map(book.list().map((wave) => [wave.id, wave.number]))
  for (const row of rows) {
    const wave = waveByItem.get(row.item.id)
    const group = groupByItem.get(row.item.id)
    if (!wave || !group || group.waveId === wave.id) continue
    log.add('differing-waves', cellOf(row.waveAt ?? row.place, 'wave'), {
      name: row.item.name, group: group.name, wave: wave.number, taken: numberById.get(group.waveId ?? '') ?? '',
    })
  }
}

/** The rows that do not name the wave of their group. */
const waveCellsOf = (
  groups: readonly MoveGroup[], rows: readonly ItemRow[], waveByItem: ReadonlyMap<string, Wave>,
): NonNullable<ImportedWorkbook['waveCells']> => {
  const waveIdByItem = new Map(groups.flatMap(({ itemIds, waveId }) => itemIds.map((id) => [id, waveId] as const)))
  return rows.flatMap(({ item }) => {
    const [wave, waveId] = [waveByItem.get(item.id), waveIdByItem.get(item.id)]
    return waveId === undefined || (wave?.id ?? null) === waveId ? [] : [[item.id, wave?.number ?? null] as const]
  })
}

const reportCycles = (estate: Estate, rules: readonly Rule[], given: readonly GivenGroup[], log: FindingLog): void => {
  const taken = new Set(given.flatMap((group) => (group.origin === 'planner' ? group.itemIds : [])))
  const nameById = new Map<string, string>()
  for (const { itemIds } of computeMoveGroups(estate, rules, taken).findings) {
    if (nameById.size === 0) for (const item of estate.items) nameById.set(item.id, item.name)
    log.add('cycle-grouped', { sheet: '' }, { count: itemIds.length, names: someNames(itemIds.map((id) => nameById.get(id) ?? id)) })
  }
}

export type Placing = {
  readonly rows: readonly ItemRow[]
  readonly estate: Estate
  readonly rules: readonly Rule[]
  readonly book: WaveBook
  /** Whether the workbook has a sheet of waves. */
  readonly hasWaveSheet: boolean
  readonly newId: NewId
  readonly log: FindingLog
}

/** The move groups of the plan in a workbook: from its cells where these say so, otherwise computed (DESIGN 5, point 6). */
export const placeGroupsOfRows = (placing: Placing): Pick<ImportedWorkbook, 'waveCells'> & { readonly groups: readonly MoveGroup[] } => {
  const { rows, estate, rules, book, newId, log } = placing
  const waveByItem = wavesOfRows(rows, book, placing.hasWaveSheet, log)
  const given = givenGroups(rows, waveByItem)
  const groups = groupsForScenario(estate, rules, given, newId)
  reportDiffering(groups, rows, waveByItem, book, log)
  reportCycles(estate, rules, given, log)
  const waveCells = waveCellsOf(groups, rows, waveByItem)
  return { groups, ...(waveCells.length > 0 && { waveCells }) }
}

/** Items that nobody gave an effort count 1: said once, at the first. */
export const reportMissingEffort = (rows: readonly ItemRow[], log: FindingLog): void => {
  const missing = rows.filter((row) => row.item.effort === undefined && isMovable(row.item))
  const first = missing.find((row) => row.place.row > 0)
  const place = first ? cellOf(first.place, 'effort') : { sheet: '' }
  if (missing.length > 0) log.add('effort-missing', place, { count: missing.length })
}
