import type { Estate } from '../estate/estate'
import type { NewId } from '../ids'
import type { MoveGroup } from '../plan/plan-document'
import type { Rule } from '../plan/rule'

/** What the contraction has to tell. */
export type PlanFinding = {
  /** Dependencies of order provider first (onto shared services included) that form a cycle, made one group. */
  readonly type: 'order-cycle'
  /** The ends of those dependencies, in the order of the estate. */
  readonly itemIds: readonly string[]
  readonly dependencyIds: readonly string[]
}

export type ComputedGroups = {
  /** Ids of the items of each group, in the order of the estate; groups in the order of their first items. */
  readonly groups: readonly (readonly string[])[]
  readonly findings: readonly PlanFinding[]
}

/**
 * A group that a workbook (or an open plan) brings along.
 * `planner`: these items are one group, whatever the dependencies say. `computed`: the computed groups that hold
 * most of these items inherit the name, where there is one, and the wave. For an item with a Wave but no Move group
 * cell, give a computed group of that item alone with `name: null`.
 */
export type GivenGroup = {
  readonly name: string | null
  readonly itemIds: readonly string[]
  readonly waveId: string | null
  readonly origin: 'computed' | 'planner'
  /** Kept where there is one. */
  readonly id?: string
}

/**
 * Exactly the contraction of DESIGN 5, points 3 to 6: hard dependencies between movable items, together rules, and
 * cycles of provider first. Items of `taken` (those in a planner's group) take no part.
 */
export const computeMoveGroups = (
  _estate: Estate, _rules: readonly Rule[], _taken: ReadonlySet<string> = new Set(),
): ComputedGroups => {
  throw new Error('not written yet')
}

/**
 * All move groups of a scenario. A computed group whose items were given different waves takes that of the first
 * of its items (in the order of the estate) that has one.
 */
export const groupsForScenario = (
  _estate: Estate, _rules: readonly Rule[], _given: readonly GivenGroup[], _newId: NewId,
): readonly MoveGroup[] => {
  throw new Error('not written yet')
}
