import { exceeds } from '../../violations/rules/exceeds'
import type { WeightedGraph } from '../partition/weighted-graph'

/** Up to here every division is tried. */
const mostNodes = 14

const cutBetween = (graph: WeightedGraph, mask: number): number => {
  let cut = 0
  for (let v = 0; v < graph.n; v++) {
    for (let edge = graph.offsets[v]!; edge < graph.offsets[v + 1]!; edge++) {
      const other = graph.targets[edge]!
      if (v < other && ((mask >> v) & 1) !== ((mask >> other) & 1)) cut += graph.edgeWeights[edge]!
    }
  }
  return cut
}

/**
 * The cheapest of all divisions of a small graph into two sides of at most `most` each, as the side of each node; null
 * for a larger graph, and where there is none.
 */
export const bestHalves = (graph: WeightedGraph, most: number): Int32Array | null => {
  if (graph.n > mostNodes) return null
  const total = graph.nodeWeights.reduce((sum, weight) => sum + weight, 0)
  let best = -1
  let least = Infinity
  // The first node is always on side 0: the other half of the masks is the same divisions again.
  for (let mask = 0; mask < 2 ** graph.n; mask += 2) {
    const side = graph.nodeWeights.reduce((sum, weight, v) => sum + ((mask >> v) & 1) * weight, 0)
    if (exceeds(side, most) || exceeds(total - side, most)) continue
    const cut = cutBetween(graph, mask)
    if (cut < least) [best, least] = [mask, cut]
  }
  return best < 0 ? null : Int32Array.from({ length: graph.n }, (_, v) => (best >> v) & 1)
}
