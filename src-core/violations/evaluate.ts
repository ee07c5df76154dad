import type { PlanDocument } from '../plan/plan-document'
import type { Evaluation } from './evaluation'

/** Checks the active scenario. The same document gives the same object. */
export const evaluate = (_document: PlanDocument): Evaluation => {
  throw new Error('not written yet')
}
