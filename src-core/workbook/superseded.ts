import type { Estate } from '../estate/estate'
import type { ImportedWorkbook } from './imported-workbook'

/** By item id: whether the item was brought by what the new edition takes the place of. */
export type IsSuperseded = (itemId: string) => boolean

/**
 * What a new edition of a source takes the place of: only that can be gone from it. An earlier import is superseded where its
 * file had the same name, or where at least half of the items that it brought are in the new one as well (`found`: their
 * ids). What no file has brought is only said to be gone where all of the plan is superseded.
 */
export const supersededIn = ({ items, imports }: Estate, imported: ImportedWorkbook, found: ReadonlySet<string>): IsSuperseded => {
  if (imports.length < 2) return () => true
  const importOf = new Map(items.map(({ id, sources }) => [id, sources?.[0]?.[0] ?? -1]))
  const isSuperseded = imports.map(({ fileName }, index) => {
    const brought = items.filter(({ id }) => importOf.get(id) === index)
    return fileName === imported.fileName || brought.filter(({ id }) => found.has(id)).length * 2 >= brought.length
  })
  const isWhole = isSuperseded.every(Boolean)
  return (itemId) => isSuperseded[importOf.get(itemId) ?? -1] ?? isWhole
}
