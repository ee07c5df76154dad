import { type Board, type Placing, copyPlacing, hasRoom, isAllowed, isInOrder, put, startPlacing } from './board'
import type { Random } from './random'
import type { UnitEdges } from './unit-edges'
import { type Windows, windowsOf } from './windows'

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
  const windows = windowsOf(board, placing.at)
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
  const number = board.numbers[position]!
  const { before, after, apart } = board.units
  return before[unit]!.every((link) => at[link.unit]! < 0 || number - board.numbers[at[link.unit]!]! >= link.lag) &&
    after[unit]!.every((link) => at[link.unit]! < 0 || board.numbers[at[link.unit]!]! - number >= link.lag) &&
    !apart[unit]!.some((other) => at[other] === position)
}

const withKept = (board: Board, keeps: boolean): Omit<Construction, 'windows'> & { windows: Windows } => {
  const bare = startPlacing(board)
  const free = windowsOf(board, bare.at)
  const none = { placing: bare, windows: free, kept: new Uint8Array(board.units.count) }
  if (!keeps) return none
  const placing = copyPlacing(bare)
  const kept = keepGiven(board, placing)
  const windows = windowsOf(board, placing.at)
  const isWorse = windows.dead.some((dead, unit) => dead === 1 && free.dead[unit] === 0)
  return isWorse ? none : { placing, windows, kept }
}

type Filling = {
  readonly placing: Placing
  readonly windows: Windows
  readonly edges: UnitEdges
  readonly style: Style
  readonly random: Random
  /** Not placed yet. */
  open: number[]
  /** How many of what a unit needs first is not placed. */
  readonly waiting: Int32Array
  readonly affinity: Float64Array
  readonly weight: Float64Array
  readonly largest: number
}

const weightOf = (edges: UnitEdges, unit: number): number => {
  let sum = 0
  for (let at = edges.offsets[unit]!; at < edges.offsets[unit + 1]!; at++) sum += edges.pricePerDay[at]! + edges.parting[at]!
  return sum
}

const startFilling = (
  { placing, windows }: Pick<Construction, 'placing' | 'windows'>, edges: UnitEdges, style: Style, random: Random,
): Filling => {
  const { units } = placing.board
  const open: number[] = []
  for (let unit = 0; unit < units.count; unit++) {
    if (placing.at[unit]! < 0 && windows.dead[unit] === 0) open.push(unit)
  }
  return {
    placing, windows, edges, style, random, open,
    waiting: Int32Array.from(units.before, (links) => links.filter((link) => placing.at[link.unit]! < 0).length),
    affinity: new Float64Array(units.count),
    weight: Float64Array.from(units.groups, (_, unit) => weightOf(edges, unit)),
    largest: units.effort.reduce((most, effort) => Math.max(most, effort), 1),
  }
}

const draw = (filling: Filling, unit: number, position: number): void => {
  const { placing, edges, affinity } = filling
  put(placing, unit, position)
  for (const link of placing.board.units.after[unit]!) filling.waiting[link.unit]! -= 1
  attract(edges, affinity, unit)
}

const attract = (edges: UnitEdges, affinity: Float64Array, unit: number): void => {
  for (let at = edges.offsets[unit]!; at < edges.offsets[unit + 1]!; at++) {
    affinity[edges.others[at]!]! += edges.pricePerDay[at]! + edges.parting[at]!
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

const canGo = (filling: Filling, unit: number, position: number): boolean =>
  filling.waiting[unit] === 0 &&
  position >= filling.windows.first[unit]! &&
  isAllowed(filling.placing.board, unit, position) &&
  hasRoom(filling.placing, unit, position) &&
  isInOrder(filling.placing, unit, position)

const bestFor = (filling: Filling, position: number, isFull: boolean): number => {
  let best = -1
  let bestScore = -Infinity
  for (const unit of filling.open) {
    if (filling.placing.at[unit]! >= 0 || filling.waiting[unit] !== 0) continue
    if (isFull && filling.windows.last[unit]! > position) continue
    const score = scoreOf(filling, unit, position)
    if (score <= bestScore || !canGo(filling, unit, position)) continue
    best = unit
    bestScore = score
  }
  return best
}

/** Puts into one wave what belongs there most, until nothing fits, or the wave has its share. */
const fillWave = (filling: Filling, position: number, share: number): void => {
  const { placing, affinity, edges } = filling
  affinity.fill(0)
  placing.at.forEach((place, unit) => {
    if (place === position) attract(edges, affinity, unit)
  })
  for (;;) {
    const unit = bestFor(filling, position, placing.effort[position]! >= share)
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
  board: Board, edges: UnitEdges, style: Style, random: Random, keeps: boolean,
): Construction => {
  const started = withKept(board, keeps)
  const filling = startFilling(started, edges, style, random)
  for (let position = 0; position < board.waves.length && filling.open.length > 0; position++) {
    if (board.isOpen[position] === 1) fillWave(filling, position, shareFor(filling, position))
  }
  return started
}
