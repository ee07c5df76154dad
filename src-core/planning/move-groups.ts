import type { Estate } from '../estate/estate'
import { itemById } from '../estate/estate'
import type { NewId } from '../ids'
import type { MoveGroup } from '../plan/plan-document'
import type { Rule } from '../plan/rule'
import { formGroups } from './form-groups'
import type { GivenGroup } from './given-group'

export { computeMoveGroups } from './compute-move-groups'
export type { ComputedGroups, PlanFinding } from './compute-move-groups'
export type { GivenGroup } from './given-group'

/**
 * All move groups of a scenario, in the order of their first items in the estate. A computed group whose items were
 * given different waves takes that of the first of its items (in the order of the estate) that has one.
 */
export const groupsForScenario = (
  estate: Estate, rules: readonly Rule[], given: readonly GivenGroup[], newId: NewId,
): readonly MoveGroup[] =>
  formGroups({ estate, rules, given, namedAfter: itemById(estate), wave: 'of-first-item', newId })
