import { useDeferredValue, useMemo } from 'react'
import type { Evaluation } from '@core/violations/evaluation'
import type { Estate } from '@core/estate/estate'
import { lookup, type PlanLookup } from '@core/plan/lookup'
import type { PlanDocument, Scenario } from '@core/plan/plan-document'
import { translationFor, useTranslate } from '../i18n/use-translate'
import { useEvaluation, useLookup, usePlanDocument } from '../stores/plan-store'
import { preferencesStore } from '../stores/preferences-store'
import { buildBoard, createNameRanker } from './board-model'
import type { Board, SortOrder } from './board-model'
import { boardStore, nothingOpen, useBoardState } from './board-state'

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

type Shown = {
  readonly estate: Estate
  readonly scenario: Scenario
  readonly itemById: PlanLookup['itemById']
  readonly collator: Intl.Collator
  readonly sort: SortOrder
  readonly openGroupIds: ReadonlySet<string>
  /** Lower case, trimmed. */
  readonly filter: string
  /** null where nothing is sorted by it. */
  readonly weights: Evaluation | null
}

const makeBoard = ({ estate, scenario, itemById, collator, sort, openGroupIds, filter, weights }: Shown): Board => {
  const nameRank = rankerOf(collator)(scenario.groups.map((group) => group.name))
  const violationWeight = (groupId: string): number => (weights ? weightOf(weights, groupId) : 0)
  return buildBoard(estate, scenario, itemById, { sort, filter, openGroupIds, nameRank, violationWeight })
}

let last: { readonly shown: Shown; readonly board: Board } | null = null

const isSame = (a: Shown, b: Shown): boolean => (Object.keys(a) as (keyof Shown)[]).every((key) => a[key] === b[key])

/** The board that was made last is found again: by a view that comes back, and by one for which it was made ahead. */
const boardOf = (shown: Shown): Board => {
  const board = last && isSame(last.shown, shown) ? last.board : makeBoard(shown)
  last = { shown, board }
  return board
}

/** Makes the board of a plan that may be opened next, as it will be shown then. */
export const makeBoardAhead = (document: PlanDocument): void => {
  const { scenario, itemById } = lookup(document)
  const { collator } = translationFor(preferencesStore.getState().language)
  const { sort } = boardStore.getState()
  boardOf({ estate: document.estate, scenario, itemById, collator, sort, openGroupIds: nothingOpen, filter: '', weights: null })
}

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
  return useMemo(
    () => boardOf({ estate, scenario, itemById, collator, sort, openGroupIds, filter, weights }),
    [estate, scenario, itemById, collator, sort, openGroupIds, filter, weights],
  )
}
