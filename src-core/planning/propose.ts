import type { PlanDocument } from '../plan/plan-document'
import type { Proposal, ProposeControl, ProposeOptions } from './proposal'

/**
 * Fills the waves of the active scenario without a hard violation, as far as it finds a way. Settled waves are not
 * touched. The same document, options (without `seconds`) and seed give the same proposal.
 */
export const propose = (_document: PlanDocument, _options: ProposeOptions, _control: ProposeControl): Proposal => {
  throw new Error('not written yet')
}
