import type { BridgeTotals } from './evaluation'
import { meaning } from './model/dependency-meaning'
import type { PlanModel } from './model/plan-model'
import { unplanned } from './model/plan-model'

/**
 * How many days a dependency has to be bridged (DESIGN 2 and 5, point 9), 0 where it is not: from the earlier wave's
 * start to the later one's end. An unplanned end is not known yet, and bridges nothing.
 */
export const bridgeDaysOf = (plan: PlanModel, index: number): number => {
  const bits = plan.estate.meaning[index]!
  if ((bits & (meaning.bridge | meaning.retained)) === 0) return 0
  const { calendar, waveOf } = plan
  const count = calendar.waves.length
  const a = waveOf[plan.estate.from[index]!]!
  const b = waveOf[plan.estate.to[index]!]!
  if ((bits & meaning.retained) !== 0) {
    // The retained end is in no wave, so the other one is the larger.
    const leaving = a > b ? a : b
    return leaving === unplanned ? 0 : calendar.days[leaving * count + count - 1]!
  }
  return a === b || a === unplanned || b === unplanned ? 0 : calendar.days[a * count + b]!
}

/** All of them at once, with everything at hand: this is most of what an evaluation costs. */
const allBridges = ({ estate, calendar, waveOf }: PlanModel): BridgeTotals => {
  const { meaning: bits, from, to, pricePerDay } = estate
  const { days } = calendar
  const waves = calendar.waves.length
  let count = 0
  let price = 0
  for (let index = 0; index < bits.length; index++) {
    if ((bits[index]! & (meaning.bridge | meaning.retained)) === 0) continue
    const a = waveOf[from[index]!]!
    let b = waveOf[to[index]!]!
    if (a === b) continue
    if (a < 0 || b < 0) {
      // A retained end is in no wave: the bridge stands to the end of the last one.
      if ((bits[index]! & meaning.retained) === 0) continue
      b = waves - 1
    }
    count += 1
    price += days[(a < 0 ? waveOf[to[index]!]! : a) * waves + b]! * pricePerDay[index]!
  }
  return { count, price }
}

/** Bridges among the dependencies (null: all of them), and their price: days times the price per day. */
export const bridgesAmong = (plan: PlanModel, dependencies: Int32Array | null): BridgeTotals => {
  if (dependencies === null) return allBridges(plan)
  let count = 0
  let price = 0
  for (const index of dependencies) {
    const days = bridgeDaysOf(plan, index)
    if (days === 0) continue
    count += 1
    price += days * plan.estate.pricePerDay[index]!
  }
  return { count, price }
}
