import type { PlanModel } from '../model/plan-model'

/** The ids that a violation carries, from indexes of the model. */

export const itemIdOf = (plan: PlanModel, item: number): string => plan.estate.estate.items[item]!.id

export const itemIdsOf = (plan: PlanModel, items: Iterable<number>): readonly string[] =>
  Array.from(items, (item) => itemIdOf(plan, item))

/** Groups of the items, each once, in their order. */
export const groupIdsOf = (plan: PlanModel, items: Iterable<number>): readonly string[] => {
  const groups = new Set(Array.from(items, (item) => plan.groupOf[item]!))
  return [...groups].filter((group) => group >= 0).map((group) => plan.groups[group]!.row.id)
}

/** Waves of the items, each once, in their order; unplanned items have none. */
export const waveIdsOf = (plan: PlanModel, items: Iterable<number>): readonly string[] => {
  const positions = new Set(Array.from(items, (item) => plan.waveOf[item]!))
  return [...positions].filter((position) => position >= 0).map((position) => waveIdAt(plan, position))
}

export const waveIdAt = (plan: PlanModel, position: number): string => plan.calendar.waves[position]!.id

export const participants = (plan: PlanModel, items: readonly number[]) => ({
  itemIds: itemIdsOf(plan, items),
  groupIds: groupIdsOf(plan, items),
  waveIds: waveIdsOf(plan, items),
})

/** The items of a list by their group, for rules that speak of a group at a time. */
export const byGroup = (plan: PlanModel, items: Iterable<number>): ReadonlyMap<number, readonly number[]> => {
  const groups = new Map<number, number[]>()
  for (const item of items) {
    const group = plan.groupOf[item]!
    const members = groups.get(group)
    if (members) members.push(item)
    else groups.set(group, [item])
  }
  return groups
}
