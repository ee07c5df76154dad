import { meaning } from '../violations/model/dependency-meaning'
import type { PlanModel } from '../violations/model/plan-model'
import type { UnitModel } from './unit-model'

/** What it costs to part units: parallel dependencies summed, in rows (`offsets`, `others`, ...). */
export type UnitEdges = {
  readonly offsets: Int32Array
  readonly others: Int32Array
  /** Price of a day's bridge between the two. */
  readonly pricePerDay: Float64Array
  /** Cost of being in different waves at all, in the same money: latency at risk, hard dependencies cut by hand. */
  readonly parting: Float64Array
  /** How strongly the two belong together (`dependencyWeight`): what clusters and draws, but costs nothing. */
  readonly weight: Float64Array
  /** Per unit, the price a day of its bridges to what is retained. */
  readonly retained: Float64Array
}

/** A warning is worth avoiding for about this many days of an ordinary bridge; a cut hard dependency for far more. */
const latencyDays = 60
const cutDays = 2000

const unitAt = (units: UnitModel, groupOf: PlanModel['groupOf'], item: number): number => {
  const group = groupOf[item]!
  return group < 0 ? -1 : units.unitOf[group]!
}

/** Both ends, price and parting of every dependency between two units, one way; adds up what is retained. */
const columnsOf = (units: UnitModel, retained: Float64Array) => {
  const { estate, groupOf } = units.plan
  const count = estate.meaning.length
  const columns = { tails: new Int32Array(count), heads: new Int32Array(count), prices: new Float64Array(count), partings: new Float64Array(count), weights: new Float64Array(count) }
  let size = 0
  for (let index = 0; index < count; index++) {
    const bits = estate.meaning[index]!
    if (bits === 0) continue
    const a = unitAt(units, groupOf, estate.from[index]!)
    const b = unitAt(units, groupOf, estate.to[index]!)
    if ((bits & meaning.retained) !== 0) {
      const leaving = Math.max(a, b)
      if (leaving >= 0) retained[leaving]! += estate.pricePerDay[index]!
      continue
    }
    if (a === b || a < 0 || b < 0) continue
    columns.tails[size] = a
    columns.heads[size] = b
    columns.prices[size] = (bits & meaning.bridge) !== 0 ? estate.pricePerDay[index]! : 0
    columns.partings[size] = ((bits & meaning.latency) !== 0 ? latencyDays : 0) + ((bits & meaning.hard) !== 0 ? cutDays : 0)
    columns.weights[size] = estate.weight[index]!
    size += 1
  }
  return { ...columns, size }
}

type Columns = ReturnType<typeof columnsOf>

/** Where the dependencies of each unit are in the columns, both ways: dependency d as d, and as -1 - d from its other end. */
const byUnit = ({ tails, heads, size }: Columns, count: number) => {
  const starts = new Int32Array(count + 1)
  for (let row = 0; row < size; row++) {
    starts[tails[row]! + 1]! += 1
    starts[heads[row]! + 1]! += 1
  }
  for (let unit = 0; unit < count; unit++) starts[unit + 1]! += starts[unit]!
  const next = starts.slice()
  const rows = new Int32Array(2 * size)
  for (let row = 0; row < size; row++) {
    rows[next[tails[row]!]!++] = row
    rows[next[heads[row]!]!++] = -1 - row
  }
  return { starts, rows }
}

export const unitEdges = (units: UnitModel): UnitEdges => {
  const retained = new Float64Array(units.count)
  const columns = columnsOf(units, retained)
  const { starts, rows } = byUnit(columns, units.count)
  const offsets = new Int32Array(units.count + 1)
  const others = new Int32Array(rows.length)
  const pricePerDay = new Float64Array(rows.length)
  const parting = new Float64Array(rows.length)
  const weight = new Float64Array(rows.length)
  const slot = new Int32Array(units.count).fill(-1)
  let end = 0
  for (let unit = 0; unit < units.count; unit++) {
    const start = end
    for (let at = starts[unit]!; at < starts[unit + 1]!; at++) {
      const isFrom = rows[at]! >= 0
      const row = isFrom ? rows[at]! : -1 - rows[at]!
      const other = isFrom ? columns.heads[row]! : columns.tails[row]!
      if (slot[other]! < start) {
        slot[other] = end
        others[end++] = other
      }
      pricePerDay[slot[other]!]! += columns.prices[row]!
      parting[slot[other]!]! += columns.partings[row]!
      weight[slot[other]!]! += columns.weights[row]!
    }
    offsets[unit + 1] = end
  }
  const cut = (list: Float64Array): Float64Array => list.slice(0, end)
  return { offsets, others: others.slice(0, end), pricePerDay: cut(pricePerDay), parting: cut(parting), weight: cut(weight), retained }
}
