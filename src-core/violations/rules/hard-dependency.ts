import type { PlanModel } from '../model/plan-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { participants } from './participants'

const violation = (plan: PlanModel, index: number): Violation => {
  const dependency = plan.estate.estate.dependencies[index]!
  return {
    id: `hard-dependency:${dependency.id}`,
    type: 'hard-dependency',
    severity: 'hard',
    ...participants(plan, [plan.estate.from[index]!, plan.estate.to[index]!]),
    dependencyId: dependency.id,
    params: {},
  }
}

/**
 * Hard: both ends in one move group (DESIGN 5, point 3). Groups that share a wave today are still two groups that can
 * be dragged apart, so a cut is broken wherever they lie, planned or not.
 */
export const checkHardDependency = (plan: PlanModel, index: number, report: Report): void => {
  const { from, to } = plan.estate
  if (plan.groupOf[from[index]!] !== plan.groupOf[to[index]!]) report.hard(() => violation(plan, index))
}
