import type { Item } from '@core/estate/item'

export type SuggestedField =
  'organisation' | 'site' | 'serviceArea' | 'environment' | 'supplier' | 'phaseOutReason' | 'owner' | 'team' | 'status'

const known = new WeakMap<readonly Item[], Map<SuggestedField, readonly string[]>>()

/** What the others have in this field, the most frequent first: what is typed next is likely to be one of them. */
export const suggestionsOf = (items: readonly Item[], field: SuggestedField): readonly string[] => {
  const ofItems = known.get(items) ?? new Map<SuggestedField, readonly string[]>()
  known.set(items, ofItems)
  const before = ofItems.get(field)
  if (before) return before
  const counts = new Map<string, number>()
  for (const item of items) {
    const value = item[field]
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const made = [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value)
  ofItems.set(field, made)
  return made
}
