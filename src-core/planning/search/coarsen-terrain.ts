import type { Random } from '../random'
import { shuffled } from '../random'
import { strongComponents } from '../strong-components'
import { rowsOf, type Rows, type Terrain } from './terrain'

/** A terrain whose nodes are clusters of another's, and the cluster of each of these. */
export type Coarser = { readonly terrain: Terrain; readonly clusterOf: Int32Array }

/** How often every node is asked which cluster it belongs to. */
const rounds = 4

const hasMember = ({ offsets, others }: Rows, v: number, clusterOf: Int32Array, cluster: number): boolean => {
  for (let row = offsets[v]!; row < offsets[v + 1]!; row++) if (clusterOf[others[row]!] === cluster) return true
  return false
}

const hasLagTo = ({ offsets, others, values }: Rows, v: number, clusterOf: Int32Array, cluster: number): boolean => {
  for (let row = offsets[v]!; row < offsets[v + 1]!; row++) if (values[row]! > 0 && clusterOf[others[row]!] === cluster) return true
  return false
}

/** Clusters in the making; a cluster is called by a node of it. */
type Clustering = {
  readonly terrain: Terrain
  readonly clusterOf: Int32Array
  /** By limited resource and cluster. */
  readonly loads: readonly Float64Array[]
  readonly most: readonly number[]
  /** What every member may take, of all that were ever in it; in rows of positions. */
  readonly allowed: Uint8Array
  readonly borders: readonly Int32Array[]
}

const count = (marks: Uint8Array, row: number, waves: number): number => {
  let sum = 0
  for (let p = 0; p < waves; p++) sum += marks[row + p]!
  return sum
}

/** Whether a node may be in the cluster: small enough, somewhere to go, and nothing that keeps them apart. */
const mayJoin = ({ terrain, clusterOf, loads, most, allowed, borders }: Clustering, v: number, cluster: number): boolean => {
  if (borders.some((at) => at[v] !== at[cluster])) return false
  const { sizes, limited, waves, before, after, apart } = terrain
  for (let index = 0; index < limited.length; index++) {
    if (loads[index]![cluster]! + sizes[limited[index]!]![v]! > most[index]!) return false
  }
  let shared = 0
  for (let p = 0; p < waves; p++) shared += terrain.allowed[v * waves + p]! & allowed[cluster * waves + p]!
  // What takes most of the choice from a node says nothing about where the other belongs.
  const least = Math.min(count(terrain.allowed, v * waves, waves), count(allowed, cluster * waves, waves))
  if (shared === 0 || 2 * shared < least) return false
  return !hasMember(apart, v, clusterOf, cluster) && !hasLagTo(before, v, clusterOf, cluster) && !hasLagTo(after, v, clusterOf, cluster)
}

const move = ({ terrain: { sizes, limited, waves, allowed: own }, clusterOf, loads, allowed }: Clustering, v: number, cluster: number): void => {
  for (let index = 0; index < limited.length; index++) {
    const size = sizes[limited[index]!]![v]!
    loads[index]![clusterOf[v]!]! -= size
    loads[index]![cluster]! += size
  }
  for (let p = 0; p < waves; p++) allowed[cluster * waves + p]! &= own[v * waves + p]!
  clusterOf[v] = cluster
}

/** Each node to the cluster that it is bound to most (size-constrained labels: H. Meyerhenke, P. Sanders, C. Schulz, 2014). */
const spreadLabels = (clustering: Clustering, random: Random): number => {
  const { terrain, clusterOf } = clustering
  const { edges } = terrain
  const bound = new Float64Array(terrain.n)
  const seen: number[] = []
  let moved = 0
  for (const v of shuffled(terrain.n, random)) {
    for (let edge = edges.offsets[v]!; edge < edges.offsets[v + 1]!; edge++) {
      const cluster = clusterOf[edges.others[edge]!]!
      if (bound[cluster] === 0) seen.push(cluster)
      bound[cluster]! += terrain.weight[edge]!
    }
    const own = clusterOf[v]!
    let best = own
    let highest = bound[own]!
    for (const cluster of seen) {
      if (bound[cluster]! <= highest || !mayJoin(clustering, v, cluster)) continue
      best = cluster
      highest = bound[cluster]!
    }
    for (const cluster of seen) bound[cluster] = 0
    seen.length = 0
    if (best === own) continue
    move(clustering, v, best)
    moved += 1
  }
  return moved
}

/** What is alone still, and hangs most on the same cluster as another that is alone, goes with it. */
const joinLeaves = (clustering: Clustering, random: Random): void => {
  const { terrain, clusterOf } = clustering
  const { edges } = terrain
  const members = new Int32Array(terrain.n)
  for (const cluster of clusterOf) members[cluster]! += 1
  const waiting = new Int32Array(terrain.n).fill(-1)
  for (const v of shuffled(terrain.n, random)) {
    if (members[clusterOf[v]!] !== 1) continue
    let hub = -1
    let highest = 0
    for (let edge = edges.offsets[v]!; edge < edges.offsets[v + 1]!; edge++) {
      const weight = terrain.weight[edge]!
      if (weight <= highest) continue
      hub = clusterOf[edges.others[edge]!]!
      highest = weight
    }
    if (hub < 0) continue
    const other = waiting[hub]!
    if (other >= 0 && other !== clusterOf[v] && mayJoin(clustering, v, other)) move(clustering, v, other)
    else waiting[hub] = clusterOf[v]!
  }
}

