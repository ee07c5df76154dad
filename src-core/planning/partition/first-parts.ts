import { MinHeap } from '../min-heap'
import { shuffled, type Random } from '../random'
import { Refinement, type Balance } from './refine'
import { cutOf, partWeights, totalWeight, type WeightedGraph } from './weighted-graph'

const attempts = 5

/** Grows part 0 from a random node to its share, always by the node bound to it most; the rest is part 1. */
const grow = (graph: WeightedGraph, share: number, random: Random): Int32Array => {
  const parts = new Int32Array(graph.n).fill(1)
  const bound = new Float64Array(graph.n)
  const rim = new MinHeap()
  const starts = shuffled(graph.n, random)
  const goal = totalWeight(graph) * share
  let nextStart = 0
  for (let weight = 0; weight < goal; ) {
    let v = rim.pop()
    // Where the piece is exhausted, growing goes on from another random node.
    while (v < 0 && nextStart < graph.n) {
      const start = starts[nextStart++] ?? 0
      if (parts[start] === 1) v = start
    }
    if (v < 0) break
    if (parts[v] === 0) continue
    parts[v] = 0
    weight += graph.nodeWeights[v] ?? 0
    for (let edge = graph.offsets[v] ?? 0; edge < (graph.offsets[v + 1] ?? 0); edge++) {
      const other = graph.targets[edge] ?? 0
      if (parts[other] === 0) continue
      bound[other] = (bound[other] ?? 0) + (graph.edgeWeights[edge] ?? 0)
      rim.push(other, -(bound[other] ?? 0))
    }
  }
  return parts
}

const overweight = (graph: WeightedGraph, parts: Int32Array, balance: Balance): number =>
  partWeights(graph, parts, balance.length).reduce((sum, weight, part) => sum + Math.max(0, weight - (balance[part] ?? 0)), 0)

const bisect = (graph: WeightedGraph, balance: Balance, random: Random): Int32Array => {
  const share = (balance[0] ?? 0) / Math.max(1e-9, (balance[0] ?? 0) + (balance[1] ?? 0))
  let best = grow(graph, share, random)
  let least = Infinity
  for (let attempt = 0; attempt < attempts; attempt++) {
    const parts = grow(graph, share, random)
    new Refinement(graph, parts, balance, random).run(6)
    const cost = cutOf(graph, parts) + 1e6 * overweight(graph, parts, balance)
    if (cost < least) {
      least = cost
      best = parts
    }
  }
  return best
}

/** The part of a graph on some of its nodes. */
const induced = (graph: WeightedGraph, nodes: readonly number[]): WeightedGraph => {
  const inside = new Int32Array(graph.n).fill(-1)
  nodes.forEach((v, index) => (inside[v] = index))
  const offsets = new Int32Array(nodes.length + 1)
  const targets: number[] = []
  const weights: number[] = []
  nodes.forEach((v, index) => {
    for (let edge = graph.offsets[v] ?? 0; edge < (graph.offsets[v + 1] ?? 0); edge++) {
      const other = inside[graph.targets[edge] ?? 0] ?? -1
      if (other < 0) continue
      targets.push(other)
      weights.push(graph.edgeWeights[edge] ?? 0)
    }
    offsets[index + 1] = targets.length
  })
  return {
    n: nodes.length,
    offsets,
    targets: Int32Array.from(targets),
    edgeWeights: Float64Array.from(weights),
    nodeWeights: Float64Array.from(nodes, (v) => graph.nodeWeights[v] ?? 0),
  }
}

/**
 * What both sides may weigh: of the room there is beyond the weight itself only as much as leaves the same for each of
 * the halvings that follow (S. Schlag et al., k-way Hypergraph Partitioning via n-Level Recursive Bisection, 2016).
 */
const sideLimits = (graph: WeightedGraph, balance: Balance, sides: readonly Balance[]): Balance => {
  const sum = (limits: Balance): number => limits.reduce((all, most) => all + most, 0)
  const weight = totalWeight(graph)
  const all = Math.max(1e-9, sum(balance))
  const spare = Math.max(1, all / Math.max(1e-9, weight)) ** (1 / Math.ceil(Math.log2(balance.length)))
  return Float64Array.from(sides, (side) => Math.min(sum(side), weight * (sum(side) / all) * spare))
}

const splitInto = (graph: WeightedGraph, balance: Balance, random: Random): Int32Array => {
  if (balance.length < 2 || graph.n === 0) return new Int32Array(graph.n)
  const middle = balance.length >> 1
  const sides = [balance.slice(0, middle), balance.slice(middle)] as const
  const half = bisect(graph, sideLimits(graph, balance, sides), random)
  const parts = new Int32Array(graph.n)
  sides.forEach((side, which) => {
    const nodes = [...half.keys()].filter((v) => half[v] === which)
    const within = splitInto(induced(graph, nodes), side, random)
    nodes.forEach((v, index) => (parts[v] = (within[index] ?? 0) + which * middle))
  })
  return parts
}

/** A first partition of a small graph: halves of halves, each the best of several, then refined as a whole. */
export const firstParts = (graph: WeightedGraph, balance: Balance, random: Random): Int32Array => {
  const parts = splitInto(graph, balance, random)
  new Refinement(graph, parts, balance, random).run(6)
  return parts
}
