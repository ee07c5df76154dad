import type { AcyclicGraph } from './acyclic-graph'
import { Annealing, type Units } from './annealing'
import type { Random } from '../random'
import type { Balance } from './refine'

/** How often a node tries a part between its neighbours', where none of them is: rarely useful, but it makes room. */
const roamShare = 0.05

/**
 * Annealing that keeps the order at every step: a node may stand from the last part of what comes before it to the
 * first part of what comes after it.
 */
export class AcyclicAnnealing extends Annealing {
  private first = 0
  private last = 0
  private atFirst = 0
  private atLast = 0

  constructor(
    private readonly graph: AcyclicGraph,
    parts: Int32Array,
    balance: Balance,
    random: Random,
    units: Units,
  ) {
    super(graph.nodeWeights, parts, balance, random, units)
  }

  protected look(v: number, own: number): void {
    this.findRange(v)
    this.target = this.first === this.last ? own : this.chosen(own)
    this.gain = this.edgesInto(this.target) - this.edgesInto(own)
  }

  /** Weight of v's edges into a part of its range: all its neighbours that are there are at an end of the range. */
  private edgesInto(part: number): number {
    return (part === this.first ? this.atFirst : 0) + (part === this.last ? this.atLast : 0)
  }

  private chosen(own: number): number {
    const { first, last } = this
    const roll = this.random()
    if (roll < roamShare) return first + Math.floor(this.random() * (last - first + 1))
    if (own === first) return last
    if (own === last) return first
    return roll < 0.5 ? first : last
  }

  /** Sets the range of parts that the order leaves to v, and the weight of its edges to both ends and to its own. */
  private findRange(v: number): void {
    const { parts } = this
    const { out, into } = this.graph
    let first = 0
    let atFirst = 0
    for (let arc = into.offsets[v] ?? 0; arc < (into.offsets[v + 1] ?? 0); arc++) {
      const part = parts[into.targets[arc] ?? 0] ?? 0
      if (part > first) {
        first = part
        atFirst = 0
      }
      if (part === first) atFirst += into.weights[arc] ?? 0
    }
    let last = this.balance.length - 1
    let atLast = 0
    for (let arc = out.offsets[v] ?? 0; arc < (out.offsets[v + 1] ?? 0); arc++) {
      const part = parts[out.targets[arc] ?? 0] ?? 0
      if (part < last) {
        last = part
        atLast = 0
      }
      if (part === last) atLast += out.weights[arc] ?? 0
    }
    this.first = first
    this.last = last
    this.atFirst = atFirst
    this.atLast = atLast
  }
}
