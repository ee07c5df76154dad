import type { Dependency } from '../estate/dependency'
import type { Item } from '../estate/item'
import type { MoveGroup, PlanDocument, Scenario } from './plan-document'
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

/** The same lookup for the same document every time; what depends on the estate alone is shared between documents. */
export const lookup = (_document: PlanDocument): PlanLookup => {
  throw new Error('not written yet')
}
