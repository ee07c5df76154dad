import { lookup } from './lookup'
import type { Change } from './change'
import type { PlanDocument } from './plan-document'

/**
 * One item that a change has given another group or wave, or otherwise one whose fields it has set: where to look to see
 * what has happened. Null where it is about neither, or has taken all of them away.
 */
export const itemToSee = (before: PlanDocument, after: PlanDocument, { groups, items }: Change): string | null => {
  const [from, to] = [lookup(before).groupByItemId, lookup(after).groupByItemId]
  const isElsewhere = (id: string): boolean => from.get(id)?.id !== to.get(id)?.id || from.get(id)?.waveId !== to.get(id)?.waveId
  for (const { row } of groups?.put ?? []) {
    const moved = row.itemIds.find(isElsewhere)
    if (moved !== undefined) return moved
  }
  return items?.put?.[0]?.row.id ?? null
}
