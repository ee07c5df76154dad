import { type Board, type Placing, hasRoom, isAllowed, isInOrder, put, startPlacing } from './board'
import { MinHeap } from './min-heap'
import type { Random } from './random'
import type { UnitEdges } from './unit-edges'
import { type Windows, freeWindows, windowsOf } from './windows'

/** How a wave is filled: what counts when the next unit is chosen, and how far waves are filled before the next one. */
export type Style = {
  readonly urgency: number
  readonly size: number
  readonly affinity: number
  readonly noise: number
  /** Part of the even share that each wave takes; Infinity fills every wave as far as it goes. */
  readonly fill: number
}

export type Construction = { readonly placing: Placing; readonly windows: Windows; readonly kept: Uint8Array }

/**
 * Units that can stay in the wave that they have: in the order of what needs what, each with the ones already kept. Units
 * whose staying would leave others no place at all are let go together.
 */
const keepGiven = (board: Board, placing: Placing): Uint8Array => {
  const { units } = board
  const kept = new Uint8Array(units.count)
  const windows = freeWindows(board)
  for (const unit of windows.order) {
    const position = units.given[unit]!
    if (position < 0 || units.isSettled[unit] === 1 || windows.dead[unit] === 1) continue
    const isFine = position >= windows.first[unit]! && position <= windows.last[unit]! &&
      isAllowed(board, unit, position) && hasRoom(placing, unit, position) && agreesWithPlaced(placing, unit, position)
    if (!isFine) continue
    put(placing, unit, position)
    kept[unit] = 1
  }
  return kept
}

/** In order with what is placed; unlike `isInOrder`, what is not placed yet may still come. */
const agreesWithPlaced = ({ board, at }: Placing, unit: number, position: number): boolean => {
  const { numbers, units: { before, after, apart } } = board
  const number = numbers[position]!
  for (const link of before[unit]!) if (at[link.unit]! >= 0 && number - numbers[at[link.unit]!]! < link.lag) return false
  for (const link of after[unit]!) if (at[link.unit]! >= 0 && numbers[at[link.unit]!]! - number < link.lag) return false
  return !apart[unit]!.some((other) => at[other] === position)
}

/**
 * What keeps the wave that it has: nothing; what can; or what somebody has chosen. Idle units stay out of every wave.
 */
export type Keeping = 'nothing' | 'what can stay' | { readonly kept: Uint8Array; readonly homes: Int32Array; readonly idle: Uint8Array }

type Start = Construction & { readonly idle: Uint8Array }

const withChosen = (board: Board, { kept, homes, idle }: Exclude<Keeping, string>): Start => {
  const placing = startPlacing(board)
  kept.forEach((keeps, unit) => {
    if (keeps === 1) put(placing, unit, homes[unit]!)
  })
  return { placing, windows: windowsOf(board, placing.at), kept, idle }
}

const startWith = (board: Board, keeping: Keeping): Start => {
  if (typeof keeping === 'object') return withChosen(board, keeping)
  const none = new Uint8Array(board.units.count)
  const bare = startPlacing(board)
  const free = freeWindows(board)
  if (keeping === 'nothing') return { placing: bare, windows: free, kept: none, idle: none }
  const kept = keepGiven(board, bare)
  const windows = windowsOf(board, bare.at)
  const isWorse = windows.dead.some((dead, unit) => dead === 1 && free.dead[unit] === 0)
  return isWorse ? startWith(board, 'nothing') : { placing: bare, windows, kept, idle: none }
}

type Filling = {
  readonly placing: Placing
  readonly windows: Windows
  readonly edges: UnitEdges
  readonly style: Style
  readonly random: Random
  /** Not placed yet. */
  open: number[]
  /** 1 for units that stay out of every wave. */
  readonly idle: Uint8Array
  /** How many of what a unit needs first is not placed. */
  readonly waiting: Int32Array
  readonly affinity: Float64Array
  readonly weight: Float64Array
  readonly largest: number
  /** Units that may go into the present wave, the best first: by their score when they were put there. */
  queue: MinHeap
  /** The score each unit was last put there with; an entry with another one is out of date. */
  readonly queuedAt: Float64Array
}

const weights = new WeakMap<UnitEdges, Float64Array>()

/** How strongly each unit belongs to all others together. */
const weightsOf = (edges: UnitEdges): Float64Array => {
  const known = weights.get(edges)
  if (known) return known
  const made = new Float64Array(edges.offsets.length - 1)
  for (let unit = 0; unit < made.length; unit++) {
    for (let at = edges.offsets[unit]!; at < edges.offsets[unit + 1]!; at++) made[unit]! += edges.weight[at]!
  }
  weights.set(edges, made)
  return made
}

