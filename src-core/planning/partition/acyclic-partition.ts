import { AcyclicAnnealing } from './acyclic-anneal'
import { coarsenAcyclic, coarseningWays, type AcyclicCoarsening } from './acyclic-coarsen'
import { acyclicCut, topologicalOrder, type AcyclicGraph } from './acyclic-graph'
import { evenOut } from './acyclic-loads'
import { usualUnits, type Cooling, type Units } from './annealing'
import { lowered } from './coarsen'
import { isBetter, replaceWorst, type Partition, type PartitionControl } from './pool'
import { drawn, seededRandom, shuffled, type Random } from '../random'
import type { Balance } from './refine'

const poolSize = 4
/** How small the coarsest graph is to be: nodes a part, drawn anew each time, so that rounds differ. */
const nodesAPart = [10, 60] as const
const fewestNodes = 80
/** The heaviest merged node is this share of a part. */
const heaviestShare = 0.1
const firstCooling = { to: 0.2, sweeps: 100 }
/** Small graphs are looked at more often: until so many nodes were tried, or ten times the sweeps. */
const leastTries = 200_000
const firstTemperature = [5, 25] as const
const middleCooling = { to: 0.2, sweeps: 30 }
const middleTemperature = [1, 6] as const
const finestCooling = { to: 0.15, sweeps: 40 }
const finestTemperature = [0.3, 2] as const
const settlingSweeps = 20

const total = (weights: Float64Array): number => weights.reduce((sum, weight) => sum + weight, 0)

type Hierarchy = {
  readonly levels: readonly AcyclicCoarsening[]
  readonly coarsest: AcyclicGraph
  /** Parts of the coarsest nodes, for each of the partitions whose borders were kept. */
  readonly kept: readonly Int32Array[]
}

/** Merges until few nodes are left or no way of merging brings much, never across a border of the partitions given. */
const coarsened = (graph: AcyclicGraph, balance: Balance, random: Random, borders: readonly Int32Array[]): Hierarchy => {
  const levels: AcyclicCoarsening[] = []
  const enough = Math.max(fewestNodes, drawn(random, nodesAPart) * balance.length)
  const most = heaviestShare * total(balance) / balance.length
  let present = graph
  let kept = borders
  for (let turn = 0, idle = 0; present.n > enough && idle < coarseningWays; turn++) {
    const at = kept
    const mayMerge = (a: number, b: number): boolean => at.every((parts) => parts[a] === parts[b])
    const next = coarsenAcyclic(present, turn % coarseningWays, random, most, mayMerge)
    if (next.graph.n > 0.97 * present.n) {
      idle++
      continue
    }
    idle = 0
    levels.push(next)
    kept = kept.map((parts) => lowered(next.mergedInto, next.graph.n, parts))
    present = next.graph
  }
  return { levels, coarsest: present, kept }
}

/** Parts one after the other along an order, each filled to its share. */
const alongOrder = (graph: AcyclicGraph, balance: Balance, random: Random): Int32Array => {
  const order = topologicalOrder(graph, shuffled(graph.n, random))
  if (!order) throw new Error('The graph has a cycle')
  const parts = new Int32Array(graph.n)
  const share = total(graph.nodeWeights) / Math.max(1e-9, total(balance))
  let part = 0
  let full = (balance[0] ?? 0) * share
  let weight = 0
  for (const v of order) {
    weight += graph.nodeWeights[v] ?? 0
    while (weight > full + 1e-9 && part < balance.length - 1) full += (balance[++part] ?? 0) * share
    parts[v] = part
  }
  return parts
}

const evaluated = (graph: AcyclicGraph, balance: Balance, parts: Int32Array): Partition => {
  const weights = new Float64Array(balance.length)
  for (let v = 0; v < graph.n; v++) weights[parts[v] ?? 0] = (weights[parts[v] ?? 0] ?? 0) + (graph.nodeWeights[v] ?? 0)
  const isBalanced = weights.every((weight, part) => weight <= (balance[part] ?? 0) + 1e-9)
  return { parts, cut: acyclicCut(graph, parts), isBalanced }
}

type Search = {
  readonly graph: AcyclicGraph
  readonly balance: Balance
  readonly random: Random
  readonly units: Units
  readonly shouldStop: () => boolean
}

/** Anneals the coarsest graph from `start`, then each finer one, and evens out what is too heavy at the end. */
const annealedUpwards = (search: Search, { levels, coarsest }: Hierarchy, start: Int32Array, first: Cooling): Partition => {
  const { graph, balance, random, units, shouldStop } = search
  const middle = { ...middleCooling, from: drawn(random, middleTemperature) }
  let parts = start
  const anneal = (at: AcyclicGraph, cooling: Cooling): void => {
    const sweeps = Math.round(Math.max(cooling.sweeps, Math.min(10 * cooling.sweeps, leastTries / Math.max(1, at.n))))
    new AcyclicAnnealing(at, parts, balance, random, units).run({ ...cooling, sweeps }, shouldStop)
  }
  anneal(coarsest, first)
  for (let level = levels.length - 1; level >= 0; level--) {
    const below = parts
    parts = (levels[level] as AcyclicCoarsening).mergedInto.map((merged) => below[merged] ?? 0)
    if (level > 0) anneal((levels[level - 1] as AcyclicCoarsening).graph, middle)
  }
  if (levels.length > 0) anneal(graph, { ...finestCooling, from: drawn(random, finestTemperature) })
  evenOut(graph, parts, balance)
  new AcyclicAnnealing(graph, parts, balance, random, units).settle(settlingSweeps)
  return evaluated(graph, balance, parts)
}

/** From a random order, through a coarse graph, to a partition of its own. */
const fresh = (search: Search): Partition => {
  const hierarchy = coarsened(search.graph, search.balance, search.random, [])
  const start = alongOrder(hierarchy.coarsest, search.balance, search.random)
  return annealedUpwards(search, hierarchy, start, { ...firstCooling, from: drawn(search.random, firstTemperature) })
}

/** Keeps together what both partitions keep together, begins with `a`, and anneals what is open between them. */
const combined = (search: Search, a: Partition, b: Partition): Partition => {
  const hierarchy = coarsened(search.graph, search.balance, search.random, [a.parts, b.parts])
  const start = (hierarchy.kept[0] ?? new Int32Array(0)).slice()
  return annealedUpwards(search, hierarchy, start, { ...middleCooling, from: drawn(search.random, middleTemperature) })
}

/**
 * Splits a graph without cycles into parts in order (no arc leads to an earlier part), none heavier than `balance`
 * allows where that can be, cutting little: multilevel with merging that makes no cycle (J. Herrmann et al., Multilevel
 * Algorithms for Acyclic Partitioning, 2019), annealing on each level, then combining of the best so far.
 * Anytime and repeatable: the same seed and rounds give the same partition. Throws where there is a cycle.
 */
export const acyclicPartition = (graph: AcyclicGraph, balance: Balance, control: PartitionControl): Partition => {
  const random = seededRandom(control.seed)
  const search = { graph, balance, random, units: usualUnits(graph.out.weights, graph.nodeWeights), shouldStop: control.shouldStop }
  const pool = [fresh(search)]
  let best = pool[0] as Partition
  for (let round = 0; round < control.rounds && !control.shouldStop(); round++) {
    const pick = (): Partition => pool[Math.floor(random() * pool.length)] as Partition
    const isFilling = pool.length < poolSize
    const found = isFilling ? fresh(search) : combined(search, round % 2 === 0 ? best : pick(), pick())
    if (isFilling) pool.push(found)
    else replaceWorst(pool, found)
    if (isBetter(found, best)) best = found
  }
  return best
}
