import type { PlanModel } from '../model/plan-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { exceeds } from './exceeds'
import { waveIdAt } from './participants'

const violation = (plan: PlanModel, position: number, load: number, limit: number): Violation => ({
  id: `budget:${waveIdAt(plan, position)}`,
  type: 'budget',
  severity: 'warning',
  itemIds: [],
  groupIds: [],
  waveIds: [waveIdAt(plan, position)],
  params: { load, limit },
})

/** A warning where the cost of what is in a wave is more than its budget. */
export const checkBudget = (plan: PlanModel, position: number, report: Report): void => {
  const limit = plan.calendar.waves[position]!.budget
  const load = plan.cost[position]!
  if (limit !== undefined && exceeds(load, limit)) report.warning(() => violation(plan, position, load, limit))
}
