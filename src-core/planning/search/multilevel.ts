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

/** A plan of the pool, and how much evenness at the coarse levels counted for it, in shares of what a plan costs a wave. */
type Kept = Found & { readonly evenness: number }

const keep = (pool: Kept[], found: Kept): void => {
  const isKnown = pool.some(({ cost }) => Math.abs(cost - found.cost) < 1e-6)
  if (found.cost === Infinity || isKnown) return
  pool.push(found)
  pool.sort((a, b) => a.cost - b.cost)
  pool.length = Math.min(pool.length, poolSize)
}

/** Below this part of the nodes in the same waves, two plans have too little in common. */
const leastCommon = 0.5

const common = (a: Kept, b: Kept): number => a.at.reduce((sum, position, v) => sum + Number(b.at[v] === position), 0) / a.at.length

/** One or two of the pool, the best one every other time, the better one first. */
const parentsOf = (pool: readonly Kept[], round: number, random: Random): readonly Kept[] => {
  const pick = (): Kept => pool[Math.floor(random() * pool.length)]!
  const first = round % 2 === 0 ? pool[0]! : pick()
  const second = pick()
  if (first === second || common(first, second) < leastCommon) return [first]
  return first.cost < second.cost ? [first, second] : [second, first]
}

/** What is left of the steps, as far as the part that is done tells. */
const stepsLeft = (taken: number, all: number): number => (all <= 0 ? Infinity : (taken * (1 - all)) / all)

/** Evenness at the coarse levels where all waves are as full as that: the less room, the more. */
const evennessAtFull = 15
const leastSlack = 0.02
/** With more room than that, waves may well stay empty in a good plan, and evenness only leads astray. */
const mostSlack = 0.2

/** How much evenness counts at the coarse levels, by how much room the limits of effort leave; 0 where that is much. */
const evennessFor = ({ limits, sizes, baseLoads }: Terrain): number => {
  let room = 0
  let load = sizes[0]!.reduce((sum, size) => sum + size, 0)
  limits[0]!.forEach((limit, p) => {
    if (limit === Infinity) return
    room += limit
    load += baseLoads[0]![p]!
  })
  const slack = Math.max(leastSlack, room / Math.max(1e-9, load) - 1)
  return room === 0 || slack > mostSlack ? 0 : (evennessAtFull * leastSlack) / slack
}

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
  const pool: Kept[] = isWarm ? [{ ...best, prices: usualPrices(fine, best.cost), evenness: 0 }] : []
  const start = best.at
  const usual = Math.max(fewestSteps, fine.n * stepsANode)
  // Where a plan from scratch does not come to lie within its limits, only moves and swaps that keep them are of use.
  let isTight = false
  // Where waves stay empty in a good plan, evenness leads astray: every other one from scratch does without.
  const evennesses = [evennessFor(fine), 0]
  let fresh = 0
  let taken = before
  let all = watch(taken, best)
  for (let round = 0; all < 1; round++) {
    const isFresh = !isTight && (isWarm ? round % roundsToFresh === roundsToFresh - 1 : round < poolSize || round % roundsToFresh === 0)
    const parents = isFresh ? [] : parentsOf(pool, round, random)
    const hierarchy = hierarchyOf(fine, parents[0]?.at ?? start, random, parents.map(({ at }) => at))
    const prices = isTight ? null : (parents[0]?.prices ?? new Float64Array(fine.limited.length * fine.waves))
    const evenness = isFresh ? evennesses[fresh++ % 2]! : parents[0]!.evenness
    const left = stepsLeft(taken, all)
    const done = climb({
      hierarchy, random, prices, evenness: (evenness * best.cost) / fine.waves, tuning: isFresh ? fromScratch : fromGood,
      watch: (steps, { cost, at }) => {
        if (cost < best.cost - 1e-6) Object.assign(best, { cost, at: at.slice() })
        all = watch(taken + steps, best)
        return all >= 1
      },
    }, left < 1.5 * usual ? left : usual, isFresh)
    taken += done.taken
    if (done.taken === 0) break
    if (done.found) keep(pool, { ...done.found, evenness })
    isTight ||= pool.length === 0
    if (isTight) keep(pool, { ...best, prices: null, evenness: 0 })
  }
  return taken
}
