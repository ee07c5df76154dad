import { fieldValue, valueText, type FindWorld } from '@core/estate/find/item-fields'
import type { Item } from '@core/estate/item'

const most = 200

const known = new WeakMap<readonly Item[], Map<string, readonly string[]>>()

/** The commonest values of a field in the estate, to choose from: at most 200, sorted by how often they are there. */
export const valuesInUse = (items: readonly Item[], field: string, world: FindWorld): readonly string[] => {
  const isPlace = ['wave', 'group', 'violations', 'hardViolations'].includes(field)
  const lists = known.get(items) ?? new Map<string, readonly string[]>()
  known.set(items, lists)
  const remembered = isPlace ? undefined : lists.get(field)
  if (remembered) return remembered
  const counts = new Map<string, number>()
  for (const item of items) {
    const value = fieldValue(item, field, world)
    if (value !== undefined) counts.set(valueText(value), (counts.get(valueText(value)) ?? 0) + 1)
  }
  const values = [...counts].sort(([, a], [, b]) => b - a).slice(0, most).map(([value]) => value)
  if (!isPlace) lists.set(field, values)
  return values
}

const headings = new WeakMap<readonly Item[], readonly string[]>()

/** Headings of the planner's own columns, in the order in which they first come. */
export const headingsInUse = (items: readonly Item[]): readonly string[] => {
  const remembered = headings.get(items)
  if (remembered) return remembered
  const found = new Set<string>()
  for (const { extra } of items) for (const [heading] of extra ?? []) found.add(heading)
  const made = [...found]
  headings.set(items, made)
  return made
}
