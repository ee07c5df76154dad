import type { NewId } from '../ids'
import type { PlanDocument } from '../plan/plan-document'
import { acceptImport } from './accept-import'
import { compareImport, type ComparedImport, type CompareOptions } from './compare-import'
import type { ImportedWorkbook } from './imported-workbook'

/** An import over the open plan with every change that loses nothing taken, and none of the others. */
export const importOver = (
  open: PlanDocument, imported: ImportedWorkbook, newId: NewId, options: CompareOptions = { way: 'newer' },
): { readonly document: PlanDocument; readonly compared: ComparedImport } => {
  const compared = compareImport(open, imported, options)
  return { compared, document: acceptImport(compared, (row) => row.suggested, newId) }
}
