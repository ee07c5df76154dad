import type { Language } from '../messages/translator'
import type { PlanDocument } from '../plan/plan-document'
import type { WorkbookModel } from './workbook-model'

export type ExportOptions = {
  /** Of headings, sheet names and fixed values; English when absent. */
  readonly language?: Language
  /** Only this supplier's scope, redacted (DESIGN 1, point 6). */
  readonly supplier?: string
}

/** The active scenario as the sheets of DESIGN 5; importing them gives the same plan again. */
export const documentToSheets = (_document: PlanDocument, _options: ExportOptions = {}): WorkbookModel => {
  throw new Error('not written yet')
}
