import type { BridgeTotals } from './evaluation'
import { meaning } from './model/dependency-meaning'
import type { EstateModel } from './model/estate-model'
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

/** The dependencies that can be bridges, by the item they come from: neighbours in the list are neighbours in memory. */
type BridgeList = { readonly from: Int32Array; readonly to: Int32Array; readonly price: Float64Array; readonly isRetained: Uint8Array }

/** By the array of the ends: it is another one wherever dependencies mean something else. */
const lists = new WeakMap<Int32Array, BridgeList>()

const bridgeList = (estate: EstateModel): BridgeList => {
  const known = lists.get(estate.from)
  if (known) return known
  const { meaning: bits, from, to, pricePerDay } = estate
  const isBridge = (index: number): boolean => (bits[index]! & (meaning.bridge | meaning.retained)) !== 0
  const indexes = Int32Array.from(bits.keys()).filter(isBridge).sort((a, b) => from[a]! - from[b]! || to[a]! - to[b]! || a - b)
  const made = {
    from: indexes.map((index) => from[index]!),
    to: indexes.map((index) => to[index]!),
    price: Float64Array.from(indexes, (index) => pricePerDay[index]!),
    isRetained: Uint8Array.from(indexes, (index) => Number((bits[index]! & meaning.retained) !== 0)),
  }
  lists.set(estate.from, made)
  return made
}

/** All of them at once, with everything at hand: this is most of what an evaluation costs. */
const allBridges = ({ estate, calendar, waveOf }: PlanModel): BridgeTotals => {
  const { from, to, price: pricePerDay, isRetained } = bridgeList(estate)
  const { days } = calendar
  const waves = calendar.waves.length
  const size = from.length
  let count = 0
  let price = 0
  for (let at = 0; at < size; at++) {
    let a = waveOf[from[at]!]!
    let b = waveOf[to[at]!]!
    if (a === b) continue
    if (a < 0 || b < 0) {
      // A retained end is in no wave: the bridge stands to the end of the last one.
      if (isRetained[at] === 0) continue
      a = a < 0 ? b : a
      b = waves - 1
    }
    count += 1
    price += days[a * waves + b]! * pricePerDay[at]!
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
