import type { Item } from '../estate/item'
import type { Estate } from '../estate/estate'
import { isOnlyNamed } from '../estate/source'
import type { ImportWay } from './compare-import'
import { describesItems, mentionedIds, type ImportedWorkbook } from './imported-workbook'
import { broughtBy } from './superseded'

/** The plan's items by the file that described them; all together where no file is known. What is only named no inventory brought. */
const sourcesOf = ({ items, imports }: Estate): readonly { readonly fileName?: string; readonly items: readonly Item[] }[] => {
  if (imports.length === 0) return [{ items }]
  const brought = imports.map(({ fileName }) => ({ fileName, items: [] as Item[] }))
  for (const item of items) if (!isOnlyNamed(item)) brought[broughtBy(item) ?? 0]?.items.push(item)
  return brought
}

/** Each source counts its ids by itself: the same id is the same item only where the kind agrees, too. */
const idKey = ({ id, kind }: Item): string => `${kind}\n${id}`

/**
 * What a workbook most likely is to the open plan. A newer edition describes items, and names at least half of those that
 * one source has described, by id or name, or has the name of its file and some of them: by less, most of the plan would look
 * gone, and what a list beside it says of a few items would take the place of what the plan knows.
 */
export const suggestedWay = (open: Estate, imported: ImportedWorkbook): ImportWay => {
  if (!describesItems(imported)) return 'addition'
  if (open.items.length === 0) return 'newer'
  const mentioned = mentionedIds(imported)
  const theirs = imported.document.estate.items.filter(({ id }) => !mentioned.has(id))
  const [ids, names] = [new Set(theirs.map(idKey)), new Set(theirs.map(({ name }) => name.toLowerCase()))]
  const isEdition = sourcesOf(open).some(({ fileName, items }) => {
    const found = items.filter((item) => ids.has(idKey(item)) || names.has(item.name.toLowerCase())).length
    return found > 0 && (found * 2 >= items.length || fileName === imported.fileName)
  })
  return isEdition ? 'newer' : 'addition'
}
