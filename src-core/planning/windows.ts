import type { Board } from './board'
import type { UnitModel } from './unit-model'

/**
 * The first and last wave position that each unit can take, given its own domain and what lies before and after it
 * (longest path both ways).
 */
export type Windows = {
  readonly first: Int32Array
  readonly last: Int32Array
  /** 1 for units without any place. What is dead holds nothing back, but what needs it is dead too. */
  readonly dead: Uint8Array
  /** Units in topological order: what must be placed comes before what needs it. */
  readonly order: Int32Array
}

/** Kahn's algorithm; the units of a cycle, which have no domain anyway, come last. */
const topologicalOrder = ({ units }: Board): Int32Array => {
  const waiting = Int32Array.from(units.before, (links) => links.length)
  const order: number[] = []
  waiting.forEach((count, unit) => {
    if (count === 0) order.push(unit)
  })
  for (let at = 0; at < order.length; at++) {
    for (const { unit } of units.after[order[at]!]!) {
      waiting[unit]! -= 1
      if (waiting[unit] === 0) order.push(unit)
    }
  }
  waiting.forEach((count, unit) => {
    if (count > 0) order.push(unit)
  })
  return Int32Array.from(order)
}

const isFree = (board: Board, fixed: Int32Array, unit: number, position: number): boolean =>
  fixed[unit]! >= 0 ? fixed[unit] === position : board.domains[unit]!.allowed[position] === 1

const firstFrom = (board: Board, fixed: Int32Array, unit: number, number: number): number => {
  const { numbers } = board
  for (let position = 0; position < numbers.length; position++) {
    if (numbers[position]! >= number && isFree(board, fixed, unit, position)) return position
  }
  return numbers.length
}

const lastUpTo = (board: Board, fixed: Int32Array, unit: number, number: number): number => {
  const { numbers } = board
  for (let position = numbers.length - 1; position >= 0; position--) {
    if (numbers[position]! <= number && isFree(board, fixed, unit, position)) return position
  }
  return -1
}

type Sweep = { readonly first: Int32Array; readonly last: Int32Array; readonly dead: Uint8Array }

const sweepForward = (board: Board, fixed: Int32Array, order: Int32Array, { first, dead }: Sweep): void => {
  const { units, numbers } = board
  for (const unit of order) {
    // What is settled is a fact, whether or not it is in order.
    if (units.isSettled[unit] === 1) {
      first[unit] = fixed[unit]!
      continue
    }
    let earliest = -Infinity
    for (const link of units.before[unit]!) {
      const number = dead[link.unit] === 1 ? Infinity : (numbers[first[link.unit]!] ?? Infinity) + link.lag
      if (number > earliest) earliest = number
    }
    first[unit] = firstFrom(board, fixed, unit, earliest)
  }
}

const sweepBack = (board: Board, fixed: Int32Array, order: Int32Array, { last, dead }: Sweep): void => {
  const { units, numbers } = board
  for (let at = order.length - 1; at >= 0; at--) {
    const unit = order[at]!
    if (units.isSettled[unit] === 1) {
      last[unit] = fixed[unit]!
      continue
    }
    let latest = Infinity
    for (const link of units.after[unit]!) {
      const number = dead[link.unit] === 1 ? Infinity : (numbers[last[link.unit]!] ?? -Infinity) - link.lag
      if (number < latest) latest = number
    }
    last[unit] = lastUpTo(board, fixed, unit, latest)
  }
}

const orders = new WeakMap<UnitModel, Int32Array>()

/** The same order for the same units. */
const orderOf = (board: Board): Int32Array => {
  const known = orders.get(board.units)
  if (known) return known
  const made = topologicalOrder(board)
  orders.set(board.units, made)
  return made
}

const free = new WeakMap<Board, Windows>()

/** The windows with nothing placed but what is settled; remembered. */
export const freeWindows = (board: Board): Windows => {
  const known = free.get(board)
  if (known) return known
  const { units } = board
  const made = windowsOf(board, Int32Array.from(units.given, (position, unit) => (units.isSettled[unit] === 1 ? position : -1)))
  free.set(board, made)
  return made
}

/** `fixed`: the position of settled units and of those that keep their place; -1 for the rest. */
export const windowsOf = (board: Board, fixed: Int32Array): Windows => {
  const { units, numbers } = board
  const order = orderOf(board)
  const sweep = { first: new Int32Array(units.count), last: new Int32Array(units.count), dead: new Uint8Array(units.count) }
  for (let found = true; found;) {
    found = false
    sweepForward(board, fixed, order, sweep)
    for (let unit = 0; unit < units.count; unit++) {
      if (sweep.first[unit]! >= numbers.length) sweep.dead[unit] = 1
    }
    sweepBack(board, fixed, order, sweep)
    for (let unit = 0; unit < units.count; unit++) {
      if (sweep.dead[unit] === 1 || sweep.first[unit]! <= sweep.last[unit]!) continue
      sweep.dead[unit] = 1
      found = true
    }
  }
  return { ...sweep, order }
}
