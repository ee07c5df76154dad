import { meaningOf } from '../estate/dependency-meaning'
import type { Estate } from '../estate/estate'
import { indexEstate } from '../estate/estate-index'
import { isMovable } from '../estate/item'
import type { Rule } from '../plan/rule'
import { DisjointSets } from './disjoint-sets'
import { strongComponents } from './strong-components'

export type Contraction = {
  /** Sets of places in `estate.items`. */
  readonly sets: DisjointSets
  /** 1 for each item that takes part. */
  readonly takesPart: Uint8Array
  /** Rows of the dependencies of each cycle of order, in ascending order. */
  readonly cycles: readonly (readonly number[])[]
}

/**
 * Contracts the estate to what must move together. Hard dependencies and together rules make blocks; then every
 * cycle of provider first among the blocks makes one block of them. That is all: the graph of strong components has
 * no cycles, so that contracting them makes no new one.
 */
export const contract = (estate: Estate, rules: readonly Rule[], taken: ReadonlySet<string>): Contraction => {
  const takesPart = Uint8Array.from(estate.items, (item) => (isMovable(item) && !taken.has(item.id) ? 1 : 0))
  const sets = new DisjointSets(estate.items.length)
  const ordered = joinByDependencies(estate, takesPart, sets)
  joinByRules(estate, rules, takesPart, sets)
  return { sets, takesPart, cycles: joinByCycles(estate, ordered, sets) }
}

/** Joins what hard dependencies bind; returns the rows of those of order provider first. */
const joinByDependencies = (estate: Estate, takesPart: Uint8Array, sets: DisjointSets): readonly number[] => {
  const { from, to } = indexEstate(estate)
  const ordered: number[] = []
  estate.dependencies.forEach((dependency, row) => {
    if (dependency.strength === 'soft' && dependency.order !== 'provider-first') return
    const a = from[row] as number
    const b = to[row] as number
    if (a < 0 || b < 0 || takesPart[a] === 0 || takesPart[b] === 0) return
    const meaning = meaningOf(dependency, estate.items[a], estate.items[b])
    if (meaning === 'same-group') sets.union(a, b)
    else if (meaning === 'provider-first') ordered.push(row)
  })
  return ordered
}

const joinByRules = (estate: Estate, rules: readonly Rule[], takesPart: Uint8Array, sets: DisjointSets): void => {
  const { indexById } = indexEstate(estate)
  for (const rule of rules) {
    if (rule.type !== 'together') continue
    const places = rule.itemIds.flatMap((itemId) => indexById.get(itemId) ?? []).filter((place) => takesPart[place])
    for (const place of places) sets.union(places[0] as number, place)
  }
}

const joinByCycles = (
  estate: Estate, ordered: readonly number[], sets: DisjointSets,
): readonly (readonly number[])[] => {
  const { from, to } = indexEstate(estate)
  const arcs = ordered
    .map((row) => ({ row, from: sets.rootOf(from[row] as number), to: sets.rootOf(to[row] as number) }))
    .filter((arc) => arc.from !== arc.to)
  const component = componentsOf(estate.items.length, arcs)
  const rowsByComponent = new Map<number, number[]>()
  for (const arc of arcs) {
    const number = component[arc.from] as number
    if (number !== component[arc.to]) continue
    const rows = rowsByComponent.get(number)
    if (rows) rows.push(arc.row)
    else rowsByComponent.set(number, [arc.row])
    sets.union(arc.from, arc.to)
  }
  return [...rowsByComponent.values()]
}

const componentsOf = (n: number, arcs: readonly { readonly from: number; readonly to: number }[]): Int32Array => {
  const offsets = new Int32Array(n + 1)
  for (const arc of arcs) offsets[arc.from + 1] = (offsets[arc.from + 1] as number) + 1
  for (let node = 0; node < n; node++) offsets[node + 1] = (offsets[node + 1] as number) + (offsets[node] as number)
  const next = offsets.slice()
  const targets = new Int32Array(arcs.length)
  for (const arc of arcs) {
    const slot = next[arc.from] as number
    targets[slot] = arc.to
    next[arc.from] = slot + 1
  }
  return strongComponents(n, offsets, targets)
}
