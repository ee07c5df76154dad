import { dayNumber } from '../../plan/dates'
import type { Moment } from '../../plan/rule'
import type { PlanModel } from '../model/plan-model'
import type { RuleModel } from '../model/rule-model'
import type { WaveCalendar } from '../model/wave-calendar'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { byGroup, itemIdOf, participants } from './participants'

export type WindowSide = 'earliest' | 'latest'

/**
 * A wave is too early when it begins before the first day allowed, too late when it ends after the last one: the cutover
 * can be on any of its days. Where a wave has one of the two days only, that one is compared. Wave numbers compare
 * as numbers. NaN (no date, or none that is in the calendar) compares as fine: undated waves are not checked.
 */
export const brokenSide = (
  calendar: WaveCalendar, position: number, earliest: Moment | undefined, latest: Moment | undefined,
): WindowSide | null => {
  const number = calendar.waves[position]!.number
  const start = calendar.start[position]!
  const end = calendar.end[position]!
  const first = Number.isNaN(start) ? end : start
  const last = Number.isNaN(end) ? start : end
  if (typeof earliest === 'number' ? number < earliest : earliest !== undefined && first < dayNumber(earliest)) {
    return 'earliest'
  }
  if (typeof latest === 'number' ? number > latest : latest !== undefined && last > dayNumber(latest)) return 'latest'
  return null
}

const violation = (
  plan: PlanModel, { rule }: RuleModel, items: readonly number[], side: WindowSide,
): Violation => ({
  id: `window:${rule.id}:${itemIdOf(plan, items[0]!)}`,
  type: 'window',
  severity: 'hard',
  ...participants(plan, items),
  ruleId: rule.id,
  params: { side, limit: rule[side] ?? '' },
})

/** Planned items not before `earliest` and not after `latest`; one violation a group. */
export const checkWindow = (plan: PlanModel, model: RuleModel, report: Report): void => {
  const { earliest, latest } = model.rule
  const sides = plan.calendar.waves.map((_, position) => brokenSide(plan.calendar, position, earliest, latest))
  const wrong = model.items.filter((item) => plan.waveOf[item]! >= 0 && sides[plan.waveOf[item]!] !== null)
  for (const items of byGroup(plan, wrong).values()) {
    const side = sides[plan.waveOf[items[0]!]!]
    if (side) report.hard(() => violation(plan, model, items, side))
  }
}
