import type { PlanLookup } from '@core/plan/lookup'
import type { RuleType } from '@core/plan/rule'

/**
 * Two items that a rule would part although they are in one move group, and so always move together: the first such
 * pair, or null where the rule can hold.
 */
export const boundPair = (
  type: RuleType, itemIds: readonly string[], { groupByItemId }: Pick<PlanLookup, 'groupByItemId'>,
): readonly [string, string] | null => {
  if (type !== 'apart' && type !== 'before') return null
  const firstOf = new Map<string, string>()
  for (const itemId of itemIds) {
    const group = groupByItemId.get(itemId)
    if (!group) continue
    const first = firstOf.get(group.id)
    if (first !== undefined && first !== itemId) return [first, itemId]
    firstOf.set(group.id, itemId)
  }
  return null
}
