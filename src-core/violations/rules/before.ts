import type { Rule } from '../../plan/rule'
import type { PlanModel } from '../model/plan-model'
import { unplanned } from '../model/plan-model'
import type { RuleModel } from '../model/rule-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { itemIdOf, participants } from './participants'

/** Strictly earlier where the rule says nothing; 0 means not later. */
export const lagOf = (rule: Rule): number => rule.lag ?? 1

const violation = (plan: PlanModel, { rule }: RuleModel, first: number, next: number): Violation => ({
  id: `before:${rule.id}:${itemIdOf(plan, first)}:${itemIdOf(plan, next)}`,
  type: 'before',
  severity: 'hard',
  ...participants(plan, [first, next]),
  ruleId: rule.id,
  params: { lag: lagOf(rule) },
})

/** Between wave numbers, since those are what a rule is written in; an unplanned item comes before nothing. */
const isBroken = (plan: PlanModel, lag: number, first: number, next: number): boolean => {
  const a = plan.waveOf[first]!
  const b = plan.waveOf[next]!
  if (b === unplanned) return false
  if (a === unplanned) return true
  return plan.calendar.waves[b]!.number - plan.calendar.waves[a]!.number < lag
}

/** Each item at least `lag` waves before the next one of the rule. */
export const checkBefore = (plan: PlanModel, model: RuleModel, report: Report): void => {
  const lag = lagOf(model.rule)
  for (let at = 1; at < model.items.length; at++) {
    const first = model.items[at - 1]!
    const next = model.items[at]!
    if (isBroken(plan, lag, first, next)) report.hard(() => violation(plan, model, first, next))
  }
}
