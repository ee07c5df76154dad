import type { Change } from '../change'
import { activeScenario, type MoveGroup, type PlanDocument } from '../plan-document'
import { patchBetween } from '../row-patch'
import type { Wave } from '../wave'
import { mustFindGroups, mustHaveWave } from './find-rows'

/** Whole groups to a wave; null takes them out of the plan. */
export const moveGroups = (document: PlanDocument, groupIds: readonly string[], waveId: string | null): Change => {
  const scenario = activeScenario(document)
  mustHaveWave(scenario, waveId)
  const moving = mustFindGroups(scenario, groupIds).filter((group) => group.waveId !== waveId)
  if (moving.length === 0) return {}
  return { scenarioId: scenario.id, groups: { put: moving.map((group) => ({ row: { ...group, waveId } })) } }
}

/** Accepts a proposal: its waves (one with the id of an existing wave takes its place), and a wave for every group. */
export const placeGroups = (
  document: PlanDocument, placements: ReadonlyMap<string, string | null>, newWaves: readonly Wave[],
): Change => {
  const scenario = activeScenario(document)
  const given = new Set(newWaves.map((wave) => wave.id))
  const kept = scenario.waves.filter((wave) => !given.has(wave.id))
  const waves = [...kept, ...newWaves].sort((a, b) => a.number - b.number)
  const waveIds = new Set<string | null>([null, ...waves.map((wave) => wave.id)])
  const put = mustFindGroups(scenario, [...placements.keys()]).flatMap((group): { row: MoveGroup }[] => {
    const waveId = placements.get(group.id) ?? null
    if (!waveIds.has(waveId)) throw new Error(`The proposal has no wave ${waveId}`)
    return waveId === group.waveId ? [] : [{ row: { ...group, waveId } }]
  })
  const wavePatch = newWaves.length > 0 ? patchBetween(scenario.waves, waves) : undefined
  if (!wavePatch && put.length === 0) return {}
  return {
    scenarioId: scenario.id,
    ...(wavePatch ? { waves: wavePatch } : {}),
    ...(put.length > 0 ? { groups: { put } } : {}),
  }
}
