import { lookup } from '../../plan/lookup'
import type { MoveGroup, PlanDocument } from '../../plan/plan-document'
import type { FindWorld, ItemPlace } from './item-fields'

const nowhere: ItemPlace = { group: null, wave: null, waveName: null }

/**
 * What a search over a plan knows: groups and waves of the active scenario. `waveText` says what a wave is called on
 * screen, so that it is found by that too.
 */
export const planFindWorld = (
  document: PlanDocument,
  wordOf: FindWorld['wordOf'],
  waveText: (number: number, name: string | undefined) => string,
): FindWorld => {
  const { groupByItemId, waveById } = lookup(document)
  const placeByGroup = new Map<MoveGroup, ItemPlace>()
  const makePlace = (group: MoveGroup): ItemPlace => {
    const wave = group.waveId === null ? undefined : waveById.get(group.waveId)
    return { group: group.name, wave: wave?.number ?? null, waveName: wave ? waveText(wave.number, wave.name) : null }
  }
  const placeOf = (itemId: string): ItemPlace => {
    const group = groupByItemId.get(itemId)
    if (!group) return nowhere
    const known = placeByGroup.get(group)
    if (known) return known
    const made = makePlace(group)
    placeByGroup.set(group, made)
    return made
  }
  return { placeOf, wordOf, filterNamed: (name) => document.filters.find((filter) => filter.name === name)?.filter }
}
