import type { CapacityRule, PlanModel } from '../model/plan-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { exceeds } from './exceeds'
import { waveIdAt } from './participants'

const violation = (plan: PlanModel, position: number, load: number, limit: number, ruleId?: string): Violation => ({
  id: ruleId === undefined ? `capacity:${waveIdAt(plan, position)}` : `capacity:${ruleId}:${waveIdAt(plan, position)}`,
  type: 'capacity',
  severity: 'hard',
  itemIds: [],
  groupIds: [],
  waveIds: [waveIdAt(plan, position)],
  ...(ruleId !== undefined && { ruleId }),
  params: { load, limit },
})

/** Person-days in a wave against its capacity. */
export const checkCapacity = (plan: PlanModel, position: number, report: Report): void => {
  const limit = plan.calendar.waves[position]!.capacity
  const load = plan.effort[position]!
  if (limit !== undefined && exceeds(load, limit)) report.hard(() => violation(plan, position, load, limit))
}

/** Person-days of what is in the rule's scope, in the wave that it names, or in every wave. */
export const checkCapacityRule = (
  plan: PlanModel, { model: { rule }, effort }: CapacityRule, position: number, report: Report,
): void => {
  if (rule.wave !== undefined && rule.wave !== plan.calendar.waves[position]!.number) return
  const load = effort[position]!
  const limit = rule.limit ?? Infinity
  if (exceeds(load, limit)) report.hard(() => violation(plan, position, load, limit, rule.id))
}
