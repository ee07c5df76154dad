import type { Dependency } from './dependency'
import type { Estate } from './estate'
import type { Item } from './item'

/** The estate as numbers: item i is `items[i]`, dependency d leads from `from[d]` to `to[d]` (-1: no such item). */
export type EstateIndex = {
  readonly indexById: ReadonlyMap<string, number>
  readonly from: Int32Array
  readonly to: Int32Array
}

const indexByItems = new WeakMap<readonly Item[], ReadonlyMap<string, number>>()
const endsByDependencies = new WeakMap<readonly Dependency[], { items: readonly Item[]; index: EstateIndex }>()

/** Place of each item in the list, by id. The same map for the same list every time. */
export const indexItems = (items: readonly Item[]): ReadonlyMap<string, number> => {
  const known = indexByItems.get(items)
  if (known) return known
  const indexById = new Map<string, number>()
  items.forEach((item, index) => indexById.set(item.id, index))
  indexByItems.set(items, indexById)
  return indexById
}

/** Memoised for the lists of items and dependencies. */
export const indexEstate = (estate: Estate): EstateIndex => {
  const known = endsByDependencies.get(estate.dependencies)
  if (known && hasSamePlaces(known.items, estate.items)) return known.index
  const indexById = indexItems(estate.items)
  const from = new Int32Array(estate.dependencies.length)
  const to = new Int32Array(estate.dependencies.length)
  estate.dependencies.forEach((dependency, row) => {
    from[row] = indexById.get(dependency.from) ?? -1
    to[row] = indexById.get(dependency.to) ?? -1
  })
  const index = { indexById, from, to }
  endsByDependencies.set(estate.dependencies, { items: estate.items, index })
  return index
}

/** Editing an item makes a new list with the same ids in the same places: then the numbers still hold. */
const hasSamePlaces = (known: readonly Item[], items: readonly Item[]): boolean =>
  known === items ||
  (known.length === items.length && known.every((item, index) => item === items[index] || item.id === items[index]?.id))
