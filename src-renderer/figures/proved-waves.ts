import type { PlanDocument } from '@core/plan/plan-document'
import type { PlanBounds, WaveBound } from '@core/planning/plan-bounds'
import { haveSameBounds } from '@core/planning/same-bounds'

/** The last proof that was accepted, with the plan that it holds for. */
let known: { readonly document: PlanDocument; readonly bound: WaveBound } | null = null

/** Remembers what a search has proved of the plan that was accepted: what is computed at idle is weaker. */
export const rememberProof = (document: PlanDocument, { waves }: PlanBounds): void => {
  known = waves.argument === 'search' ? { document, bound: waves } : null
}

/** The proved least number of waves, as long as it holds for this plan; null where nothing is proved. */
export const provedWaves = (document: PlanDocument): WaveBound | null =>
  known && haveSameBounds(known.document, document) ? known.bound : null
