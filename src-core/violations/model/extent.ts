import type { PlanModel } from './plan-model'
import type { RuleModel } from './rule-model'
import type { Twins } from './twins'

/**
 * What to look at. A full evaluation looks at everything; a preview only at what a move can touch, before and after
 * it, so that the difference of the two counts is exactly what the move changes.
 */
export type Extent = PlanExtent & {
  /** Indexes. */
  readonly dependencies: Int32Array
}

/** What does not follow from dependencies. */
export type PlanExtent = {
  readonly relations: readonly RuleModel[]
  readonly twins: readonly Twins[]
  /** Indexes into the plan's groups. */
  readonly groups: readonly number[]
  /** Wave positions whose sums are compared with what is allowed. */
  readonly positions: readonly number[]
}

export const wholePlan = (plan: PlanModel): PlanExtent => ({
  relations: plan.relations,
  twins: plan.estate.twins,
  groups: plan.groups.map((_, index) => index),
  positions: plan.calendar.waves.map((_, position) => position),
})
