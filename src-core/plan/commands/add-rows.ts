import type { Dependency } from '../../estate/dependency'
import type { Item } from '../../estate/item'
import type { NewId } from '../../ids'
import { UniqueIds } from '../../workbook/unique-ids'
import type { Change } from '../change'
import { lookup } from '../lookup'
import type { PlanDocument } from '../plan-document'
import { mustHaveItems } from './find-rows'
import { regroupAllAfter } from './regroup'
import { setFields } from './set-fields'

export type NewItem = Omit<Item, 'id'> & { readonly id?: string }
export type NewDependency = Omit<Dependency, 'id'>

/** The rows with ids that are free: one that is missing is made from kind and name, as an import does (DESIGN 5). */
export const itemsWithIds = (document: PlanDocument, rows: readonly NewItem[]): readonly Item[] => {
  if (rows.length === 0) return []
  const ids = new UniqueIds()
  for (const item of document.estate.items) ids.take(item.id)
  return rows.map(({ id, ...fields }) => setFields<Item>({ ...fields, id: ids.take(id ?? `${fields.kind}:${fields.name}`) }, {}))
}

/** Items behind the others. Each is in a move group of its own until something binds it. Throws on an id that is taken. */
export const addItems = (document: PlanDocument, items: readonly Item[], newId: NewId): Change => {
  if (items.length === 0) return {}
  const { itemById } = lookup(document)
  const taken = items.find((item) => itemById.has(item.id))
  if (taken) throw new Error(`The estate has an item ${taken.id} already`)
  return regroupAllAfter(document, { items: { put: items.map((row) => ({ row })) } }, newId)
}

/** The rows with ids made from their ends and a running number. */
export const dependenciesWithIds = (document: PlanDocument, rows: readonly NewDependency[]): readonly Dependency[] => {
  if (rows.length === 0) return []
  const ids = new UniqueIds()
  for (const { id } of document.estate.dependencies) ids.take(id)
  return rows.map((row) => setFields<Dependency>({ ...row, id: ids.take(`${row.from}>${row.to}`) }, {}))
}

/** Dependencies behind the others; both ends of each must be there. */
export const addDependencies = (document: PlanDocument, rows: readonly Dependency[], newId: NewId): Change => {
  if (rows.length === 0) return {}
  mustHaveItems(document, lookup(document).itemById, rows.flatMap((row) => [row.from, row.to]))
  return regroupAllAfter(document, { dependencies: { put: rows.map((row) => ({ row })) } }, newId)
}
