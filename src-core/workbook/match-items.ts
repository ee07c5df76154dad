import type { Item } from '../estate/item'

/**
 * The open plan's id for each imported item that it knows: the same id, otherwise the only item left of the same kind and
 * name. Items with an id of the import that the open plan lacks, and no such namesake, are not in the map.
 */
export const matchItems = (open: readonly Item[], imported: readonly Item[]): ReadonlyMap<string, string> => {
  const openIds = new Set(open.map((item) => item.id))
  const importedIds = new Set(imported.map((item) => item.id))
  const openIdByImported = new Map<string, string>()
  for (const item of imported) if (openIds.has(item.id)) openIdByImported.set(item.id, item.id)
  const namesakes = uniqueByName(open.filter((item) => !importedIds.has(item.id)))
  for (const [key, item] of uniqueByName(imported.filter((one) => !openIds.has(one.id)))) {
    const namesake = namesakes.get(key)
    if (namesake) openIdByImported.set(item.id, namesake.id)
  }
  return openIdByImported
}

/** By kind and name, only those that share both with no other. */
const uniqueByName = (items: readonly Item[]): ReadonlyMap<string, Item> => {
  const byKey = new Map<string, Item>()
  const repeated = new Set<string>()
  for (const item of items) {
    const key = `${item.kind}\n${item.name}`
    if (byKey.has(key)) repeated.add(key)
    byKey.set(key, item)
  }
  for (const key of repeated) byKey.delete(key)
  return byKey
}
