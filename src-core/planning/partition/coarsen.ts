import { shuffled, type Random } from '../random'
import type { WeightedGraph } from './weighted-graph'

/** A smaller graph, and the node of it that each node became part of. */
export type Coarsening = { readonly graph: WeightedGraph; readonly coarseOf: Int32Array }

/** Whether two nodes may become one: they must not be parted in any of the partitions that are to be kept. */
export type MayMerge = (a: number, b: number) => boolean

/** The neighbour with the heaviest edge, or -1. */
const closest = (graph: WeightedGraph, v: number): number => {
  let best = -1
  let heaviest = 0
  for (let edge = graph.offsets[v] ?? 0; edge < (graph.offsets[v + 1] ?? 0); edge++) {
    const weight = graph.edgeWeights[edge] ?? 0
    if (weight > heaviest) {
      heaviest = weight
      best = graph.targets[edge] ?? 0
    }
  }
  return best
}

/** Nodes that found nobody because all hang on the same neighbour (as in a star) are paired with each other. */
const pairLeftovers = (graph: WeightedGraph, mate: Int32Array, most: number, mayMerge: MayMerge): void => {
  const waiting = new Int32Array(graph.n).fill(-1)
  for (let v = 0; v < graph.n; v++) {
    if (mate[v] !== v) continue
    const hub = closest(graph, v)
    if (hub < 0) continue
    const other = waiting[hub] ?? -1
    const fits = other >= 0 && (graph.nodeWeights[v] ?? 0) + (graph.nodeWeights[other] ?? 0) <= most
    if (fits && mayMerge(v, other)) {
      mate[v] = other
      mate[other] = v
      waiting[hub] = -1
    } else waiting[hub] = v
  }
}

/**
 * Pairs each node with the neighbour it is bound to most, measured against their sizes (the rating of M. Holtgrewe,
 * P. Sanders and C. Schulz, 2010: squared weight over the product of sizes).
 */
const match = (graph: WeightedGraph, random: Random, most: number, mayMerge: MayMerge): Int32Array => {
  const mate = new Int32Array(graph.n).fill(-1)
  for (const v of shuffled(graph.n, random)) {
    if ((mate[v] ?? -1) >= 0) continue
    const own = graph.nodeWeights[v] ?? 0
    let best = v
    let highest = 0
    for (let edge = graph.offsets[v] ?? 0; edge < (graph.offsets[v + 1] ?? 0); edge++) {
      const other = graph.targets[edge] ?? 0
      const size = graph.nodeWeights[other] ?? 0
      if ((mate[other] ?? -1) >= 0 || own + size > most || !mayMerge(v, other)) continue
      const weight = graph.edgeWeights[edge] ?? 0
      const rating = (weight * weight) / Math.max(1e-9, own * size)
      if (rating > highest) {
        highest = rating
        best = other
      }
    }
    mate[v] = best
    mate[best] = v
  }
  pairLeftovers(graph, mate, most, mayMerge)
  return mate
}

/** Numbers pairs: the coarse node that each node becomes. A node that is its own mate stays alone. */
export const numbered = (mate: Int32Array): { readonly coarseOf: Int32Array; readonly count: number } => {
  const coarseOf = new Int32Array(mate.length).fill(-1)
  let count = 0
  for (let v = 0; v < mate.length; v++) {
    if ((coarseOf[v] ?? -1) >= 0) continue
    coarseOf[v] = count
    coarseOf[mate[v] ?? v] = count
    count++
  }
  return { coarseOf, count }
}

const membersOf = (coarseOf: Int32Array, count: number): Int32Array => {
  const members = new Int32Array(2 * count).fill(-1)
  for (let v = 0; v < coarseOf.length; v++) {
    const at = 2 * (coarseOf[v] ?? 0)
    members[(members[at] ?? -1) < 0 ? at : at + 1] = v
  }
  return members
}

/** The graph of pairs: their weights added up, edges between the same two pairs added up. */
const contract = (graph: WeightedGraph, coarseOf: Int32Array, count: number): WeightedGraph => {
  const members = membersOf(coarseOf, count)
  const offsets = new Int32Array(count + 1)
  const targets = new Int32Array(graph.targets.length)
  const edgeWeights = new Float64Array(graph.targets.length)
  const nodeWeights = new Float64Array(count)
  const slot = new Int32Array(count).fill(-1)
  let end = 0
  for (let c = 0; c < count; c++) {
    const start = end
    for (const v of [members[2 * c] ?? -1, members[2 * c + 1] ?? -1]) {
      if (v < 0) continue
      nodeWeights[c] = (nodeWeights[c] ?? 0) + (graph.nodeWeights[v] ?? 0)
      for (let edge = graph.offsets[v] ?? 0; edge < (graph.offsets[v + 1] ?? 0); edge++) {
        const other = coarseOf[graph.targets[edge] ?? 0] ?? 0
        if (other === c) continue
        let place = slot[other] ?? -1
        if (place < start) {
          place = end++
          slot[other] = place
          targets[place] = other
          edgeWeights[place] = 0
        }
        edgeWeights[place] = (edgeWeights[place] ?? 0) + (graph.edgeWeights[edge] ?? 0)
      }
    }
    offsets[c + 1] = end
  }
  return { n: count, offsets, targets: targets.slice(0, end), edgeWeights: edgeWeights.slice(0, end), nodeWeights }
}

/** One level: about half as many nodes, none heavier than `most`. */
export const coarsen = (graph: WeightedGraph, random: Random, most: number, mayMerge: MayMerge): Coarsening => {
  const { coarseOf, count } = numbered(match(graph, random, most, mayMerge))
  return { graph: contract(graph, coarseOf, count), coarseOf }
}

/** Parts of the coarse nodes, given those of the fine ones, which merging has not mixed. */
export const lowered = (coarseOf: Int32Array, count: number, parts: Int32Array): Int32Array => {
  const below = new Int32Array(count)
  coarseOf.forEach((coarse, v) => (below[coarse] = parts[v] ?? 0))
  return below
}
