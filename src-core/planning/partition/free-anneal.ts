import { Annealing, type Units } from './annealing'
import type { Random } from '../random'
import type { Balance } from './refine'
import type { WeightedGraph } from './weighted-graph'

/** Annealing without an order: a node tries the part of one of its neighbours. */
export class FreeAnnealing extends Annealing {
  constructor(
    private readonly graph: WeightedGraph,
    parts: Int32Array,
    balance: Balance,
    random: Random,
    units: Units,
  ) {
    super(graph.nodeWeights, parts, balance, random, units)
  }

  protected look(v: number, own: number): void {
    const { parts } = this
    const { offsets, targets, edgeWeights } = this.graph
    const start = offsets[v] ?? 0
    const end = offsets[v + 1] ?? 0
    this.target = start === end ? own : (parts[targets[start + Math.floor(this.random() * (end - start))] ?? 0] ?? 0)
    this.gain = 0
    if (this.target === own) return
    for (let edge = start; edge < end; edge++) {
      const part = parts[targets[edge] ?? 0]
      if (part === own) this.gain -= edgeWeights[edge] ?? 0
      else if (part === this.target) this.gain += edgeWeights[edge] ?? 0
    }
  }
}
