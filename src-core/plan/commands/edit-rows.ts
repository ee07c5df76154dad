import type { Dependency } from '../../estate/dependency'
import type { Item } from '../../estate/item'
import type { NewId } from '../../ids'
import type { Change } from '../change'
import type { PlanDocument } from '../plan-document'
import { addDependencies, addItems } from './add-rows'
import { editDependencyRows, type DependencyEdit } from './edit-dependencies'
import { editInOneStep } from './edit-in-one-step'
import { editItemRows, type ItemEdit } from './edit-items'
import { assignGroups, assignWaves } from './edit-placing'

/** What one act on the table of items does: typing, filling, clearing or pasting. `groups` and `waves` may name new items. */
export type ItemTableEdits = {
  readonly added: readonly Item[]
  readonly fields: readonly ItemEdit[]
  readonly groups: ReadonlyMap<string, string | null>
  readonly waves: ReadonlyMap<string, string | null>
}

/** All of it as one step: new items, fields, then groups, then the waves of the groups that this makes. */
export const editItemTable = (document: PlanDocument, edits: ItemTableEdits, newId: NewId): Change =>
  editInOneStep(document, [...shapingCommands(edits, newId), ...(edits.waves.size > 0
    ? [(plan: PlanDocument) => assignWaves(plan, edits.waves)]
    : [])])

/** What comes before the waves: it decides which groups these move. */
export const shapingCommands = (
  edits: ItemTableEdits, newId: NewId,
): readonly ((document: PlanDocument) => Change)[] => [
  ...(edits.added.length > 0 ? [(plan: PlanDocument) => addItems(plan, edits.added, newId)] : []),
  ...(edits.fields.length > 0 ? [(plan: PlanDocument) => editItemRows(plan, edits.fields, newId)] : []),
  ...(edits.groups.size > 0 ? [(plan: PlanDocument) => assignGroups(plan, edits.groups, newId)] : []),
]

export type DependencyTableEdits = {
  readonly added: readonly Dependency[]
  readonly fields: readonly DependencyEdit[]
}

export const editDependencyTable = (document: PlanDocument, edits: DependencyTableEdits, newId: NewId): Change =>
  editInOneStep(document, [
    ...(edits.added.length > 0 ? [(plan: PlanDocument) => addDependencies(plan, edits.added, newId)] : []),
    ...(edits.fields.length > 0 ? [(plan: PlanDocument) => editDependencyRows(plan, edits.fields, newId)] : []),
  ])
