import { checkDependencies } from './check-dependencies'
import { checkRelations } from './check-relations'
import { checkWaves } from './check-waves'
import type { Extent, PlanExtent } from './model/extent'
import type { PlanModel } from './model/plan-model'
import type { Report } from './report'
import { checkCriticalFirst } from './rules/critical-first'
import { checkEndOfSupport } from './rules/end-of-support'
import { checkFreeze } from './rules/freeze'
import { checkTwins } from './rules/test-after-production'

/** Every rule over one extent of a plan. */
export const checkPlan = (plan: PlanModel, extent: Extent, report: Report): void => {
  checkDependencies(plan, extent, report)
  checkAllElse(plan, extent, report)
}

/** What does not follow from dependencies. */
export const checkAllElse = (plan: PlanModel, extent: PlanExtent, report: Report): void => {
  checkRelations(plan, extent, report)
  checkWaves(plan, extent, report)
  const hasFreezes = plan.scenario.freezeWindows.length > 0
  const { hasSupportEnds } = plan.estate
  for (const group of extent.groups) {
    if (hasFreezes) checkFreeze(plan, group, report)
    if (hasSupportEnds) checkEndOfSupport(plan, group, report)
    if (plan.groups[group]!.position === 0) checkCriticalFirst(plan, group, report)
  }
  for (const twins of extent.twins) checkTwins(plan, twins, report)
}
