import fc from 'fast-check'
import { dispositions, itemKinds, type Item } from '@core/estate/item'
import { orders, strengths } from '@core/estate/dependency'
import type { NewId } from '@core/ids'
import type { Change } from '@core/plan/change'
import * as commands from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { ruleTypes } from '@core/plan/rule'
import { waveStatuses } from '@core/plan/wave'

/** A command before it is known what plan it meets: which one, and numbers that choose what it takes. */
export type GeneratedCommand = { readonly name: CommandName; readonly numbers: readonly number[] }

/** Chooses from what the plan holds, by the numbers of the command one after another. */
type Choose = {
  readonly number: (limit: number) => number
  readonly one: <T>(values: readonly T[]) => T | undefined
  readonly some: <T>(values: readonly T[]) => readonly T[]
}

type Maker = (document: PlanDocument, choose: Choose, newId: NewId) => Change

const chooseBy = (numbers: readonly number[]): Choose => {
  let used = 0
  const number = (limit: number): number => (limit === 0 ? 0 : (numbers[used++ % numbers.length] ?? 0) % limit)
  return {
    number,
    one: (values) => values[number(values.length)],
    some: (values) => values.filter(() => number(3) === 0),
  }
}

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((row) => row.id)
const groupIds = (document: PlanDocument): readonly string[] => idsOf(activeScenario(document).groups)
const itemIds = (document: PlanDocument): readonly string[] => idsOf(document.estate.items)
const waveIds = (document: PlanDocument): readonly string[] => idsOf(activeScenario(document).waves)
const waveOrNone = (document: PlanDocument, choose: Choose): string | null =>
  choose.one([null, ...waveIds(document)]) ?? null

/** Runs only where there is a row to take. */
const withOne = <T>(value: T | undefined, make: (value: T) => Change): Change => (value === undefined ? {} : make(value))

const makers = {
  moveGroups: (document, choose) =>
    commands.moveGroups(document, choose.some(groupIds(document)), waveOrNone(document, choose)),
  moveItems: (document, choose, newId) =>
    commands.moveItems(document, choose.some(itemIds(document)), waveOrNone(document, choose), newId),
  splitItems: (document, choose, newId) => commands.splitItems(document, choose.some(itemIds(document)), newId),
  joinItems: (document, choose) =>
    withOne(choose.one(groupIds(document)), (id) => commands.joinItems(document, choose.some(itemIds(document)), id)),
  mergeGroups: (document, choose, newId) => commands.mergeGroups(document, choose.some(groupIds(document)), newId),
  renameGroup: (document, choose) =>
    withOne(choose.one(groupIds(document)), (id) =>
      commands.renameGroup(document, id, choose.one(['North', 'South', ' ', 'New']) ?? '')),
  releaseGroups: (document, choose, newId) => commands.releaseGroups(document, choose.some(groupIds(document)), newId),
  regroup: (document, _choose, newId) => commands.regroup(document, newId),
  placeGroups: (document, choose, newId) => {
    const made = { id: newId('wave'), number: 13 + choose.number(9), status: 'planned' as const }
    const isNew = choose.number(2) === 0 && !activeScenario(document).waves.some((wave) => wave.number === made.number)
    const targets = [null, ...waveIds(document), ...(isNew ? [made.id] : [])]
    const placed = choose.some(groupIds(document)).map((id) => [id, choose.one(targets) ?? null] as const)
    return commands.placeGroups(document, new Map(placed), isNew ? [made] : [])
  },
  addWave: (document, choose, newId) =>
    commands.addWave(document, newId, choose.number(2) === 0 ? {} : { name: 'Pilot', capacity: choose.number(50) }),
  editWave: (document, choose) =>
    withOne(choose.one(waveIds(document)), (id) =>
      commands.editWave(document, id, { name: choose.one([undefined, 'Pilot']), status: choose.one(waveStatuses) ?? 'planned' })),
  reorderWave: (document, choose) =>
    withOne(choose.one(waveIds(document)), (id) => commands.reorderWave(document, id, choose.number(6))),
  removeWave: (document, choose) =>
    withOne(choose.one(waveIds(document)), (id) => commands.removeWave(document, id)),
  addRule: (document, choose, newId) =>
    commands.addRule(document, { type: choose.one(ruleTypes) ?? 'apart', itemIds: choose.some(itemIds(document)) }, newId),
  editRule: (document, choose, newId) =>
    withOne(choose.one(activeScenario(document).rules), (rule) =>
      commands.editRule(document, rule.id, { type: choose.one(ruleTypes), itemIds: choose.some(itemIds(document)) }, newId)),
  removeRule: (document, choose, newId) =>
    withOne(choose.one(activeScenario(document).rules), (rule) => commands.removeRule(document, rule.id, newId)),
  addFreezeWindow: (document, choose, newId) =>
    commands.addFreezeWindow(document, { start: '2027-07-01', end: choose.one(['2027-07-31', '2027-08-15']) ?? '' }, newId),
  editFreezeWindow: (document, choose) =>
    withOne(choose.one(activeScenario(document).freezeWindows), (row) =>
      commands.editFreezeWindow(document, row.id, { name: choose.one([undefined, 'Summer']) })),
  removeFreezeWindow: (document, choose) =>
    withOne(choose.one(activeScenario(document).freezeWindows), (row) => commands.removeFreezeWindow(document, row.id)),
  editItem: (document, choose, newId) =>
    withOne(choose.one(itemIds(document)), (id) => commands.editItem(document, id, itemFields(choose), newId)),
  editDependency: (document, choose, newId) =>
    withOne(choose.one(document.estate.dependencies), (row) =>
      commands.editDependency(document, row.id, {
        strength: choose.one(strengths), order: choose.one(orders), to: choose.one(itemIds(document)),
      }, newId)),
  editItemTable: (document, choose, newId) =>
    commands.editItemTable(document, itemTableEdits(document, choose), newId),
  removeItems: (document, choose, newId) => commands.removeItems(document, choose.some(itemIds(document)), newId),
  addDependencies: (document, choose, newId) => {
    const [from, to] = [choose.one(itemIds(document)), choose.one(itemIds(document))]
    if (from === undefined || to === undefined) return {}
    const row = { from, to, type: 'uses' as const, strength: choose.one(strengths) ?? 'soft', order: choose.one(orders) ?? 'any' }
    return commands.addDependencies(document, commands.dependenciesWithIds(document, [row]), newId)
  },
  removeDependencies: (document, choose, newId) =>
    commands.removeDependencies(document, choose.some(idsOf(document.estate.dependencies)), newId),
  acceptSharedServices: (document, choose, newId) =>
    commands.acceptSharedServices(document, choose.some(itemIds(document)), newId),
  renamePlan: (document, choose) => commands.renamePlan(document, choose.one(['', 'Region', 'Other']) ?? ''),
} as const satisfies Record<string, Maker>

