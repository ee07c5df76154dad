import type { Notice } from './evaluation'
import type { PlanModel } from './model/plan-model'
import { isDated } from './model/wave-calendar'

/** Whether there is anything that dates would be compared with. */
const asksForDates = (plan: PlanModel): boolean =>
  plan.scenario.freezeWindows.length > 0 ||
  plan.relations.some(({ rule }) => typeof rule.earliest === 'string' || typeof rule.latest === 'string') ||
  plan.estate.supportEnd.some((day) => day !== Infinity)

/** Undated waves are not checked against dates, and it is said (DESIGN 5, point 9): for those that hold something. */
export const noticesOf = (plan: PlanModel): readonly Notice[] => {
  const undated = plan.calendar.waves.filter(
    (_, position) => plan.items[position]! > 0 && !isDated(plan.calendar, position),
  )
  if (undated.length === 0 || !asksForDates(plan)) return []
  const params = { count: undated.length, waves: undated.map(({ number }) => number).join(', ') }
  return [{ type: 'undated-waves', waveIds: undated.map(({ id }) => id), params }]
}
