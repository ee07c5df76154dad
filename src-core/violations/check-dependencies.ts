import { meaning } from './model/dependency-meaning'
import type { EstateModel } from './model/estate-model'
import type { Extent } from './model/extent'
import type { PlanModel } from './model/plan-model'
import { type Report, collecting } from './report'
import { checkHardDependency } from './rules/hard-dependency'
import { checkLatency } from './rules/latency'
import { checkOrder } from './rules/order'
import { checkRetiredEarly } from './rules/retired-early'
import type { Violation } from './violation'

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

/** Those of them whose ends lie apart: within a group nothing can be broken, nor within a wave but what is hard. */
const visitApart = (plan: PlanModel, visit: (index: number, bits: number) => void): void => {
  const { waveOf, groupOf, estate: { from, to, meaning: bits } } = plan
  const indexes = askingIn(plan.estate)
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at]!
    const asked = bits[index]!
    const place = (asked & meaning.hard) === 0 ? waveOf : groupOf
    if (place[from[index]!] !== place[to[index]!]) visit(index, asked)
  }
}

export const checkDependencies = (plan: PlanModel, { dependencies }: Extent, report: Report): void => {
  for (const index of dependencies) check(plan, index, plan.estate.meaning[index]!, report)
}

/** What dependencies break, in their order, and the index of the dependency of each. */
export type BrokenDependencies = { readonly violations: readonly Violation[]; readonly indexes: readonly number[] }

/** In one pass over the whole plan, or only over those dependencies for which there is a 1. */
export const brokenDependencies = (plan: PlanModel, asked?: Uint8Array): BrokenDependencies => {
  const violations: Violation[] = []
  const indexes: number[] = []
  const report = collecting(violations)
  visitApart(plan, (index, bits) => {
    if (asked?.[index] === 0) return
    check(plan, index, bits, report)
    while (indexes.length < violations.length) indexes.push(index)
  })
  return { violations, indexes }
}