type CommandName = keyof typeof makers

const itemFields = (choose: Choose): commands.ItemFields => {
  const possible: readonly Partial<Item>[] = [
    { kind: choose.one(itemKinds) ?? 'server' },
    { disposition: choose.one(dispositions) },
    { disposition: undefined },
    { sharedService: choose.number(2) === 0 },
    { name: choose.one(['Journal', 'Lab', 'New']) ?? '' },
    { effort: choose.one([undefined, 3, 0.5]) },
  ]
  return choose.one(possible) ?? {}
}

/** What a paste over several columns, a fill and new rows would do together. */
const itemTableEdits = (document: PlanDocument, choose: Choose): commands.ItemTableEdits => {
  const isAdding = choose.number(2) === 0
  const added = isAdding ? commands.itemsWithIds(document, [{ name: 'Added', kind: choose.one(itemKinds) ?? 'server' }]) : []
  const all = [...itemIds(document), ...idsOf(added)]
  const names = [null, 'North', 'Brand new', ...activeScenario(document).groups.map((group) => group.name)]
  return {
    added,
    fields: choose.some(all).map((itemId) => ({ itemId, fields: itemFields(choose) })),
    groups: new Map(choose.some(all).map((itemId) => [itemId, choose.one(names) ?? null])),
    waves: new Map(choose.some(all).map((itemId) => [itemId, waveOrNone(document, choose)])),
  }
}

export const commandNames = Object.keys(makers) as readonly CommandName[]

export const arbitraryCommand = (names: readonly CommandName[] = commandNames): fc.Arbitrary<GeneratedCommand> =>
  fc.record({ name: fc.constantFrom(...names), numbers: fc.array(fc.nat(1000), { minLength: 8, maxLength: 24 }) })

/** What the command changes in this plan; empty where it finds nothing to work on. */
export const changeOf = (document: PlanDocument, command: GeneratedCommand, newId: NewId): Change =>
  makers[command.name](document, chooseBy(command.numbers), newId)
