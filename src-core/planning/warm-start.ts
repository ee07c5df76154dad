import type { Attempt } from './attempts'
import { type Board, type Placing, isAllowed, isInOrder, isWithinLimits, makeBoard, put, startPlacing } from './board'
import { changesAt } from './conflicts'
import type { Construction } from './construct'
import type { Mode, StartingPlan } from './proposal'
import type { UnitModel } from './unit-model'
import type { WaveFrame } from './wave-frame'
import { windowsOf } from './windows'

/** The waves of the plan with those of the starting plan: exactly the new ones that it has. */
const frameWith = (frame: WaveFrame, { newWaves }: StartingPlan): WaveFrame => {
  const changes = new Map(newWaves.map((wave) => [wave.id, wave]))
  const existing = frame.waves.filter(({ id }) => !frame.created.has(id))
  const known = new Set(existing.map(({ id }) => id))
  const created = newWaves.filter(({ id }) => !known.has(id))
  return {
    ...frame,
    waves: [...existing.map((wave) => changes.get(wave.id) ?? wave), ...created].toSorted((a, b) => a.number - b.number),
    created: new Set(created.map(({ id }) => id)),
  }
}

/** All waves that were allowed; those without a given capacity have at least that of the starting plan. */
const wholeWith = (frame: WaveFrame, { newWaves }: StartingPlan): WaveFrame => {
  if (!frame.isCapacityDerived) return frame
  const most = newWaves.reduce((largest, { capacity }) => Math.max(largest, capacity ?? 0), 0)
  const raised = frame.waves.map((wave) =>
    frame.created.has(wave.id) ? { ...wave, capacity: Math.max(wave.capacity ?? 0, most) } : wave)
  return { ...frame, waves: raised }
}

/** Each unit where its groups were put; null where that is more than one wave. */
const placed = (board: Board, { placements }: StartingPlan): Placing | null => {
  const { units } = board
  const positionOf = new Map(board.waves.map(({ id }, position) => [id, position]))
  const placing = startPlacing(board)
  for (let unit = 0; unit < units.count; unit++) {
    if (units.isSettled[unit] === 1) continue
    const places = new Set(units.groups[unit]!.map((group) => {
      const waveId = placements.get(units.plan.groups[group]!.row.id) ?? null
      return waveId === null ? -1 : (positionOf.get(waveId) ?? -1)
    }))
    const [position = -1] = places
    if (places.size > 1) return null
    if (position >= 0) put(placing, unit, position)
  }
  return placing
}

const isClean = (placing: Placing): boolean => {
  const { board, at } = placing
  const isFine = at.every((position, unit) =>
    position < 0 || board.units.isSettled[unit] === 1 || (isAllowed(board, unit, position) && isInOrder(placing, unit, position)))
  return isFine && board.waves.every((_, position) => board.isOpen[position] === 0 || isWithinLimits(placing, position))
}

/**
 * What the mode leaves alone: all that has a wave, unless everything may be planned anew. A repair leaves a unit alone where
 * one of its groups was already: the others had to come there.
 */
const keptIn = ({ board, at }: Placing, mode: Mode): Uint8Array => {
  const { units } = board
  const isHome = (unit: number, position: number): boolean =>
    mode === 'repair' ? changesAt(board, unit, position) < units.groups[unit]!.length : units.given[unit] === position
  return Uint8Array.from(at, (position, unit) =>
    Number(mode !== 'replan' && units.isSettled[unit] === 0 && position >= 0 && isHome(unit, position)))
}

/**
 * A plan that somebody has found before, to go on from; null where it breaks something, or is not of these groups any
 * more: then one is constructed.
 */
export const warmAttempt = (units: UnitModel, frame: WaveFrame, start: StartingPlan, mode: Mode): Attempt | null => {
  const own = frameWith(frame, start)
  const board = makeBoard(units, own)
  const placing = placed(board, start)
  if (!placing || !isClean(placing)) return null
  const windows = windowsOf(board, new Int32Array(units.count).map((_, unit) => (units.isSettled[unit] === 1 ? units.given[unit]! : -1)))
  const construction: Construction = { placing, windows, kept: keptIn(placing, mode) }
  const missing = placing.at.reduce((sum, position, unit) => sum + Number(position < 0 && windows.dead[unit] === 0), 0)
  return { board, frame: own, whole: wholeWith(frame, start), construction, missing, positions: own.waves.length }
}
