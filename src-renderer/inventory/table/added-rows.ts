import type { TableStore } from './table-store'

const added = new WeakMap<TableStore, string[]>()

/** Ids of the rows that were added in the table: they come last until the rows are sorted again. */
export const addedIds = (store: TableStore): string[] => {
  const known = added.get(store) ?? []
  added.set(store, known)
  return known
}
