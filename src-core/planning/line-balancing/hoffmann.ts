import { setBit, type Balancing } from './instance'
import type { LoadSearch } from './load-search'

/** Station of every task, from 0; and how many there are. */
export type Line = { readonly stationOf: Int32Array; readonly stations: number }

/** How much a load is valued for what it sets free, beside how full it is. */
export type LoadValue = { readonly weight: number; readonly successors: number; readonly each: number }

/** The grid of E. Sewell and S. Jacobson's modified Hoffmann heuristic (INFORMS J. on Computing, 2012), coarsened. */
export const loadValues: readonly LoadValue[] = [0, 0.005, 0.01, 0.02].flatMap((weight) =>
  [0, 0.005, 0.01, 0.02].flatMap((successors) => [0, 0.01, 0.03].map((each) => ({ weight, successors, each }))),
)

/** Tasks by falling positional weight: those that hold most behind them are tried first. */
export const rankByWeight = (balancing: Balancing): Int32Array =>
  Int32Array.from({ length: balancing.n }, (_, task) => task).sort(
    (a, b) => (balancing.positionalWeight[b] ?? 0) - (balancing.positionalWeight[a] ?? 0) || a - b,
  )

const taskValues = (balancing: Balancing, value: LoadValue): Float64Array =>
  Float64Array.from(balancing.times, (time, task) =>
    time + value.weight * (balancing.positionalWeight[task] ?? 0) + value.successors * (balancing.successorCount[task] ?? 0) - value.each,
  )

const bestLoad = (search: LoadSearch, assigned: Uint32Array, values: Float64Array, most: number): readonly number[] => {
  let best: readonly number[] = []
  let highest = -Infinity
  let seen = 0
  search.run(assigned, 0, (load, size) => {
    let sum = 0
    for (let at = 0; at < size; at++) sum += values[load[at] ?? 0] ?? 0
    if (sum > highest) {
      highest = sum
      best = [...load.subarray(0, size)]
    }
    return ++seen < most
  })
  return best
}

/** Hoffmann's heuristic (1963): station after station, of the first `mostLoads` full loads the one of highest value. */
export const hoffmannLine = (balancing: Balancing, search: LoadSearch, value: LoadValue, mostLoads: number): Line => {
  const values = taskValues(balancing, value)
  const assigned = new Uint32Array(balancing.words)
  const stationOf = new Int32Array(balancing.n)
  let left = balancing.n
  let stations = 0
  while (left > 0) {
    const load = bestLoad(search, assigned, values, mostLoads)
    if (load.length === 0) throw new Error('A task is larger than the capacity')
    for (const task of load) {
      setBit(assigned, 0, task)
      stationOf[task] = stations
    }
    left -= load.length
    stations++
  }
  return { stationOf, stations }
}

/** A line of the reversed problem, read the right way round. */
export const turnedLine = ({ stationOf, stations }: Line): Line => ({
  stationOf: stationOf.map((station) => stations - 1 - station),
  stations,
})
