import { isMovable, type Item } from '../../estate/item'
import type { NewId } from '../../ids'
import type { Change } from '../change'
import { lookup } from '../lookup'
import type { PlanDocument } from '../plan-document'
import { mustHaveItems } from './find-rows'
import { regroupAllAfter } from './regroup'
import { editedRow } from './edited-row'

export type ItemFields = Partial<Omit<Item, 'id'>>

/** What is to be set on one item; a field that is undefined is cleared. */
export type ItemEdit = { readonly itemId: string; readonly fields: ItemFields }

/** What decides whether an item has a group, what binds it, and what its group is called after. */
const groupingFields: readonly ((item: Item) => unknown)[] = [
  isMovable, (item) => item.kind, (item) => item.disposition === 'retire', (item) => item.sharedService, (item) => item.name,
]

const isGroupedOtherwise = (before: Item | undefined, after: Item): boolean =>
  before === undefined || groupingFields.some((fieldOf) => fieldOf(before) !== fieldOf(after))

/** All that is to be set on each item, the later over the earlier: a row is made once, however many of its cells are pasted. */
const fieldsByItem = (edits: readonly ItemEdit[]): ReadonlyMap<string, ItemFields> => {
  const byId = new Map<string, Record<string, unknown>>()
  for (const { itemId, fields } of edits) {
    const known = byId.get(itemId)
    if (known) Object.assign(known, fields)
    else byId.set(itemId, { ...fields })
  }
  return byId
}

/** Different fields for many items as one step, with one regrouping where that matters to the groups. */
export const editItemRows = (document: PlanDocument, edits: readonly ItemEdit[], newId: NewId): Change => {
  const { itemById } = lookup(document)
  mustHaveItems(document, itemById, edits.map(({ itemId }) => itemId))
  const rows = [...fieldsByItem(edits)].flatMap(([itemId, fields]): readonly Item[] => {
    const before = itemById.get(itemId)
    const row = before && editedRow(before, fields)
    return row === before || !row ? [] : [row]
  })
  if (rows.length === 0) return {}
  const change: Change = { items: { put: rows.map((row) => ({ row })) } }
  const isGrouping = rows.some((row) => isGroupedOtherwise(itemById.get(row.id), row))
  return isGrouping ? regroupAllAfter(document, change, newId) : change
}
