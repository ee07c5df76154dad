import type { Applied, Change } from './change'
import type { PlanDocument } from './plan-document'

/**
 * The document after a change, and the change that takes it back exactly, order of rows included. Rows, lists and
 * scenarios that the change does not touch keep their identity, so that a store writes only what is new.
 * Throws when the change names a scenario or removes a row that is not there: that is a bug, not a choice of the user.
 */
export const applyChange = (_document: PlanDocument, _change: Change): Applied => {
  throw new Error('not written yet')
}
