import type { Board, Placing } from './board'
import type { Objective } from './proposal'
import type { UnitEdges } from './unit-edges'

/** What a plan costs, in the money of bridges: bridges, warnings, and, where balance is wanted, uneven waves. */
export type CostModel = {
  readonly board: Board
  readonly edges: UnitEdges
  /** Days of a bridge between two positions, 0 between a wave and itself; in rows. */
  readonly days: Float64Array
  /** Of each unit at each position, whatever the others do; in rows of positions. */
  readonly unary: Float64Array
  /** Even share of effort, and what a wave that is off it by all of it costs. */
  readonly share: number
  readonly balance: number
}

/** What a warning costs beside bridges: a year of an ordinary one. */
const warningCost = 365

const warningsOf = (board: Board, unit: number, position: number): number => {
  const { plan, groups } = board.units
  const end = board.calendar.end[position]!
  let warnings = 0
  for (const group of groups[unit]!) {
    const { items } = plan.groups[group]!
    if (position === 0 && items.some((item) => plan.estate.isCritical[item] === 1)) warnings += 1
    if (items.some((item) => end > plan.estate.supportEnd[item]!)) warnings += 1
  }
  return warnings
}

const unaryOf = (board: Board, edges: UnitEdges, positions: number): Float64Array => {
  const count = board.waves.length
  const unary = new Float64Array(board.units.count * count)
  for (let unit = 0; unit < board.units.count; unit++) {
    for (let position = 0; position < positions; position++) {
      unary[unit * count + position] = warningCost * warningsOf(board, unit, position) +
        edges.retained[unit]! * board.calendar.days[position * count + positions - 1]!
    }
  }
  return unary
}

const bridgeDays = (board: Board): Float64Array => {
  const days = board.calendar.days.slice()
  for (let position = 0; position < board.waves.length; position++) days[position * (board.waves.length + 1)] = 0
  return days
}

/** `positions`: how many of the board's waves the plan has in the end. */
export const costModel = (placing: Placing, edges: UnitEdges, positions: number, objective: Objective): CostModel => {
  const { board } = placing
  const unbalanced: CostModel = {
    board, edges, days: bridgeDays(board), unary: unaryOf(board, edges, positions), share: 1, balance: 0,
  }
  if (objective !== 'balanced') return unbalanced
  const total = placing.effort.reduce((sum, effort) => sum + effort, 0)
  const price = totalCost(unbalanced, placing.at)
  return { ...unbalanced, share: Math.max(1e-9, total / Math.max(1, positions)), balance: Math.max(1, price / Math.max(1, positions)) }
}

/** Bridges, warnings and partings; not balance. */
export const totalCost = ({ board, edges, days, unary }: CostModel, at: Int32Array): number => {
  const count = board.waves.length
  let cost = 0
  for (let unit = 0; unit < board.units.count; unit++) {
    const position = at[unit]!
    if (position < 0) continue
    cost += unary[unit * count + position]!
    for (let edge = edges.offsets[unit]!; edge < edges.offsets[unit + 1]!; edge++) {
      const other = at[edges.others[edge]!]!
      if (other < 0 || other === position) continue
      cost += (edges.pricePerDay[edge]! * days[position * count + other]! + edges.parting[edge]!) / 2
    }
  }
  return cost
}

const unevenness = ({ share, balance }: CostModel, effort: number): number => balance * (effort / share - 1) ** 2

/** What moving a unit from its position to another changes. */
export const moveCost = (model: CostModel, placing: Placing, unit: number, to: number): number => {
  const { edges, days, unary, board } = model
  const { at, effort } = placing
  const count = board.waves.length
  const from = at[unit]!
  let cost = unary[unit * count + to]! - unary[unit * count + from]!
  for (let edge = edges.offsets[unit]!; edge < edges.offsets[unit + 1]!; edge++) {
    const other = at[edges.others[edge]!]!
    if (other < 0) continue
    cost += edges.pricePerDay[edge]! * (days[to * count + other]! - days[from * count + other]!)
    if (other === from) cost += edges.parting[edge]!
    if (other === to) cost -= edges.parting[edge]!
  }
  if (model.balance === 0) return cost
  const size = board.units.effort[unit]!
  return cost +
    unevenness(model, effort[to]! + size) - unevenness(model, effort[to]!) +
    unevenness(model, effort[from]! - size) - unevenness(model, effort[from]!)
}
