import type { PlanDocument } from '../plan/plan-document'
import { bridgesAmong } from './bridges'
import { brokenAfterMove } from './broken-after-move'
import { type BrokenDependencies, brokenDependencies } from './check-dependencies'
import { checkAllElse } from './check-plan'
import type { BridgeTotals, Evaluation, WaveLoad } from './evaluation'
import { wholePlan } from './model/extent'
import { type PlanModel, planModel } from './model/plan-model'
import { noticesOf } from './notices'
import { collecting } from './report'
import { type Violation, violationTypes } from './violation'
import { violationsBy } from './violations-by'

const rank = new Map(violationTypes.map((type, index) => [type, index]))

const hardFirst = (a: Violation, b: Violation): number =>
  Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
  (rank.get(a.type) ?? 0) - (rank.get(b.type) ?? 0)

const loadsOf = (plan: PlanModel): ReadonlyMap<string, WaveLoad> => {
  const groups = new Int32Array(plan.calendar.waves.length)
  for (const { position } of plan.groups) if (position >= 0) groups[position]! += 1
  return new Map(plan.calendar.waves.map(({ id }, position) => [id, {
    waveId: id,
    effort: plan.effort[position]!,
    items: plan.items[position]!,
    cost: plan.cost[position]!,
    groups: groups[position]!,
  }]))
}

/** An evaluation, and what of it hangs on nothing but dependencies and where their ends are. */
type Evaluated = { readonly plan: PlanModel; readonly broken: BrokenDependencies; readonly evaluation: Evaluation }

/** The newest one for what lies in which group: edits of cells that say nothing to it, and moves, leave that array as it is. */
const latestOf = new WeakMap<Int32Array, Evaluated>()

const hasSameDependencies = (a: PlanModel, b: PlanModel): boolean =>
  a.calendar === b.calendar && a.estate.from === b.estate.from && a.estate.meaning === b.estate.meaning && a.estate.boundBy === b.estate.boundBy

const liesTheSame = (a: PlanModel, b: PlanModel): boolean => a.waveOf === b.waveOf && a.groups === b.groups

const planParts = ['effort', 'items', 'cost', 'relations', 'capacityRules', 'freezes'] as const
const estateParts = ['movable', 'supportEnd', 'isCritical', 'twins'] as const

/** True when nothing that any rule reads is other than before. Limits of critical items also read organisations. */
const isSameToRules = (a: PlanModel, b: PlanModel): boolean =>
  b.criticalLimits.length === 0 && a.criticalLimits.length === 0 && planParts.every((part) => a[part] === b[part]) &&
  estateParts.every((part) => a.estate[part] === b.estate[part])

const evaluateModel = (plan: PlanModel): Evaluation => {
  const latest = latestOf.get(plan.groupOf)
  const before = latest && hasSameDependencies(latest.plan, plan) ? latest : undefined
  const isSame = before !== undefined && liesTheSame(before.plan, plan)
  if (isSame && isSameToRules(before.plan, plan)) return before.evaluation
  const broken = isSame ? before.broken : before ? brokenAfterMove(before.plan, before.broken, plan) : brokenDependencies(plan)
  const evaluation = evaluationOf(plan, broken.violations, isSame ? before.evaluation.bridges : bridgesAmong(plan, null))
  latestOf.set(plan.groupOf, { plan, broken, evaluation })
  return evaluation
}

const evaluationOf = (plan: PlanModel, ofDependencies: readonly Violation[], bridges: BridgeTotals): Evaluation => {
  const found = [...ofDependencies]
  checkAllElse(plan, wholePlan(plan), collecting(found))
  const violations = found.toSorted(hardFirst)
  const hard = violations.filter(({ severity }) => severity === 'hard').length
  const lookups = violationsBy(violations)
  return {
    violations,
    hard,
    warnings: violations.length - hard,
    bridges,
    notices: noticesOf(plan),
    loadByWaveId: loadsOf(plan),
    get violationsByItemId() { return lookups.violationsByItemId },
    get violationsByGroupId() { return lookups.violationsByGroupId },
    get violationsByDependencyId() { return lookups.violationsByDependencyId },
    get violationsByWaveId() { return lookups.violationsByWaveId },
  }
}

const evaluations = new WeakMap<PlanModel, Evaluation>()

/**
 * Checks the active scenario against everything in DESIGN 5, points 3 to 9. The same estate and scenario give the same
 * object. The first call for an estate compiles it; after that a change of the plan costs milliseconds.
 */
export const evaluate = (document: PlanDocument): Evaluation => {
  const plan = planModel(document)
  const known = evaluations.get(plan)
  if (known) return known
  const made = evaluateModel(plan)
  evaluations.set(plan, made)
  return made
}
