import { type BrokenDependencies, brokenDependencies } from './check-dependencies'
import type { PlanModel } from './model/plan-model'
import { touching } from './model/touching'

/** Marks the dependencies of items whose group is another row than before: it lies elsewhere. */
const touchedSince = (before: PlanModel, plan: PlanModel): Uint8Array => {
  const { offsets, list } = touching(plan.estate)
  const marks = new Uint8Array(plan.estate.meaning.length)
  plan.groups.forEach(({ row, items }, group) => {
    if (row === before.groups[group]!.row) return
    for (const item of items) for (let at = offsets[item]!; at < offsets[item + 1]!; at++) marks[list[at]!] = 1
  })
  return marks
}

/** In the order of the dependencies; none occurs in both. */
const merged = (a: BrokenDependencies, b: BrokenDependencies): BrokenDependencies => {
  const violations = []
  const indexes = []
  for (let left = 0, right = 0; left < a.indexes.length || right < b.indexes.length;) {
    const isLeft = right === b.indexes.length || (left < a.indexes.length && a.indexes[left]! < b.indexes[right]!)
    const from = isLeft ? a : b
    const at = isLeft ? left++ : right++
    violations.push(from.violations[at]!)
    indexes.push(from.indexes[at]!)
  }
  return { violations, indexes }
}

/**
 * What dependencies break after groups have gone to other waves, from what they broke before: only those of the items
 * that have moved are looked at. Both plans have the same dependencies, waves, and members in each group.
 */
export const brokenAfterMove = (before: PlanModel, known: BrokenDependencies, plan: PlanModel): BrokenDependencies => {
  const marks = touchedSince(before, plan)
  const isKept = known.indexes.map((index) => marks[index] === 0)
  const kept = { violations: known.violations.filter((_, at) => isKept[at]), indexes: known.indexes.filter((_, at) => isKept[at]) }
  return merged(kept, brokenDependencies(plan, marks))
}
