import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packingBound } from '@core/planning/line-balancing/bin-bounds'
import { isValidLine } from '@core/planning/line-balancing/branch-bound-remember'
import { prepareBalancing, reversedBalancing, type BalancingInput } from '@core/planning/line-balancing/instance'
import { leastStations } from '@core/planning/line-balancing/least-stations'

const untilDone = { shouldStop: () => false }

/** The fewest stations by trying, set by set, every way to fill the next one: slow, and plainly right. */
const fewestByTrying = ({ times, capacity, precedences }: BalancingInput): number => {
  const n = times.length
  const before = Array.from({ length: n }, (_, task) => precedences.filter(([, after]) => after === task).map(([first]) => first))
  const least = new Map<number, number>()
  const fill = (done: number, room: number): number => {
    if (done === (1 << n) - 1) return 0
    const key = done * 1000 + Math.round(room * 10)
    const known = least.get(key)
    if (known !== undefined) return known
    let best = room < capacity ? 1 + fill(done, capacity) : Infinity
    for (let task = 0; task < n; task++) {
      const isFree = (done & (1 << task)) === 0 && before[task]?.every((first) => (done & (1 << first)) !== 0)
      const time = times[task] ?? 0
      if (isFree && time <= room) best = Math.min(best, fill(done | (1 << task), room - time))
    }
    least.set(key, best)
    return best
  }
  return n === 0 ? 0 : 1 + fill(0, capacity)
}

const instances: fc.Arbitrary<BalancingInput> = fc
  .integer({ min: 1, max: 9 })
  .chain((n) =>
    fc.record({
      times: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: n, maxLength: n }),
      capacity: fc.integer({ min: 10, max: 18 }),
      pairs: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 12 }),
    }),
  )
  .map(({ times, capacity, pairs }) => ({
    times,
    capacity,
    precedences: pairs.filter(([a, b]) => a !== b).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
  }))

describe('the fewest stations for tasks in order', () => {
  it('are those that trying everything finds, and are proved', () => {
    fc.assert(
      fc.property(instances, (input) => {
        const found = leastStations(input, untilDone)
        expect({ stations: found.line.stations, proved: found.proved }).toEqual({ stations: fewestByTrying(input), proved: true })
      }),
      { numRuns: 300 },
    )
  })

  it('come with a line that holds every task in order and within the capacity', () => {
    fc.assert(
      fc.property(instances, (input) => {
        expect(isValidLine(prepareBalancing(input), leastStations(input, untilDone).line)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('are never below the bound that is named', () => {
    fc.assert(
      fc.property(instances, (input) => {
        expect(packingBound(prepareBalancing(input)).value).toBeLessThanOrEqual(fewestByTrying(input))
      }),
      { numRuns: 200 },
    )
  })

  it('are bounded by how many just more than a part of the capacity go together', () => {
    const input = { times: Array.from({ length: 17 }, () => 21), capacity: 100, precedences: [] }
    expect(packingBound(prepareBalancing(input))).toEqual({ value: 5, argument: 'packing' })
  })

  it('are the same from either end', () => {
    fc.assert(
      fc.property(instances, (input) => {
        const { times, capacity, precedences } = reversedBalancing(prepareBalancing(input))
        const turned = leastStations({ times, capacity, precedences }, untilDone)
        expect(turned.line.stations).toBe(leastStations(input, untilDone).line.stations)
      }),
      { numRuns: 60 },
    )
  })

  it('are none where there is nothing to do', () => {
    expect(leastStations({ times: [], capacity: 5, precedences: [] }, untilDone).line.stations).toBe(0)
  })

  it('give a valid line at once when stopped, and claim no proof that was not made', () => {
    const times = Array.from({ length: 60 }, (_, task) => 3 + ((task * 7) % 11))
    const precedences = Array.from({ length: 50 }, (_, task) => [task, task + 7 < 60 ? task + 7 : 59] as const)
    const input = { times, capacity: 29, precedences }
    const stopped = leastStations(input, { shouldStop: () => true })
    expect(isValidLine(prepareBalancing(input), stopped.line)).toBe(true)
    expect(stopped.proved).toBe(stopped.line.stations === stopped.lowerBound.value)
  })

  it('refuse an order that runs in a circle', () => {
    expect(() => leastStations({ times: [1, 1], capacity: 2, precedences: [[0, 1], [1, 0]] }, untilDone)).toThrow('cycle')
  })
})
