import type { PlanExtent } from './model/extent'
import type { PlanModel } from './model/plan-model'
import type { Report } from './report'
import { checkBudget } from './rules/budget'
import { checkCapacity, checkCapacityRule } from './rules/capacity'
import { checkCriticalLimit } from './rules/critical-limit'
import { checkMaxItems } from './rules/max-items'

/** What a wave holds against what it may hold. */
export const checkWaves = (plan: PlanModel, extent: PlanExtent, report: Report): void => {
  for (const position of extent.positions) {
    checkCapacity(plan, position, report)
    checkMaxItems(plan, position, report)
    checkBudget(plan, position, report)
    for (const rule of plan.capacityRules) checkCapacityRule(plan, rule, position, report)
  }
  if (plan.criticalLimits.length === 0) return
  const positions = new Set(extent.positions)
  for (const model of plan.criticalLimits) checkCriticalLimit(plan, model, positions, report)
}
