import { levelsOf, quotient, type AcyclicGraph, type Rows } from './acyclic-graph'
import { numbered, type MayMerge } from './coarsen'
import { shuffled, type Random } from '../random'

/** A smaller graph, still without cycles, and the node of it that each node became part of. */
export type AcyclicCoarsening = { readonly graph: AcyclicGraph; readonly mergedInto: Int32Array }

/** Neighbours of more nodes than this say little about which of them belong together. */
const mostShared = 64

/** What pairing works on: `mate[v]` is v while v is alone. */
type Pairing = { readonly graph: AcyclicGraph; readonly mate: Int32Array; readonly most: number; readonly mayMerge: MayMerge }

const fits = ({ graph, mate, most, mayMerge }: Pairing, v: number, other: number): boolean =>
  other !== v && mate[other] === other &&
  (graph.nodeWeights[v] ?? 0) + (graph.nodeWeights[other] ?? 0) <= most && mayMerge(v, other)

const pair = ({ mate }: Pairing, v: number, other: number): void => {
  mate[v] = other
  mate[other] = v
}

/**
 * Pairs a node with the end of an arc of which it is the only way in: all else that leads to v leads to u before. There is no
 * other way from u to v then, nor does any number of such pairs make one; so no cycle comes of it.
 */
const pairAlongArcs = (pairing: Pairing, rows: Rows, levels: Int32Array, random: Random): void => {
  const { graph, mate } = pairing
  const leadsTo = new Int32Array(graph.n).fill(-1)
  for (const v of shuffled(graph.n, random)) {
    const start = rows.offsets[v] ?? 0
    const end = rows.offsets[v + 1] ?? 0
    if (mate[v] !== v || start === end) continue
    let nearest = rows.targets[start] ?? 0
    for (let arc = start; arc < end; arc++) {
      const u = rows.targets[arc] ?? 0
      if ((levels[u] ?? 0) > (levels[nearest] ?? 0)) nearest = u
    }
    if (!fits(pairing, v, nearest)) continue
    leadsTo[nearest] = v
    for (let arc = rows.offsets[nearest] ?? 0; arc < (rows.offsets[nearest + 1] ?? 0); arc++) leadsTo[rows.targets[arc] ?? 0] = v
    let isOnlyWay = true
    for (let arc = start; isOnlyWay && arc < end; arc++) isOnlyWay = leadsTo[rows.targets[arc] ?? 0] === v
    if (isOnlyWay) pair(pairing, v, nearest)
  }
}

/** Adds up, for the nodes of v's level that share a neighbour with it, how much they are bound to it by that. */
const rateShared = (rows: Rows, back: Rows, levels: Int32Array, v: number, rating: Float64Array, seen: number[]): void => {
  for (let arc = rows.offsets[v] ?? 0; arc < (rows.offsets[v + 1] ?? 0); arc++) {
    const shared = rows.targets[arc] ?? 0
    const start = back.offsets[shared] ?? 0
    const end = back.offsets[shared + 1] ?? 0
    if (end - start > mostShared) continue
    for (let at = start; at < end; at++) {
      const other = back.targets[at] ?? 0
      if (other === v || levels[other] !== levels[v]) continue
      if (rating[other] === 0) seen.push(other)
      rating[other] = (rating[other] ?? 0) + ((rows.weights[arc] ?? 0) * (back.weights[at] ?? 0)) / (end - start)
    }
  }
}

/** Pairs nodes of one level that share neighbours: ways lead from level to level, so that no cycle comes of it. */
const pairWithinLevels = (pairing: Pairing, levels: Int32Array, random: Random): void => {
  const { graph, mate } = pairing
  const rating = new Float64Array(graph.n)
  const seen: number[] = []
  for (const v of shuffled(graph.n, random)) {
    if (mate[v] !== v) continue
    rateShared(graph.into, graph.out, levels, v, rating, seen)
    rateShared(graph.out, graph.into, levels, v, rating, seen)
    let best = -1
    let highest = 0
    for (const other of seen) {
      const value = (rating[other] ?? 0) / (graph.nodeWeights[other] ?? 1)
      rating[other] = 0
      if (value > highest && fits(pairing, v, other)) {
        highest = value
        best = other
      }
    }
    seen.length = 0
    if (best >= 0) pair(pairing, v, best)
  }
}

/** Lengths of the longest ways from each node to an end. */
const turnedLevels = (graph: AcyclicGraph): Int32Array => levelsOf({ ...graph, out: graph.into, into: graph.out })

export const coarseningWays = 3

/** One level, by one of three ways in turn: along arcs by what comes before, by what comes after, and within levels. */
export const coarsenAcyclic = (
  graph: AcyclicGraph, way: number, random: Random, most: number, mayMerge: MayMerge,
): AcyclicCoarsening => {
  const mate = Int32Array.from({ length: graph.n }, (_, v) => v)
  const pairing = { graph, mate, most, mayMerge }
  if (way === 0) pairAlongArcs(pairing, graph.into, levelsOf(graph), random)
  else if (way === 1) pairAlongArcs(pairing, graph.out, turnedLevels(graph), random)
  else pairWithinLevels(pairing, random() < 0.5 ? levelsOf(graph) : turnedLevels(graph), random)
  const { coarseOf: mergedInto, count } = numbered(mate)
  return { graph: quotient(graph, mergedInto, count), mergedInto }
}
