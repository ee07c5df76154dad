import type { Dependency } from '../../estate/dependency'
import type { NewId } from '../../ids'
import type { Change } from '../change'
import { lookup } from '../lookup'
import type { PlanDocument } from '../plan-document'
import { sameValue } from '../same-value'
import { findRows, mustHaveItems } from './find-rows'
import { regroupAllAfter } from './regroup'
import { editedRow } from './edited-row'

export type DependencyFields = Partial<Omit<Dependency, 'id' | 'sources'>>

/** What is to be set on one dependency; a field that is undefined is cleared. */
export type DependencyEdit = { readonly dependencyId: string; readonly fields: DependencyFields }

const groupingDependencyFields = ['from', 'to', 'strength', 'order'] as const

/** Different fields for many dependencies as one step, with one regrouping where they bind otherwise than before. */
export const editDependencyRows = (
  document: PlanDocument, edits: readonly DependencyEdit[], newId: NewId,
): Change => {
  const { itemById } = lookup(document)
  const dependencyById = findRows(document.estate.dependencies, edits.map(({ dependencyId }) => dependencyId))
  const rowById = new Map<string, Dependency>()
  for (const { dependencyId, fields } of edits) {
    const row = rowById.get(dependencyId) ?? dependencyById.get(dependencyId)
    if (!row) throw new Error(`The plan has no dependency ${dependencyId}`)
    rowById.set(dependencyId, editedRow(row, fields))
  }
  mustHaveItems(document, itemById, [...rowById.values()].flatMap((row) => [row.from, row.to]))
  const rows = [...rowById.values()].filter((row) => !sameValue(row, dependencyById.get(row.id)))
  if (rows.length === 0) return {}
  const change: Change = { dependencies: { put: rows.map((row) => ({ row })) } }
  const isGrouping = rows.some((row) =>
    groupingDependencyFields.some((field) => dependencyById.get(row.id)?.[field] !== row[field]))
  return isGrouping ? regroupAllAfter(document, change, newId) : change
}
