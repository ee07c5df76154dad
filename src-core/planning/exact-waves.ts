import { type Board, type Placing, copyPlacing, hasRoom, isAllowed, isInOrder, put, startPlacing } from './board'
import { leastStations } from './line-balancing/least-stations'
import type { UnitModel } from './unit-model'
import { freeWindows } from './windows'

/** Plans up to this size are worth a proof. */
export const mostUnitsToProve = 300

/** States remembered: some hundred bytes each. */
const mostStates = 1_500_000

export type ExactWaves = {
  /** Waves that the open units need by size and order alone; 0 when nothing was proved. */
  readonly proved: number
  /** A complete plan in as few waves as the search found, if one that obeys everything came of it. */
  readonly placing: Placing | null
  readonly steps: number
}

type Sizes = { readonly of: Float64Array | Int32Array; readonly capacity: number }

/** Effort in the largest wave; where that is not limited, items. */
const sizesOf = ({ units, capacity, maxItems, isOpen }: Board): Sizes | null => {
  const most = (limits: Float64Array): number =>
    limits.reduce((largest, limit, position) => (isOpen[position] === 1 ? Math.max(largest, limit) : largest), 0)
  const largest = most(capacity)
  if (Number.isFinite(largest)) return largest > 0 ? { of: units.effort, capacity: largest } : null
  const items = most(maxItems)
  return Number.isFinite(items) && items > 0 ? { of: units.items, capacity: items } : null
}

/** Everything open, or null where a unit has no place at all: then there is no complete plan to find. */
const openUnits = (board: Board, { of, capacity }: Sizes): readonly number[] | null => {
  const { units } = board
  const { dead } = freeWindows(board)
  const open: number[] = []
  for (let unit = 0; unit < units.count; unit++) {
    if (units.isSettled[unit] === 1) continue
    if (dead[unit] === 1 || units.isCyclic[unit] === 1 || of[unit]! > capacity) return null
    open.push(unit)
  }
  return open.length > mostUnitsToProve ? null : open
}

/** Order among the open units: lags are taken as "not later", which only makes the problem easier. */
const precedencesOf = (units: UnitModel, open: readonly number[]): readonly (readonly [number, number])[] => {
  const task = new Map(open.map((unit, index) => [unit, index]))
  return open.flatMap((unit, index) =>
    units.before[unit]!.flatMap(({ unit: first, lag }): readonly (readonly [number, number])[] => {
      const before = task.get(first)
      return before === undefined || lag < 0 ? [] : [[before, index]]
    }))
}

/** Stations laid into the open waves one after the other; null where anything else is broken by that. */
const laidOut = (board: Board, open: readonly number[], stationOf: Int32Array): Placing | null => {
  const positions = board.waves.flatMap((_, position) => (board.isOpen[position] === 1 ? [position] : []))
  const placing = copyPlacing(startPlacing(board))
  const positionOf = new Map(open.map((unit, task) => [unit, positions[stationOf[task]!] ?? -1]))
  for (const unit of freeWindows(board).order) {
    const position = positionOf.get(unit)
    if (position === undefined) continue
    if (position < 0 || !isAllowed(board, unit, position) || !hasRoom(placing, unit, position)) return null
    if (!isInOrder(placing, unit, position)) return null
    put(placing, unit, position)
  }
  return placing
}

/**
 * The fewest waves, by branch, bound and remember on what the sizes and the order say. Windows, lags, what is apart and
 * further limits are left out of that search: what it proves holds with them too, and its plan is only taken when it
 * obeys them as well. `steps` are the loads it may look at.
 */
export const exactWaves = (board: Board, steps: number, isStopped: () => boolean): ExactWaves => {
  const sizes = sizesOf(board)
  const open = sizes && openUnits(board, sizes)
  if (!sizes || !open || open.length === 0) return { proved: 0, placing: null, steps: 0 }
  const input = {
    times: open.map((unit) => sizes.of[unit]!), capacity: sizes.capacity, precedences: precedencesOf(board.units, open),
  }
  let questions = 0
  const most = 50 + steps / 512
  const found = leastStations(input, { shouldStop: () => ++questions > most || isStopped(), mostStates })
  return {
    proved: found.proved ? found.line.stations : 0,
    placing: laidOut(board, open, found.line.stationOf),
    steps: found.steps,
  }
}
