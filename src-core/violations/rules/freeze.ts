import type { PlanModel } from '../model/plan-model'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { itemIdOf, itemIdsOf } from './participants'

const violation = (plan: PlanModel, group: number, items: readonly number[]): Violation => {
  const { row, position } = plan.groups[group]!
  const wave = plan.calendar.waves[position]!
  const windows = plan.freezes.windowsOver(plan.estate.scopeOf[items[0]!]!, position)
  return {
    id: `freeze:${wave.id}:${itemIdOf(plan, items[0]!)}`,
    type: 'freeze',
    severity: 'hard',
    itemIds: itemIdsOf(plan, items),
    groupIds: [row.id],
    waveIds: [wave.id],
    ...(windows[0] && { freezeWindowId: windows[0].id }),
    params: { start: wave.start ?? '', end: wave.end ?? '', windows: windows.length, items: items.length },
  }
}

/**
 * A freeze breaks a wave only when no day between its start and end is left outside the freezes that hold for an item
 * (DESIGN 5, point 9); one violation a group.
 */
export const checkFreeze = (plan: PlanModel, group: number, report: Report): void => {
  const { items, position } = plan.groups[group]!
  if (position < 0 || plan.scenario.freezeWindows.length === 0) return
  const isFrozen = (item: number): boolean => plan.freezes.isFrozen(plan.estate.scopeOf[item]!, position)
  if (items.some(isFrozen)) report.hard(() => violation(plan, group, [...items].filter(isFrozen)))
}
