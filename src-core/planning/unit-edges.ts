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
  /** Per unit, the price a day of its bridges to what is retained. */
  readonly retained: Float64Array
}

/** A warning is worth avoiding for about this many days of an ordinary bridge; a cut hard dependency for far more. */
const latencyDays = 60
const cutDays = 2000

type Sum = { price: number; parting: number }

const sumsOf = (units: UnitModel, retained: Float64Array): ReadonlyMap<number, Sum> => {
  const { estate, groupOf } = units.plan
  const sums = new Map<number, Sum>()
  estate.meaning.forEach((bits, index) => {
    if (bits === 0) return
    const a = unitAt(units, groupOf, estate.from[index]!)
    const b = unitAt(units, groupOf, estate.to[index]!)
    if ((bits & meaning.retained) !== 0) {
      const leaving = Math.max(a, b)
      if (leaving >= 0) retained[leaving]! += estate.pricePerDay[index]!
      return
    }
    if (a === b || a < 0 || b < 0) return
    const key = Math.min(a, b) * units.count + Math.max(a, b)
    const sum = sums.get(key) ?? { price: 0, parting: 0 }
    sums.set(key, sum)
    if ((bits & meaning.bridge) !== 0) sum.price += estate.pricePerDay[index]!
    if ((bits & meaning.latency) !== 0) sum.parting += latencyDays
    if ((bits & meaning.hard) !== 0) sum.parting += cutDays
  })
  return sums
}

const unitAt = (units: UnitModel, groupOf: PlanModel['groupOf'], item: number): number => {
  const group = groupOf[item]!
  return group < 0 ? -1 : units.unitOf[group]!
}

export const unitEdges = (units: UnitModel): UnitEdges => {
  const retained = new Float64Array(units.count)
  const sums = sumsOf(units, retained)
  const offsets = new Int32Array(units.count + 1)
  for (const key of sums.keys()) {
    offsets[Math.floor(key / units.count) + 1]! += 1
    offsets[(key % units.count) + 1]! += 1
  }
  for (let at = 1; at < offsets.length; at++) offsets[at]! += offsets[at - 1]!
  const fill = offsets.slice()
  const others = new Int32Array(sums.size * 2)
  const pricePerDay = new Float64Array(sums.size * 2)
  const parting = new Float64Array(sums.size * 2)
  const add = (unit: number, other: number, sum: Sum): void => {
    const at = fill[unit]!++
    others[at] = other
    pricePerDay[at] = sum.price
    parting[at] = sum.parting
  }
  for (const [key, sum] of sums) {
    const a = Math.floor(key / units.count)
    const b = key % units.count
    add(a, b, sum)
    add(b, a, sum)
  }
  return { offsets, others, pricePerDay, parting, retained }
}
