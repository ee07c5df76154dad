import type { PlanModel } from '../model/plan-model'
import type { Twins } from '../model/twins'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { itemIdOf, participants } from './participants'

const violation = (plan: PlanModel, test: number, production: number): Violation => ({
  id: `test-after-production:${itemIdOf(plan, test)}`,
  type: 'test-after-production',
  severity: 'warning',
  ...participants(plan, [test, production]),
  params: {},
})

/** A warning for each test item in a later wave than the earliest production item of its name. */
export const checkTwins = (plan: PlanModel, twins: Twins, report: Report): void => {
  const planned = twins.productions.filter((item) => plan.waveOf[item]! >= 0)
  const production = planned.toSorted((a, b) => plan.waveOf[a]! - plan.waveOf[b]!)[0]
  if (production === undefined) return
  for (const test of twins.tests) {
    if (plan.waveOf[test]! > plan.waveOf[production]!) report.warning(() => violation(plan, test, production))
  }
}
