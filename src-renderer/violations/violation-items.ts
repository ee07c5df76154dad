import { lookup } from '@core/plan/lookup'
import type { PlanDocument } from '@core/plan/plan-document'
import type { Violation } from '@core/violations/violation'

/** The items that take part: those named, otherwise the members of the groups named. */
export const itemIdsOfViolation = (document: PlanDocument, violation: Violation): readonly string[] => {
  if (violation.itemIds.length > 0) return violation.itemIds
  const { groupById } = lookup(document)
  return violation.groupIds.flatMap((id) => groupById.get(id)?.itemIds ?? [])
}
