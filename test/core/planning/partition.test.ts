import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partition } from '@core/planning/partition/partition'
import { evenBalance } from '@core/planning/partition/refine'
import { cutOf, partWeights, weightedGraph, type WeightedGraph } from '@core/planning/partition/weighted-graph'

const quick = { seed: 7, rounds: 12, shouldStop: () => false }

/** A grid of w by h nodes, each joined to the next ones: its best halves are known. */
const grid = (w: number, h: number): WeightedGraph => {
  const edges: [number, number, number][] = []
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      if (x + 1 < w) edges.push([y * w + x, y * w + x + 1, 1])
      if (y + 1 < h) edges.push([y * w + x, (y + 1) * w + x, 1])
    }
  }
  return weightedGraph(new Float64Array(w * h).fill(1), edges)
}

const graphs = fc.integer({ min: 2, max: 60 }).chain((n) =>
  fc.record({
    k: fc.integer({ min: 2, max: Math.min(6, n) }),
    graph: fc
      .array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: 9 })), { maxLength: 200 })
      .map((edges) => weightedGraph(new Float64Array(n).fill(1), edges)),
  }),
)

describe('splitting a graph', () => {
  it('keeps every part within its limit', () => {
    fc.assert(
      fc.property(graphs, ({ graph, k }) => {
        const most = Math.ceil(graph.n / k) + 1
        const found = partition(graph, evenBalance(k, most), quick)
        expect(found.isBalanced).toBe(true)
        expect(Math.max(...partWeights(graph, found.parts, k))).toBeLessThanOrEqual(most)
      }),
      { numRuns: 60 },
    )
  })

  it('says the cut that its parts have', () => {
    fc.assert(
      fc.property(graphs, ({ graph, k }) => {
        const found = partition(graph, evenBalance(k, graph.n), quick)
        expect(found.cut).toBe(cutOf(graph, found.parts))
      }),
      { numRuns: 60 },
    )
  })

  it('finds the straight line through a grid', () => {
    expect(partition(grid(40, 12), evenBalance(2, 240), { ...quick, rounds: 30 }).cut).toBe(12)
  })

  it('cuts the one thread between two knots', () => {
    const knot = (from: number): [number, number, number][] =>
      Array.from({ length: 100 }, (_, pair): [number, number, number] => [from + (pair % 10), from + Math.floor(pair / 10), 5])
    const graph = weightedGraph(new Float64Array(20).fill(1), [...knot(0), ...knot(10), [3, 14, 1]])
    const { cut, parts } = partition(graph, evenBalance(2, 11), quick)
    expect(cut).toBe(1)
    expect(new Set(parts.slice(0, 10)).size).toBe(1)
  })

  it('repeats itself with the same seed', () => {
    const graph = grid(20, 20)
    expect(partition(graph, evenBalance(5, 84), quick)).toEqual(partition(graph, evenBalance(5, 84), quick))
  })

  it('has nothing to cut where nothing is joined', () => {
    expect(partition(weightedGraph([1, 1, 1, 1], []), evenBalance(2, 2), quick)).toMatchObject({ cut: 0, isBalanced: true })
  })
})
