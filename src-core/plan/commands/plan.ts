import type { Change } from '../change'
import type { PlanDocument } from '../plan-document'

const later = (): never => {
  throw new Error('not written yet')
}

export const renamePlan = (_document: PlanDocument, _name: string): Change => later()
/** An import over an open plan. The document keeps its own id. */
export const replaceContents = (_document: PlanDocument, _next: PlanDocument): Change => later()
