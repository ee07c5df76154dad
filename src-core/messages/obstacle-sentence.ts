import type { Obstacle } from '../planning/proposal'
import type { PlanDocument } from '../plan/plan-document'
import type { Language, Translate } from './translator'

/** Why a group found no wave. */
export const obstacleSentence = (
  _t: Translate,
  _language: Language,
  _document: PlanDocument,
  _obstacle: Obstacle,
): string => {
  throw new Error('not written yet')
}
