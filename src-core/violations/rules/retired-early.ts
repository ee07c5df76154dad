import type { PlanModel } from '../model/plan-model'
import { unplanned } from '../model/plan-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { participants } from './participants'

const violation = (plan: PlanModel, index: number): Violation => {
  const dependency = plan.estate.estate.dependencies[index]!
  return {
    id: `retired-early:${dependency.id}`,
    type: 'retired-early',
    severity: 'hard',
    ...participants(plan, [plan.estate.to[index]!, plan.estate.from[index]!]),
    dependencyId: dependency.id,
    params: {},
  }
}

/**
 * A retired item goes no earlier than the last that needs it (DESIGN 5, point 4): it is broken when it is planned and
 * what needs it is later, or not planned. What is retained never goes, so nothing can wait for it: that is a bridge.
 */
export const checkRetiredEarly = (plan: PlanModel, index: number, report: Report): void => {
  const consumer = plan.waveOf[plan.estate.from[index]!]!
  const retired = plan.waveOf[plan.estate.to[index]!]!
  if (retired === unplanned || consumer === retired) return
  if (consumer === unplanned || consumer > retired) report.hard(() => violation(plan, index))
}
