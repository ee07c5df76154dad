import type { PlanModel } from '../model/plan-model'
import type { RuleModel } from '../model/rule-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { byGroup, itemIdOf, participants } from './participants'

const violation = (plan: PlanModel, { rule }: RuleModel, items: readonly number[]): Violation => ({
  id: `pin:${rule.id}:${itemIdOf(plan, items[0]!)}`,
  type: 'pin',
  severity: 'hard',
  ...participants(plan, items),
  ruleId: rule.id,
  params: { wave: rule.wave ?? 0 },
})

/** Pinned items lie in that wave number once they are planned; one violation a group. */
export const checkPin = (plan: PlanModel, model: RuleModel, report: Report): void => {
  const { wave } = model.rule
  if (wave === undefined) return
  const wrong = model.items.filter((item) => {
    const position = plan.waveOf[item]!
    return position >= 0 && plan.calendar.waves[position]!.number !== wave
  })
  for (const items of byGroup(plan, wrong).values()) report.hard(() => violation(plan, model, items))
}
