import type { PlanDocument } from '../plan/plan-document'
import { bridgesAmong } from './bridges'
import { checkPlan } from './check-plan'
import type { Evaluation, WaveLoad } from './evaluation'
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

const evaluateModel = (plan: PlanModel): Evaluation => {
  const found: Violation[] = []
  checkPlan(plan, wholePlan(plan), collecting(found))
  const violations = found.toSorted(hardFirst)
  const hard = violations.filter(({ severity }) => severity === 'hard').length
  const lookups = violationsBy(violations)
  return {
    violations,
    hard,
    warnings: violations.length - hard,
    bridges: bridgesAmong(plan, null),
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
