import type { ExtraField, Item } from '@core/estate/item'
import { applyChange } from '@core/plan/apply-change'
import { contradictedWaves, itemsWithIds, shapingCommands } from '@core/plan/commands'
import type { ItemEdit, ItemFields, ItemTableEdits, NewItem } from '@core/plan/commands'
import type { NewId } from '@core/ids'
import type { PlanDocument } from '@core/plan/plan-document'
import type { ItemWrite } from './item-fields'
import { withExtra } from './make-fields'
import type { CellPlan } from './plan-paste'

export type ItemPlan = CellPlan<Item, ItemWrite>

/** Gathers what the cells of the rows say into what the command takes. */
export const itemEdits = (document: PlanDocument, plan: ItemPlan): ItemTableEdits => {
  const added = itemsWithIds(document, plan.added.map((cells) => newItem(cells.map(({ write }) => write))))
  const groups = new Map<string, string | null>()
  const waves = new Map<string, string | null>()
  const fields: ItemEdit[] = []
  const extraById = new Map<string, readonly ExtraField[] | undefined>()
  const take = (itemId: string, write: ItemWrite, item: Item | null): void => {
    if (write.type === 'group') groups.set(itemId, write.name)
    else if (write.type === 'wave') waves.set(itemId, write.waveId)
    else if (item && write.type === 'fields') fields.push({ itemId, fields: write.fields })
    else if (item && write.type === 'extra') {
      const extra = withExtra(extraById.has(itemId) ? extraById.get(itemId) : item.extra, write.heading, write.value)
      extraById.set(itemId, extra)
      fields.push({ itemId, fields: { extra } })
    }
  }
  for (const { row, write } of plan.writes) take(row.id, write, row)
  plan.added.forEach((cells, index) => {
    const item = added[index]
    if (item) for (const { write } of cells) take(item.id, write, null)
  })
  return { added, fields, groups, waves }
}

/** An application unless the cells say otherwise. A wave's group is not the new item's own business yet. */
const newItem = (writes: readonly ItemWrite[]): NewItem => {
  let item: NewItem = { name: '', kind: 'application' }
  for (const write of writes) {
    if (write.type === 'id') item = { ...item, id: write.id }
    else if (write.type === 'fields') item = { ...item, ...definedFields(write.fields) }
    else if (write.type === 'extra') item = { ...item, extra: withExtra(item.extra, write.heading, write.value) }
  }
  return item
}

const definedFields = (fields: ItemFields): Partial<NewItem> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** Items whose cells give their group another wave than an earlier row does, each with that row's item. */
export const contradictions = (
  document: PlanDocument, edits: ItemTableEdits, newId: NewId,
): ReadonlyMap<string, string> => {
  if (edits.waves.size < 2) return new Map()
  const needsGroups = edits.groups.size > 0 || edits.added.length > 0
  const shaped = needsGroups
    ? shapingCommands(edits, newId).reduce((plan, command) => applyChange(plan, command(plan)).document, document)
    : document
  return contradictedWaves(shaped, edits.waves)
}
