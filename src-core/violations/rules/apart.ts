import type { PlanModel } from '../model/plan-model'
import type { RuleModel } from '../model/rule-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { itemIdOf, participants } from './participants'

const violation = (plan: PlanModel, { rule }: RuleModel, first: number, other: number): Violation => ({
  id: `apart:${rule.id}:${itemIdOf(plan, first)}:${itemIdOf(plan, other)}`,
  type: 'apart',
  severity: 'hard',
  ...participants(plan, [first, other]),
  ruleId: rule.id,
  params: {},
})

/** Every two items in different waves. In each wave, every item after the rule's first one there is too many. */
export const checkApart = (plan: PlanModel, model: RuleModel, report: Report): void => {
  const firstIn = new Map<number, number>()
  for (const item of model.items) {
    const position = plan.waveOf[item]!
    if (position < 0) continue
    const first = firstIn.get(position)
    if (first === undefined) firstIn.set(position, item)
    else report.hard(() => violation(plan, model, first, item))
  }
}
