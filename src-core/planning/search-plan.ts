import type { Attempt } from './attempts'
import { put } from './board'
import { costModel } from './cost'
import type { ProposeOptions } from './proposal'
import { type Random, shuffled } from './random'
import { type Best, anneal } from './search/anneal'
import { multilevel } from './search/multilevel'
import { stateAt, stateCost } from './search/state'
import { terrainOf } from './search/terrain-of'
import type { UnitEdges } from './unit-edges'
import type { UnitModel } from './unit-model'
import { weightsFor } from './weights'

/** Enough for a good plan in a few seconds at the size of a region. */
const usualSteps = (units: UnitModel): number => Math.min(5_000_000, Math.max(20_000, units.count * 600))

/** With time given: more than this finds nothing more in a plan of that size; for large ones, hours. */
const stepsInTime = (units: UnitModel): number => Math.max(200_000, units.count * Math.max(30_000, units.count * 100))

export const stepsFor = (units: UnitModel, { steps, seconds }: ProposeOptions): number =>
  steps ?? (seconds === undefined ? usualSteps(units) : stepsInTime(units))

export type SearchWatch = {
  /** How much of the time allowed is gone, from 0; 1 or more stops. */
  readonly timeGone: () => number
  readonly onLook: (done: number, steps: number, better: Int32Array | null) => void
}

/** A quick look first, within all limits, so that there is a fair plan soon. */
const quickPart = 0.05
const quick = { from: 0.2, to: 0.002, prices: null }

/** What the search may move, and where to. Few waves stay few: an empty one is not opened again. */
const scopeOf = ({ construction: { placing, kept }, positions, board }: Attempt, { objective }: ProposeOptions, random: Random) => {
  const { isSettled, count } = board.units
  const open = board.waves.flatMap((_, position) => (position < positions && board.isOpen[position] === 1 ? [position] : []))
  const targets = objective === 'waves' ? open.filter((position) => placing.items[position]! > 0) : open
  // In random order: the search goes through them in turn, and what hangs together would move in step.
  const movable = [...shuffled(count, random)].filter((unit) => placing.at[unit]! >= 0 && isSettled[unit] === 0 && kept[unit] === 0)
  return { targets, movable }
}

/** `isWarm`: the attempt is a good plan to go on from. */
export type SearchOptions = ProposeOptions & { readonly isWarm: boolean }

/** Improves the attempt's placing in place; returns the steps taken. */
export const searchPlan = (
  attempt: Attempt, edges: UnitEdges, random: Random, options: SearchOptions, watch: SearchWatch,
): number => {
  const { construction: { placing }, positions, board } = attempt
  const { targets, movable } = scopeOf(attempt, options, random)
  if (movable.length === 0 || targets.length < 2) return 0
  const model = costModel(placing, edges, positions, weightsFor(options.objective, options.weights))
  const terrain = terrainOf(model, placing, movable, targets, positions)
  const start = Int32Array.from(movable, (unit) => placing.at[unit]!)
  const state = stateAt(terrain, start.slice())
  const best: Best = { cost: stateCost(state), at: start }
  const look = lookOf(stepsFor(board.units, options), options, watch, best, () => {
    const at = placing.at.slice()
    movable.forEach((unit, node) => { at[unit] = best.at[node]! })
    return at
  })
  const early = options.isWarm ? 0 : anneal(state, random, quick, best, (done) => look(done) / quickPart)
  const taken = multilevel(terrain, random, { best, isWarm: options.isWarm, before: early, watch: look })
  movable.forEach((unit, node) => { if (placing.at[unit] !== best.at[node]) put(placing, unit, best.at[node]!) })
  return taken
}

/** How much of all is done after so many steps, 1 for enough; tells of a better plan since the last look. */
const lookOf = (
  steps: number, options: ProposeOptions, watch: SearchWatch, best: Best, placesOf: () => Int32Array,
): ((done: number) => number) => {
  const began = watch.timeGone()
  let told = best.cost
  return (done) => {
    const gone = watch.timeGone()
    const time = options.steps === undefined ? (gone - began) / Math.max(1e-9, 1 - began) : 0
    const all = Math.max(done / steps, time)
    watch.onLook(all, done, best.cost < told - 1e-6 ? placesOf() : null)
    told = best.cost
    return gone >= 1 ? 1 : all
  }
}
