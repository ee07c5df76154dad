import type { Estate } from '../estate/estate'
import type { Item } from '../estate/item'
import type { ItemSource } from '../estate/source'

/** What an item is called and what kind it is, a mention of it says too. */
const isSaidByMention = (field: string): boolean => field === 'name' || field === 'kind'

/**
 * Whether the value of a field is not from a workbook: typed here, answered by a supplier, or kept where an import said
 * otherwise. An import without a column for the field has no say in it.
 */
export const editedSince = ({ items, imports }: Estate): (item: Item, field: string) => boolean => {
  // Plans of the first versions do not know where any of their values are from.
  const knowsSources = items.some((item) => item.sources)
  const hasColumn = ([importIndex, sheetIndex]: ItemSource, field: string): boolean =>
    imports[importIndex]?.sheets?.[sheetIndex]?.columns.some(([name]) => name === field) ?? false
  return ({ sources }, field) => {
    if (!sources) return knowsSources && !isSaidByMention(field)
    return sources.findLast((source) => source.includes(field, 3) || hasColumn(source, field))?.includes(field, 3) ?? false
  }
}
