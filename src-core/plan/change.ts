import type { Dependency, UnresolvedDependency } from '../estate/dependency'
import type { ExtraSheet, ImportRecord } from '../estate/estate'
import type { Item } from '../estate/item'
import type { Exchange } from './exchange'
import type { MoveGroup, PlanDocument, Scenario } from './plan-document'
import type { FreezeWindow, Rule } from './rule'
import type { NamedFilter, NamedView } from './view'
import type { Wave } from './wave'

/**
 * What a command does to a list of rows with ids: `remove` first, then each of `put` replaces the row of its id in
 * its place, or is inserted so that it ends at index `at` (absent: at the end). `put` is in ascending `at`.
 */
export type Patch<Row extends { readonly id: string }> = {
  readonly remove?: readonly string[]
  readonly put?: readonly { readonly row: Row; readonly at?: number }[]
}

/**
 * One undoable step, as plain data: it is stored in the log and in `.waveplan` files, and its inverse is of the same
 * type. Scenario parts apply to the scenario `scenarioId`.
 */
export type Change = {
  readonly planName?: string
  readonly items?: Patch<Item>
  readonly dependencies?: Patch<Dependency>
  readonly unresolved?: Patch<UnresolvedDependency>
  readonly extraSheets?: readonly ExtraSheet[]
  readonly imports?: readonly ImportRecord[]
  readonly views?: Patch<NamedView>
  readonly filters?: Patch<NamedFilter>
  readonly exchanges?: Patch<Exchange>
  readonly scenarios?: Patch<Scenario>
  readonly activeScenarioId?: string
  readonly scenarioId?: string
  readonly scenarioName?: string
  readonly groups?: Patch<MoveGroup>
  readonly waves?: Patch<Wave>
  readonly rules?: Patch<Rule>
  readonly freezeWindows?: Patch<FreezeWindow>
}

export type Applied = { readonly document: PlanDocument; readonly inverse: Change }
