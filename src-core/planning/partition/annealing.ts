import type { Random } from '../random'
import type { Balance } from './refine'

export type Cooling = {
  /** Temperatures in weights of a usual edge: what a worsening may cost at first and at last. */
  readonly from: number
  readonly to: number
  /** Times that each node is looked at. */
  readonly sweeps: number
}

const slack = 1e-9
/** Changes of the price of a weight too much, a sweep; and the least it becomes, in edges for a usual node. */
const dearer = 1.1
const cheaper = 0.97
const leastPrice = 0.05
/** Sweeps more at the last temperature, for prices to rise until no part is too heavy. */
const sweepsMore = 40

export type Units = { readonly edge: number; readonly price: number }

const total = (weights: Float64Array): number => weights.reduce((sum, weight) => sum + weight, 0)

/** What a usual edge weighs, and the same for a usual node's weight: temperatures and prices are measured in them. */
export const usualUnits = (edgeWeights: Float64Array, nodeWeights: Float64Array): Units => {
  const edge = edgeWeights.length === 0 ? 1 : total(edgeWeights) / edgeWeights.length
  return { edge, price: (edge * nodeWeights.length) / Math.max(slack, total(nodeWeights)) }
}

/**
 * Simulated annealing (S. Kirkpatrick, C. Gelatt and M. Vecchi, 1983) of single nodes between parts. Parts may be too
 * heavy for a price that rises while they are and falls while they are not. Changes `parts` in place.
 */
export abstract class Annealing {
  /** Where the node that was looked at could go, and how much less would be cut then. */
  protected target = 0
  protected gain = 0
  private readonly weights: Float64Array
  private readonly prices: Float64Array

  constructor(
    private readonly nodeWeights: Float64Array,
    protected readonly parts: Int32Array,
    protected readonly balance: Balance,
    protected readonly random: Random,
    private readonly units: Units,
  ) {
    this.weights = new Float64Array(balance.length)
    nodeWeights.forEach((weight, v) => this.addWeight(parts[v] ?? 0, weight))
    this.prices = new Float64Array(balance.length).fill(units.price)
  }

  /** Chooses `target` and says its `gain`, or chooses the part where v is. */
  protected abstract look(v: number, own: number): void

  run({ from, to, sweeps }: Cooling, shouldStop: () => boolean): void {
    for (let sweep = 0; sweep < sweeps && !shouldStop(); sweep++) {
      const done = sweeps < 2 ? 1 : sweep / (sweeps - 1)
      this.sweep(this.units.edge * from * (to / from) ** done)
      this.changePrices()
    }
    for (let more = 0; more < sweepsMore && this.isAnyTooHeavy() && !shouldStop(); more++) {
      this.sweep(this.units.edge * to)
      this.changePrices()
    }
  }

  /** Moves that do not worsen the cut, none into a part that would be too heavy; until nothing is gained. */
  settle(mostSweeps: number): void {
    this.prices.fill(Infinity)
    for (let sweep = 0; sweep < mostSweeps; sweep++) if (this.sweep(0) <= slack) return
  }

  private addWeight(part: number, weight: number): void {
    this.weights[part] = (this.weights[part] ?? 0) + weight
  }

  private isTooHeavy(part: number): boolean {
    return (this.weights[part] ?? 0) > (this.balance[part] ?? 0) + slack
  }

  private isAnyTooHeavy(): boolean {
    return this.weights.some((_, part) => this.isTooHeavy(part))
  }

  private changePrices(): void {
    for (let part = 0; part < this.prices.length; part++) {
      const price = this.prices[part] ?? 0
      this.prices[part] = this.isTooHeavy(part) ? price * dearer : Math.max(leastPrice * this.units.price, price * cheaper)
    }
  }

  /** Looks at n nodes; what the cut became less. */
  private sweep(temperature: number): number {
    const n = this.nodeWeights.length
    let gained = 0
    for (let turn = 0; turn < n; turn++) gained += this.tryNode(Math.floor(this.random() * n), temperature)
    return gained
  }

  private tryNode(v: number, temperature: number): number {
    const own = this.parts[v] ?? 0
    this.look(v, own)
    const { target, gain } = this
    if (target === own) return 0
    const weight = this.nodeWeights[v] ?? 0
    const worse = this.overload(own, target, weight) - gain
    if (worse > 0 && (temperature <= 0 || this.random() >= Math.exp(-worse / temperature))) return 0
    this.parts[v] = target
    this.addWeight(own, -weight)
    this.addWeight(target, weight)
    return gain
  }

  /** What the change of load costs at present prices. */
  private overload(own: number, target: number, weight: number): number {
    const over = (this.weights[target] ?? 0) + weight - (this.balance[target] ?? 0)
    const price = over > slack && weight > 0 ? (this.prices[target] ?? 0) * Math.min(over, weight) : 0
    const under = (this.weights[own] ?? 0) - (this.balance[own] ?? 0)
    return under > slack && price < Infinity ? price - (this.prices[own] ?? 0) * Math.min(under, weight) : price
  }
}
