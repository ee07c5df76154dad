import type { RuleType } from '../plan/rule'
import type { PlanExtent } from './model/extent'
import type { PlanModel } from './model/plan-model'
import type { RuleModel } from './model/rule-model'
import type { Report } from './report'
import { checkApart } from './rules/apart'
import { checkBefore } from './rules/before'
import { checkPin } from './rules/pin'
import { checkTogether } from './rules/together'
import { checkWindow } from './rules/window'

type Check = (plan: PlanModel, model: RuleModel, report: Report) => void

const nothing: Check = () => undefined

const checks: Readonly<Record<RuleType, Check>> = {
  together: checkTogether,
  apart: checkApart,
  before: checkBefore,
  pin: checkPin,
  window: checkWindow,
  // These two count what is in a wave: check-waves.ts.
  capacity: nothing,
  'critical-limit': nothing,
}

/** The planner's rules that relate items to waves and to each other. */
export const checkRelations = (plan: PlanModel, extent: PlanExtent, report: Report): void => {
  for (const model of extent.relations) checks[model.rule.type](plan, model, report)
}
