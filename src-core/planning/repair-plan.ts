import { type Attempt, type Setting, attemptWith, bestAttempt, drawn } from './attempts'
import { type Board, type Placing, hasRoom, isAllowed, isInOrder, isWithinLimits, makeBoard, put, startPlacing } from './board'
import { type Conflict, changesAt, conflictsIn, homesOf, idleUnits } from './conflicts'
import { fewestChanges } from './fewest-changes'
import type { WaveFrame } from './wave-frame'
import { freeWindows } from './windows'

/** A repaired plan; what was unplanned, and is not needed, is idle. */
export type RepairAttempt = Attempt & { readonly idle: Uint8Array }

/** The plan as it is, without what has no place at all. */
const asGiven = (board: Board, homes: Int32Array): Placing => {
  const placing = startPlacing(board)
  const { dead } = freeWindows(board)
  homes.forEach((position, unit) => {
    if (position >= 0 && placing.at[unit]! < 0 && dead[unit] === 0) put(placing, unit, position)
  })
  return placing
}

/** Takes out of each wave that holds too much what makes it fit with the fewest taken out. */
const unload = (placing: Placing, position: number): void => {
  const { board: { units, capacity }, at } = placing
  while (!isWithinLimits(placing, position)) {
    const there = [...at.keys()].filter((unit) => at[unit] === position && units.isSettled[unit] === 0)
    if (there.length === 0) return
    const over = placing.effort[position]! - capacity[position]!
    const bySize = there.toSorted((a, b) => units.effort[a]! - units.effort[b]!)
    const unit = bySize.find((candidate) => units.effort[candidate]! >= over) ?? bySize.at(-1)!
    put(placing, unit, -1)
  }
}

/** Takes out, where two cannot both stay, the one that more others cannot stay with. */
const lift = (placing: Placing, conflicts: readonly Conflict[]): void => {
  const degree = new Int32Array(placing.at.length)
  for (const conflict of conflicts) if (conflict.length <= 2) for (const unit of conflict) degree[unit]! += 1
  const pairs = conflicts.filter(({ length }) => length > 0 && length <= 2)
    .toSorted((a, b) => a.length - b.length || Math.max(...b.map((unit) => degree[unit]!)) - Math.max(...a.map((unit) => degree[unit]!)))
  for (const conflict of pairs) {
    if (conflict.some((unit) => placing.at[unit]! < 0)) continue
    put(placing, conflict.reduce((most, unit) => (degree[unit]! > degree[most]! ? unit : most)), -1)
  }
}

/** What can stay when the conflicts are lifted out, roughly as much as possible. */
const keepMost = (board: Board, homes: Int32Array): Uint8Array => {
  const placing = asGiven(board, homes)
  lift(placing, conflictsIn(placing, (unit) => board.units.isSettled[unit] === 0))
  for (let position = 0; position < board.waves.length; position++) if (board.isOpen[position] === 1) unload(placing, position)
  return Uint8Array.from(placing.at, (position, unit) => Number(position >= 0 && board.units.isSettled[unit] === 0))
}

/** Sends back what can go back to its wave after all. */
const goBack = (placing: Placing, homes: Int32Array): void => {
  const { board, at } = placing
  for (let found = true; found;) {
    found = false
    homes.forEach((home, unit) => {
      if (home < 0 || at[unit]! < 0 || at[unit] === home || board.units.isSettled[unit] === 1) return
      if (!isAllowed(board, unit, home) || !hasRoom(placing, unit, home) || !isInOrder(placing, unit, home)) return
      put(placing, unit, home)
      found = true
    })
  }
}

const changesIn = ({ board, at }: Placing, idle: Uint8Array): number =>
  at.reduce((sum, position, unit) => sum + (idle[unit] === 0 ? changesAt(board, unit, position) : 0), 0)

const missingIn = ({ construction: { placing, windows } }: Attempt, idle: Uint8Array): number =>
  placing.at.reduce((sum, position, unit) => sum + Number(position < 0 && idle[unit] === 0 && windows.dead[unit] === 0), 0)

const withPlacing = (attempt: Attempt, placing: Placing): Attempt => {
  const { frame } = attempt
  const positions = placing.at.reduce((most, position) => Math.max(most, position + 1), frame.waves.length - frame.created.size)
  return { ...attempt, construction: { ...attempt.construction, placing }, positions }
}

/** Only what was moved may be moved on: the rest is the planner's. */
const held = (attempt: Attempt, idle: Uint8Array): RepairAttempt => {
  const { placing } = attempt.construction
  const { board } = placing
  const kept = Uint8Array.from(placing.at, (position, unit) =>
    Number(position >= 0 && changesAt(board, unit, position) < board.units.groups[unit]!.length))
  return { ...attempt, construction: { ...attempt.construction, kept }, missing: missingIn(attempt, idle), idle }
}

/**
 * The planner's plan with as few groups moved as were found to do: proven fewest where that is a handful, else what
 * conflicts lifted out and placed anew. Settled waves stay as they are.
 */
export const repairAttempt = (setting: Setting, frame: WaveFrame, leastWaves: number): RepairAttempt => {
  const board = makeBoard(setting.units, frame)
  const idle = idleUnits(board)
  const homes = homesOf(board)
  const lifted = attemptWith(setting, frame, board, drawn, { kept: keepMost(board, homes), homes, idle })
  goBack(lifted.construction.placing, homes)
  const exact = fewestChanges(asGiven(board, homes), setting.edges, setting.isStopped)
  if (exact.placing) return held(withPlacing(lifted, exact.placing), idle)
  if (missingIn(lifted, idle) === 0) return held(lifted, idle)
  const filled = bestAttempt(setting, frame, leastWaves, true)
  goBack(filled.construction.placing, homes)
  const isFilledBetter = missingIn(filled, idle) < missingIn(lifted, idle) ||
    (missingIn(filled, idle) === missingIn(lifted, idle) &&
      changesIn(filled.construction.placing, idle) < changesIn(lifted.construction.placing, idle))
  return held(isFilledBetter ? filled : lifted, idle)
}
