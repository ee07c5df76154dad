import { packingBound, type NamedBound } from './bin-bounds'
import { BranchBoundRemember, type SearchEnd } from './branch-bound-remember'
import { hoffmannLine, loadValues, rankByWeight, turnedLine, type Line } from './hoffmann'
import { prepareBalancing, reversedBalancing, type Balancing, type BalancingInput } from './instance'
import { LoadSearch } from './load-search'

export type LeastStationsControl = {
  /** True ends the search with the best found so far. */
  readonly shouldStop: () => boolean
  /** States that memory allows; about 100 bytes and a bit a task each. */
  readonly mostStates?: number
}

export type LeastStations = {
  readonly line: Line
  readonly lowerBound: NamedBound
  readonly proved: boolean
  readonly steps: number
}

const loadsCounted = 20_000

/** Loads that the heuristic values for a station. */
const quickLoads = 100

/** From a quick look to the whole: loads looked at for a state, and for all states of the pass together. */
const searchPasses = [
  { loadsAState: 50, loads: 100_000 },
  { loadsAState: 1000, loads: 2_000_000 },
  { loadsAState: 10_000, loads: 20_000_000 },
  { loadsAState: Infinity, loads: Infinity },
]

type Side = { readonly balancing: Balancing; readonly search: LoadSearch; readonly isReversed: boolean }

const sideOf = (balancing: Balancing, isReversed: boolean): Side => ({
  balancing,
  search: new LoadSearch(balancing, rankByWeight(balancing)),
  isReversed,
})

const turnedIf = (side: Side, line: Line): Line => (side.isReversed ? turnedLine(line) : line)

/** Hoffmann's heuristic from both ends over a grid of values. */
const constructive = (sides: readonly Side[], lower: number, loads: number, control: LeastStationsControl): Line => {
  let best: Line | null = null
  for (const value of loadValues) {
    for (const side of sides) {
      if (best && (best.stations <= lower || control.shouldStop())) return best
      const line = hoffmannLine(side.balancing, side.search, value, loads)
      if (!best || line.stations < best.stations) best = turnedIf(side, line)
    }
  }
  if (!best) throw new Error('There is no way to value a load')
  return best
}

/** How many full loads the first station has: the end with fewer is the better one to begin at. */
const width = (side: Side): number => {
  let loads = 0
  side.search.run(new Uint32Array(side.balancing.words), 0, () => ++loads < loadsCounted)
  return loads
}

type Pass = (typeof searchPasses)[number]

const searchFrom = (side: Side, best: Line, lower: number, pass: Pass, control: LeastStationsControl): SearchEnd => {
  const limits = { ...pass, states: control.mostStates ?? 4_000_000, shouldStop: control.shouldStop }
  const end = new BranchBoundRemember(side.balancing, turnedIf(side, best), lower, limits).run()
  return { ...end, line: turnedIf(side, end.line) }
}

/**
 * The fewest stations (waves of one capacity) for tasks (groups) in order: a heuristic, then a search that first looks
 * at the most promising loads only and then, where there is time, at all of them. Anytime: stopped early it gives the
 * best line found, and `proved` only what is so.
 */
export const leastStations = (input: BalancingInput, control: LeastStationsControl): LeastStations => {
  const balancing = prepareBalancing(input)
  const lowerBound = packingBound(balancing)
  if (balancing.n === 0) return { line: { stationOf: new Int32Array(0), stations: 0 }, lowerBound, proved: true, steps: 0 }
  const forward = sideOf(balancing, false)
  const backward = sideOf(reversedBalancing(balancing), true)
  const lower = lowerBound.value
  let best = constructive([forward, backward], lower, quickLoads, control)
  if (best.stations <= lower) return { line: best, lowerBound, proved: true, steps: 0 }
  const side = width(backward) < width(forward) ? backward : forward
  let steps = 0
  for (const pass of searchPasses) {
    const end = searchFrom(side, best, lower, pass, control)
    best = end.line
    steps += end.steps
    if (end.proved || control.shouldStop()) return { line: best, lowerBound, proved: end.proved, steps }
  }
  return { line: best, lowerBound, proved: false, steps }
}
