import { lookup } from '@core/plan/lookup'
import type { PlanDocument } from '@core/plan/plan-document'

const itemPrefix = 'item:'

/** The key by which one item is hidden; lanes and groups have keys of their own, which the graph knows. */
export const itemKey = (itemId: string): string => `${itemPrefix}${itemId}`

/** The items among the hidden keys that are still there. */
export const hiddenByKey = (document: PlanDocument, keys: readonly string[]): ReadonlySet<string> => {
  const ids = keys.filter((key) => key.startsWith(itemPrefix)).map((key) => key.slice(itemPrefix.length))
  if (ids.length === 0) return new Set()
  const { itemById } = lookup(document)
  return new Set(ids.filter((id) => itemById.has(id)))
}
