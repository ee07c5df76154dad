import { lookup } from '@core/plan/lookup'
import { activeScenario } from '@core/plan/plan-document'
import type { PlanDocument } from '@core/plan/plan-document'
import { isSettled } from '@core/plan/wave'
import type { PlanMoves } from './propose-run'

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

/** Groups that a proposal leaves alone because their wave is a fact. */
export const settledGroups = (document: PlanDocument): number => {
  const { groups, waves } = activeScenario(document)
  const settled = new Set(waves.filter(isSettled).map((wave) => wave.id))
  return groups.filter(({ waveId }) => waveId !== null && settled.has(waveId)).length
}
