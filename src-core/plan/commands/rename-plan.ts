import type { Change } from '../change'
import type { PlanDocument } from '../plan-document'

/** A blank name changes nothing. */
export const renamePlan = (document: PlanDocument, name: string): Change => {
  const planName = name.trim()
  return planName === '' || planName === document.name ? {} : { planName }
}
