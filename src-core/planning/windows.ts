import type { Board } from './board'

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
  const seen = new Set(order)
  for (let unit = 0; unit < units.count; unit++) if (!seen.has(unit)) order.push(unit)
  return Int32Array.from(order)
}

const isFree = (board: Board, fixed: Int32Array, unit: number, position: number): boolean =>
  fixed[unit]! >= 0 ? fixed[unit] === position : board.domains[unit]!.allowed[position] === 1

const firstFrom = (board: Board, fixed: Int32Array, unit: number, number: number): number => {
  for (let position = 0; position < board.numbers.length; position++) {
    if (board.numbers[position]! >= number && isFree(board, fixed, unit, position)) return position
  }
  return board.numbers.length
}

const lastUpTo = (board: Board, fixed: Int32Array, unit: number, number: number): number => {
  for (let position = board.numbers.length - 1; position >= 0; position--) {
    if (board.numbers[position]! <= number && isFree(board, fixed, unit, position)) return position
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
    const earliest = units.before[unit]!.map((link) =>
      dead[link.unit] === 1 ? Infinity : (numbers[first[link.unit]!] ?? Infinity) + link.lag)
    first[unit] = firstFrom(board, fixed, unit, Math.max(-Infinity, ...earliest))
  }
}

const sweepBack = (board: Board, fixed: Int32Array, order: Int32Array, { last, dead }: Sweep): void => {
  const { units, numbers } = board
  for (const unit of order.toReversed()) {
    const latest = units.after[unit]!.map((link) =>
      dead[link.unit] === 1 ? Infinity : (numbers[last[link.unit]!] ?? -Infinity) - link.lag)
    last[unit] = units.isSettled[unit] === 1 ? fixed[unit]! : lastUpTo(board, fixed, unit, Math.min(Infinity, ...latest))
  }
}

/** `fixed`: the position of settled units and of those that keep their place; -1 for the rest. */
export const windowsOf = (board: Board, fixed: Int32Array): Windows => {
  const { units, numbers } = board
  const order = topologicalOrder(board)
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
