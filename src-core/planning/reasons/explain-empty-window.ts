import type { PlanDocument } from '../../plan/plan-document'
import { planModel } from '../../violations/model/plan-model'
import { type Constraint, mirror } from './constraint'
import { planWindows, windowOf, type Windows, windowsUnder } from './plan-constraints'
import { fewestReasons, materialOf } from './proof'
import type { Proof, Reason } from './reason'

const isEmpty = (numbers: Float64Array, list: readonly Constraint[], group: number): boolean => {
  const { first, last } = windowOf(windowsUnder({ numbers, list }), group)
  return first > last
}

/** Constraints that meet at `bound`: none before it is allowed by these, none from it on by those. */
const chainAt = ({ constraints: { numbers }, forward, backward }: Windows, group: number, bound: number): readonly Constraint[] => {
  const late = mirror({ numbers, list: materialOf(backward, group, numbers.length - bound) }).list
  const early = materialOf(forward, group, bound)
  // A constraint that binds on both sides came back from the mirror as another object.
  const known = new Set(early.map(keyOf))
  return fewestReasons([...early, ...late.filter((constraint) => !known.has(keyOf(constraint)))],
    (list) => isEmpty(numbers, list, group))
}

const keyOf = (constraint: Constraint): string =>
  constraint.kind === 'arc' ? `${constraint.reason.id} ${constraint.first} ${constraint.next}` : constraint.reason.id

const inOrder = (constraints: readonly Constraint[]): Proof =>
  [...new Map<string, Reason>(constraints.map(({ reason }) => [reason.id, reason])).values()]

/** The fewest reasons found that leave the group no wave; null when it has one. */
export const explainWindow = (windows: Windows, group: number): Proof | null => {
  const { first, last } = windowOf(windows, group)
  if (first <= last) return null
  let best: Proof | null = null
  for (let bound = last + 1; bound <= first; bound++) {
    const found = inOrder(chainAt(windows, group, bound))
    if (found.length > 0 && (best === null || found.length < best.length)) best = found
  }
  return best
}

/** The shortest chain of rules found that leaves the group without any wave; null when there is one. */
export const explainEmptyWindow = (document: PlanDocument, groupId: string): Proof | null => {
  const plan = planModel(document)
  const group = plan.groups.findIndex(({ row }) => row.id === groupId)
  return group < 0 ? null : explainWindow(planWindows(plan), group)
}