const startFilling = (
  { placing, windows, idle }: Start, edges: UnitEdges, style: Style, random: Random,
): Filling => {
  const { units } = placing.board
  const open: number[] = []
  for (let unit = 0; unit < units.count; unit++) {
    if (placing.at[unit]! < 0 && windows.dead[unit] === 0 && idle[unit] === 0) open.push(unit)
  }
  return {
    placing, windows, edges, style, random, open, idle,
    waiting: Int32Array.from(units.before, (links) => links.filter((link) => placing.at[link.unit]! < 0).length),
    affinity: new Float64Array(units.count),
    weight: weightsOf(edges),
    largest: units.effort.reduce((most, effort) => Math.max(most, effort), 1),
    queue: new MinHeap(),
    queuedAt: new Float64Array(units.count),
  }
}

/** Puts a unit into the wave, and those whose turn comes with it, or that it draws, into the queue. */
const draw = (filling: Filling, unit: number, position: number): void => {
  const { placing, edges, affinity, waiting } = filling
  put(placing, unit, position)
  attract(edges, affinity, unit)
  for (const link of placing.board.units.after[unit]!) {
    waiting[link.unit]! -= 1
    if (waiting[link.unit] === 0) enqueue(filling, link.unit, position)
  }
  for (let at = edges.offsets[unit]!; at < edges.offsets[unit + 1]!; at++) enqueue(filling, edges.others[at]!, position)
}

const enqueue = (filling: Filling, unit: number, position: number): void => {
  const { placing, waiting, windows, queue, queuedAt } = filling
  if (placing.at[unit]! >= 0 || waiting[unit] !== 0 || windows.dead[unit] === 1 || filling.idle[unit] === 1) return
  if (position < windows.first[unit]! || !isAllowed(placing.board, unit, position)) return
  const score = scoreOf(filling, unit, position)
  queuedAt[unit] = score
  queue.push(unit, -score)
}

const attract = (edges: UnitEdges, affinity: Float64Array, unit: number): void => {
  for (let at = edges.offsets[unit]!; at < edges.offsets[unit + 1]!; at++) {
    affinity[edges.others[at]!]! += edges.weight[at]!
  }
}

const scoreOf = (filling: Filling, unit: number, position: number): number => {
  const { windows, style, affinity, weight, largest, placing, random } = filling
  const slack = windows.last[unit]! - position
  const drawn = weight[unit]! > 0 ? affinity[unit]! / weight[unit]! : 0
  const pressing = slack <= 0 ? 100 : style.urgency / (1 + slack)
  const size = placing.board.units.effort[unit]! / largest
  return pressing + style.size * size + style.affinity * drawn + (style.noise > 0 ? style.noise * random() : 0)
}

/** Takes the best unit off the queue. What does not fit now will not fit later in this wave either. */
const nextFor = (filling: Filling, position: number, isFull: boolean): number => {
  const { placing, queue, queuedAt, windows } = filling
  while (queue.size > 0) {
    const score = -queue.leastKey()
    const unit = queue.pop()
    if (placing.at[unit]! >= 0 || queuedAt[unit] !== score) continue
    if (isFull && windows.last[unit]! > position) continue
    if (hasRoom(placing, unit, position) && isInOrder(placing, unit, position)) return unit
  }
  return -1
}

/** Puts into one wave what belongs there most, until nothing fits, or the wave has its share. */
const fillWave = (filling: Filling, position: number, share: number): void => {
  const { placing, affinity, edges } = filling
  affinity.fill(0)
  for (let unit = 0; unit < placing.at.length; unit++) {
    if (placing.at[unit] === position) attract(edges, affinity, unit)
  }
  filling.queue = new MinHeap()
  for (const unit of filling.open) enqueue(filling, unit, position)
  for (;;) {
    const unit = nextFor(filling, position, placing.effort[position]! >= share)
    if (unit < 0) break
    draw(filling, unit, position)
  }
  filling.open = filling.open.filter((unit) => placing.at[unit]! < 0)
}

/** Even share of what is left for this wave and those after it, where the style asks for one. */
const shareFor = ({ placing, open, style }: Filling, position: number): number => {
  if (style.fill === Infinity) return Infinity
  const { board } = placing
  let rest = 0
  for (const unit of open) rest += board.units.effort[unit]!
  let waves = 0
  for (let at = position; at < board.waves.length; at++) {
    rest += placing.effort[at]!
    waves += board.isOpen[at]!
  }
  return (rest / Math.max(1, waves)) * style.fill
}

/**
 * A first plan, wave by wave: the units whose providers are placed compete for the room in it. Complete unless room or
 * order gets in the way; what it places breaks nothing.
 */
export const construct = (
  board: Board, edges: UnitEdges, style: Style, random: Random, keeping: Keeping,
): Construction => {
  const started = startWith(board, keeping)
  const filling = startFilling(started, edges, style, random)
  for (let position = 0; position < board.waves.length && filling.open.length > 0; position++) {
    if (board.isOpen[position] === 1) fillWave(filling, position, shareFor(filling, position))
  }
  return started
}
