import type { PlanModel } from '../model/plan-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { itemIdOf, itemIdsOf, waveIdAt } from './participants'

const violation = (plan: PlanModel, group: number, items: readonly number[]): Violation => ({
  id: `critical-first:${itemIdOf(plan, items[0]!)}`,
  type: 'critical-first',
  severity: 'warning',
  itemIds: itemIdsOf(plan, items),
  groupIds: [plan.groups[group]!.row.id],
  waveIds: [waveIdAt(plan, 0)],
  params: { items: items.length },
})

/** A warning where criticality 4, patient safety, is in the first wave, in which everybody still learns; one a group. */
export const checkCriticalFirst = (plan: PlanModel, group: number, report: Report): void => {
  const { items, position } = plan.groups[group]!
  if (position !== 0) return
  const { isCritical } = plan.estate
  for (let at = 0; at < items.length; at++) {
    if (isCritical[items[at]!] === 1) {
      report.warning(() => violation(plan, group, [...items].filter((item) => isCritical[item] === 1)))
      return
    }
  }
}
