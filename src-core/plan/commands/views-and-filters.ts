import type { NewId } from '../../ids'
import type { Change } from '../change'
import type { PlanDocument } from '../plan-document'
import { sameValue } from '../same-value'
import type { GraphPlace, GraphSettings, ItemFilter, NamedFilter, NamedView } from '../view'
import { mustFind } from './find-rows'

/** Keeps a filter under a name; one of that name is replaced, so that a name means one thing. A blank name keeps nothing. */
export const nameFilter = (document: PlanDocument, given: string, filter: ItemFilter, newId: NewId): Change => {
  const name = given.trim()
  if (name === '') return {}
  const known = document.filters.find((row) => row.name === name)
  if (known && sameValue(known.filter, filter)) return {}
  const row: NamedFilter = { id: known?.id ?? newId('filter'), name, filter }
  return { filters: { put: [{ row }] } }
}

export const removeFilter = (document: PlanDocument, filterId: string): Change => {
  mustFind(document.filters, filterId, 'named filter')
  return { filters: { remove: [filterId] } }
}

/** A blank name, and one that another view has, changes nothing. */
export const renameView = (document: PlanDocument, viewId: string, given: string): Change => {
  const view = mustFind(document.views, viewId, 'named view')
  const name = given.trim()
  if (name === '' || document.views.some((other) => other.name === name)) return {}
  return { views: { put: [{ row: { ...view, name } }] } }
}

/** Keeps how the graph looks under a name, last in the order of presenting; one of that name is replaced where it is. */
export const nameView = (
  document: PlanDocument, given: string, settings: GraphSettings, place: GraphPlace | null, newId: NewId,
): Change => {
  const name = given.trim()
  if (name === '') return {}
  const known = document.views.find((row) => row.name === name)
  const row: NamedView = { id: known?.id ?? newId('view'), name, settings, place }
  return known && sameValue(known, row) ? {} : { views: { put: [{ row }] } }
}

export const removeView = (document: PlanDocument, viewId: string): Change => {
  mustFind(document.views, viewId, 'named view')
  return { views: { remove: [viewId] } }
}

/** Puts a view at another place in the order of presenting; `at` counts from 0 and is kept within the list. */
export const moveView = (document: PlanDocument, viewId: string, at: number): Change => {
  const row = mustFind(document.views, viewId, 'named view')
  const place = Math.max(0, Math.min(document.views.length - 1, at))
  if (document.views[place] === row) return {}
  return { views: { remove: [viewId], put: [{ row, at: place }] } }
}
