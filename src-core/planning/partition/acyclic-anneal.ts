import type { AcyclicGraph } from './acyclic-graph'
import type { Random } from './random'
import type { Balance } from './refine'

export type Cooling = {
  /** Temperatures in weights of a usual edge: what a worsening may cost at first and at last. */
  readonly from: number
  readonly to: number
  /** Times that each node is looked at. */
  readonly sweeps: number
}

const slack = 1e-9
/** How often a node tries a part between its neighbours', where none of them is: rarely useful, but it makes room. */
const roamShare = 0.05
/** Changes of the price of a weight too much, a sweep; and the least it becomes, in edges for a usual node. */
const dearer = 1.1
const cheaper = 0.97
const leastPrice = 0.05
/** Sweeps more at the last temperature, for prices to rise until no part is too heavy. */
const sweepsMore = 40

export type Units = { readonly edge: number; readonly price: number }

/** What a usual edge weighs, and the same for a usual node's weight: temperatures and prices are measured in them. */
export const usualUnits = ({ n, out, nodeWeights }: AcyclicGraph): Units => {
  const edge = out.weights.length === 0 ? 1 : out.weights.reduce((sum, weight) => sum + weight, 0) / out.weights.length
  return { edge, price: (edge * n) / Math.max(slack, nodeWeights.reduce((sum, weight) => sum + weight, 0)) }
}

/**
 * Simulated annealing (S. Kirkpatrick, C. Gelatt and M. Vecchi, 1983) of single nodes between parts, the order kept at every step: a node may
 * stand from the last part of what comes before it to the first part of what comes after it. Parts may be too heavy for
 * a price that rises while they are and falls while they are not. Changes `parts` in place.
 */
export class AcyclicAnnealing {
  readonly weights: Float64Array
  private readonly prices: Float64Array
  private first = 0
  private last = 0
  private atFirst = 0
  private atLast = 0
  private inOwn = 0

  constructor(
    private readonly graph: AcyclicGraph,
    private readonly parts: Int32Array,
    private readonly balance: Balance,
    private readonly random: Random,
    private readonly units: Units,
  ) {
    this.weights = new Float64Array(balance.length)
    for (let v = 0; v < graph.n; v++) this.addWeight(parts[v] ?? 0, graph.nodeWeights[v] ?? 0)
    this.prices = new Float64Array(balance.length).fill(units.price)
  }

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
    const { n } = this.graph
    let gained = 0
    for (let turn = 0; turn < n; turn++) gained += this.tryNode(Math.floor(this.random() * n), temperature)
    return gained
  }

  private tryNode(v: number, temperature: number): number {
    const own = this.parts[v] ?? 0
    this.look(v, own)
    if (this.first === this.last) return 0
    const target = this.target(own)
    if (target === own) return 0
    const there = (target === this.first ? this.atFirst : 0) + (target === this.last ? this.atLast : 0)
    const gain = there - this.inOwn
    const weight = this.graph.nodeWeights[v] ?? 0
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
    const price = over > slack ? (this.prices[target] ?? 0) * Math.min(over, weight) : 0
    const under = (this.weights[own] ?? 0) - (this.balance[own] ?? 0)
    return under > slack && price < Infinity ? price - (this.prices[own] ?? 0) * Math.min(under, weight) : price
  }

  private target(own: number): number {
    const { first, last } = this
    const roll = this.random()
    if (roll < roamShare) return first + Math.floor(this.random() * (last - first + 1))
    if (own === first) return last
    if (own === last) return first
    return roll < 0.5 ? first : last
  }

  /** Sets the range of parts that the order leaves to v, and the weight of its edges to both ends and to its own. */
  private look(v: number, own: number): void {
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
    this.inOwn = (own === first ? atFirst : 0) + (own === last ? atLast : 0)
  }
}
