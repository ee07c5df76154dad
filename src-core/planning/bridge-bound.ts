import { exceeds } from '../violations/rules/exceeds'
import type { Board } from './board'
import type { BridgeArgument, BridgeBound, BridgePart } from './plan-bounds'
import { roomBound, shortestBridge } from './room-bound'
import type { UnitEdges } from './unit-edges'
import { type Windows, freeWindows } from './windows'

type Sums = Map<BridgeArgument, { price: number; bridges: number }>

const add = (sums: Sums, argument: BridgeArgument, price: number): void => {
  if (price <= 0) return
  const sum = sums.get(argument) ?? { price: 0, bridges: 0 }
  sums.set(argument, { price: sum.price + price, bridges: sum.bridges + 1 })
}

/** Where a unit may lie: its own domain within what order leaves. */
const placesOf = (board: Board, { first, last, dead }: Windows, unit: number): readonly number[] => {
  if (dead[unit] === 1) return []
  const places: number[] = []
  for (let position = Math.max(0, first[unit]!); position <= last[unit]!; position++) {
    if (board.domains[unit]!.allowed[position] === 1) places.push(position)
  }
  return places
}

/** A retained end is bridged to the end of the last wave, and the plan's own waves stay. */
const leastRetained = (board: Board, places: readonly number[], existing: number): number => {
  const count = board.waves.length
  return places.reduce((least, place) =>
    Math.min(least, board.calendar.days[place * count + Math.max(place, existing - 1)]!), Infinity)
}

const lagBetween = (board: Board, unit: number, other: number): number => {
  for (const link of board.units.after[unit]!) if (link.unit === other) return link.lag
  return -1
}

/** Why the two cannot share a wave, if they cannot. */
const partedBy = (board: Board, a: number, b: number, placesOfA: readonly number[], isPlaceOfB: (at: number) => boolean): BridgeArgument | null => {
  const { units } = board
  if (units.isSettled[a] === 1 && units.isSettled[b] === 1) return units.given[a] === units.given[b] ? null : 'settled'
  if (lagBetween(board, a, b) > 0 || lagBetween(board, b, a) > 0) return 'lag'
  if (!placesOfA.some(isPlaceOfB)) return 'windows'
  if (units.apart[a]!.includes(b)) return 'apart'
  // What is settled is a fact, and need not fit.
  if (units.isSettled[a] === 1 || units.isSettled[b] === 1) return null
  const effort = units.effort[a]! + units.effort[b]!
  const items = units.items[a]! + units.items[b]!
  return placesOfA.some((at) => isPlaceOfB(at) && !exceeds(effort, board.capacity[at]!) && items <= board.maxItems[at]!) ? null : 'room'
}

/** Pairs of waves worth a look; beyond, the shortest bridge of all is said. */
const mostPairs = 2_500

/** The shortest bridge between waves that the two may have. */
const leastDays = (board: Board, a: number, b: number, placesOfA: readonly number[], placesOfB: readonly number[]): number => {
  const { numbers, calendar: { days } } = board
  const isFact = board.units.isSettled[a] === 1 && board.units.isSettled[b] === 1
  const forward = isFact ? -1 : lagBetween(board, a, b)
  const back = isFact ? -1 : lagBetween(board, b, a)
  let least = Infinity
  if (placesOfA.length * placesOfB.length > mostPairs) return shortestBridge(board)
  for (const p of placesOfA) {
    for (const q of placesOfB) {
      if (p === q || (forward >= 0 && numbers[q]! - numbers[p]! < forward) || (back >= 0 && numbers[p]! - numbers[q]! < back)) continue
      least = Math.min(least, days[p * board.waves.length + q]!)
    }
  }
  return least < Infinity ? least : 0
}

const retainedParts = (board: Board, edges: UnitEdges, places: readonly (readonly number[])[], sums: Sums): void => {
  const existing = board.units.plan.calendar.waves.length
  places.forEach((open, unit) => {
    if (open.length > 0 && edges.retained[unit]! > 0) add(sums, 'retained', edges.retained[unit]! * leastRetained(board, open, existing))
  })
}

/** Sums what each forced bridge costs at least; marks in `isForced` the edges that were counted. */
const forcedParts = (board: Board, edges: UnitEdges, places: readonly (readonly number[])[], sums: Sums): Uint8Array => {
  const isForced = new Uint8Array(edges.others.length)
  const mark = new Int32Array(board.waves.length).fill(-1)
  places.forEach((open, a) => {
    for (const place of open) mark[place] = a
    for (let at = edges.offsets[a]!; at < edges.offsets[a + 1]!; at++) {
      const b = edges.others[at]!
      const other = places[b]!
      if (open.length === 0 || other.length === 0 || edges.pricePerDay[at] === 0) continue
      const argument = partedBy(board, b, a, other, (place) => mark[place] === a)
      if (argument === null) continue
      isForced[at] = 1
      if (a < b) add(sums, argument, edges.pricePerDay[at]! * leastDays(board, a, b, open, other))
    }
  })
  return isForced
}

/** No complete plan has bridges of a smaller price: those that stay, those that are forced, and what room parts. */
export const bridgeBound = (board: Board, edges: UnitEdges): BridgeBound => {
  const windows = freeWindows(board)
  const places = board.units.groups.map((_, unit) => placesOf(board, windows, unit))
  const sums: Sums = new Map()
  retainedParts(board, edges, places, sums)
  const isForced = forcedParts(board, edges, places, sums)
  const { argument, price, bridges } = roomBound(board, edges, isForced)
  const found: readonly BridgePart[] = [...sums].map(([name, sum]) => ({ argument: name, ...sum }))
  const merged = price <= 0
    ? found
    : [...found.filter((part) => part.argument !== argument), {
        argument,
        price: price + (sums.get(argument)?.price ?? 0),
        bridges: bridges + (sums.get(argument)?.bridges ?? 0),
      }]
  return { price: merged.reduce((sum, part) => sum + part.price, 0), parts: merged.toSorted((a, b) => b.price - a.price) }
}
