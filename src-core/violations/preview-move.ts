import { moveItems } from '../plan/commands'
import type { Patch } from '../plan/change'
import type { MoveGroup, PlanDocument } from '../plan/plan-document'
import { type PlanModel, planModel } from './model/plan-model'
import { type Ground, type Totals, groundOf, totalsOver, tryPatch } from './trial'

/** What moving there would change, against now: more or fewer violations, and a dearer or cheaper set of bridges. */
export type MovePreview = {
  /** null: unplanned. */
  readonly waveId: string | null
  readonly hard: number
  readonly warnings: number
  readonly bridgePrice: number
  /** Person-days in that wave afterwards; null for unplanned. */
  readonly effortAfter: number | null
}

type Try = { readonly waveId: string | null; readonly patch: Patch<MoveGroup> }

const triesOf = (plan: PlanModel, document: PlanDocument, itemIds: readonly string[]): readonly Try[] => {
  const targets = [...plan.calendar.waves.map(({ id }) => id), null]
  return targets.map((waveId) => {
    let last = 0
    const change = moveItems(document, itemIds, waveId, (prefix) => `preview ${prefix}${++last}`)
    return { waveId, patch: change.groups ?? {} }
  })
}

const difference = (plan: PlanModel, ground: Ground, before: Totals, { waveId, patch }: Try): MovePreview =>
  tryPatch(plan, ground, patch, (extent) => {
    const after = totalsOver(plan, extent)
    const position = waveId === null ? undefined : plan.calendar.positionById.get(waveId)
    return {
      waveId,
      hard: after.hard - before.hard,
      warnings: after.warnings - before.warnings,
      bridgePrice: after.bridgePrice - before.bridgePrice,
      effortAfter: position === undefined ? null : plan.effort[position]!,
    }
  })

/**
 * One entry for each wave in order, then one for unplanned: what `moveItems(document, itemIds, waveId)` would change.
 * Items without a group, and ids unknown to the estate, are passed over.
 */
export const previewMove = (document: PlanDocument, itemIds: readonly string[]): readonly MovePreview[] => {
  const plan = planModel(document)
  const grouped = itemIds.filter((id) => plan.groupOf[plan.estate.indexById.get(id) ?? -1]! >= 0)
  const tries = triesOf(plan, document, grouped)
  const ground = groundOf(plan, tries.map(({ patch }) => patch))
  const before = totalsOver(plan, ground.extent)
  return tries.map((attempt) => difference(plan, ground, before, attempt))
}
