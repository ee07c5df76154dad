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

const asking = new WeakMap<EstateModel, Int32Array>()

/** Indexes of the dependencies that ask for more than a bridge; most do not. */
const askingIn = (estate: EstateModel): Int32Array => {
  const known = asking.get(estate)
  if (known) return known
  const made = Int32Array.from(estate.meaning.keys()).filter((index) => (estate.meaning[index]! & asksForSomething) !== 0)
  asking.set(estate, made)
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
    // One group is one wave: nothing between its own items can be broken, and waves alone break nothing but hard ones.
    const a = from[index]!
    const b = to[index]!
    if (groupOf[a] === groupOf[b] || (waveOf[a] === waveOf[b] && (bits[index]! & meaning.hard) === 0)) continue
    check(plan, index, bits[index]!, report)
  }
}
