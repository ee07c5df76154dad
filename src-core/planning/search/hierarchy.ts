import type { Random } from '../random'
import { type Coarser, coarser } from './coarsen-terrain'
import { isOrderly } from './state'
import type { Terrain } from './terrain'

/** No cluster is more than this part of a wave, so that it finds room; the first ones far less, and so many times more each level. */
const largestPart = 0.08
const firstPart = 0.02
const growth = 4
/** Few enough clusters for each wave: coarser than that says nothing. */
const nodesAWave = 12
/** Fewer nodes than this part gone, and merging has come to its end. */
const leastGone = 0.05

/** Terrains from fine (0) to coarse, the cluster of each node in the next one, and where the coarsest begin. */
export type Hierarchy = { readonly terrains: readonly Terrain[]; readonly clusterOf: readonly Int32Array[]; readonly at: Int32Array }

const mostOf = ({ limited, sizes, baseLoads, waves }: Terrain): readonly number[] =>
  limited.map((r) => {
    const total = sizes[r]!.reduce((sum, size) => sum + size, 0) + baseLoads[r]!.reduce((sum, load) => sum + load, 0)
    return (total / waves) * largestPart
  })

/** What of each cluster's effort lies in each wave; in rows of positions. */
const spread = ({ terrain: { n, waves }, clusterOf }: Coarser, fine: Terrain, at: Int32Array): Float64Array => {
  const weight = new Float64Array(n * waves)
  // A little for those without effort, so that they count where there is nothing else.
  clusterOf.forEach((cluster, v) => { weight[cluster * waves + at[v]!]! += fine.sizes[0]![v]! + 1e-6 })
  return weight
}

/** The wave of those allowed, from a number on, that holds most of the cluster; -1 where there is none. */
const homeOf = ({ waves, allowed, numbers }: Terrain, weight: Float64Array, v: number, earliest: number): number => {
  let best = -1
  for (let p = 0; p < waves; p++) {
    if (allowed[v * waves + p] === 0 || numbers[p]! < earliest) continue
    if (best < 0 || weight[v * waves + p]! > weight[v * waves + best]!) best = p
  }
  return best
}

const isAllOrderly = (terrain: Terrain, at: Int32Array): boolean => {
  const state = { terrain, at, costs: new Float64Array(0), loads: [], cells: new Float64Array(0) }
  return at.every((position, v) => isOrderly(state, v, position))
}

/** The wave that holds most of each cluster, later where order asks for it; null where that leaves something no place. */
const lowered = (next: Coarser, fine: Terrain, at: Int32Array): Int32Array | null => {
  const { terrain } = next
  const { n, numbers, before, after } = terrain
  const weight = spread(next, fine, at)
  const places = new Int32Array(n).fill(-1)
  const missing = Int32Array.from({ length: n }, (_, v) => before.offsets[v + 1]! - before.offsets[v]!)
  const ready = [...missing.keys()].filter((v) => missing[v] === 0)
  for (let index = 0; index < ready.length; index++) {
    const v = ready[index]!
    let earliest = -Infinity
    for (let row = before.offsets[v]!; row < before.offsets[v + 1]!; row++) {
      earliest = Math.max(earliest, numbers[places[before.others[row]!]!]! + before.values[row]!)
    }
    const home = homeOf(terrain, weight, v, earliest)
    if (home < 0) return null
    places[v] = home
    for (let row = after.offsets[v]!; row < after.offsets[v + 1]!; row++) {
      missing[after.others[row]!]! -= 1
      if (missing[after.others[row]!] === 0) ready.push(after.others[row]!)
    }
  }
  return ready.length === n && isAllOrderly(terrain, places) ? places : null
}

/** Where the clusters lie, given that none lies in two waves. */
const inherited = ({ terrain, clusterOf }: Coarser, at: Int32Array): Int32Array => {
  const parts = new Int32Array(terrain.n)
  clusterOf.forEach((cluster, v) => { parts[cluster] = at[v]! })
  return parts
}

/**
 * From fine to coarse. What lies in different waves in any of `borders` is not joined; nor, where clusters of more than one
 * wave find no place in order, what does in `start`.
 */
export const hierarchyOf = (fine: Terrain, start: Int32Array, random: Random, borders: readonly Int32Array[]): Hierarchy => {
  const terrains = [fine]
  const clusterOf: Int32Array[] = []
  const most = mostOf(fine)
  let at = start
  let kept = borders
  let terrain = fine
  for (let part = firstPart, isLast = false; !isLast && terrain.n > nodesAWave * fine.waves; part *= growth) {
    const small = most.map((size) => size * Math.min(1, part))
    let next = coarser(terrain, small, random, kept)
    let below = lowered(next, terrain, at)
    if (!below) {
      next = coarser(terrain, small, random, [...kept, at])
      below = inherited(next, at)
    }
    // Where too little may be joined yet, clusters have to be larger before it is worth a level.
    if (terrain.n - next.terrain.n < leastGone * terrain.n) {
      isLast = part >= 1
      continue
    }
    terrains.push(next.terrain)
    clusterOf.push(next.clusterOf)
    const made = next
    kept = kept.map((parts) => inherited(made, parts))
    terrain = next.terrain
    at = below
  }
  return { terrains, clusterOf, at }
}
