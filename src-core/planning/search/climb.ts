import type { Random } from '../random'
import { type Best, anneal } from './anneal'
import type { Hierarchy } from './hierarchy'
import { stateAt } from './state'
import type { Terrain } from './terrain'

/** How likely a usual worsening is at first and at last. */
type Heat = readonly [from: number, to: number]

/** How each kind of level is annealed, and what part of the steps the finest one takes. */
export type Tuning = { readonly coarsest: Heat; readonly middle: Heat; readonly finest: Heat; readonly finestPart: number }

/** From scratch: so hot at the coarse levels that whatever lies where is forgotten. */
export const fromScratch: Tuning = { coarsest: [0.5, 0.05], middle: [0.3, 0.02], finest: [0.05, 0.003], finestPart: 0.4 }
/** From a good plan: only what is loosely held moves. */
export const fromGood: Tuning = { coarsest: [0.02, 0.005], middle: [0.02, 0.005], finest: [0.01, 0.003], finestPart: 0.6 }

/** The coarse levels, up to this part of the nodes, are tried so many times in so much of the steps; the best go on. */
const coarsePart = 0.12
const tries = 6
const triesPart = 0.35

export type Climb = {
  readonly hierarchy: Hierarchy
  readonly tuning: Tuning
  /** What too much costs at first; null where waves may not hold too much on the way. */
  readonly prices: Float64Array | null
  /** What unevenness costs at the coarse levels at least, as `balance` of a terrain. */
  readonly evenness: number
  readonly random: Random
  /** Hears of the steps taken and of the best of the finest level; true stops. */
  readonly watch: (steps: number, best: Best) => boolean
}

/** What is under way: `isOver` once the watch has said so. */
type Run = Climb & { taken: number; isOver: boolean }

/** Where the nodes lie, what the best within all limits costs (Infinity where there was none), and the prices in the end. */
export type Found = { readonly at: Int32Array; readonly cost: number; readonly prices: Float64Array | null }

const heatOf = ({ hierarchy: { terrains }, tuning }: Climb, level: number): Heat =>
  level === 0 ? tuning.finest : level === terrains.length - 1 ? tuning.coarsest : tuning.middle

const nothing: Best = { cost: Infinity, at: new Int32Array(0) }

/**
 * Coarse levels lie the more evenly for it: what is heaped up there while clusters are large is full of what does not belong
 * together, and no finer level digs it out.
 */
const terrainAt = ({ hierarchy: { terrains }, evenness }: Climb, level: number): Terrain => {
  const terrain = terrains[level]!
  return level > 0 && terrain.balance < evenness ? { ...terrain, balance: evenness } : terrain
}

/** Anneals one level; the finest ends with its best, the others where they stand. */
const annealLevel = (run: Run, level: number, start: Found, steps: number): Found => {
  const [from, to] = heatOf(run, level)
  const state = stateAt(terrainAt(run, level), start.at.slice())
  const prices = start.prices?.slice() ?? null
  const best: Best = { cost: Infinity, at: start.at }
  const before = run.taken
  run.taken += anneal(state, run.random, { from, to, prices }, best, (done) => {
    run.isOver = run.watch(before + done, level === 0 ? best : nothing)
    return run.isOver ? 1 : done / Math.max(1, steps)
  })
  return { at: level === 0 ? best.at : state.at, cost: best.cost, prices }
}

const raised = ({ hierarchy: { clusterOf } }: Run, level: number, found: Found): Found =>
  ({ ...found, at: clusterOf[level]!.map((cluster) => found.at[cluster]!) })

/** From one level to a finer one, each beginning where the coarser one's nodes came to lie. */
const annealLevels = (run: Run, from: number, to: number, start: Found, stepsOf: (level: number) => number): Found => {
  let found = start
  for (let level = from; level >= to && !run.isOver; level--) {
    found = annealLevel(run, level, level === from ? start : raised(run, level, found), stepsOf(level))
  }
  return found
}

/** The best of several tries of the coarse levels: cheap, and what they settle no finer level mends. */
const bestOfTries = (run: Run, coarse: number, start: Found, steps: number): Found => {
  const from = run.hierarchy.terrains.length - 1
  let best = start
  for (let turn = 0; turn < tries && !run.isOver; turn++) {
    const found = annealLevels(run, from, coarse, start, () => steps / tries / (from - coarse + 1))
    if (found.cost < best.cost || best === start) best = found
  }
  return best
}

/**
 * Anneals the coarsest clusters, then finer and finer ones from where these came to lie: about `steps` in all. Returns the
 * best of the finest level, null where the watch stopped before that, and the steps taken.
 */
export const climb = (given: Climb, steps: number, hasTries: boolean): { readonly found: Found | null; readonly taken: number } => {
  const run: Run = { ...given, taken: 0, isOver: false }
  const { terrains, at } = run.hierarchy
  const { finestPart } = run.tuning
  const coarse = terrains.findIndex(({ n }, level) => level > 0 && n <= coarsePart * terrains[0]!.n)
  const isTried = hasTries && coarse > 0
  const start: Found = { at, cost: Infinity, prices: run.prices }
  const settled = isTried ? raised(run, coarse - 1, bestOfTries(run, coarse, start, triesPart * steps)) : start
  if (run.isOver) return { found: null, taken: run.taken }
  const from = isTried ? coarse - 1 : terrains.length - 1
  const left = 1 - (isTried ? triesPart : 0)
  const stepsOf = (level: number): number => steps * (from === 0 ? left : level === 0 ? finestPart : (left - finestPart) / from)
  const found = annealLevels(run, from, 0, settled, stepsOf)
  return { found: run.isOver && found.cost === Infinity ? null : found, taken: run.taken }
}
