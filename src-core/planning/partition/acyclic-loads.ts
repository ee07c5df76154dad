import { topologicalOrder, type AcyclicGraph, type Rows } from './acyclic-graph'
import type { Balance } from './refine'

const slack = 1e-9
/** Single nodes handed on with care; where more is amiss, parts are cut anew along an order. */
const mostSteps = 400

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

const loadsOf = (graph: AcyclicGraph, parts: Int32Array, k: number): Float64Array => {
  const weights = new Float64Array(k)
  for (let v = 0; v < graph.n; v++) weights[parts[v] ?? 0] = (weights[parts[v] ?? 0] ?? 0) + (graph.nodeWeights[v] ?? 0)
  return weights
}

/** True when every part is within its limit afterwards. */
const handOn = (graph: AcyclicGraph, parts: Int32Array, balance: Balance): boolean => {
  const weights = loadsOf(graph, parts, balance.length)
  for (let steps = mostSteps; steps > 0; steps--) {
    const part = weights.findIndex((weight, at) => weight > (balance[at] ?? 0) + slack)
    if (part < 0) return true
    const back = distance(weights, balance, part, -1)
    const on = distance(weights, balance, part, 1)
    if (Math.min(back, on) === Infinity) return false
    const direction = on <= back ? 1 : -1
    const v = cheapest(graph, parts, part, direction)
    if (v < 0) return false
    const weight = graph.nodeWeights[v] ?? 0
    weights[part] = (weights[part] ?? 0) - weight
    weights[part + direction] = (weights[part + direction] ?? 0) + weight
    parts[v] = part + direction
  }
  return false
}

/** Where each part is to end along the order: as near as can be to where it ends, none too heavy and none of the later ones either. */
const endsWithinLimits = (weights: Float64Array, balance: Balance): Float64Array => {
  const ends = new Float64Array(balance.length)
  let roomAfter = balance.reduce((sum, most) => sum + most, 0)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let present = 0
  let end = 0
  for (let part = 0; part < balance.length; part++) {
    roomAfter -= balance[part] ?? 0
    present += weights[part] ?? 0
    end = Math.min(end + (balance[part] ?? 0), Math.max(end, present, all - roomAfter))
    ends[part] = end
  }
  return ends
}

const cutAnew = (graph: AcyclicGraph, parts: Int32Array, balance: Balance): void => {
  const order = topologicalOrder(graph, Int32Array.from({ length: graph.n }, (_, v) => v))
  if (!order) throw new Error('The graph has a cycle')
  const ends = endsWithinLimits(loadsOf(graph, parts, balance.length), balance)
  let weight = 0
  let part = 0
  for (const v of [...order].sort((a, b) => (parts[a] ?? 0) - (parts[b] ?? 0))) {
    weight += graph.nodeWeights[v] ?? 0
    while (weight > (ends[part] ?? 0) + slack && part < balance.length - 1) part++
    parts[v] = part
  }
}

/**
 * Brings every part within its limit, the order kept: nodes are handed on, part by part, to the nearest part with room. With
 * nodes of one weight it succeeds if all limits together suffice. Changes `parts` in place.
 */
export const evenOut = (graph: AcyclicGraph, parts: Int32Array, balance: Balance): void => {
  if (!handOn(graph, parts, balance)) cutAnew(graph, parts, balance)
}
