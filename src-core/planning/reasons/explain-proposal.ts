import { activeScenario, type PlanDocument } from '../../plan/plan-document'
import type { Obstacle, Proposal } from '../proposal'
import { detectSharedServices, type SharedServiceCandidate } from '../shared-services'
import type { Conflict } from './conflict'
import { conflictsOf } from './smallest-conflict'
import { type Split, splitLargeGroup, splitLimitOf } from './split-large-group'

/** Why a plan is not complete, beyond each obstacle by itself. */
export type Explanation = {
  readonly conflicts: readonly Conflict[]
  /** For groups that no wave holds: where they would split best. */
  readonly splits: readonly { readonly groupId: string; readonly split: Split }[]
  /** What looks like a shared service and holds such groups together. */
  readonly shared: readonly SharedServiceCandidate[]
}

const mostConflicts = 5
const mostSplits = 5
const mostShared = 5
const nothingToExplain: Explanation = { conflicts: [], splits: [], shared: [] }

const tooLargeTypes: ReadonlySet<Obstacle['type']> = new Set(['too-large', 'too-many-items'])

/** Those that lie in the groups that no wave holds. */
const sharedIn = (document: PlanDocument, { obstacles }: Proposal): Explanation['shared'] => {
  const { groups, rules } = activeScenario(document)
  const tooLarge = new Set(obstacles.filter(({ type }) => tooLargeTypes.has(type)).map(({ groupId }) => groupId))
  if (tooLarge.size === 0) return []
  const inside = new Set(groups.filter(({ id }) => tooLarge.has(id)).flatMap(({ itemIds }) => itemIds))
  return detectSharedServices(document.estate, rules).filter(({ itemId }) => inside.has(itemId)).slice(0, mostShared)
}

const splitsFor = (document: PlanDocument, { obstacles }: Proposal): Explanation['splits'] =>
  obstacles.filter((obstacle) => splitLimitOf(obstacle) !== null).slice(0, mostSplits).flatMap((obstacle) => {
    const limit = splitLimitOf(obstacle)
    const split = limit && splitLargeGroup(document, obstacle.groupId, limit)
    return split ? [{ groupId: obstacle.groupId, split }] : []
  })

/** The smallest sets found that cannot all hold, and what would make groups small enough; `after` is the plan with the proposal. */
export const explainProposal = (document: PlanDocument, after: PlanDocument, proposal: Proposal): Explanation => {
  if (proposal.obstacles.length === 0) return nothingToExplain
  const splits = splitsFor(document, proposal)
  const offered = new Set(splits.map(({ groupId }) => groupId))
  // A group that can be split has been explained by that.
  const isSize = ({ groupIds, reasons }: Conflict): boolean =>
    groupIds.every((id) => offered.has(id)) && reasons.some(({ type }) => type === 'capacity' || type === 'max-items' || type === 'capacity-rule')
  const conflicts = conflictsOf(after).filter((conflict) => !isSize(conflict)).slice(0, mostConflicts)
  return { splits, conflicts, shared: sharedIn(document, proposal) }
}
