import type { NewId } from '../ids'
import { applyChange, isEmptyChange } from '../plan/apply-change'
import type { Change } from '../plan/change'
import type { StepLabel } from '../plan/history'
import type { PlanDocument } from '../plan/plan-document'
import { bridgesAmong } from './bridges'
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
import { type Violation, type ViolationType, warningCost } from './violation'

/** What a fix changes in the whole plan beside the violation that it is for; the price in the money of bridges. */
export type FixCost = { readonly hard: number; readonly warnings: number; readonly bridgePrice: number }

/** A change that removes a violation without adding a hard one, what to call it, and what else it changes. */
export type Fix = { readonly label: StepLabel; readonly change: Change; readonly cost: FixCost }

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

/** What is tried first: candidates know only in part what they cost. */
const likeliestFirst = (a: Candidate, b: Candidate): number => a.rank - b.rank || a.cost - b.cost

type Outcome = { readonly violations: readonly Violation[]; readonly bridgePrice: number }
type BeforeAndAfter = { readonly before: Outcome; readonly after: Outcome }

const outcomeOf = (document: PlanDocument): Outcome => {
  const { violations, bridges } = evaluate(document)
  return { violations, bridgePrice: bridges.price }
}

const foundIn = (plan: PlanModel, extent: Extent): Outcome => {
  const violations: Violation[] = []
  checkPlan(plan, extent, collecting(violations))
  return { violations, bridgePrice: bridgesAmong(plan, extent.dependencies).price }
}

/** Where only groups change, what they touch tells the same as everything, in a fraction of the time. */
const touchedOnly = (document: PlanDocument, patch: NonNullable<Change['groups']>): BeforeAndAfter => {
  const plan = planModel(document)
  const ground = groundOf(plan, [patch])
  return { before: foundIn(plan, ground.extent), after: tryPatch(plan, ground, patch, (extent) => foundIn(plan, extent)) }
}

const outcomesOf = (document: PlanDocument, change: Change): BeforeAndAfter => {
  const { groups, scenarioId: _, ...others } = change
  return groups && Object.keys(others).length === 0
    ? touchedOnly(document, groups)
    : { before: outcomeOf(document), after: outcomeOf(applyChange(document, change).document) }
}

const countOf = ({ violations }: Outcome, severity: Violation['severity'], but?: string): number =>
  violations.filter((violation) => violation.severity === severity && violation.id !== but).length

/** Tried for good: the violation is gone, and every hard one that is left was there before. null where that is not so. */
const costOf = (document: PlanDocument, violation: Violation, change: Change): FixCost | null => {
  if (isEmptyChange(change)) return null
  const { before, after } = outcomesOf(document, change)
  const known = new Set(before.violations.map(({ id }) => id))
  const isMending = known.has(violation.id) &&
    after.violations.every(({ id, severity }) => id !== violation.id && (severity !== 'hard' || known.has(id)))
  if (!isMending) return null
  return {
    hard: countOf(after, 'hard') - countOf(before, 'hard', violation.id),
    warnings: countOf(after, 'warning') - countOf(before, 'warning', violation.id),
    bridgePrice: after.bridgePrice - before.bridgePrice,
  }
}

type Tried = Fix & { readonly rank: number }

const tried = (
  document: PlanDocument, violation: Violation, candidates: readonly Candidate[], most: number,
): readonly Tried[] => {
  const fixes: Tried[] = []
  const ofRank = new Map<number, number>()
  const said = new Set<string>()
  for (const { rank, label, change: make } of candidates.toSorted(likeliestFirst)) {
    if (fixes.length >= most) break
    if ((ofRank.get(rank) ?? 0) >= mostOfOneKind) continue
    const sentence = JSON.stringify(label)
    if (said.has(sentence)) continue
    const change = make()
    const cost = change && costOf(document, violation, change)
    if (!cost) continue
    said.add(sentence)
    fixes.push({ rank, label, change, cost })
    ofRank.set(rank, (ofRank.get(rank) ?? 0) + 1)
  }
  return fixes
}

/** Whom it takes: the planner alone; others too, who meant a limit, a rule or a row; those a settled wave is agreed with. */
const agreementOf = (rank: number): number => (rank < ranks.limit ? 0 : rank < ranks.settled ? 1 : 2)

/** In the money of bridges, as a proposal weighs a plan; a hard violation less is beyond price. */
const moneyOf = ({ warnings, bridgePrice }: FixCost): number => bridgePrice + warnings * warningCost

const cheapestFirst = (a: Tried, b: Tried): number =>
  agreementOf(a.rank) - agreementOf(b.rank) || a.cost.hard - b.cost.hard || moneyOf(a.cost) - moneyOf(b.cost) || a.rank - b.rank

/**
 * The fixes for one violation of `document`, cheapest first: of those that the planner can do alone, then of those that
 * change what others have meant. Each was tried before it is offered: it removes the violation and adds no hard one.
 * Taking something out of the plan comes last, and never alone.
 */
export const fixesFor = (document: PlanDocument, violation: Violation, newId: NewId): readonly Fix[] => {
  const problem = caseOf(document, violation, newId)
  const candidates = makers[violation.type].flatMap((make) => make(problem))
  const fixes = tried(document, violation, candidates, mostFixes - 1)
  const some = fixes.length > 0 ? fixes : tried(document, violation, lastResorts(problem), 1)
  const unplans = unplansOf(problem).filter(({ rank }) => rank === ranks.unplan)
  if (some.length === 0) return []
  return [...some.toSorted(cheapestFirst), ...tried(document, violation, unplans, 1)].map(({ rank: _, ...fix }) => fix)
}
