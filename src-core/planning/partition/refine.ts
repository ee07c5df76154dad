import { MinHeap } from '../min-heap'
import type { Random } from '../random'
import { partWeights, type WeightedGraph } from './weighted-graph'

/** The most that each part may weigh. */
export type Balance = Float64Array

export const evenBalance = (k: number, most: number): Balance => new Float64Array(k).fill(most)

const slack = 1e-9

/**
 * For a coarse graph, whose nodes are often larger than the room that is left: each part may be too heavy by about a
 * node there, and the finer levels put it right.
 */
export const relaxedBalance = (graph: WeightedGraph, balance: Balance): Balance => {
  const heaviest = graph.nodeWeights.reduce((most, weight) => Math.max(most, weight), 0)
  return balance.map((most) => most + heaviest)
}

/**
 * Moves of single nodes between parts, after C. Fiduccia and R. Mattheyses (1982) for k parts: always the best move
 * next, also a worsening one, each node once; then back to the best that was met. Changes `parts` in place.
 */
export class Refinement {
  private readonly weights: Float64Array
  /** Weight of the present node's edges into each part. */
  private readonly toPart: Float64Array
  private readonly locked: Uint8Array
  private readonly moved: number[] = []
  private readonly cameFrom: number[] = []
  private readonly touched: number[] = []
  private heap = new MinHeap()
  /** The best move of the node that was looked at last. */
  private bestGain = 0
  private bestPart = -1

  constructor(
    private readonly graph: WeightedGraph,
    private readonly parts: Int32Array,
    private readonly balance: Balance,
    private readonly random: Random,
  ) {
    this.weights = partWeights(graph, parts, balance.length)
    this.toPart = new Float64Array(balance.length)
    this.locked = new Uint8Array(graph.n)
  }

  /** Passes until one brings nothing, at most `passes`. */
  run(passes: number): void {
    this.rebalance()
    for (let pass = 0; pass < passes; pass++) if (this.pass() <= slack) return
  }

  /** Sets the gain of the best move of v that keeps the balance, and its target (-1: none). */
  private look(v: number): void {
    const { graph, parts, weights, toPart, touched } = this
    const own = parts[v] ?? 0
    const size = graph.nodeWeights[v] ?? 0
    touched.length = 0
    for (let edge = graph.offsets[v] ?? 0; edge < (graph.offsets[v + 1] ?? 0); edge++) {
      const part = parts[graph.targets[edge] ?? 0] ?? 0
      if (toPart[part] === 0) touched.push(part)
      toPart[part] = (toPart[part] ?? 0) + (graph.edgeWeights[edge] ?? 0)
    }
    const inside = toPart[own] ?? 0
    let part = -1
    let gain = -Infinity
    for (const candidate of touched) {
      const value = (toPart[candidate] ?? 0) - inside
      const room = (this.balance[candidate] ?? 0) - (weights[candidate] ?? 0) - size
      const isBetter = value > gain + slack || (value > gain - slack && part >= 0 && (weights[candidate] ?? 0) < (weights[part] ?? 0))
      if (candidate !== own && room >= -slack && isBetter) {
        gain = value
        part = candidate
      }
    }
    for (const candidate of touched) toPart[candidate] = 0
    this.bestGain = gain
    this.bestPart = part
  }

  private push(v: number): void {
    this.look(v)
    if (this.bestPart >= 0) this.heap.push(v, -this.bestGain + this.random() * 1e-6)
  }

  private move(v: number, part: number): void {
    const size = this.graph.nodeWeights[v] ?? 0
    const own = this.parts[v] ?? 0
    this.weights[own] = (this.weights[own] ?? 0) - size
    this.weights[part] = (this.weights[part] ?? 0) + size
    this.parts[v] = part
  }

  private isOnBorder(v: number): boolean {
    for (let edge = this.graph.offsets[v] ?? 0; edge < (this.graph.offsets[v + 1] ?? 0); edge++) {
      if (this.parts[this.graph.targets[edge] ?? 0] !== this.parts[v]) return true
    }
    return false
  }

  private begin(): void {
    this.heap = new MinHeap()
    this.locked.fill(0)
    this.moved.length = 0
    this.cameFrom.length = 0
    for (let v = 0; v < this.graph.n; v++) if (this.isOnBorder(v)) this.push(v)
  }

  /** One pass; what it gained. */
  private pass(): number {
    this.begin()
    const patience = Math.max(60, Math.min(600, this.graph.n >> 4))
    let gained = 0
    let most = 0
    let kept = 0
    while (this.heap.size > 0 && this.moved.length - kept < patience) {
      const expected = -this.heap.leastKey()
      const v = this.heap.pop()
      if (this.locked[v] === 1) continue
      this.look(v)
      const { bestGain: gain, bestPart: part } = this
      if (part < 0) continue
      if (gain < expected - 1e-5) {
        this.heap.push(v, -gain)
        continue
      }
      this.cameFrom.push(this.parts[v] ?? 0)
      this.moved.push(v)
      this.move(v, part)
      this.locked[v] = 1
      gained += gain
      if (gained > most + slack) {
        most = gained
        kept = this.moved.length
      }
      this.pushNeighbours(v)
    }
    for (let at = this.moved.length - 1; at >= kept; at--) this.move(this.moved[at] ?? 0, this.cameFrom[at] ?? 0)
    return most
  }

  private pushNeighbours(v: number): void {
    for (let edge = this.graph.offsets[v] ?? 0; edge < (this.graph.offsets[v + 1] ?? 0); edge++) {
      const other = this.graph.targets[edge] ?? 0
      if (this.locked[other] === 0) this.push(other)
    }
  }

  private isTooHeavy(part: number): boolean {
    return (this.weights[part] ?? 0) > (this.balance[part] ?? 0) + slack
  }

  /** Takes nodes out of parts that are too heavy, those that cost least first. */
  private rebalance(): void {
    const { weights, balance, graph } = this
    if (!weights.some((_, part) => this.isTooHeavy(part))) return
    const heap = new MinHeap()
    for (let v = 0; v < graph.n; v++) {
      if (!this.isTooHeavy(this.parts[v] ?? 0)) continue
      this.look(v)
      heap.push(v, -this.bestGain)
    }
    for (let v = heap.pop(); v >= 0; v = heap.pop()) {
      if (!this.isTooHeavy(this.parts[v] ?? 0)) continue
      this.look(v)
      const target = this.bestPart >= 0 ? this.bestPart : this.roomiest()
      const fits = (weights[target] ?? 0) + (graph.nodeWeights[v] ?? 0) <= (balance[target] ?? 0) + slack
      if (fits) this.move(v, target)
    }
  }

  private roomiest(): number {
    const room = (part: number): number => (this.balance[part] ?? 0) - (this.weights[part] ?? 0)
    return this.weights.reduce((most, _, part) => (room(part) > room(most) ? part : most), 0)
  }
}
