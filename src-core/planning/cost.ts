import { warningCost } from '../violations/violation'
import type { Board, Placing } from './board'
import type { UnitEdges } from './unit-edges'
import type { Weights } from './weights'

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
  /** What each wave in use costs. */
  readonly wave: number
  /** What each patient-critical group costs that is above the limit of its cell. */
  readonly critical: number
}

/** What one patient-critical group in the first wave costs: an ordinary bridge of 30 days. */
const riskCost = 30

type Exposure = { readonly supportEnds: readonly number[]; readonly critical: number }

/** Last days of support of the unit's groups, and how many of the groups are patient-critical. */
const exposureOf = ({ plan, groups }: Board['units'], unit: number): Exposure => {
  const supportEnds: number[] = []
  let critical = 0
  for (const group of groups[unit]!) {
    let isCritical = 0
    let supportEnd = Infinity
    for (const item of plan.groups[group]!.items) {
      if (plan.estate.isCritical[item] === 1) isCritical = 1
      supportEnd = Math.min(supportEnd, plan.estate.supportEnd[item]!)
    }
    critical += isCritical
    if (supportEnd < Infinity) supportEnds.push(supportEnd)
  }
  return { supportEnds, critical }
}

const warningsAt = ({ supportEnds, critical }: Exposure, end: number, position: number): number => {
  let warnings = position === 0 ? critical : 0
  for (const supportEnd of supportEnds) if (end > supportEnd) warnings += 1
  return warnings
}

const unaryOf = (board: Board, edges: UnitEdges, positions: number, weights: Weights): Float64Array => {
  const count = board.waves.length
  const unary = new Float64Array(board.units.count * count)
  for (let unit = 0; unit < board.units.count; unit++) {
    const exposure = exposureOf(board.units, unit)
    const retained = weights.bridges * edges.retained[unit]!
    if (retained === 0 && exposure.critical === 0 && exposure.supportEnds.length === 0) continue
    for (let position = 0; position < positions; position++) {
      const early = positions < 2 ? 0 : 1 - position / (positions - 1)
      unary[unit * count + position] =
        weights.warnings * warningCost * warningsAt(exposure, board.calendar.end[position]!, position) +
        weights.risk * riskCost * exposure.critical * early +
        retained * board.calendar.days[position * count + positions - 1]!
    }
  }
  return unary
}

const bridgeDays = (board: Board, weights: Weights): Float64Array => {
  const days = board.calendar.days.map((length) => length * weights.bridges)
  for (let position = 0; position < board.waves.length; position++) days[position * (board.waves.length + 1)] = 0
  return days
}

/** `positions`: how many of the board's waves the plan has in the end. */
export const costModel = (placing: Placing, edges: UnitEdges, positions: number, weights: Weights): CostModel => {
  const { board } = placing
  const total = placing.effort.reduce((sum, effort) => sum + effort, 0)
  const model: CostModel = {
    board,
    edges,
    days: bridgeDays(board, weights),
    unary: unaryOf(board, edges, positions, weights),
    share: Math.max(1e-9, total / Math.max(1, positions)),
    balance: 0,
    wave: weights.waves * warningCost,
    critical: weights.warnings * warningCost,
  }
  const price = weights.balance === 0 ? 0 : totalCost(model, placing.at)
  return { ...model, balance: weights.balance === 0 ? 0 : weights.balance * Math.max(1, price / Math.max(1, positions)) }
}

/** Price of all bridges of a plan of so many waves, as an evaluation would sum it. */
export const bridgePrice = (placing: Placing, edges: UnitEdges, positions: number): number => {
  const { board: { calendar, waves, units }, at } = placing
  const count = waves.length
  let price = 0
  for (let unit = 0; unit < units.count; unit++) {
    const position = at[unit]!
    if (position < 0) continue
    price += edges.retained[unit]! * calendar.days[position * count + positions - 1]!
    for (let edge = edges.offsets[unit]!; edge < edges.offsets[unit + 1]!; edge++) {
      const other = at[edges.others[edge]!]!
      if (other >= 0 && other !== position) price += (edges.pricePerDay[edge]! * calendar.days[position * count + other]!) / 2
    }
  }
  return price
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
