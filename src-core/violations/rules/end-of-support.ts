import { isoDay } from '../../plan/dates'
import type { PlanModel } from '../model/plan-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { itemIdOf, itemIdsOf } from './participants'

const violation = (plan: PlanModel, group: number, items: readonly number[]): Violation => {
  const { row, position } = plan.groups[group]!
  const wave = plan.calendar.waves[position]!
  const first = Math.min(...items.map((item) => plan.estate.supportEnd[item]!))
  return {
    id: `end-of-support:${wave.id}:${itemIdOf(plan, items[0]!)}`,
    type: 'end-of-support',
    severity: 'warning',
    itemIds: itemIdsOf(plan, items),
    groupIds: [row.id],
    waveIds: [wave.id],
    params: { day: isoDay(first), end: wave.end ?? '', items: items.length },
  }
}

/** A warning where a wave ends after the support of something in it does; one a group. */
export const checkEndOfSupport = (plan: PlanModel, group: number, report: Report): void => {
  const { items, position } = plan.groups[group]!
  if (position < 0) return
  const end = plan.calendar.end[position]!
  const { supportEnd } = plan.estate
  for (let at = 0; at < items.length; at++) {
    if (end > supportEnd[items[at]!]!) {
      report.warning(() => violation(plan, group, [...items].filter((item) => end > supportEnd[item]!)))
      return
    }
  }
}
