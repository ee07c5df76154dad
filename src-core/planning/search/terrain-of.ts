import type { Placing } from '../board'
import type { CostModel } from '../cost'
import type { Link } from '../unit-model'
import { rowsOf, type Rows, type Terrain } from './terrain'

type Laying = {
  readonly model: CostModel
  readonly placing: Placing
  readonly waves: number
  readonly units: Int32Array
  /** Node of each unit, or -1. */
  readonly nodeOf: Int32Array
}

const max = (a: number, b: number): number => Math.max(a, b)

/** Rows among the nodes; what is fixed beside them goes to `onFixed`, what has no place is passed over. */
const rowsBetween = (
  { placing: { at }, units, nodeOf }: Laying, linksOf: (unit: number) => readonly Link[],
  onFixed: (node: number, position: number, lag: number) => void,
): Rows => {
  const tails: number[] = []
  const heads: number[] = []
  const lags: number[] = []
  units.forEach((unit, node) => {
    for (const { unit: other, lag } of linksOf(unit)) {
      if (nodeOf[other]! >= 0) {
        tails.push(node)
        heads.push(nodeOf[other]!)
        lags.push(lag)
      } else if (at[other]! >= 0) onFixed(node, at[other]!, lag)
    }
  })
  return rowsOf(units.length, tails, heads, lags, max)
}

type Pricing = Pick<Terrain, 'edges' | 'parting' | 'weight' | 'unary'>

/** Bridges among the nodes, and those to what is fixed as costs of the nodes' own. */
const pricing = ({ model, placing: { at, board }, waves, units, nodeOf }: Laying): Pricing => {
  const { edges, days, unary: own } = model
  const count = board.waves.length
  const unary = new Float64Array(units.length * waves)
  const offsets = new Int32Array(units.length + 1)
  const others: number[] = []
  const prices: number[] = []
  const parting: number[] = []
  const weight: number[] = []
  units.forEach((unit, node) => {
    for (let p = 0; p < waves; p++) unary[node * waves + p] = own[unit * count + p]!
    for (let edge = edges.offsets[unit]!; edge < edges.offsets[unit + 1]!; edge++) {
      const other = edges.others[edge]!
      if (nodeOf[other]! >= 0) {
        others.push(nodeOf[other]!)
        prices.push(edges.pricePerDay[edge]!)
        parting.push(edges.parting[edge]!)
        weight.push(edges.weight[edge]!)
      } else if (at[other]! >= 0) {
        for (let p = 0; p < waves; p++) {
          unary[node * waves + p]! += edges.pricePerDay[edge]! * days[p * count + at[other]!]! + (p === at[other] ? 0 : edges.parting[edge]!)
        }
      }
    }
    offsets[node + 1] = others.length
  })
  return {
    edges: { offsets, others: Int32Array.from(others), values: Float64Array.from(prices) },
    parting: Float64Array.from(parting),
    weight: Float64Array.from(weight),
    unary,
  }
}

const ownPlaces = ({ placing: { board }, waves, units }: Laying, isTarget: Uint8Array): Uint8Array => {
  const allowed = new Uint8Array(units.length * waves)
  units.forEach((unit, node) => {
    for (let p = 0; p < waves; p++) allowed[node * waves + p] = board.domains[unit]!.allowed[p]! & isTarget[p]!
  })
  return allowed
}

const resourcesOf = ({ placing, waves, units, nodeOf }: Laying) => {
  const { board, at } = placing
  const all = [board.units.effort, board.units.items, ...board.units.ruleEffort]
  const sizes = all.map((of) => Float64Array.from(units, (unit) => of[unit]!))
  const limits = [board.capacity, board.maxItems, ...board.ruleLimit].map((of) => of.slice(0, waves))
  const baseLoads = all.map((of) => {
    const loads = new Float64Array(waves)
    at.forEach((position, unit) => {
      if (position >= 0 && nodeOf[unit]! < 0) loads[position]! += of[unit]!
    })
    return loads
  })
  // What is settled is a fact, and may be too much already: then nothing is open there.
  const limited = limits.flatMap((of, r) => (of.some((limit, p) => board.isOpen[p] === 1 && limit < Infinity) ? [r] : []))
  limits.forEach((of) => of.forEach((_, p) => { if (board.isOpen[p] === 0) of[p] = Infinity }))
  return { sizes, limits, limited, baseLoads }
}

const cellsOf = ({ placing: { board: { critical }, at }, waves, units, nodeOf }: Laying) => {
  const tails: number[] = []
  const heads: number[] = []
  const values: number[] = []
  const baseCells = new Float64Array(critical.count * waves)
  critical.ofUnit.forEach((cells, unit) => {
    for (const { cell, groups } of cells) {
      if (nodeOf[unit]! >= 0) {
        tails.push(nodeOf[unit]!)
        heads.push(cell)
        values.push(groups)
      } else if (at[unit]! >= 0) baseCells[cell * waves + at[unit]!]! += groups
    }
  })
  return { cells: cellRows(units.length, tails, heads, values, critical.count), cellLimits: critical.limit, baseCells }
}

/** Cells are numbered apart from nodes: there may be more of them. */
const cellRows = (n: number, tails: readonly number[], heads: readonly number[], values: readonly number[], cells: number): Rows => {
  const rows = rowsOf(Math.max(n, cells), tails, heads, values, (a, b) => a + b)
  return { ...rows, offsets: rows.offsets.slice(0, n + 1) }
}

/** The terrain of the movable units of a placing, the node of unit `units[v]` being v; all of them have a place. */
export const terrainOf = (model: CostModel, placing: Placing, movable: readonly number[], targets: readonly number[], waves: number): Terrain => {
  const { board } = placing
  const units = Int32Array.from(movable)
  const nodeOf = new Int32Array(board.units.count).fill(-1)
  units.forEach((unit, node) => { nodeOf[unit] = node })
  const laying: Laying = { model, placing, waves, units, nodeOf }
  const isTarget = new Uint8Array(waves)
  for (const position of targets) isTarget[position] = 1
  const allowed = ownPlaces(laying, isTarget)
  const numbers = board.numbers.slice(0, waves)
  const forbid = (node: number, isOut: (number: number) => boolean): void => {
    for (let p = 0; p < waves; p++) if (isOut(numbers[p]!)) allowed[node * waves + p] = 0
  }
  const before = rowsBetween(laying, (unit) => board.units.before[unit]!, (node, at, lag) => forbid(node, (number) => number - numbers[at]! < lag))
  const after = rowsBetween(laying, (unit) => board.units.after[unit]!, (node, at, lag) => forbid(node, (number) => numbers[at]! - number < lag))
  const apart = rowsBetween(laying, (unit) => board.units.apart[unit]!.filter((other) => other !== unit).map((other) => ({ unit: other, lag: 0 })),
    (node, at) => forbid(node, (number) => number === numbers[at]))
  // Where it lies it may stay.
  units.forEach((unit, node) => { allowed[node * waves + placing.at[unit]!] = 1 })
  const days = new Float64Array(waves * waves)
  for (let a = 0; a < waves; a++) for (let b = 0; b < waves; b++) days[a * waves + b] = model.days[a * board.waves.length + b]!
  return {
    n: units.length, waves, numbers, days, allowed, before, after, apart,
    ...pricing(laying), ...resourcesOf(laying), ...cellsOf(laying),
    cellPrice: model.critical, share: model.share, balance: model.balance, wave: model.wave,
  }
}
