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

/** A group that is touched, with the part that is to move; `rest` is empty when that is all of it. */
type Touched = { readonly row: MoveGroup; readonly part: readonly string[]; readonly rest: readonly string[] }

const touchedBy = (plan: PlanModel, itemIds: readonly string[]): readonly Touched[] => {
  const moving = new Set(itemIds)
  const groups = new Set(itemIds.map((id) => plan.groupOf[plan.estate.indexById.get(id) ?? -1] ?? -1))
  groups.delete(-1)
  return [...groups].map((index) => {
    const { row } = plan.groups[index]!
    const rest = row.itemIds.filter((id) => !moving.has(id))
    return { row, rest, part: rest.length === 0 ? row.itemIds : row.itemIds.filter((id) => moving.has(id)) }
  })
}

/** The rows that `moveItems` puts, but for their names; made here, since it orders the groups anew for each target. */
const rowsMoved = ({ row, part, rest }: Touched, waveId: string | null): readonly MoveGroup[] => {
  if (rest.length === 0) return [{ ...row, waveId }]
  if (row.waveId === waveId) return [row]
  return [{ ...row, itemIds: rest }, { ...row, id: `part of ${row.id}`, itemIds: part, waveId }]
}

const triesOf = (plan: PlanModel, itemIds: readonly string[]): readonly Try[] => {
  const touched = touchedBy(plan, itemIds)
  const targets = [...plan.calendar.waves.map(({ id }) => id), null]
  return targets.map((waveId) => ({
    waveId,
    patch: { put: touched.flatMap((group) => rowsMoved(group, waveId)).map((row) => ({ row })) },
  }))
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
  const tries = triesOf(plan, itemIds)
  const ground = groundOf(plan, tries.map(({ patch }) => patch))
  const before = totalsOver(plan, ground.extent)
  return tries.map((attempt) => difference(plan, ground, before, attempt))
}
