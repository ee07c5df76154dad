import type { NewId } from '../../ids'
import type { Change } from '../change'
import type { PlanDocument } from '../plan-document'
import { editDependencyRows, type DependencyFields } from './edit-dependencies'
import { editItemRows, type ItemFields } from './edit-items'

/** Sets fields of an item (undefined clears one), and regroups where that matters to the groups. */
export const editItem = (document: PlanDocument, itemId: string, fields: ItemFields, newId: NewId): Change =>
  editItemRows(document, [{ itemId, fields }], newId)

/** The same fields for several items, as one step. */
export const editItems = (
  document: PlanDocument, itemIds: readonly string[], fields: ItemFields, newId: NewId,
): Change => editItemRows(document, [...new Set(itemIds)].map((itemId) => ({ itemId, fields })), newId)

/** Sets fields of a dependency (undefined clears one), and regroups where it binds otherwise than before. */
export const editDependency = (
  document: PlanDocument, dependencyId: string, fields: DependencyFields, newId: NewId,
): Change => editDependencyRows(document, [{ dependencyId, fields }], newId)

/** Makes shared services of items: they leave their consumers' groups and become prerequisites (DESIGN 5, point 5). */
export const acceptSharedServices = (document: PlanDocument, itemIds: readonly string[], newId: NewId): Change =>
  editItems(document, itemIds, { sharedService: true }, newId)

/** Says that an item is no shared service, so that it is not proposed as one again. */
export const declineSharedService = (document: PlanDocument, itemId: string, newId: NewId): Change =>
  editItem(document, itemId, { sharedService: false }, newId)
