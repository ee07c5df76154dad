import type { Estate } from '../estate/estate'
import type { Rule } from '../plan/rule'

/** An item that so many others need that it looks like a shared service. */
export type SharedServiceCandidate = {
  readonly itemId: string
  /** Items that need it. */
  readonly consumers: number
  /** Move groups that it alone holds together. */
  readonly groupsGlued: number
}

/** Proposals until a planner accepts them (DESIGN 5, point 5); the strongest first. Accepted ones are not among them. */
export const detectSharedServices = (_estate: Estate, _rules: readonly Rule[]): readonly SharedServiceCandidate[] => {
  throw new Error('not written yet')
}
