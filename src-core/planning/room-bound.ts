import type { Board } from './board'
import { DisjointSets } from './disjoint-sets'
import type { BridgePart } from './plan-bounds'
import type { UnitEdges } from './unit-edges'

type Rows = { readonly board: Board; readonly edges: UnitEdges; readonly isForced: Uint8Array }

const largestOpen = ({ capacity, isOpen }: Board): number =>
  capacity.reduce((most, limit, position) => (isOpen[position] === 1 ? Math.max(most, limit) : most), 0)

const shortest = new WeakMap<Board, number>()

/** Days of the shortest bridge that there is between two waves; remembered. */
export const shortestBridge = (board: Board): number => {
  const known = shortest.get(board)
  if (known !== undefined) return known
  const { calendar: { days }, waves } = board
  let least = Infinity
  for (let a = 0; a < waves.length; a++) {
    for (let b = a + 1; b < waves.length; b++) least = Math.min(least, days[a * waves.length + b]!)
  }
  const made = least < Infinity ? least : 0
  shortest.set(board, made)
  return made
}

const isOpenEdge = ({ board: { units }, edges, isForced }: Rows, unit: number, at: number): boolean =>
  isForced[at] === 0 && edges.pricePerDay[at]! > 0 && units.isSettled[unit] === 0 && units.isSettled[edges.others[at]!] === 0

/** Price a day that a unit cannot keep beside it in one wave, at best: a knapsack whose last piece may be cut. */
const starOf = (rows: Rows, unit: number, capacity: number): { readonly price: number; readonly bridges: number } => {
  const { board: { units }, edges } = rows
  const leaves: { size: number; price: number }[] = []
  for (let at = edges.offsets[unit]!; at < edges.offsets[unit + 1]!; at++) {
    if (isOpenEdge(rows, unit, at)) leaves.push({ size: units.effort[edges.others[at]!]!, price: edges.pricePerDay[at]! })
  }
  let room = Math.max(0, capacity - units.effort[unit]!)
  let price = 0
  let bridges = 0
  for (const leaf of leaves.toSorted((a, b) => a.size * b.price - b.size * a.price)) {
    const part = leaf.size <= room ? 1 : Math.max(0, room / leaf.size)
    room -= leaf.size * part
    if (part > 1 - 1e-9) continue
    price += leaf.price * (1 - part)
    bridges += 1
  }
  return { price, bridges }
}

/** What each unit cannot keep beside it. Each edge counts half at each of its ends. */
const byStars = (rows: Rows, capacity: number): { readonly price: number; readonly bridges: number } => {
  const total = { price: 0, bridges: 0 }
  for (let unit = 0; unit < rows.board.units.count; unit++) {
    const star = starOf(rows, unit, capacity)
    total.price += star.price / 2
    total.bridges += star.bridges / 2
  }
  return { price: total.price, bridges: Math.floor(total.bridges) }
}

/** A set that hangs together and needs m waves is cut in at least m - 1 places: the cheapest ones. */
const byComponents = (rows: Rows, capacity: number): { readonly price: number; readonly bridges: number } => {
  const { board: { units }, edges } = rows
  const sets = new DisjointSets(units.count)
  const eachEdge = (visit: (unit: number, at: number) => void): void => {
    for (let unit = 0; unit < units.count; unit++) {
      for (let at = edges.offsets[unit]!; at < edges.offsets[unit + 1]!; at++) {
        if (edges.others[at]! > unit && isOpenEdge(rows, unit, at)) visit(unit, at)
      }
    }
  }
  eachEdge((unit, at) => sets.union(unit, edges.others[at]!))
  const prices = new Map<number, number[]>()
  eachEdge((unit, at) => {
    const root = sets.rootOf(unit)
    const list = prices.get(root) ?? []
    list.push(edges.pricePerDay[at]!)
    prices.set(root, list)
  })
  const effort = new Float64Array(units.count)
  for (let unit = 0; unit < units.count; unit++) effort[sets.rootOf(unit)]! += units.effort[unit]!
  const total = { price: 0, bridges: 0 }
  for (const [root, list] of prices) {
    const cuts = Math.ceil(effort[root]! / capacity - 1e-6) - 1
    if (cuts <= 0) continue
    const cheapest = list.toSorted((a, b) => a - b).slice(0, cuts)
    total.price += cheapest.reduce((sum, price) => sum + price, 0)
    total.bridges += cheapest.length
  }
  return total
}

/** What the waves' capacity parts at least, whatever lies where; edges that are forced apart anyway are not counted. */
export const roomBound = (board: Board, edges: UnitEdges, isForced: Uint8Array): BridgePart => {
  const capacity = largestOpen(board)
  const none: BridgePart = { argument: 'room', price: 0, bridges: 0 }
  if (!Number.isFinite(capacity) || capacity <= 0) return none
  const rows = { board, edges, isForced }
  const days = shortestBridge(board)
  const stars = byStars(rows, capacity)
  const components = byComponents(rows, capacity)
  return stars.price >= components.price
    ? { argument: 'room', price: stars.price * days, bridges: stars.bridges }
    : { argument: 'too-large', price: components.price * days, bridges: components.bridges }
}
