import { appendWave, dropWave, moveWave, waveIndex } from './board-commands'
import { askWhereTo, cutAt, pasteInto, pick, pickLane, rowAtCursor, unplanAt } from './board-actions'
import type { Board } from './board-model'
import { boardStore, editWaveOf, openMenu, setAnchor, setCursor, setCut, toggleOpen } from './board-state'
import { walk } from './board-walk'
import type { Cursor, Step } from './board-walk'

export type BoardKey = {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** Where the element lies that has the keyboard, for a menu beside it. */
  readonly at: { readonly x: number; readonly y: number }
}

const page = 8

const stepOf = ({ key, ctrl }: BoardKey): Step | null => {
  switch (key) {
    case 'ArrowUp': return 'up'
    case 'ArrowDown': return 'down'
    case 'ArrowLeft': return 'left'
    case 'ArrowRight': return 'right'
    case 'PageUp': return 'page-up'
    case 'PageDown': return 'page-down'
    case 'Home': return ctrl ? 'board-start' : 'lane-start'
    case 'End': return ctrl ? 'board-end' : 'lane-end'
    default: return null
  }
}

const stepTo = (board: Board, step: Step, shift: boolean): void => {
  const { cursor, rowByLane, anchor } = boardStore.getState()
  const next = walk(board, cursor, step, { page, rowByLane })
  if (shift && anchor === null) setAnchor(cursor.row)
  setCursor(next, true)
  const lane = board.laneByKey.get(next.lane)
  const row = rowAtCursor(board, next)
  if (shift && lane && row && next.lane === cursor.lane) pick(lane, row, 'range')
}

const onWave = (board: Board, cursor: Cursor, { key, alt }: BoardKey): boolean => {
  const wave = board.laneByKey.get(cursor.lane)?.wave
  if (!wave || cursor.row !== null) return false
  if (alt && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    moveWave(wave, waveIndex(wave) + (key === 'ArrowLeft' ? -1 : 1))
    setCursor(cursor, true)
    return true
  }
  if (key === 'Enter' || key === 'F2') editWaveOf(wave.id)
  else if (key === 'Delete') dropWave(wave)
  else return false
  return true
}

const onRow = (board: Board, cursor: Cursor, pressed: BoardKey): boolean => {
  const lane = board.laneByKey.get(cursor.lane)
  const row = rowAtCursor(board, cursor)
  if (!lane || !row) return false
  switch (pressed.key) {
    case ' ': pick(lane, row, pressed.shift ? 'range' : 'toggle'); return true
    case 'Enter': {
      if (row.group.itemIds.length > 1) toggleOpen(row.group.id)
      else pick(lane, row, 'replace')
      if (row.type === 'item') setCursor({ lane: lane.key, row: `g:${row.group.id}` }, true)
      return true
    }
    case 'Delete': case 'u': case 'U': unplanAt(board, cursor); return true
    default: return false
  }
}

const onBoard = (board: Board, cursor: Cursor, { key, ctrl, at }: BoardKey): boolean => {
  const lane = board.laneByKey.get(cursor.lane)
  if (ctrl) {
    switch (key.toLowerCase()) {
      case 'a': if (lane) pickLane(lane); return true
      case 'x': cutAt(board, cursor); return true
      case 'v': pasteInto(cursor.lane); return true
      default: return false
    }
  }
  switch (key) {
    case 'm': case 'M': askWhereTo(board, cursor); return true
    case 'Escape': setCut([]); return false
    default: return openMenuByKey(key, cursor, at)
  }
}

const openMenuByKey = (key: string, cursor: Cursor, at: BoardKey['at']): boolean => {
  if (key !== 'ContextMenu') return false
  openMenu({ ...at, cursor })
  return true
}

/** Does what a key means where the keyboard is; false leaves the key to others. */
export const pressKey = (board: Board, pressed: BoardKey): boolean => {
  const { cursor } = boardStore.getState()
  const contextMenu = pressed.key === 'F10' && pressed.shift ? { ...pressed, key: 'ContextMenu' } : pressed
  if (onWave(board, cursor, pressed)) return true
  const step = pressed.alt ? null : stepOf(pressed)
  if (step) {
    stepTo(board, step, pressed.shift)
    return true
  }
  if (!pressed.ctrl && !pressed.alt && onRow(board, cursor, pressed)) return true
  return onBoard(board, cursor, contextMenu)
}

/** Adds a wave, shows it and puts the keyboard on its header. */
export const addWaveAndGo = (): void => setCursor({ lane: appendWave(), row: null }, true)
