import type { NewId } from '../ids'
import { applyChange, isEmptyChange } from '../plan/apply-change'
import type { Change } from '../plan/change'
import type { StepLabel } from '../plan/history'
import type { PlanDocument } from '../plan/plan-document'
import { checkPlan } from './check-plan'
import { evaluate } from './evaluate'
import { type Candidate, type Case, caseOf, ranks } from './fixes/candidate'
import { estateEdits } from './fixes/estate-candidates'
import { joinsOf, mergesOf, movesOfEach, newWaveFor, unplansOf } from './fixes/move-candidates'
import { lastResorts } from './fixes/last-resorts'
import { freezeEdits, ruleEdits } from './fixes/rule-candidates'
import { limitRaises, longerWaves, reliefs } from './fixes/wave-candidates'
import type { Extent } from './model/extent'
import { type PlanModel, planModel } from './model/plan-model'
import { collecting } from './report'
import { groundOf, tryPatch } from './trial'
import type { Violation, ViolationType } from './violation'

/** A change that removes a violation without adding a hard one, and what to call it. */
export type Fix = { readonly label: StepLabel; readonly change: Change }

/** More would not be read; and of one kind, two are a choice. */
const mostFixes = 6
const mostOfOneKind = 2

type Maker = (problem: Case) => readonly Candidate[]

const loads: readonly Maker[] = [reliefs, limitRaises, ruleEdits]
const relations: readonly Maker[] = [
  movesOfEach, (problem) => newWaveFor(problem, problem.groups.slice(0, 1)),
  (problem) => newWaveFor(problem, problem.groups.slice(-1)), ruleEdits, estateEdits,
]

const makers: Readonly<Record<ViolationType, readonly Maker[]>> = {
  'hard-dependency': [mergesOf, joinsOf, estateEdits],
  together: relations,
  apart: relations,
  before: relations,
  order: relations,
  pin: relations,
  window: relations,
  freeze: [...relations, longerWaves, freezeEdits],
  capacity: loads,
  'max-items': loads,
  'retired-early': relations,
  latency: relations,
  budget: loads,
  'end-of-support': relations,
  'critical-first': relations,
  'test-after-production': relations,
  'critical-limit': relations,
}

const cheapestFirst = (a: Candidate, b: Candidate): number => a.rank - b.rank || a.cost - b.cost

type Outcome = { readonly before: readonly Violation[]; readonly after: readonly Violation[] }

const everything = (document: PlanDocument, change: Change): Outcome => ({
  before: evaluate(document).violations,
  after: evaluate(applyChange(document, change).document).violations,
})

const foundIn = (plan: PlanModel, extent: Extent): readonly Violation[] => {
  const found: Violation[] = []
  checkPlan(plan, extent, collecting(found))
  return found
}

/** Where only groups change, what they touch tells the same as everything, in a fraction of the time. */
const touchedOnly = (document: PlanDocument, patch: NonNullable<Change['groups']>): Outcome => {
  const plan = planModel(document)
  const ground = groundOf(plan, [patch])
  return { before: foundIn(plan, ground.extent), after: tryPatch(plan, ground, patch, (extent) => foundIn(plan, extent)) }
}

const outcomeOf = (document: PlanDocument, change: Change): Outcome => {
  const { groups, scenarioId: _, ...others } = change
  return groups && Object.keys(others).length === 0 ? touchedOnly(document, groups) : everything(document, change)
}

/** Tried for good: the violation is gone, and every hard one that is left was there before. */
const isMending = (document: PlanDocument, violation: Violation, change: Change): boolean => {
  if (isEmptyChange(change)) return false
  const { before, after } = outcomeOf(document, change)
  const known = new Set(before.map(({ id }) => id))
  return known.has(violation.id) &&
    after.every(({ id, severity }) => id !== violation.id && (severity !== 'hard' || known.has(id)))
}

const tried = (
  document: PlanDocument, violation: Violation, candidates: readonly Candidate[], most: number,
): readonly Fix[] => {
  const fixes: Fix[] = []
  const ofRank = new Map<number, number>()
  const said = new Set<string>()
  for (const candidate of candidates.toSorted(cheapestFirst)) {
    if (fixes.length >= most) break
    if ((ofRank.get(candidate.rank) ?? 0) >= mostOfOneKind) continue
    const sentence = JSON.stringify(candidate.label)
    if (said.has(sentence)) continue
    const change = candidate.change()
    if (!change || !isMending(document, violation, change)) continue
    said.add(sentence)
    fixes.push({ label: candidate.label, change })
    ofRank.set(candidate.rank, (ofRank.get(candidate.rank) ?? 0) + 1)
  }
  return fixes
}

/**
 * The fixes for one violation of `document`, what takes least from the planner first. Each was tried before it is
 * offered: it removes the violation and adds no hard one. Taking something out of the plan comes last, and never alone.
 */
export const fixesFor = (document: PlanDocument, violation: Violation, newId: NewId): readonly Fix[] => {
  const problem = caseOf(document, violation, newId)
  const candidates = makers[violation.type].flatMap((make) => make(problem))
  const fixes = tried(document, violation, candidates, mostFixes - 1)
  const some = fixes.length > 0 ? fixes : tried(document, violation, lastResorts(problem), 1)
  const unplans = unplansOf(problem).filter(({ rank }) => rank === ranks.unplan)
  return some.length === 0 ? [] : [...some, ...tried(document, violation, unplans, 1)]
}
