import type { PlanModel } from '../model/plan-model'
import type { RuleModel } from '../model/rule-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { participants } from './participants'

const violation = (plan: PlanModel, { rule, items }: RuleModel): Violation => {
  const taking = participants(plan, [...items])
  const open = [...items].filter((item) => plan.waveOf[item]! < 0).length
  return {
    id: `together:${rule.id}`,
    type: 'together',
    severity: 'hard',
    ...taking,
    ruleId: rule.id,
    params: { waves: taking.waveIds.length, unplanned: open },
  }
}

/** All items of the rule in one wave, or none of them planned. */
export const checkTogether = (plan: PlanModel, model: RuleModel, report: Report): void => {
  const first = model.items[0]
  if (first === undefined) return
  const position = plan.waveOf[first]!
  if (model.items.some((item) => plan.waveOf[item] !== position)) report.hard(() => violation(plan, model))
}
