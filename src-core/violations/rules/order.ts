import { meaning } from '../model/dependency-meaning'
import type { PlanModel } from '../model/plan-model'
import { unplanned } from '../model/plan-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { participants } from './participants'

const violation = (plan: PlanModel, index: number, order: 'together' | 'provider-first'): Violation => {
  const dependency = plan.estate.estate.dependencies[index]!
  return {
    id: `order:${dependency.id}`,
    type: 'order',
    severity: 'hard',
    ...participants(plan, [plan.estate.from[index]!, plan.estate.to[index]!]),
    dependencyId: dependency.id,
    params: { order, shared: dependency.strength === 'hard' ? 1 : 0 },
  }
}

/**
 * Together: one wave. Provider first: the provider's wave is not later (DESIGN 5, points 3 and 5). A plan in progress
 * counts as it stands: what is planned while the other end it waits for is not, is broken; two unplanned ends are not.
 */
export const checkOrder = (plan: PlanModel, index: number, report: Report): void => {
  const bits = plan.estate.meaning[index]!
  const consumer = plan.waveOf[plan.estate.from[index]!]!
  const provider = plan.waveOf[plan.estate.to[index]!]!
  if (consumer === provider) return
  if ((bits & meaning.together) !== 0) {
    report.hard(() => violation(plan, index, 'together'))
  } else if ((bits & meaning.providerFirst) !== 0 && consumer !== unplanned) {
    if (provider === unplanned || provider > consumer) report.hard(() => violation(plan, index, 'provider-first'))
  }
}
