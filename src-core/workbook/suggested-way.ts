import type { Item } from '../estate/item'
import type { Estate } from '../estate/estate'
import type { ImportWay } from './compare-import'
import { describesItems, type ImportedWorkbook } from './imported-workbook'

/** The plan's items by the file that brought them; all together where no file is known. */
const sourcesOf = ({ items, imports }: Estate): readonly { readonly fileName?: string; readonly items: readonly Item[] }[] => {
  if (imports.length === 0) return [{ items }]
  const brought = imports.map(({ fileName }) => ({ fileName, items: [] as Item[] }))
  for (const item of items) brought[item.sources?.[0]?.[0] ?? 0]?.items.push(item)
  return brought
}

/**
 * What a workbook most likely is to the open plan. A newer edition describes items, and names at least half of those that
 * one source has brought, by id or name, or has the name of its file and some of them: by less, most of the plan would look
 * gone, and what a list beside it says of a few items would take the place of what the plan knows.
 */
export const suggestedWay = (open: Estate, imported: ImportedWorkbook): ImportWay => {
  if (!describesItems(imported)) return 'addition'
  if (open.items.length === 0) return 'newer'
  const named = new Set(imported.document.estate.items.flatMap(({ id, name }) => [id, name.toLowerCase()]))
  const isEdition = sourcesOf(open).some(({ fileName, items }) => {
    const found = items.filter(({ id, name }) => named.has(id) || named.has(name.toLowerCase())).length
    return found > 0 && (found * 2 >= items.length || fileName === imported.fileName)
  })
  return isEdition ? 'newer' : 'addition'
}
