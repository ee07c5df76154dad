import { type Board, makeBoard } from './board'
import { bridgePrice } from './cost'
import { type Construction, type Keeping, type Style, construct } from './construct'
import type { Objective } from './proposal'
import type { Random } from './random'
import { leftOver, repair, takeOutUnsupported } from './repair'
import type { UnitEdges } from './unit-edges'
import type { UnitModel } from './unit-model'
import { type WaveFrame, withCapacity } from './wave-frame'

/** A constructed plan, the waves it is in, and how good it is. */
export type Attempt = {
  readonly board: Board
  readonly frame: WaveFrame
  /** All waves that were allowed, where the plan was then filled evenly into those that it needs. */
  readonly whole: WaveFrame
  readonly construction: Construction
  /** Units without a place that the waves as such do not rule out. */
  readonly missing: number
  /** How many of the board's waves the plan has: those of the plan, and new ones up to the last that is used. */
  readonly positions: number
}

export type Setting = {
  readonly units: UnitModel
  readonly edges: UnitEdges
  readonly objective: Objective
  readonly random: Random
  readonly isStopped: () => boolean
}

export const drawn: Style = { urgency: 0.5, size: 0.4, affinity: 1, noise: 0, fill: Infinity }
const large: Style = { urgency: 1, size: 1, affinity: 0.1, noise: 0, fill: Infinity }

/** Small plans are worth many tries, since each takes no time. */
const noisyTries = (units: UnitModel): number => (units.count <= 400 ? 24 : units.count <= 1500 ? 4 : 0)

const stylesFor = (units: UnitModel): readonly Style[] => [
  drawn,
  large,
  ...Array.from({ length: noisyTries(units) }, (_, index): Style => ({
    ...(index % 2 === 0 ? drawn : large), noise: 0.1 * (1 + (index % 6)),
  })),
]

const positionsUsed = ({ placing }: Construction, frame: WaveFrame): number => {
  const existing = frame.waves.length - frame.created.size
  return placing.at.reduce((most, position) => Math.max(most, position + 1), existing)
}

export const attemptWith = (setting: Setting, frame: WaveFrame, board: Board, style: Style, keeping: Keeping): Attempt => {
  const construction = construct(board, setting.edges, style, setting.random, keeping)
  repair(construction, 500)
  takeOutUnsupported(construction)
  const missing = leftOver(construction).filter((unit) => construction.windows.dead[unit] === 0).length
  return { board, frame, whole: frame, construction, missing, positions: positionsUsed(construction, frame) }
}

const isBetter = (a: Attempt, b: Attempt | null): boolean =>
  b === null || a.missing < b.missing || (a.missing === b.missing && a.positions < b.positions)

/** The best over the styles; stops early where nothing could be better. */
const bestOver = (
  setting: Setting, frame: WaveFrame, styles: readonly Style[], keeping: Keeping, isEnough: (attempt: Attempt) => boolean,
): Attempt => {
  const board = makeBoard(setting.units, frame)
  let best: Attempt | null = null
  for (const style of styles) {
    const made = attemptWith(setting, frame, board, style, keeping)
    if (isBetter(made, best)) best = made
    if (setting.isStopped() || (best !== null && isEnough(best))) break
  }
  if (best === null) throw new Error('No style to construct with')
  return best
}

const isComplete = ({ missing }: Attempt): boolean => missing === 0

const usedOnly = (frame: WaveFrame, positions: number): WaveFrame => {
  const waves = frame.waves.slice(0, positions)
  return { ...frame, waves, created: new Set(waves.map(({ id }) => id).filter((id) => frame.created.has(id))) }
}

/** The same waves filled evenly; null where that leaves something over. */
const evenly = (setting: Setting, full: Attempt, keeping: Keeping): Attempt | null => {
  const frame = usedOnly(full.frame, full.positions)
  const styles = [1.02, 1.1, 1.25].map((fill): Style => ({ ...drawn, fill }))
  const even = bestOver(setting, frame, styles, keeping, isComplete)
  return even.missing <= full.missing ? { ...even, whole: full.whole } : null
}

const inFrame = (setting: Setting, frame: WaveFrame, keeping: Keeping, leastWaves: number): Attempt => {
  const isEnough = (made: Attempt): boolean =>
    isComplete(made) && (setting.objective !== 'waves' || made.positions <= leastWaves)
  if (setting.objective !== 'waves' && frame.isCapacityDerived) {
    const styles = [1.02, 1.05, Infinity].map((fill): Style => ({ ...drawn, fill }))
    return bestOver(setting, frame, [...styles, ...stylesFor(setting.units)], keeping, isComplete)
  }
  const full = bestOver(setting, frame, stylesFor(setting.units), keeping, isEnough)
  const even = setting.objective === 'waves' ? null : evenly(setting, full, keeping)
  return even && (setting.objective === 'balanced' || leavesRoom(setting, full, even)) ? even : full
}

/** Waves filled to the brim leave the search no room to move: some price is worth paying for it at the start. */
const leavesRoom = ({ edges }: Setting, full: Attempt, even: Attempt): boolean =>
  bridgePrice(even.construction.placing, edges, even.positions) <= 2 * bridgePrice(full.construction.placing, edges, full.positions)

/** Capacities that nobody gave grow until everything fits. */
const growth = [1.05, 1.1, 1.25, 1.5, 2, 4, 16]

/**
 * The first plan to improve on: the waves that are given kept where they can be; where that leaves something over, tried
 * again with everything free; and with more capacity where that was only derived.
 */
export const bestAttempt = (setting: Setting, frame: WaveFrame, leastWaves: number, keeps: boolean): Attempt => {
  const hasGiven = keeps && setting.units.given.some((position, unit) => position >= 0 && setting.units.isSettled[unit] === 0)
  let best = inFrame(setting, frame, hasGiven ? 'what can stay' : 'nothing', leastWaves)
  if (hasGiven && !isComplete(best)) {
    const free = inFrame(setting, frame, 'nothing', leastWaves)
    if (free.missing < best.missing) best = free
  }
  for (const factor of frame.isCapacityDerived ? growth : []) {
    if (isComplete(best) || setting.isStopped()) break
    const roomier = inFrame(setting, withCapacity(frame, factor), 'nothing', leastWaves)
    if (isBetter(roomier, best)) best = roomier
  }
  return best
}
