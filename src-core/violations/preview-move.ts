import type { PlanDocument } from '../plan/plan-document'

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

/**
 * One entry for each wave in order, then one for unplanned: what `moveItems(document, itemIds, waveId)` would change.
 * Items without a group, and ids unknown to the estate, are passed over.
 */
export const previewMove = (_document: PlanDocument, _itemIds: readonly string[]): readonly MovePreview[] => {
  throw new Error('not written yet')
}
