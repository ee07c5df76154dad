import type { Attempt } from './attempts'
import { type Blocks, blocksOf } from './blocks'
import { costModel } from './cost'
import { type Search, type Watch, improve } from './improve'
import type { ProposeOptions } from './proposal'
import type { Random } from './random'
import type { UnitEdges } from './unit-edges'
import type { UnitModel } from './unit-model'
import { weightsFor } from './weights'

/** Enough for a good plan in a few seconds at the size of a region. */
const usualSteps = (units: UnitModel): number => Math.min(1_500_000, Math.max(20_000, units.count * 500))

/** With time given: more than this finds nothing more in a plan of that size. */
const stepsInTime = (units: UnitModel): number => Math.max(200_000, units.count * 30_000)

export const stepsFor = (units: UnitModel, { steps, seconds }: ProposeOptions): number =>
  steps ?? (seconds === undefined ? usualSteps(units) : stepsInTime(units))

/** Blocks small beside what is left free in a wave, so that they find room. */
const blockPart = 0.05

const blocksFor = ({ construction: { placing }, positions }: Attempt, edges: UnitEdges, movable: readonly number[], random: Random): Blocks => {
  const { units } = placing.board
  const mayJoin = new Uint8Array(units.count)
  for (const unit of movable) mayJoin[unit] = 1
  const effort = placing.effort.reduce((sum, one) => sum + one, 0)
  return blocksOf(edges, units.effort, mayJoin, (effort / Math.max(1, positions)) * blockPart, random)
}

/** What the search may move, and where to. Few waves stay few: an empty one is not opened again. */
const searchOf = (attempt: Attempt, edges: UnitEdges, random: Random, options: ProposeOptions): Search => {
  const { construction: { placing, kept }, positions, board } = attempt
  const { units } = board
  const open = board.waves.flatMap((_, position) => (position < positions && board.isOpen[position] === 1 ? [position] : []))
  const targets = options.objective === 'waves' ? open.filter((position) => placing.items[position]! > 0) : open
  const movable = units.groups.flatMap((_, unit) =>
    placing.at[unit]! >= 0 && units.isSettled[unit] === 0 && kept[unit] === 0 ? [unit] : [])
  const weights = weightsFor(options.objective, options.weights)
  const blocks = movable.length < 2 ? { levels: [] } : blocksFor(attempt, edges, movable, random)
  return { model: costModel(placing, edges, positions, weights), placing, movable, positions: targets, blocks, random }
}

/**
 * A quick look first, so that there is a fair plan soon; the rest of the steps go into one slow cooling from so hot that
 * moves of twice the mean cost are taken.
 */
const rounds = [{ part: 0.05, heat: 1 }, { part: 0.95, heat: 2 }]

export type SearchWatch = {
  /** How much of the time allowed is gone, from 0; 1 or more stops. */
  readonly timeGone: () => number
  readonly onLook: (done: number, steps: number, better: Int32Array | null) => void
}

/** Improves the attempt's placing in place; returns the steps taken. */
export const searchPlan = (
  attempt: Attempt, edges: UnitEdges, random: Random, options: ProposeOptions, watch: SearchWatch,
): number => {
  const search = searchOf(attempt, edges, random, options)
  const steps = stepsFor(attempt.board.units, options)
  const began = watch.timeGone()
  let taken = 0
  let before = 0
  for (const { part, heat } of rounds) {
    let gain = 0
    const until = before + part
    const look: Watch = (done, best) => {
      const time = options.steps === undefined ? (watch.timeGone() - began) / Math.max(1e-9, 1 - began) : 0
      const stopped = watch.timeGone() >= 1
      watch.onLook(Math.max((taken + done) / steps, time), taken + done, best.gain > gain ? best.at : null)
      gain = best.gain
      return stopped ? 1 : Math.max((done / steps) / part, (time - before) / (until - before))
    }
    taken += steps > 0 ? improve(search, heat, look) : 0
    before = until
  }
  return taken
}
