import { useDeferredValue, useMemo } from 'react'
import type { Evaluation } from '@core/violations/evaluation'
import { useTranslate } from '../i18n/use-translate'
import { useEvaluation, useLookup, usePlanDocument } from '../stores/plan-store'
import { buildBoard, createNameRanker } from './board-model'
import type { Board } from './board-model'
import { useBoardState } from './board-state'

const rankers = new WeakMap<Intl.Collator, ReturnType<typeof createNameRanker>>()

const rankerOf = (collator: Intl.Collator): ReturnType<typeof createNameRanker> => {
  const known = rankers.get(collator)
  if (known) return known
  const made = createNameRanker((a, b) => collator.compare(a, b))
  rankers.set(collator, made)
  return made
}

/** A hard violation outweighs any number of warnings that a group is likely to have. */
const weightOf = (evaluation: Evaluation, groupId: string): number =>
  (evaluation.violationsByGroupId.get(groupId) ?? []).reduce(
    (sum, { severity }) => sum + (severity === 'hard' ? 10_000 : 1), 0)

/** The board as it is to be shown: built again when the plan, the filter, the order or what is open changes. */
export const useBoard = (): Board => {
  const { estate } = usePlanDocument()
  const { scenario, itemById } = useLookup()
  const evaluation = useEvaluation()
  const { collator } = useTranslate()
  const sort = useBoardState((state) => state.sort)
  const openGroupIds = useBoardState((state) => state.openGroupIds)
  const filter = useDeferredValue(useBoardState((state) => state.filter)).trim().toLowerCase()
  const weights = sort === 'violations' ? evaluation : null
  return useMemo(() => {
    const nameRank = rankerOf(collator)(scenario.groups.map((group) => group.name))
    const violationWeight = (groupId: string): number => (weights ? weightOf(weights, groupId) : 0)
    return buildBoard(estate, scenario, itemById, { sort, filter, openGroupIds, nameRank, violationWeight })
  }, [estate, scenario, itemById, collator, sort, filter, openGroupIds, weights])
}
