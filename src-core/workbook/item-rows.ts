import { activeScenario, type PlanDocument } from '../plan/plan-document'
import type { ItemSheetRow } from './sheet-columns'

/** Every item with its group and wave, as the sheets of items show them. */
export const itemRows = (document: PlanDocument): readonly ItemSheetRow[] => {
  const scenario = activeScenario(document)
  const groupByItem = new Map(scenario.groups.flatMap((group) => group.itemIds.map((id) => [id, group] as const)))
  const waveById = new Map(scenario.waves.map((wave) => [wave.id, wave]))
  return document.estate.items.map((item) => {
    const group = groupByItem.get(item.id)
    const wave = waveById.get(group?.waveId ?? '')
    return { item, group, wave, ...(item.extra && { extra: item.extra }) }
  })
}
