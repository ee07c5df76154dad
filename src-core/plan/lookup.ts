import type { Dependency } from '../estate/dependency'
import { effortOf, type Item } from '../estate/item'
import { activeScenario, type MoveGroup, type PlanDocument, type Scenario } from './plan-document'
import type { Wave } from './wave'

/** Every way to find a row of the active scenario and its estate. Each map is built when it is first asked for. */
export type PlanLookup = {
  readonly scenario: Scenario
  readonly itemById: ReadonlyMap<string, Item>
  readonly dependencyById: ReadonlyMap<string, Dependency>
  readonly groupById: ReadonlyMap<string, MoveGroup>
  /** Only movable items are in it. */
  readonly groupByItemId: ReadonlyMap<string, MoveGroup>
  readonly waveById: ReadonlyMap<string, Wave>
  readonly waveByNumber: ReadonlyMap<number, Wave>
  /** null: unplanned, or an item that has no wave at all. */
  readonly waveOfItem: (itemId: string) => Wave | null
  /** What the item needs. */
  readonly dependenciesFrom: (itemId: string) => readonly Dependency[]
  /** What needs the item. */
  readonly dependenciesTo: (itemId: string) => readonly Dependency[]
  /** Person-days. */
  readonly effortOfGroup: (group: MoveGroup) => number
}

const lookups = new WeakMap<PlanDocument, PlanLookup>()

/** The same lookup for the same document every time; what depends on one list alone is shared between documents. */
export const lookup = (document: PlanDocument): PlanLookup => {
  const known = lookups.get(document)
  if (known) return known
  const made = makeLookup(document)
  lookups.set(document, made)
  return made
}

/** Remembers what was made of a list for as long as the list lives. */
const rememberByList = <Row, Made>(make: (rows: readonly Row[]) => Made): ((rows: readonly Row[]) => Made) => {
  const madeByRows = new WeakMap<readonly Row[], Made>()
  return (rows) => {
    const known = madeByRows.get(rows)
    if (known !== undefined) return known
    const made = make(rows)
    madeByRows.set(rows, made)
    return made
  }
}

const mapBy = <Row, Key>(keyOf: (row: Row) => Key): ((rows: readonly Row[]) => ReadonlyMap<Key, Row>) =>
  rememberByList((rows: readonly Row[]) => new Map(rows.map((row) => [keyOf(row), row])))

const listsBy = <Row, Key>(keyOf: (row: Row) => Key): ((rows: readonly Row[]) => ReadonlyMap<Key, readonly Row[]>) =>
  rememberByList((rows: readonly Row[]) => {
    const lists = new Map<Key, Row[]>()
    for (const row of rows) {
      const list = lists.get(keyOf(row))
      if (list) list.push(row)
      else lists.set(keyOf(row), [row])
    }
    return lists
  })

const itemMap = mapBy((item: Item) => item.id)
const dependencyMap = mapBy((dependency: Dependency) => dependency.id)
const dependencyListsByFrom = listsBy((dependency: Dependency) => dependency.from)
const dependencyListsByTo = listsBy((dependency: Dependency) => dependency.to)
const groupMap = mapBy((group: MoveGroup) => group.id)
const waveMap = mapBy((wave: Wave) => wave.id)
const waveNumberMap = mapBy((wave: Wave) => wave.number)
const memberMap = rememberByList((groups: readonly MoveGroup[]): ReadonlyMap<string, MoveGroup> => {
  const groupByItemId = new Map<string, MoveGroup>()
  for (const group of groups) for (const itemId of group.itemIds) groupByItemId.set(itemId, group)
  return groupByItemId
})

const none: readonly Dependency[] = []

const makeLookup = (document: PlanDocument): PlanLookup => {
  const scenario = activeScenario(document)
  const { items, dependencies } = document.estate
  return {
    scenario,
    get itemById() { return itemMap(items) },
    get dependencyById() { return dependencyMap(dependencies) },
    get groupById() { return groupMap(scenario.groups) },
    get groupByItemId() { return memberMap(scenario.groups) },
    get waveById() { return waveMap(scenario.waves) },
    get waveByNumber() { return waveNumberMap(scenario.waves) },
    waveOfItem: (itemId) => {
      const waveId = memberMap(scenario.groups).get(itemId)?.waveId
      return (waveId && waveMap(scenario.waves).get(waveId)) || null
    },
    dependenciesFrom: (itemId) => dependencyListsByFrom(dependencies).get(itemId) ?? none,
    dependenciesTo: (itemId) => dependencyListsByTo(dependencies).get(itemId) ?? none,
    effortOfGroup: (group) => effortOfItems(group.itemIds, itemMap(items)),
  }
}

/** Person-days of the items that are there. */
export const effortOfItems = (itemIds: readonly string[], itemById: ReadonlyMap<string, Item>): number =>
  itemIds.reduce((sum, itemId) => {
    const item = itemById.get(itemId)
    return item ? sum + effortOf(item) : sum
  }, 0)
