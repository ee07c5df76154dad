import { mergeGroups, moveGroups } from '../../plan/commands'
import { addWave } from '../../plan/commands/edit-waves'
import { joinItems } from '../../plan/commands/shape-groups'
import { addDays, dayNumber } from '../../plan/dates'
import type { StepLabel } from '../../plan/history'
import { activeScenario, type MoveGroup, type PlanDocument } from '../../plan/plan-document'
import { isSettled, type Wave } from '../../plan/wave'
import { type MovePreview, previewMove } from '../preview-move'
import { type Candidate, type Case, inSequence, isInSettledWave, ranks } from './candidate'

/** How many targets of a move are worth trying for good. */
const targetsTried = 3

const cheapestFirst = (a: MovePreview, b: MovePreview): number => a.hard - b.hard || a.bridgePrice - b.bridgePrice

const waveAt = (document: PlanDocument, waveId: string | null): Wave | undefined =>
  activeScenario(document).waves.find(({ id }) => id === waveId)

/** Targets that make the plan better, the best first; the preview says so without a plan being made. */
const targetsFor = (document: PlanDocument, groups: readonly MoveGroup[], isWarning: boolean): readonly MovePreview[] =>
  previewMove(document, groups.flatMap(({ itemIds }) => itemIds))
    .filter(({ waveId, hard, warnings }) => waveId !== null && (isWarning ? hard <= 0 && warnings < 0 : hard < 0))
    .toSorted(cheapestFirst)
    .slice(0, targetsTried)

const moveLabel = (groups: readonly MoveGroup[], wave: number): StepLabel =>
  groups.length === 1
    ? { key: 'violations.fixMove', params: { group: groups[0]!.name, wave } }
    : { key: 'violations.fixMoveSeveral', params: { count: groups.length, wave } }

/** These groups, together, to the waves that mend most. */
export const movesOf = ({ document, violation }: Case, groups: readonly MoveGroup[]): readonly Candidate[] => {
  if (groups.length === 0) return []
  const isStuck = groups.some((group) => isInSettledWave(document, group))
  return targetsFor(document, groups, violation.severity === 'warning').map(({ waveId, bridgePrice }) => {
    const wave = waveAt(document, waveId)
    const settled = isStuck || (wave !== undefined && isSettled(wave))
    return {
      rank: settled ? ranks.settled : groups.length === 1 ? ranks.move : ranks.moveSeveral,
      cost: bridgePrice,
      label: moveLabel(groups, wave?.number ?? 0),
      change: () => moveGroups(document, groups.map(({ id }) => id), waveId),
    }
  })
}

/** Each of the groups by itself, and all of them together. */
export const movesOfEach = (problem: Case): readonly Candidate[] => [
  ...problem.groups.slice(0, 6).flatMap((group) => movesOf(problem, [group])),
  ...(problem.groups.length > 1 ? movesOf(problem, problem.groups) : []),
]

const afterLast = (last: Wave | undefined): Pick<Wave, 'start' | 'end'> => {
  if (!last?.start || !last.end) return {}
  const start = addDays(last.end, 1)
  return { start, end: addDays(start, Math.max(0, dayNumber(last.end) - dayNumber(last.start))) }
}

/** These groups into a wave of their own after all others. */
export const newWaveFor = ({ document, newId }: Case, groups: readonly MoveGroup[]): readonly Candidate[] => {
  if (groups.length === 0) return []
  const fields = afterLast(activeScenario(document).waves.at(-1))
  const isStuck = groups.some((group) => isInSettledWave(document, group))
  return [{
    rank: isStuck ? ranks.settled : ranks.newWave,
    cost: groups.length,
    label: groups.length === 1
      ? { key: 'violations.fixNewWave', params: { group: groups[0]!.name } }
      : { key: 'violations.fixNewWaveSeveral', params: { count: groups.length } },
    change: () => inSequence(document, [
      (current) => addWave(current, newId, fields),
      (current) => moveGroups(current, groups.map(({ id }) => id), activeScenario(current).waves.at(-1)?.id ?? null),
    ]),
  }]
}

const mergedAt = ({ document, groups, newId }: Case, wave: Wave | null): Candidate => ({
  rank: ranks.shape,
  cost: wave ? 1 : 0,
  label: wave
    ? { key: 'violations.fixMergeIn', params: { group: groups[0]!.name, other: groups[1]!.name, wave: wave.number } }
    : { key: 'violations.fixMerge', params: { group: groups[0]!.name, other: groups[1]!.name } },
  change: () => {
    const ids = groups.map(({ id }) => id)
    if (!wave) return mergeGroups(document, ids, newId)
    return inSequence(document, [
      (current) => mergeGroups(current, ids, newId),
      (current) => {
        const merged = activeScenario(current).groups.find(({ itemIds }) => itemIds.includes(groups[0]!.itemIds[0]!))
        return merged ? moveGroups(current, [merged.id], wave.id) : {}
      },
    ])
  },
})

/** Both groups made one, where most of them is or in any other wave. */
export const mergesOf = (problem: Case): readonly Candidate[] => {
  if (problem.groups.length !== 2) return []
  const { waves } = activeScenario(problem.document)
  const open = waves.filter((wave) => !isSettled(wave)).slice(0, 12)
  return [mergedAt(problem, null), ...open.map((wave) => mergedAt(problem, wave))]
}

/** One of the two items into the other one's group. */
export const joinsOf = ({ document, violation, groups }: Case): readonly Candidate[] =>
  violation.itemIds.flatMap((itemId): Candidate[] => {
    const target = groups.find(({ itemIds }) => !itemIds.includes(itemId))
    const item = document.estate.items.find(({ id }) => id === itemId)
    if (!target || !item) return []
    return [{
      rank: ranks.shape,
      cost: 0.5,
      label: { key: 'violations.fixJoin', params: { item: item.name, group: target.name } },
      change: () => joinItems(document, [itemId], target.id),
    }]
  })

/** Out of the plan: it mends nothing for good, so it is never the only one offered. */
export const unplansOf = ({ document, groups }: Case): readonly Candidate[] =>
  groups.slice(0, 6).filter(({ waveId }) => waveId !== null).map((group) => ({
    rank: isInSettledWave(document, group) ? ranks.unplan + ranks.settled : ranks.unplan,
    cost: group.itemIds.length,
    label: { key: 'violations.fixUnplan', params: { group: group.name } },
    change: () => moveGroups(document, [group.id], null),
  }))
