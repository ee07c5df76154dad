import { activeScenario, type PlanDocument } from '../../plan/plan-document'
import { bridgesAmong } from '../../violations/bridges'
import { checkPlan } from '../../violations/check-plan'
import type { Extent } from '../../violations/model/extent'
import { type PlanModel, planModel } from '../../violations/model/plan-model'
import { collecting } from '../../violations/report'
import { groundOf, tryPatch } from '../../violations/trial'
import type { Violation } from '../../violations/violation'

/** What moving a group to a wave would change, against the plan as it is. */
export type MoveCost = {
  /** null: unplanned. */
  readonly waveId: string | null
  /** Violations that come, hard ones first, and those that go. */
  readonly added: readonly Violation[]
  readonly removed: readonly Violation[]
  /** More or fewer than now. */
  readonly hard: number
  readonly warnings: number
  readonly bridgePrice: number
  /** Person-days in that wave afterwards; null for unplanned. */
  readonly effortAfter: number | null
}

type Look = { readonly violations: readonly Violation[]; readonly bridgePrice: number }

const lookAt = (plan: PlanModel, extent: Extent): Look => {
  const violations: Violation[] = []
  checkPlan(plan, extent, collecting(violations))
  return { violations, bridgePrice: bridgesAmong(plan, extent.dependencies).price }
}

/** A wave that is too full by more than before is not a new violation, but it is a dearer one. */
const isSame = (a: Violation, b: Violation): boolean => a.id === b.id && Number(a.params.load ?? 0) >= Number(b.params.load ?? 0)

const without = (from: readonly Violation[], others: readonly Violation[]): readonly Violation[] => {
  const byId = new Map(others.map((violation) => [violation.id, violation]))
  return from.filter((violation) => {
    const other = byId.get(violation.id)
    return !other || !isSame(other, violation)
  })
}

const hardFirst = (violations: readonly Violation[]): readonly Violation[] =>
  violations.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))

const countOf = (violations: readonly Violation[], severity: Violation['severity']): number =>
  violations.filter((violation) => violation.severity === severity).length

/**
 * One entry for each wave in order, then one for unplanned. The figures are those of `previewMove`; here the violations
 * themselves are made, so it is for one group that somebody looks at, and not for every mouse move.
 */
export const moveCosts = (document: PlanDocument, groupId: string): readonly MoveCost[] => {
  const row = activeScenario(document).groups.find(({ id }) => id === groupId)
  if (!row) return []
  const plan = planModel(document)
  const targets = [...plan.calendar.waves.map(({ id }) => id), null]
  const ground = groundOf(plan, [{ put: [{ row }] }])
  const before = lookAt(plan, ground.extent)
  return targets.map((waveId) => tryPatch(plan, ground, { put: [{ row: { ...row, waveId } }] }, (extent) => {
    const after = lookAt(plan, extent)
    const position = waveId === null ? undefined : plan.calendar.positionById.get(waveId)
    return {
      waveId,
      added: hardFirst(without(after.violations, before.violations)),
      removed: hardFirst(without(before.violations, after.violations)),
      hard: countOf(after.violations, 'hard') - countOf(before.violations, 'hard'),
      warnings: countOf(after.violations, 'warning') - countOf(before.violations, 'warning'),
      bridgePrice: after.bridgePrice - before.bridgePrice,
      effortAfter: position === undefined ? null : plan.effort[position]!,
    }
  }))
}