/** Clusters in a cycle of order would have to share a wave: they are taken apart again. */
const withoutCycles = ({ n, after }: Terrain, clusterOf: Int32Array): void => {
  for (let found = after.others.length > 0; found;) {
    found = false
    const { clusterOf: numbers, count: clusters } = numbered(clusterOf)
    const { offsets, others } = contracted(after, numbers, clusters, Math.max, null)
    const component = strongComponents(clusters, offsets, others)
    const inComponent = new Int32Array(clusters)
    for (const number of component) inComponent[number]! += 1
    const inCluster = new Int32Array(clusters)
    for (const number of numbers) inCluster[number]! += 1
    const taken = new Set<number>()
    for (let v = 0; v < n; v++) {
      if (inCluster[numbers[v]!]! < 2 || inComponent[component[numbers[v]!]!]! < 2) continue
      taken.add(v)
      found = true
    }
    // Names are free where all members leave.
    for (const v of taken) clusterOf[v] = v
  }
}

const numbered = (clusterOf: Int32Array): { readonly clusterOf: Int32Array; readonly count: number } => {
  const numberOf = new Int32Array(clusterOf.length).fill(-1)
  let next = 0
  const numbers = clusterOf.map((cluster) => {
    if (numberOf[cluster]! < 0) numberOf[cluster] = next++
    return numberOf[cluster]!
  })
  return { clusterOf: numbers, count: next }
}

/** Rows of the clusters; what lies within one goes. `headOf` numbers the other ends, null for the clusters themselves. */
const contracted = (
  { offsets, others, values }: Rows, clusterOf: Int32Array, clusters: number, joinValues: (a: number, b: number) => number, cells: number | null,
): Rows => {
  const tails = new Int32Array(others.length)
  const heads = new Int32Array(others.length)
  const kept = new Float64Array(others.length)
  let size = 0
  clusterOf.forEach((cluster, v) => {
    for (let row = offsets[v]!; row < offsets[v + 1]!; row++) {
      const head = cells === null ? clusterOf[others[row]!]! : others[row]!
      if (cells === null && head === cluster) continue
      tails[size] = cluster
      heads[size] = head
      kept[size++] = values[row]!
    }
  })
  const rows = rowsOf(Math.max(clusters, cells ?? 0), tails.subarray(0, size), heads.subarray(0, size), kept.subarray(0, size), joinValues)
  return { ...rows, offsets: rows.offsets.slice(0, clusters + 1) }
}

const add = (a: number, b: number): number => a + b

const summed = (of: Float64Array, clusterOf: Int32Array, clusters: number, width = 1): Float64Array => {
  const sums = new Float64Array(clusters * width)
  clusterOf.forEach((cluster, v) => {
    for (let p = 0; p < width; p++) sums[cluster * width + p]! += of[v * width + p]!
  })
  return sums
}

const contract = (terrain: Terrain, clusterOf: Int32Array, clusters: number): Terrain => {
  const { waves, edges, parting, weight } = terrain
  const allowed = new Uint8Array(clusters * waves).fill(1)
  clusterOf.forEach((cluster, v) => {
    for (let p = 0; p < waves; p++) allowed[cluster * waves + p]! &= terrain.allowed[v * waves + p]!
  })
  return {
    ...terrain,
    n: clusters,
    allowed,
    edges: contracted(edges, clusterOf, clusters, add, null),
    parting: contracted({ ...edges, values: parting }, clusterOf, clusters, add, null).values,
    weight: contracted({ ...edges, values: weight }, clusterOf, clusters, add, null).values,
    unary: summed(terrain.unary, clusterOf, clusters, waves),
    sizes: terrain.sizes.map((sizes) => summed(sizes, clusterOf, clusters)),
    before: contracted(terrain.before, clusterOf, clusters, Math.max, null),
    after: contracted(terrain.after, clusterOf, clusters, Math.max, null),
    apart: contracted(terrain.apart, clusterOf, clusters, Math.max, null),
    cells: contracted(terrain.cells, clusterOf, clusters, add, terrain.cellLimits.length),
  }
}

/**
 * Fewer nodes: those that hang together most are one, none larger than `most` (by limited resource). Only what lies in one
 * wave in each of `borders` is joined.
 */
export const coarser = (terrain: Terrain, most: readonly number[], random: Random, borders: readonly Int32Array[]): Coarser => {
  const { n, sizes, limited } = terrain
  const clustering: Clustering = {
    terrain, most, borders,
    clusterOf: Int32Array.from({ length: n }, (_, v) => v),
    loads: limited.map((r) => sizes[r]!.slice()),
    allowed: terrain.allowed.slice(),
  }
  for (let round = 0; round < rounds; round++) if (spreadLabels(clustering, random) < n / 100) break
  joinLeaves(clustering, random)
  withoutCycles(terrain, clustering.clusterOf)
  const { clusterOf, count: clusters } = numbered(clustering.clusterOf)
  return { terrain: contract(terrain, clusterOf, clusters), clusterOf }
}
