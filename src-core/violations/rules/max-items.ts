import type { PlanModel } from '../model/plan-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { waveIdAt } from './participants'

const violation = (plan: PlanModel, position: number, load: number, limit: number): Violation => ({
  id: `max-items:${waveIdAt(plan, position)}`,
  type: 'max-items',
  severity: 'hard',
  itemIds: [],
  groupIds: [],
  waveIds: [waveIdAt(plan, position)],
  params: { load, limit },
})

/** Items in a wave against the most allowed. A device class is one item, however many devices it stands for. */
export const checkMaxItems = (plan: PlanModel, position: number, report: Report): void => {
  const limit = plan.calendar.waves[position]!.maxItems
  const load = plan.items[position]!
  if (limit !== undefined && load > limit) report.hard(() => violation(plan, position, load, limit))
}
