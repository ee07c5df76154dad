import type { ExtraField, Item } from '../estate/item'
import { GatheredRow, type ItemRow } from './read-items'
import { itemHeadings, type ItemField } from './headings'
import type { UniqueIds } from './unique-ids'

const isField = (field: string): field is ItemField => Object.hasOwn(itemHeadings, field)

/**
 * Puts rows that only add to items (a list of properties, of ids elsewhere) to the items that they name by id. The others
 * become items of their own at the end of `rows`: their ids come back, since nothing describes them.
 */
export const addToItems = (rows: ItemRow[], added: readonly ItemRow[], ids: UniqueIds): readonly string[] => {
  const placeById = new Map(rows.map((row, place) => [row.item.id, place]))
  const undescribed: string[] = []
  for (const one of added) {
    const { id, name: _name, kind: _kind, extra = [], ...more } = one.item
    const place = placeById.get(id)
    const known = place === undefined ? undefined : rows[place]
    if (known && place !== undefined) {
      const written = (field: string): ExtraField | null => {
        const value = one.item[field as keyof Item]
        return isField(field) && (typeof value === 'string' || typeof value === 'number') ? [itemHeadings[field].en, value] : null
      }
      const gathered = new GatheredRow(known, place)
      gathered.add(more, extra, one.links ?? [], { sheet: one.place.sheet, row: one.place.row, written })
      rows[place] = gathered.finished()
      continue
    }
    undescribed.push(id)
    ids.take(id)
    placeById.set(id, rows.push(one) - 1)
  }
  return undescribed
}
