import type { Dependency } from '../../estate/dependency'
import type { Item } from '../../estate/item'
import type { NewId } from '../../ids'
import type { Change } from '../change'
import { lookup } from '../lookup'
import type { PlanDocument } from '../plan-document'
import { sameValue } from '../same-value'
import { mustFind, mustHaveItems } from './find-rows'
import { regroupAllAfter } from './regroup'
import { setFields } from './set-fields'

export type ItemFields = Partial<Omit<Item, 'id'>>
export type DependencyFields = Partial<Omit<Dependency, 'id'>>

/** What decides whether an item has a group, what binds it, and what its group is called after. */
const groupingItemFields = ['kind', 'disposition', 'sharedService', 'name'] as const
const groupingDependencyFields = ['from', 'to', 'strength', 'order'] as const

/** Sets fields of an item (undefined clears one), and regroups where that matters to the groups. */
export const editItem = (document: PlanDocument, itemId: string, fields: ItemFields, newId: NewId): Change =>
  editItems(document, [itemId], fields, newId)

/** The same fields for several items, as one step. */
export const editItems = (
  document: PlanDocument, itemIds: readonly string[], fields: ItemFields, newId: NewId,
): Change => {
  const { itemById } = lookup(document)
  mustHaveItems(document, itemById, itemIds)
  const before = [...new Set(itemIds)].flatMap((itemId) => itemById.get(itemId) ?? [])
  const edits = before
    .map((item) => ({ item, row: setFields(item, fields) }))
    .filter(({ item, row }) => !sameValue(item, row))
  if (edits.length === 0) return {}
  const change: Change = { items: { put: edits.map(({ row }) => ({ row })) } }
  const isGrouping = edits.some(({ item, row }) => groupingItemFields.some((field) => item[field] !== row[field]))
  return isGrouping ? regroupAllAfter(document, change, newId) : change
}

/** Sets fields of a dependency (undefined clears one), and regroups where it binds otherwise than before. */
export const editDependency = (
  document: PlanDocument, dependencyId: string, fields: DependencyFields, newId: NewId,
): Change => {
  const dependency = mustFind(document.estate.dependencies, dependencyId, 'dependency')
  const row = setFields(dependency, fields)
  mustHaveItems(document, lookup(document).itemById, [row.from, row.to])
  if (sameValue(dependency, row)) return {}
  const change: Change = { dependencies: { put: [{ row }] } }
  const isGrouping = groupingDependencyFields.some((field) => dependency[field] !== row[field])
  return isGrouping ? regroupAllAfter(document, change, newId) : change
}

/** Makes shared services of items: they leave their consumers' groups and become prerequisites (DESIGN 5, point 5). */
export const acceptSharedServices = (document: PlanDocument, itemIds: readonly string[], newId: NewId): Change =>
  editItems(document, itemIds, { sharedService: true }, newId)
