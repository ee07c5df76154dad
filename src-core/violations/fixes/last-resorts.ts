import type { NewId } from '../../ids'
import type { Change } from '../../plan/change'
import { editDependency, editItem, mergeGroups, placeGroups } from '../../plan/commands'
import { activeScenario, type PlanDocument } from '../../plan/plan-document'
import { propose } from '../../planning/propose'
import { type Candidate, type Case, inSequence, ranks } from './candidate'
import { newWaveFor } from './move-candidates'

const patient = { now: () => 0, isCancelled: () => false, onProgress: () => undefined }

/** New places for what breaks something; nothing when that would take a group out of the plan. */
const placedAnew = (document: PlanDocument, newId: NewId): Change => {
  const { placements, newWaves } = propose(document, { objective: 'balanced', seed: 1, steps: 0, newId }, patient)
  const takesOut = activeScenario(document).groups.some(({ id, waveId }) => waveId !== null && placements.get(id) === null)
  return takesOut ? {} : placeGroups(document, placements, newWaves)
}

const resort = (problem: Case, cost: number, key: string, params: Record<string, string>, makers: readonly ((document: PlanDocument) => Change)[]): Candidate => ({
  rank: ranks.propose, cost, label: { key, params }, change: () => inSequence(problem.document, makers),
})

const afterCut = (problem: Case): readonly Candidate[] => {
  const { document, groups, violation, newId } = problem
  const dependency = document.estate.dependencies.find(({ id }) => id === violation.dependencyId)
  const provider = document.estate.items.find(({ id }) => id === dependency?.to)
  if (!dependency || !provider || groups.length !== 2) return []
  const names = { group: groups[0]!.name, other: groups[1]!.name }
  const again = (current: PlanDocument): Change => placedAnew(current, newId)
  const soften = (current: PlanDocument): Change =>
    editDependency(current, dependency.id, { strength: 'soft', order: 'any' }, newId)
  const from = document.estate.items.find(({ id }) => id === dependency.from)?.name ?? dependency.from
  return [
    resort(problem, 1, 'violations.fixMergeAndPropose', names, [
      (current) => mergeGroups(current, groups.map(({ id }) => id), newId), again,
    ]),
    resort(problem, 2, 'violations.fixSoftAndPropose', { from, to: provider.name }, [soften, again]),
    resort(problem, 3, 'violations.fixSoftAndKeep', { from, to: provider.name }, [
      soften, (current) => editItem(current, provider.id, { disposition: undefined }, newId),
    ]),
  ]
}

const plain = (cost: number, key: string, params: Record<string, string>, change: Change): Candidate =>
  ({ rank: ranks.propose + 0.5, cost, label: { key, params }, change: () => change })

/**
 * The same edits of rules and dependencies as above, but with the groups left as they are: what asks for less can break
 * nothing new, while a regrouping may. At the very end the dependency itself goes, which always mends: it may be gone
 * in truth as well.
 */
const withoutRegrouping = ({ document, violation }: Case): readonly Candidate[] => {
  const scenarioId = document.activeScenarioId
  const dependency = document.estate.dependencies.find(({ id }) => id === violation.dependencyId)
  const provider = document.estate.items.find(({ id }) => id === dependency?.to)
  const dropped = violation.ruleId === undefined
    ? []
    : [plain(0, 'violations.fixDropRule', {}, { scenarioId, rules: { remove: [violation.ruleId] } })]
  if (!dependency || !provider) return dropped
  const names = { from: document.estate.items.find(({ id }) => id === dependency.from)?.name ?? '', to: provider.name }
  const { disposition: _, ...kept } = provider
  const dependencies = { put: [{ row: { ...dependency, strength: 'soft' as const, order: 'any' as const } }] }
  return [
    ...dropped,
    plain(1, 'violations.fixSoft', names, { dependencies }),
    plain(2, 'violations.fixSoftAndKeep', names, { dependencies, items: { put: [{ row: kept }] } }),
    plain(3, 'violations.fixRemoveDependency', names, { dependencies: { remove: [dependency.id] } }),
  ]
}

/** When nothing smaller helps: let the planner place again what breaks something, after what must be mended first. */
export const lastResorts = (problem: Case): readonly Candidate[] => [
  resort(problem, 0, 'violations.fixPropose', {}, [(current) => placedAnew(current, problem.newId)]),
  ...(problem.violation.type === 'hard-dependency' ? afterCut(problem) : []),
  // Where neither may go to the other, nor alone: what has no wave yet may not go into any that there is.
  ...newWaveFor(problem, problem.groups),
  ...withoutRegrouping(problem),
]
