import type { PlanDocument } from '../plan/plan-document'
import type { Violation } from '../violations/violation'
import type { Language, Translate } from './translator'

/** What is wrong, as a person would say it: names, wave numbers, figures and dates in the language. */
export const violationSentence = (
  _t: Translate,
  _language: Language,
  _document: PlanDocument,
  _violation: Violation,
): string => {
  throw new Error('not written yet')
}
