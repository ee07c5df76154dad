import { meaning } from './model/dependency-meaning'
import type { EstateModel } from './model/estate-model'
import type { Extent } from './model/extent'
import type { PlanModel } from './model/plan-model'
import type { Report } from './report'
import { checkHardDependency } from './rules/hard-dependency'
import { checkLatency } from './rules/latency'
import { checkOrder } from './rules/order'
import { checkRetiredEarly } from './rules/retired-early'

const ordered = meaning.together | meaning.providerFirst

const check = (plan: PlanModel, index: number, bits: number, report: Report): void => {
  if ((bits & meaning.hard) !== 0) checkHardDependency(plan, index, report)
  if ((bits & ordered) !== 0) checkOrder(plan, index, report)
  if ((bits & meaning.retired) !== 0) checkRetiredEarly(plan, index, report)
  if ((bits & meaning.latency) !== 0) checkLatency(plan, index, report)
}

const asksForSomething = ordered | meaning.hard | meaning.retired | meaning.latency

const asking = new WeakMap<Uint8Array, Int32Array>()

/** Indexes of the dependencies that ask for more than a bridge; most do not. */
const askingIn = (estate: EstateModel): Int32Array => {
  const known = asking.get(estate.meaning)
  if (known) return known
  const made = Int32Array.from(estate.meaning.keys()).filter((index) => (estate.meaning[index]! & asksForSomething) !== 0)
  asking.set(estate.meaning, made)
  return made
}

/** One pass over the dependencies that ask for something. */
export const checkDependencies = (plan: PlanModel, extent: Extent, report: Report): void => {
  const bits = plan.estate.meaning
  if (extent.dependencies) {
    for (const index of extent.dependencies) check(plan, index, bits[index]!, report)
    return
  }
  const { waveOf, groupOf, estate: { from, to } } = plan
  const indexes = askingIn(plan.estate)
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at]!
    // Within a group nothing can be broken, nor within a wave but what is hard. One group is one wave.
    const asked = bits[index]!
    const place = (asked & meaning.hard) === 0 ? waveOf : groupOf
    if (place[from[index]!] !== place[to[index]!]) check(plan, index, asked, report)
  }
}
