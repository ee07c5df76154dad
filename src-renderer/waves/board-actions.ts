import { focusItem, select, showDialog, showView, viewStore } from '../stores/view-store'
import { translationFor } from '../i18n/use-translate'
import { announce } from '../app/announcer'
import { planStore } from '../stores/plan-store'
import { preferencesStore } from '../stores/preferences-store'
import { loadFor, moveTo, whatOf } from './board-commands'
import { waveIdOfLane } from './board-model'
import type { Board, Lane, LaneKey, Row } from './board-model'
import { isRowSelected, laneItemIds, rangeItemIds, rowItemIds, takenAlong } from './board-selection'
import { boardStore, setAnchor, setCut } from './board-state'
import type { Cursor } from './board-walk'

export const rowAtCursor = (board: Board, { lane, row }: Cursor): Row | null => {
  const at = board.laneByKey.get(lane)
  const index = row === null ? undefined : at?.indexByKey.get(row)
  return (index === undefined ? null : at?.rows[index]) ?? null
}

export const selectedIds = (): ReadonlySet<string> => viewStore.getState().selection.itemIds

/** What is selected now, for a screen reader. */
export const saySelection = (): void => {
  const { document } = planStore.getState()
  const { t } = translationFor(preferencesStore.getState().language)
  const load = loadFor(selectedIds())
  if (!document || load.itemIds.length === 0) announce(t('waves.saidSelectedNone'))
  else announce(t('waves.saidSelected', { what: whatOf(t, document, load) }))
}

export type PickMode = 'replace' | 'toggle' | 'range'

/** Selects as lists do everywhere: alone, one more or less, or all from where the last one was. */
export const pick = (lane: Lane, row: Row, mode: PickMode): void => {
  if (mode === 'range') select(rangeItemIds(lane, boardStore.getState().anchor, row.key), 'replace')
  else select(rowItemIds(row), mode)
  if (mode !== 'range') setAnchor(row.key)
  saySelection()
}

export const pickLane = (lane: Lane): void => {
  select(laneItemIds(lane), 'replace')
  saySelection()
}

/** What an action at the cursor is about: the selection where the row is part of it, else the row alone. */
export const takenAtCursor = (board: Board, cursor: Cursor): readonly string[] => {
  const row = rowAtCursor(board, cursor)
  return row ? takenAlong(row, selectedIds()) : [...selectedIds()]
}

/** Opens the list of waves for the row at the cursor, or for the selection it belongs to. */
export const askWhereTo = (board: Board, cursor: Cursor): void => {
  const row = rowAtCursor(board, cursor)
  if (row && !isRowSelected(row, selectedIds())) select(rowItemIds(row), 'replace')
  if (selectedIds().size > 0) showDialog('move-to-wave')
}

export const unplanAt = (board: Board, cursor: Cursor): void => void moveTo(takenAtCursor(board, cursor), null)

export const cutAt = (board: Board, cursor: Cursor): void => {
  const itemIds = takenAtCursor(board, cursor)
  const { document } = planStore.getState()
  if (itemIds.length === 0 || !document) return
  setCut(itemIds)
  const { t } = translationFor(preferencesStore.getState().language)
  announce(t('waves.saidCut', { what: whatOf(t, document, loadFor(itemIds)) }))
}

export const pasteInto = (lane: LaneKey): void => {
  const { cut } = boardStore.getState()
  if (cut.length === 0) return
  moveTo(cut, waveIdOfLane(lane))
  setCut([])
}

export const showInGraph = (row: Row): void => {
  const [first] = rowItemIds(row)
  select(rowItemIds(row), 'replace')
  showView('graph')
  if (first !== undefined) focusItem(first)
}
