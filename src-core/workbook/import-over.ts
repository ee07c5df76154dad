import type { NewId } from '../ids'
import type { PlanDocument } from '../plan/plan-document'
import type { ImportedWorkbook } from './imported-workbook'

export type FieldChange = { readonly field: string; readonly before: string; readonly after: string }

/** What an import over an open plan would do. Ids are those of the resulting (gone: of the open) plan. */
export type ImportSummary = {
  readonly added: readonly string[]
  readonly gone: readonly { readonly itemId: string; readonly name: string }[]
  readonly changed: readonly { readonly itemId: string; readonly fields: readonly FieldChange[] }[]
  readonly unchanged: number
  readonly dependenciesAdded: number
  readonly dependenciesGone: number
  readonly dependenciesChanged: number
  readonly groupsChanged: number
}

/**
 * A newer inventory over an open plan: items are matched by Id, otherwise by kind and name, and keep their group and wave;
 * waves, rules and freeze windows stay as they are.
 */
export const importOver = (
  _open: PlanDocument,
  _imported: ImportedWorkbook,
  _newId: NewId,
): { document: PlanDocument; summary: ImportSummary } => {
  throw new Error('not written yet')
}
