import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acyclicCut, acyclicGraph, isInOrder, levelsOf, topologicalOrder, type AcyclicGraph } from '@core/planning/partition/acyclic-graph'
import { coarsenAcyclic, coarseningWays } from '@core/planning/partition/acyclic-coarsen'
import { evenOut } from '@core/planning/partition/acyclic-loads'
import { acyclicPartition } from '@core/planning/partition/acyclic-partition'
import { seededRandom } from '@core/planning/random'
import { evenBalance } from '@core/planning/partition/refine'

const quick = { seed: 7, rounds: 6, shouldStop: () => false }

/** Arcs from lower to higher numbers only, so that there is no cycle. */
const graphs = fc.integer({ min: 2, max: 60 }).chain((n) =>
  fc.record({
    k: fc.integer({ min: 2, max: Math.min(6, n) }),
    graph: fc
      .array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: 9 })), { maxLength: 200 })
      .map((arcs) => acyclicGraph(
        new Float64Array(n).fill(1),
        arcs.map(([a, b, weight]) => [Math.min(a, b), Math.max(a, b), weight] as const),
      )),
  }),
)

const loadsOf = (graph: AcyclicGraph, parts: Int32Array, k: number): number[] =>
  Array.from({ length: k }, (_, part) => graph.nodeWeights.reduce((sum, weight, v) => (parts[v] === part ? sum + weight : sum), 0))

/** Chains one beside the other, a node each in a row: cutting along them costs nothing. */
const chains = (count: number, length: number): AcyclicGraph =>
  acyclicGraph(
    new Float64Array(count * length).fill(1),
    Array.from({ length: count * length }, (_, v) => [v, v + 1, 1] as const).filter(([v]) => (v + 1) % length !== 0),
  )

describe('splitting a graph without cycles into parts in order', () => {
  it('keeps the order and every limit, and says the cut that the parts have', () => {
    fc.assert(
      fc.property(graphs, ({ graph, k }) => {
        const most = Math.ceil(graph.n / k)
        const found = acyclicPartition(graph, evenBalance(k, most), quick)
        expect(isInOrder(graph, found.parts)).toBe(true)
        expect(Math.max(...loadsOf(graph, found.parts, k))).toBeLessThanOrEqual(most)
        expect(found).toMatchObject({ isBalanced: true, cut: acyclicCut(graph, found.parts) })
      }),
      { numRuns: 25 },
    )
  })

  it('finds the least cut of small graphs, as trying every partition does', () => {
    fc.assert(
      fc.property(graphs.filter(({ graph }) => graph.n <= 9), ({ graph }) => {
        const most = Math.ceil(graph.n / 2) + 1
        const all = Array.from({ length: 2 ** graph.n }, (_, bits) => Int32Array.from({ length: graph.n }, (_unused, v) => (bits >> v) & 1))
        const allowed = all.filter((parts) => isInOrder(graph, parts) && Math.max(...loadsOf(graph, parts, 2)) <= most)
        const least = Math.min(...allowed.map((parts) => acyclicCut(graph, parts)))
        expect(acyclicPartition(graph, evenBalance(2, most), { ...quick, rounds: 30 }).cut).toBe(least)
      }),
      { numRuns: 20 },
    )
  })

  it('leaves chains whole that fit into parts whole', () => {
    expect(acyclicPartition(chains(16, 25), evenBalance(4, 110), { ...quick, rounds: 20 })).toMatchObject({ cut: 0, isBalanced: true })
  })

  it('cuts one chain once for every part but one', () => {
    expect(acyclicPartition(chains(1, 1000), evenBalance(5, 206), quick)).toMatchObject({ cut: 4, isBalanced: true })
  })

  it('repeats itself with the same seed', () => {
    const graph = chains(30, 30)
    expect(acyclicPartition(graph, evenBalance(7, 130), quick)).toEqual(acyclicPartition(graph, evenBalance(7, 130), quick))
  })

  it('gives a partition in order within the limits even when it is stopped at once', () => {
    const graph = chains(30, 30)
    const found = acyclicPartition(graph, evenBalance(7, 130), { ...quick, shouldStop: () => true })
    expect(found.isBalanced).toBe(true)
    expect(isInOrder(graph, found.parts)).toBe(true)
  })

  it('refuses a graph with a cycle', () => {
    expect(() => acyclicPartition(acyclicGraph([1, 1], [[0, 1, 1], [1, 0, 1]]), evenBalance(2, 1), quick)).toThrow('cycle')
  })
})

describe('merging nodes of a graph without cycles', () => {
  it('makes no cycle, in any of its ways, and loses no weight', () => {
    fc.assert(
      fc.property(graphs, fc.nat(coarseningWays - 1), fc.nat(1000), ({ graph }, way, seed) => {
        const { graph: merged, mergedInto } = coarsenAcyclic(graph, way, seededRandom(seed), 4, () => true)
        expect(topologicalOrder(merged, Int32Array.from({ length: merged.n }, (_, v) => v))).not.toBeNull()
        expect(loadsOf(graph, mergedInto, merged.n)).toEqual([...merged.nodeWeights])
      }),
    )
  })
})

describe('handing on what is too much', () => {
  it('ends within the limits, in order, wherever it begins', () => {
    fc.assert(
      fc.property(graphs, ({ graph, k }) => {
        const deepest = Math.max(1, ...levelsOf(graph))
        const parts = levelsOf(graph).map((level) => Math.floor((level * (k - 1)) / deepest))
        evenOut(graph, parts, evenBalance(k, Math.ceil(graph.n / k)))
        expect(isInOrder(graph, parts)).toBe(true)
        expect(Math.max(...loadsOf(graph, parts, k))).toBeLessThanOrEqual(Math.ceil(graph.n / k))
      }),
    )
  })
})
