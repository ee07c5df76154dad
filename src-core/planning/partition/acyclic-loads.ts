import type { AcyclicGraph, Rows } from './acyclic-graph'
import type { Balance } from './refine'

const slack = 1e-9

/** Weight of v's edges into a part. */
const edgesInto = (rows: Rows, parts: Int32Array, v: number, part: number): number => {
  let sum = 0
  for (let arc = rows.offsets[v] ?? 0; arc < (rows.offsets[v + 1] ?? 0); arc++) {
    if (parts[rows.targets[arc] ?? 0] === part) sum += rows.weights[arc] ?? 0
  }
  return sum
}

/** How far the nearest part with room is in a direction; Infinity where there is none. */
const distance = (weights: Float64Array, balance: Balance, part: number, direction: 1 | -1): number => {
  for (let at = part + direction; at >= 0 && at < balance.length; at += direction) {
    if ((weights[at] ?? 0) < (balance[at] ?? 0) - slack) return Math.abs(at - part)
  }
  return Infinity
}

/** The node of a part that nothing holds back in that direction and whose move costs least, or -1. */
const cheapest = (graph: AcyclicGraph, parts: Int32Array, part: number, direction: 1 | -1): number => {
  const [ahead, behind] = direction === 1 ? [graph.out, graph.into] : [graph.into, graph.out]
  let best = -1
  let least = Infinity
  for (let v = 0; v < graph.n; v++) {
    if (parts[v] !== part || edgesInto(ahead, parts, v, part) > 0) continue
    const cost = edgesInto(behind, parts, v, part) - edgesInto(ahead, parts, v, part + direction)
    if (cost >= least) continue
    least = cost
    best = v
  }
  return best
}

/**
 * Hands nodes on, part by part and in order, from parts that are too heavy to the nearest with room. With nodes of one weight
 * every part is within its limit then, if all limits together suffice. Changes `parts` in place.
 */
export const evenOut = (graph: AcyclicGraph, parts: Int32Array, balance: Balance): void => {
  const weights = new Float64Array(balance.length)
  for (let v = 0; v < graph.n; v++) weights[parts[v] ?? 0] = (weights[parts[v] ?? 0] ?? 0) + (graph.nodeWeights[v] ?? 0)
  for (let steps = 4 * graph.n; steps > 0; steps--) {
    const part = weights.findIndex((weight, at) => weight > (balance[at] ?? 0) + slack)
    if (part < 0) return
    const back = distance(weights, balance, part, -1)
    const on = distance(weights, balance, part, 1)
    if (Math.min(back, on) === Infinity) return
    const direction = on <= back ? 1 : -1
    const v = cheapest(graph, parts, part, direction)
    if (v < 0) return
    const weight = graph.nodeWeights[v] ?? 0
    weights[part] = (weights[part] ?? 0) - weight
    weights[part + direction] = (weights[part + direction] ?? 0) + weight
    parts[v] = part + direction
  }
}
