import type { Estate } from '../estate/estate'
import type { Exchange } from './exchange'
import type { FreezeWindow, Rule } from './rule'
import type { NamedFilter, NamedView } from './view'
import type { Wave } from './wave'

/**
 * Items that move together. Every movable item is in exactly one; an item alone is a group of one.
 * `computed` groups follow the hard dependencies when these change; a group that the planner (or a Move group cell)
 * has shaped is `planner` and stays as it is.
 */
export type MoveGroup = {
  readonly id: string
  /** Unique in the scenario: it is what the Move group column holds. */
  readonly name: string
  readonly itemIds: readonly string[]
  /** null: unplanned. */
  readonly waveId: string | null
  readonly origin: 'computed' | 'planner'
}

/** A named alternative plan over the estate. */
export type Scenario = {
  readonly id: string
  readonly name: string
  readonly groups: readonly MoveGroup[]
  /** Ascending by number. */
  readonly waves: readonly Wave[]
  readonly rules: readonly Rule[]
  readonly freezeWindows: readonly FreezeWindow[]
}

/** Lists that belong to the plan as a whole, whichever scenario is looked at. */
export type PlanLists = {
  readonly views: readonly NamedView[]
  readonly filters: readonly NamedFilter[]
  /** The log of what left for suppliers, oldest first. */
  readonly exchanges: readonly Exchange[]
}

export const noPlanLists: PlanLists = { views: [], filters: [], exchanges: [] }

/** What a `.waveplan` holds, apart from its history: the unit that is opened, changed by commands, and saved. */
export type PlanDocument = PlanLists & {
  readonly id: string
  readonly name: string
  readonly estate: Estate
  readonly scenarios: readonly Scenario[]
  readonly activeScenarioId: string
}

export const activeScenario = (document: PlanDocument): Scenario => {
  const scenario = document.scenarios.find((candidate) => candidate.id === document.activeScenarioId)
  if (!scenario) throw new Error(`The plan has no scenario ${document.activeScenarioId}`)
  return scenario
}
