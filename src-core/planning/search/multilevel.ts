import type { Random } from '../random'
import type { Best, Watch } from './anneal'
import { type Found, climb, fromGood, fromScratch } from './climb'
import { hierarchyOf } from './hierarchy'
import type { Terrain } from './terrain'

/** How many plans are kept, all of them from scratch at first. */
const poolSize = 3
/** Another one from scratch every so many rounds: the pool grows alike. */
const roundsToFresh = 8
/** Steps of a round for each node, and the fewest. */
const stepsANode = 600
const fewestSteps = 20_000

const keep = (pool: Found[], found: Found): void => {
  const isKnown = pool.some(({ cost }) => Math.abs(cost - found.cost) < 1e-6)
  if (found.cost === Infinity || isKnown) return
  pool.push(found)
  pool.sort((a, b) => a.cost - b.cost)
  pool.length = Math.min(pool.length, poolSize)
}

/** Below this part of the nodes in the same waves, two plans have too little in common. */
const leastCommon = 0.5

const common = (a: Found, b: Found): number => a.at.reduce((sum, position, v) => sum + Number(b.at[v] === position), 0) / a.at.length

/** One or two of the pool, the best one every other time, the better one first. */
const parentsOf = (pool: readonly Found[], round: number, random: Random): readonly Found[] => {
  const pick = (): Found => pool[Math.floor(random() * pool.length)]!
  const first = round % 2 === 0 ? pool[0]! : pick()
  const second = pick()
  if (first === second || common(first, second) < leastCommon) return [first]
  return first.cost < second.cost ? [first, second] : [second, first]
}

/** What is left of the steps, as far as the part that is done tells. */
const stepsLeft = (taken: number, all: number): number => (all <= 0 ? Infinity : (taken * (1 - all)) / all)

export type Going = {
  /** Follows what is found; it must lie within all limits, and so does what it becomes. */
  readonly best: Best
  /** Whether `best` is a good plan, to go on from. */
  readonly isWarm: boolean
  /** Steps that the watch knows of already. */
  readonly before: number
  readonly watch: Watch
}

/** What too much costs in a plan that was not found here: about what room is worth, so that it does not overflow at once. */
const usualPrices = ({ limited, sizes, waves }: Terrain, cost: number): Float64Array =>
  Float64Array.from({ length: limited.length * waves }, (_, at) =>
    (2 * cost) / Math.max(1e-9, sizes[limited[Math.floor(at / waves)]!]!.reduce((sum, size) => sum + size, 0)))

/**
 * Rounds of multilevel annealing until the watch says 1: some plans from scratch, then again and again what two of the best
 * agree on is kept together and the rest is open (P. Sanders and C. Schulz, Distributed Evolutionary Graph Partitioning,
 * 2012). Returns the steps taken in all.
 */
export const multilevel = (fine: Terrain, random: Random, { best, isWarm, before, watch }: Going): number => {
  const pool: Found[] = isWarm ? [{ ...best, prices: usualPrices(fine, best.cost) }] : []
  const start = best.at
  const usual = Math.max(fewestSteps, fine.n * stepsANode)
  // Where a plan from scratch does not come to lie within its limits, only moves and swaps that keep them are of use.
  let isTight = false
  let taken = before
  let all = watch(taken, best)
  for (let round = 0; all < 1; round++) {
    const isFresh = !isTight && (isWarm ? round % roundsToFresh === roundsToFresh - 1 : round < poolSize || round % roundsToFresh === 0)
    const parents = isFresh ? [] : parentsOf(pool, round, random)
    const hierarchy = hierarchyOf(fine, parents[0]?.at ?? start, random, parents.map(({ at }) => at))
    const prices = isTight ? null : (parents[0]?.prices ?? new Float64Array(fine.limited.length * fine.waves))
    const left = stepsLeft(taken, all)
    const done = climb({
      hierarchy, random, prices, tuning: isFresh ? fromScratch : fromGood,
      watch: (steps, { cost, at }) => {
        if (cost < best.cost - 1e-6) Object.assign(best, { cost, at: at.slice() })
        all = watch(taken + steps, best)
        return all >= 1
      },
    }, left < 1.5 * usual ? left : usual, isFresh)
    taken += done.taken
    if (done.taken === 0) break
    if (done.found) keep(pool, done.found)
    isTight ||= pool.length === 0
    if (isTight) keep(pool, { ...best, prices: null })
  }
  return taken
}
