import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linksOf, neighboursOf, type Links } from '@core/estate/find/links'
import { pathsBetween, type PathLimits } from '@core/estate/find/paths-between'
import { walkAround } from '@core/estate/find/walk-around'

type Pair = readonly [from: number, to: number]

const linked = (items: number, pairs: readonly Pair[]): Links =>
  linksOf(items, Int32Array.from(pairs, ([from]) => from), Int32Array.from(pairs, ([, to]) => to))

const generous: PathLimits = { most: 1000, longer: 2, looks: 100_000 }

const world = fc.integer({ min: 1, max: 8 }).chain((items) => fc.record({
  items: fc.constant(items),
  pairs: fc.array(fc.tuple(fc.nat(items - 1), fc.nat(items - 1)), { maxLength: 20 }),
}))

describe('links', () => {
  it('join each pair once, never an item with itself, and pass over ends that are not there', () => {
    const links = linked(3, [[0, 2], [0, 1], [0, 2], [1, 1], [-1, 2], [2, -1]])
    expect([[...neighboursOf(links.needs, 0)], [...neighboursOf(links.needs, 1)], [...neighboursOf(links.neededBy, 2)]]).toEqual([[1, 2], [], [0]])
  })
})

describe('a walk around', () => {
  const chain = linked(6, [[0, 1], [1, 2], [2, 3], [3, 4], [5, 2]])
  const layers = (hops: number, direction: 'both' | 'needs' | 'needed-by') =>
    walkAround(chain, [2], hops, direction, 100).layers.map((layer) => [layer.hops, layer.items])

  it('reaches as many hops as asked, both ways or one', () => {
    expect([layers(1, 'both'), layers(2, 'needs'), layers(9, 'needed-by')]).toEqual([
      [[-1, [1, 5]], [0, [2]], [1, [3]]],
      [[0, [2]], [1, [3]], [2, [4]]],
      [[-2, [0]], [-1, [1, 5]], [0, [2]]],
    ])
  })

  it('keeps those that are linked most to what is nearer when there is no room, and says who is left out', () => {
    const links = linked(6, [[0, 2], [0, 3], [1, 3], [0, 4], [1, 4], [0, 5]])
    expect(walkAround(links, [0, 1], 1, 'both', 4).layers).toEqual([
      { hops: 0, items: [0, 1], leftOut: [] },
      { hops: 1, items: [3, 4], leftOut: [2, 5] },
    ])
  })

  it('shows or leaves out each reached item once, at its true distance, whatever the estate', () => {
    fc.assert(fc.property(world, fc.nat(), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 }), ({ items, pairs }, start, hops, most) => {
      const root = start % items
      const { layers: found } = walkAround(linked(items, pairs), [root], hops, 'needs', most)
      const distance = new Map([[root, 0]])
      for (let hop = 1; hop <= hops; hop++) {
        for (const [from, to] of pairs) if (distance.get(from) === hop - 1 && !distance.has(to)) distance.set(to, hop)
      }
      const reached = found.flatMap((layer) => [...layer.items, ...layer.leftOut].map((item) => [item, layer.hops] as const))
      expect(new Map(reached)).toEqual(distance)
      expect(reached.length).toBe(distance.size)
      expect(found.flatMap((layer) => layer.items).length).toBe(Math.min(most, distance.size))
    }), { numRuns: 200 })
  })
})

const naivePaths = (pairs: readonly Pair[], from: number, to: number): number[][] => {
  const next = (path: readonly number[]): number[][] => {
    const last = path.at(-1)
    if (last === to) return [[...path]]
    const far = new Set(pairs.filter(([near, end]) => near === last && !path.includes(end)).map(([, end]) => end))
    return [...far].flatMap((item) => next([...path, item]))
  }
  return from === to ? [] : next([from])
}

describe('the paths between two items', () => {
  it('are all simple paths up to the length, shorter first, as a naive search finds them', () => {
    fc.assert(fc.property(world, fc.nat(), fc.nat(), ({ items, pairs }, a, b) => {
      const [from, to] = [a % items, b % items]
      const found = pathsBetween(linked(items, pairs), from, to, generous)
      const naive = naivePaths(pairs, from, to).sort((left, right) => left.length - right.length)
      const least = naive[0]?.length ?? 0
      if (naive.length === 0) {
        expect(found?.direction ?? 'none').not.toBe('needs')
        return
      }
      const wanted = naive.filter((path) => path.length <= least + generous.longer)
      expect(found?.paths.map(({ length }) => length)).toEqual(wanted.map(({ length }) => length))
      expect(new Set(found?.paths.map(String))).toEqual(new Set(wanted.map(String)))
      const shortest = naive.filter((path) => path.length === least)
      expect([found?.direction, found?.steps, found?.shortest, found?.isComplete]).toEqual(['needs', least - 1, shortest.length, true])
      expect(new Set(found?.onShortest)).toEqual(new Set(shortest.flat()))
    }), { numRuns: 300 })
  })

  it('lead against what is needed, or in any direction, where nothing leads along', () => {
    const links = linked(4, [[0, 1], [2, 1]])
    const ways = [[1, 0], [0, 2], [0, 3], [0, 0]].map(([from = 0, to = 0]) => pathsBetween(links, from, to, generous))
    expect(ways.map((way) => way && [way.direction, way.paths])).toEqual([['needed-by', [[1, 0]]], ['either', [[0, 1, 2]]], null, null])
  })

  it('are bounded, the shortest counted all the same', () => {
    const rungs = 14
    const pairs = Array.from({ length: rungs }, (_, rung): Pair[] => {
      const at = 3 * rung
      return [[at, at + 1], [at, at + 2], [at + 1, at + 3], [at + 2, at + 3]]
    }).flat()
    const found = pathsBetween(linked(3 * rungs + 1, pairs), 0, 3 * rungs, { most: 20, longer: 3, looks: 5000 })
    expect([found?.paths.length, found?.shortest, found?.isComplete, found?.onShortest.length]).toEqual([20, 2 ** rungs, false, 3 * rungs + 1])
  })
})
