import { usualUnits } from './annealing'
import { coarsen, lowered, type Coarsening, type MayMerge } from './coarsen'
import { firstParts } from './first-parts'
import { FreeAnnealing } from './free-anneal'
import { isBetter, replaceWorst, type Partition, type PartitionControl } from './pool'
import { drawn, seededRandom, type Random } from '../random'
import { Refinement, relaxedBalance, type Balance } from './refine'
import { cutOf, partWeights, totalWeight, type WeightedGraph } from './weighted-graph'

const poolSize = 8
const nodesAPart = 12
/** Larger levels are only refined: annealing takes long there, and finds little that refinement does not. */
const mostAnnealed = 3000
/** Share of the rounds that anneal; and how hot, drawn anew each time, so that rounds differ. */
const annealedShare = 0.6
const temperature = [0.5, 2] as const
const cooling = { to: 0.15 }
/** How often a level is looked at: until so many nodes were tried, but not much more often than that suits small ones. */
const tries = 40_000
const mostSweeps = 300

const levelsOf = (graph: WeightedGraph, balance: Balance, random: Random, mayMerge: (level: number) => MayMerge): Coarsening[] => {
  const levels: Coarsening[] = []
  const enough = Math.max(80, nodesAPart * balance.length)
  const heaviest = (1.5 * totalWeight(graph)) / enough
  let present = graph
  while (present.n > enough) {
    const next = coarsen(present, random, heaviest, mayMerge(levels.length))
    if (next.graph.n > 0.95 * present.n) break
    levels.push(next)
    present = next.graph
  }
  return levels
}

const evaluated = (graph: WeightedGraph, balance: Balance, parts: Int32Array): Partition => ({
  parts,
  cut: cutOf(graph, parts),
  isBalanced: partWeights(graph, parts, balance.length).every((weight, part) => weight <= (balance[part] ?? 0) + 1e-9),
})

const never = (): boolean => false

const refineUpwards = (
  graph: WeightedGraph, levels: readonly Coarsening[], coarsest: Int32Array, balance: Balance, random: Random,
): Int32Array => {
  const units = usualUnits(graph.edgeWeights, graph.nodeWeights)
  const isAnnealing = random() < annealedShare
  const from = drawn(random, temperature)
  let parts = coarsest
  const anneal = (at: WeightedGraph): void => {
    if (!isAnnealing || at.n > mostAnnealed) return
    const sweeps = Math.ceil(Math.min(mostSweeps, tries / Math.max(1, at.n)))
    new FreeAnnealing(at, parts, balance, random, units).run({ ...cooling, from, sweeps }, never)
  }
  // A graph too small to be coarsened is refined from many starts instead.
  const coarsestGraph = levels.at(-1)?.graph
  if (coarsestGraph) anneal(coarsestGraph)
  for (let level = levels.length - 1; level >= 0; level--) {
    const { coarseOf } = levels[level] as Coarsening
    const finer = level === 0 ? graph : (levels[level - 1] as Coarsening).graph
    const below = parts
    parts = coarseOf.map((coarse) => below[coarse] ?? 0)
    anneal(finer)
    new Refinement(finer, parts, level === 0 ? balance : relaxedBalance(finer, balance), random).run(3)
  }
  return parts
}

const fresh = (graph: WeightedGraph, balance: Balance, random: Random): Partition => {
  const levels = levelsOf(graph, balance, random, () => () => true)
  const coarsest = levels.at(-1)?.graph ?? graph
  const parts = firstParts(coarsest, levels.length === 0 ? balance : relaxedBalance(coarsest, balance), random)
  return evaluated(graph, balance, refineUpwards(graph, levels, parts, balance, random))
}

/**
 * Coarsens without merging across a border of either partition, begins with the better of the two, and refines again:
 * what both agree on stays together, and the rest is open (P. Sanders and C. Schulz, Distributed Evolutionary Graph
 * Partitioning, 2012). With the same partition twice it is a V-cycle.
 */
const combined = (graph: WeightedGraph, balance: Balance, random: Random, a: Partition, b: Partition): Partition => {
  const kept: Int32Array[][] = [[a.parts, b.parts]]
  const levels: Coarsening[] = []
  const enough = Math.max(80, nodesAPart * balance.length)
  const heaviest = (1.5 * totalWeight(graph)) / enough
  let present = graph
  for (;;) {
    const borders = kept.at(-1) ?? []
    const next = coarsen(present, random, heaviest, (u, v) => borders.every((parts) => parts[u] === parts[v]))
    if (next.graph.n > 0.95 * present.n) break
    levels.push(next)
    kept.push(borders.map((parts) => lowered(next.coarseOf, next.graph.n, parts)))
    present = next.graph
    if (present.n <= enough) break
  }
  const parts = (kept.at(-1) ?? [])[0]?.slice() ?? new Int32Array(0)
  new Refinement(present, parts, levels.length === 0 ? balance : relaxedBalance(present, balance), random).run(3)
  return evaluated(graph, balance, refineUpwards(graph, levels, parts, balance, random))
}

/**
 * Splits a graph into parts no heavier than `balance` allows, cutting little: multilevel, then combining of the best so far.
 * Anytime and repeatable: the same seed and rounds give the same partition.
 */
export const partition = (graph: WeightedGraph, balance: Balance, control: PartitionControl): Partition => {
  const random = seededRandom(control.seed)
  const pool = [fresh(graph, balance, random)]
  let best = pool[0] as Partition
  for (let round = 0; round < control.rounds && !control.shouldStop(); round++) {
    const pick = (): Partition => pool[Math.floor(random() * pool.length)] as Partition
    const found = pool.length < poolSize ? fresh(graph, balance, random) : combined(graph, balance, random, pick(), round % 3 === 0 ? best : pick())
    if (pool.length < poolSize) pool.push(found)
    else replaceWorst(pool, found)
    if (isBetter(found, best)) best = found
  }
  return best
}
