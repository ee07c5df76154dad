import { strongComponents } from '@core/planning/strong-components'
import type { GraphEstate } from '../graph-model'

const levels = new WeakMap<object, Int32Array>()

const findLevels = ({ items, from, to, outgoing }: GraphEstate): Int32Array => {
  const targets = Int32Array.from(outgoing.edges, (edge) => to[edge] ?? 0)
  const component = strongComponents(items.length, outgoing.offsets, targets)
  // Tarjan numbers a component after everything that it reaches: descending order visits consumers first.
  const between = Array.from(from, (end, edge): [number, number] => [component[end] ?? 0, component[to[edge] ?? 0] ?? 0])
    .filter(([a, b]) => a !== b)
    .sort(([a], [b]) => b - a)
  const level = new Int32Array(items.length)
  for (const [a, b] of between) level[b] = Math.max(level[b] ?? 0, (level[a] ?? 0) + 1)
  return Int32Array.from(items, (_, item) => level[component[item] ?? 0] ?? 0)
}

/**
 * How many steps of need lie above each item: what nobody needs is 0, what it needs is 1 further, and so on. Items in
 * one cycle share a level. Remembered for the estate.
 */
export const levelOfItems = (estate: GraphEstate): Int32Array => {
  const known = levels.get(estate.from) ?? findLevels(estate)
  levels.set(estate.from, known)
  return known
}
