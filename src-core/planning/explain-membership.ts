import type { PlanDocument } from '../plan/plan-document'

/**
 * One reason why an item is in its group. `hard-dependency`, `together-rule` and `order-cycle` lead from an item
 * that is already reached (`fromItemId`; at first the item asked about) to one more (`toItemId`), nearest first, so
 * that together they are shortest chains to every member that dependencies and rules reach.
 * `given`: the planner, or a Move group cell, put `toItemId` there. `alone`: there is nothing else in the group.
 * `shared-service`: a hard dependency that does not bind, because `toItemId` is a shared service.
 */
export type MembershipLink = {
  readonly kind: 'hard-dependency' | 'together-rule' | 'order-cycle' | 'given' | 'alone' | 'shared-service'
  readonly fromItemId: string
  readonly toItemId: string | null
  readonly dependencyId?: string
  readonly ruleId?: string
  /** How many links away from the item asked about `toItemId` is. */
  readonly distance: number
}

/** Why the item is in its group. Empty for an item that has none (a platform, or retained). */
export const explainMembership = (_document: PlanDocument, _itemId: string): readonly MembershipLink[] => {
  throw new Error('not written yet')
}
