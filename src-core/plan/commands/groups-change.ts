import { indexItems } from '../../estate/estate-index'
import { placeOfGroup } from '../../planning/form-groups'
import type { Change } from '../change'
import { activeScenario, type MoveGroup, type PlanDocument } from '../plan-document'
import { patchBetween } from '../row-patch'

/**
 * The change that gives the active scenario these groups. Groups are kept in the order of their first items in the
 * estate, and items within a group in that order too: what an export writes comes back the same.
 */
export const groupsChange = (document: PlanDocument, groups: readonly MoveGroup[]): Change => {
  const scenario = activeScenario(document)
  const places = indexItems(document.estate.items)
  const placed = groups.map((group) => ({ group, place: placeOfGroup(group, places) }))
  const sorted = placed.sort((a, b) => a.place - b.place).map(({ group }) => group)
  const patch = patchBetween(scenario.groups, sorted)
  return patch ? { scenarioId: scenario.id, groups: patch } : {}
}

export const inEstateOrder = (document: PlanDocument, itemIds: readonly string[]): readonly string[] => {
  const places = indexItems(document.estate.items)
  return itemIds.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
}
