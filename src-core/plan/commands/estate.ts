import type { Dependency } from '../../estate/dependency'
import type { Item } from '../../estate/item'
import type { NewId } from '../../ids'
import type { Change } from '../change'
import type { PlanDocument } from '../plan-document'

const later = (): never => {
  throw new Error('not written yet')
}

export type ItemFields = Partial<Omit<Item, 'id'>>
export type DependencyFields = Partial<Omit<Dependency, 'id'>>

export const editItem = (_document: PlanDocument, _itemId: string, _fields: ItemFields, _newId: NewId): Change => later()
export const editDependency = (
  _document: PlanDocument, _dependencyId: string, _fields: DependencyFields, _newId: NewId,
): Change => later()
export const acceptSharedServices = (_document: PlanDocument, _itemIds: readonly string[], _newId: NewId): Change => later()
