import type { PlanModel } from '../model/plan-model'
import { unplanned } from '../model/plan-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { participants } from './participants'

const violation = (plan: PlanModel, index: number): Violation => {
  const dependency = plan.estate.estate.dependencies[index]!
  return {
    id: `latency:${dependency.id}`,
    type: 'latency',
    severity: 'warning',
    ...participants(plan, [plan.estate.from[index]!, plan.estate.to[index]!]),
    dependencyId: dependency.id,
    params: { latency: dependency.maxLatencyMs ?? 0 },
  }
}

/** A warning where a maximum latency is set and the ends are in different waves, one side old and one side new. */
export const checkLatency = (plan: PlanModel, index: number, report: Report): void => {
  const consumer = plan.waveOf[plan.estate.from[index]!]!
  const provider = plan.waveOf[plan.estate.to[index]!]!
  if (consumer === unplanned || provider === unplanned || consumer === provider) return
  report.warning(() => violation(plan, index))
}
