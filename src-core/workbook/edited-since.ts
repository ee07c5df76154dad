import type { Estate, ImportRecord } from '../estate/estate'
import type { Item } from '../estate/item'
import { columnSaying, type RowSource } from '../estate/source'

/** What an item is called and what kind it is, a mention of it says too. */
const isSaidByMention = (field: string): boolean => field === 'name' || field === 'kind'

/** Whether an import is a newer edition of one before it. Where nobody knows, it is. */
const isEditionOf = (imports: readonly ImportRecord[], later: number, earlier: number): boolean =>
  imports[later]?.editionOf?.includes(earlier) ?? true

/**
 * Whether the value of a field is not from a workbook: typed here, answered by a supplier, or kept where a newer edition of
 * what it is from said otherwise. What another source says otherwise decides nothing: the value is from the first of them.
 * An import says a field by a column of any of the item's rows; one row may be silent about what another of them has said.
 */
export const editedSince = ({ items, imports }: Estate): (item: Item, field: string) => boolean => {
  // Plans of the first versions do not know where any of their values are from.
  const knowsSources = items.some((item) => item.sources)
  const isSilent = (source: RowSource, field: string): boolean => source.includes(field, 3)
  return ({ sources }, field) => {
    if (!sources) return knowsSources && !isSaidByMention(field)
    const saying = sources.findLast((source) => columnSaying(imports, source, field) !== undefined)
    if (!saying) return sources.some((source) => isSilent(source, field))
    return sources.slice(sources.indexOf(saying) + 1).some((later) =>
      later[0] !== saying[0] && isSilent(later, field) && isEditionOf(imports, later[0], saying[0]))
  }
}
