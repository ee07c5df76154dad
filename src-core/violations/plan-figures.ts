import { activeScenario, type PlanDocument } from '../plan/plan-document'
import { evaluate } from './evaluate'

/** What a plan is judged by: the window, a proposal and the command line show the same. */
export type PlanFigures = {
  /** Waves that hold a group. */
  readonly waves: number
  readonly hard: number
  readonly warnings: number
  readonly bridges: number
  /** Price of all bridges over their time (DESIGN 5, point 9). */
  readonly bridgePrice: number
  /** Groups without a wave. */
  readonly unplaced: number
}

/** Person-days in a wave, and how many it may hold; null: no limit. */
export type WaveLoadFigure = { readonly number: number; readonly effort: number; readonly capacity: number | null }

export const planFigures = (document: PlanDocument): PlanFigures => {
  const { groups, waves } = activeScenario(document)
  const { hard, warnings, bridges } = evaluate(document)
  const known = new Set(waves.map((wave) => wave.id))
  const used = new Set(groups.flatMap(({ waveId }) => (waveId !== null && known.has(waveId) ? [waveId] : [])))
  const unplaced = groups.filter(({ waveId }) => waveId === null).length
  return { waves: used.size, hard, warnings, bridges: bridges.count, bridgePrice: bridges.price, unplaced }
}

/** What lies in each wave, in order. */
export const waveLoads = (document: PlanDocument): readonly WaveLoadFigure[] => {
  const { loadByWaveId } = evaluate(document)
  return activeScenario(document).waves.map(({ id, number, capacity }) =>
    ({ number, effort: loadByWaveId.get(id)?.effort ?? 0, capacity: capacity ?? null }))
}
