import { lookup } from '@core/plan/lookup'
import { activeScenario } from '@core/plan/plan-document'
import type { PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import { isSettled } from '@core/plan/wave'
import type { PlanFigures, PlanMoves, WaveLoadFigure } from './propose-run'

export const planFigures = (document: PlanDocument): PlanFigures => {
  const { groups, waves } = activeScenario(document)
  const { hard, warnings, bridges } = evaluate(document)
  const known = new Set(waves.map((wave) => wave.id))
  const used = new Set(groups.flatMap(({ waveId }) => (waveId !== null && known.has(waveId) ? [waveId] : [])))
  return {
    waves: used.size,
    hard,
    warnings,
    bridges: bridges.count,
    bridgePrice: bridges.price,
    unplaced: groups.filter(({ waveId }) => waveId === null).length,
  }
}

/** What the placements of a proposal change for the groups of the plan it was made for. */
export const planMoves = (document: PlanDocument, placements: ReadonlyMap<string, string | null>): PlanMoves => {
  const { groupById } = lookup(document)
  const changes = [...placements].map(([groupId, to]) => ({ from: groupById.get(groupId)?.waveId ?? null, to }))
  const counted = (isIt: (from: string | null, to: string | null) => boolean): number =>
    changes.filter(({ from, to }) => from !== to && isIt(from, to)).length
  return {
    moved: counted((from, to) => from !== null && to !== null),
    planned: counted((from) => from === null),
    takenOut: counted((_, to) => to === null),
  }
}

/** What lies in each wave, in order. */
export const waveLoads = (document: PlanDocument): readonly WaveLoadFigure[] => {
  const { loadByWaveId } = evaluate(document)
  return activeScenario(document).waves.map(({ id, number, capacity }) =>
    ({ number, effort: loadByWaveId.get(id)?.effort ?? 0, capacity: capacity ?? null }))
}

/** Groups that a proposal leaves alone because their wave is a fact. */
export const settledGroups = (document: PlanDocument): number => {
  const { groups, waves } = activeScenario(document)
  const settled = new Set(waves.filter(isSettled).map((wave) => wave.id))
  return groups.filter(({ waveId }) => waveId !== null && settled.has(waveId)).length
}
