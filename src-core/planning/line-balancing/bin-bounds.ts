import { slack, type Balancing } from './instance'

/** What bounds by size look at: no order. */
export type Sizes = Pick<Balancing, 'times' | 'capacity'>

/**
 * Weights of tasks whose sum, rounded up, no packing can fall below (A. Scholl, Balancing and Sequencing of Assembly
 * Lines, 1999): LB2 counts tasks of more than half a capacity, LB3 refines it by thirds; `stepped` is the one of the dual
 * feasible functions u(k) that says most here.
 */
export type BinWeights = { readonly half: Float64Array; readonly third: Float64Array; readonly stepped: Float64Array }

const mostSteps = 30

const about = (a: number, b: number): boolean => Math.abs(a - b) <= slack

const halfWeight = (time: number, capacity: number): number => {
  if (about(2 * time, capacity)) return 0.5
  return 2 * time > capacity ? 1 : 0
}

const thirdWeight = (time: number, capacity: number): number => {
  if (about(3 * time, 2 * capacity)) return 2 / 3
  if (3 * time > 2 * capacity) return 1
  if (about(3 * time, capacity)) return 1 / 3
  return 3 * time > capacity ? 0.5 : 0
}

/** u(k) of S. Fekete and J. Schepers (2001): times that are no multiple of capacity / (k + 1) count as the step below, over k. */
const steppedWeight = (time: number, capacity: number, k: number): number => {
  const steps = ((k + 1) * time) / capacity
  return Math.abs(steps - Math.round(steps)) <= 1e-7 ? time / capacity : Math.floor(steps) / k
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

const steppedWeights = ({ times, capacity }: Sizes): Float64Array => {
  let best = times.map((time) => time / capacity)
  for (let k = 1; k <= mostSteps; k++) {
    const weights = times.map((time) => steppedWeight(time, capacity, k))
    if (total(weights) > total(best) + 1e-9) best = weights
  }
  return best
}

export const binWeights = ({ times, capacity }: Sizes): BinWeights => ({
  half: times.map((time) => halfWeight(time, capacity)),
  third: times.map((time) => thirdWeight(time, capacity)),
  stepped: steppedWeights({ times, capacity }),
})

export const roundUp = (value: number): number => Math.ceil(value - 1e-7)

/**
 * The largest of a family of dual feasible functions (S. Fekete and J. Schepers, 2001): for a threshold p, tasks above
 * capacity - p fill a bin of their own, those below p count nothing, the rest what they are.
 */
const thresholdBound = (times: readonly number[], capacity: number): number => {
  let best = 0
  for (const threshold of new Set(times.filter((time) => 2 * time <= capacity + slack))) {
    let large = 0
    let middleTime = 0
    for (const time of times) {
      if (time > capacity - threshold + slack) large++
      else if (time >= threshold - slack) middleTime += time
    }
    best = Math.max(best, large + roundUp(middleTime / capacity))
  }
  return best
}

/** Martello and Toth's L2: bins that hold a task above half keep only so much room for those of p to half. */
const martelloTothBound = (times: readonly number[], capacity: number): number => {
  let best = 0
  for (const threshold of new Set([0, ...times.filter((time) => 2 * time <= capacity + slack)])) {
    let alone = 0
    let above = 0
    let aboveTime = 0
    let belowTime = 0
    for (const time of times) {
      if (time > capacity - threshold + slack) alone++
      else if (2 * time > capacity + slack) {
        above++
        aboveTime += time
      } else if (time >= threshold - slack) belowTime += time
    }
    const rest = belowTime - (above * capacity - aboveTime)
    best = Math.max(best, alone + above + Math.max(0, roundUp(rest / capacity)))
  }
  return best
}

export type NamedBound = { readonly value: number; readonly argument: 'sum' | 'halves' | 'thirds' | 'packing' }

/** The least number of stations that sizes alone allow, and the argument that gives it. */
export const packingBound = (balancing: Sizes): NamedBound => {
  const weights = binWeights(balancing)
  const times = [...balancing.times]
  const bounds: NamedBound[] = [
    { value: roundUp(total(balancing.times) / balancing.capacity), argument: 'sum' },
    { value: roundUp(total(weights.half)), argument: 'halves' },
    { value: roundUp(total(weights.third)), argument: 'thirds' },
    {
      value: Math.max(
        roundUp(total(weights.stepped)),
        thresholdBound(times, balancing.capacity),
        martelloTothBound(times, balancing.capacity),
      ),
      argument: 'packing',
    },
  ]
  return bounds.reduce((best, bound) => (bound.value > best.value ? bound : best))
}
