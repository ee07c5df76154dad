import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { MovePreview } from '@core/violations/preview-move'
import { unplannedKey } from './board-model'
import type { LaneKey, SortOrder } from './board-model'
import type { Cursor } from './board-walk'

export type CardsDrag = {
  readonly kind: 'cards'
  readonly itemIds: readonly string[]
  /** What dropping would do, by lane; null until it is computed, once a drag. */
  readonly previews: ReadonlyMap<LaneKey, MovePreview> | null
  readonly overLane: LaneKey | null
  /** The group that a drop would put the cards into: of the card under the pointer, while Alt is held. */
  readonly joinGroupId: string | null
}

export type WaveDrag = {
  readonly kind: 'wave'
  readonly waveId: string
  /** Where the wave would go among the waves; null: nowhere. */
  readonly toIndex: number | null
}

export type Drag = CardsDrag | WaveDrag

export type MenuPlace = { readonly x: number; readonly y: number; readonly cursor: Cursor }

/** Passing state of the board: outlives leaving the view, and is forgotten with the plan. */
export type BoardState = {
  readonly cursor: Cursor
  /** Where a range by Shift begins. */
  readonly anchor: string | null
  /** Counts wishes to have the keyboard at the cursor; the row that is there takes it. */
  readonly focusTurn: number
  /** Whether the last wish was for the keyboard, or only to see the cursor. */
  readonly takesKeyboard: boolean
  readonly rowByLane: ReadonlyMap<LaneKey, string | null>
  readonly openGroupIds: ReadonlySet<string>
  readonly filter: string
  readonly sort: SortOrder
  readonly drag: Drag | null
  readonly menu: MenuPlace | null
  readonly editingWaveId: string | null
  /** Items that were cut and wait to be pasted. */
  readonly cut: readonly string[]
  /** Where the board and its lanes are scrolled to, in pixels. */
  readonly scroll: Map<LaneKey | 'board', number>
}

/** One and the same, so that a board that is laid out with nothing open need not be laid out again. */
export const nothingOpen: ReadonlySet<string> = new Set()

const initial = (): BoardState => ({
  cursor: { lane: unplannedKey, row: null },
  anchor: null,
  focusTurn: 0,
  takesKeyboard: true,
  rowByLane: new Map(),
  openGroupIds: nothingOpen,
  filter: '',
  sort: 'name',
  drag: null,
  menu: null,
  editingWaveId: null,
  cut: [],
  scroll: new Map(),
})

export const boardStore = createStore<BoardState>()(initial)

export const useBoardState = <T>(selector: (state: BoardState) => T): T => useStore(boardStore, selector)

let shownPlanId: string | null = null

/** Another plan: nothing of the last one is open, filtered or half dragged. Wishes for the keyboard count on. */
export const startBoard = (planId: string): void => {
  const { sort, focusTurn } = boardStore.getState()
  if (shownPlanId !== planId) boardStore.setState({ ...initial(), sort, focusTurn })
  shownPlanId = planId
}

export const isAt = (cursor: Cursor, lane: LaneKey, row: string | null): boolean =>
  cursor.lane === lane && cursor.row === row

/** Moves the one tab stop. With `focus` the keyboard follows, and the board scrolls there. */
export const setCursor = (cursor: Cursor, focus: boolean): void =>
  boardStore.setState((state) => ({
    cursor,
    rowByLane: new Map(state.rowByLane).set(cursor.lane, cursor.row),
    focusTurn: focus ? state.focusTurn + 1 : state.focusTurn,
    takesKeyboard: true,
  }))

export const wantFocus = (): void =>
  boardStore.setState((state) => ({ focusTurn: state.focusTurn + 1, takesKeyboard: true }))

/** Moves the cursor and the board to it. The keyboard follows from the board and from nowhere, and stays where it is elsewhere. */
export const showCursor = (cursor: Cursor): void => {
  const { activeElement, body } = document
  const isElsewhere = activeElement !== null && activeElement !== body && activeElement.closest('[data-row]') === null
  setCursor(cursor, true)
  boardStore.setState({ takesKeyboard: !isElsewhere })
}

export const setAnchor = (anchor: string | null): void => boardStore.setState({ anchor })

export const toggleOpen = (groupId: string): void =>
  boardStore.setState(({ openGroupIds }) => {
    const next = new Set(openGroupIds)
    if (!next.delete(groupId)) next.add(groupId)
    return { openGroupIds: next }
  })

export const setFilter = (filter: string): void => boardStore.setState({ filter })
export const setSort = (sort: SortOrder): void => boardStore.setState({ sort })
export const setDrag = (drag: Drag | null): void => boardStore.setState({ drag })
export const openMenu = (menu: MenuPlace | null): void => boardStore.setState({ menu })
export const editWaveOf = (waveId: string | null): void => boardStore.setState({ editingWaveId: waveId })
export const setCut = (itemIds: readonly string[]): void => boardStore.setState({ cut: itemIds })

/** Changes the drag of cards that is under way; nothing when none is. */
export const updateCardsDrag = (change: Partial<Omit<CardsDrag, 'kind'>>): void =>
  boardStore.setState(({ drag }) => (drag?.kind === 'cards' ? { drag: { ...drag, ...change } } : {}))
