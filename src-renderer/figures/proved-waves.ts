import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import type { PlanBounds, WaveBound } from '@core/planning/plan-bounds'
import { isSettled } from '@core/plan/wave'

/** The last proof that was accepted, with the plan that it holds for. */
let known: { readonly document: PlanDocument; readonly bound: WaveBound } | null = null

/** Remembers what a search has proved of the plan that was accepted: what is computed at idle is weaker. */
export const rememberProof = (document: PlanDocument, { waves }: PlanBounds): void => {
  const isForAllWaves = !activeScenario(document).waves.some(isSettled)
  known = waves.argument === 'search' && isForAllWaves ? { document, bound: waves } : null
}

/** Nothing that the proof rests on has changed: only where groups lie. */
const isSameQuestion = (a: PlanDocument, b: PlanDocument): boolean => {
  const [was, is] = [activeScenario(a), activeScenario(b)]
  if (a.estate.items !== b.estate.items || a.estate.dependencies !== b.estate.dependencies) return false
  if (was.rules !== is.rules || was.freezeWindows !== is.freezeWindows || was.waves !== is.waves) return false
  if (was.groups === is.groups) return true
  const itemsOf = new Map(was.groups.map(({ id, itemIds }) => [id, itemIds]))
  return was.groups.length === is.groups.length && is.groups.every(({ id, itemIds }) => itemsOf.get(id) === itemIds)
}

/** The proved least number of waves, as long as it holds for this plan; null where nothing is proved. */
export const provedWaves = (document: PlanDocument): WaveBound | null =>
  known && isSameQuestion(known.document, document) ? known.bound : null
