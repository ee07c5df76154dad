import type { NewId } from '../ids'
import type { Change } from '../plan/change'
import type { StepLabel } from '../plan/history'
import type { PlanDocument } from '../plan/plan-document'
import type { Violation } from './violation'

/** A change that removes a violation without adding a hard one, and what to call it. */
export type Fix = { readonly label: StepLabel; readonly change: Change }

/** The fixes for one violation of `document`, the smallest change first. Each was tried before it is offered. */
export const fixesFor = (_document: PlanDocument, _violation: Violation, _newId: NewId): readonly Fix[] => {
  throw new Error('not written yet')
}
