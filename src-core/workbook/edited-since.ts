import type { Estate } from '../estate/estate'
import type { Item } from '../estate/item'
import type { RowSource } from '../estate/source'

/** What an item is called and what kind it is, a mention of it says too. */
const isSaidByMention = (field: string): boolean => field === 'name' || field === 'kind'

/**
 * Whether the value of a field is not from a workbook: typed here, answered by a supplier, or kept where an import said
 * otherwise. The newest import with a say in it decides, and has one by a column of any of the item's rows; one row may be
 * silent about what another of them has said.
 */
export const editedSince = ({ items, imports }: Estate): (item: Item, field: string) => boolean => {
  // Plans of the first versions do not know where any of their values are from.
  const knowsSources = items.some((item) => item.sources)
  const says = ([importIndex, sheetIndex, , ...except]: RowSource, field: string): boolean =>
    !except.includes(field) && (imports[importIndex]?.sheets?.[sheetIndex]?.columns.some(([name]) => name === field) ?? false)
  return ({ sources }, field) => {
    if (!sources) return knowsSources && !isSaidByMention(field)
    const newest = sources.findLast((source) => source.includes(field, 3) || says(source, field))?.[0]
    return newest !== undefined && !sources.some((source) => source[0] === newest && says(source, field))
  }
}
