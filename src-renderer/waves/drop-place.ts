import { canReorderWave } from '@core/plan/commands'
import { activeScenario } from '@core/plan/plan-document'
import type { PlanDocument } from '@core/plan/plan-document'

/** The place among the waves that a wave gets when it is dropped before or after another one; null where it stays. */
export const indexAfterDrop = (from: number, over: number, side: string | null): number | null => {
  const gap = side === 'after' ? over + 1 : over
  const index = gap > from ? gap - 1 : gap
  return index === from ? null : index
}

/**
 * The place among the waves that a wave gets when it is dropped on that side of another one; null where it stays, or a
 * settled wave would get another number or other dates.
 */
export const placeOfWaveDrop = (document: PlanDocument, waveId: string, overId: string, side: string | null): number | null => {
  const { waves } = activeScenario(document)
  const from = waves.findIndex(({ id }) => id === waveId)
  const over = waves.findIndex(({ id }) => id === overId)
  if (from === -1 || over === -1) return null
  const place = indexAfterDrop(from, over, side)
  return place !== null && canReorderWave(document, waveId, place) ? place : null
}
