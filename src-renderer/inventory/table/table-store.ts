import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { formatLayout, parseLayout } from './table-layout'
import type { TableLayout } from './table-layout'
import type { TableView } from './table-lines'

/** A cell by what is in it, so that it stays the same cell when lines and columns change places. */
export type CellKey = { readonly line: string; readonly field: string }

export type Editing = {
  readonly cell: CellKey
  /** null: what the cell holds; otherwise what was typed over it. */
  readonly typed: string | null
  readonly isListOpen: boolean
}

/** The line at the end in which a new row is written: its texts by field. */
export type Draft = Readonly<Record<string, string>>

export const draftLine = 'draft'

/** Passing state of one table: it outlives looking at another view, and goes with the plan. */
export type TableState = {
  readonly planId: string | null
  readonly view: TableView
  /** Counts how often the rows were asked to be sorted and filtered again. */
  readonly turn: number
  /** Where typing goes. It is a corner of the range, or walks within it. */
  readonly cursor: CellKey | null
  /** Counts the requests to bring the cursor into sight. */
  readonly revealTurn: number
  /** The last request of another view that was answered. */
  readonly seenRequest: number
  /** The corner of the range from which it was extended, and the one that moves. */
  readonly base: CellKey | null
  readonly extent: CellKey | null
  readonly editing: Editing | null
  readonly draft: Draft | null
  /** After Escape the tab key leads out of the table; otherwise to the next cell, as in Excel. */
  readonly isLeaving: boolean
  readonly menu: { readonly type: 'column' | 'cell' | 'columns' | 'keys' | 'set-field'; readonly field?: string; readonly x: number; readonly y: number } | null
  /** Cells that could not be taken, until somebody decides; what is in it is the affair of the acts. */
  readonly problems: unknown
  readonly layout: TableLayout
}

export type TableStore = StoreApi<TableState>

const storageKey = (id: string): string => `wavewright-table-${id}`

/** Widths and order of columns are a convenience of this machine: losing them loses nothing of the plan. */
const storedLayout = (id: string): TableLayout =>
  typeof localStorage === 'undefined' ? [] : parseLayout(localStorage.getItem(storageKey(id)))

const fresh = (planId: string | null, view: TableView): Omit<TableState, 'layout'> => ({
  planId, view, turn: 0, cursor: null, revealTurn: 0, seenRequest: 0, base: null, extent: null, editing: null, draft: null, isLeaving: false, menu: null, problems: null,
})

/** Where a table was left, in pixels. Apart from the state: nothing else hangs on it, and it changes all the time. */
export type TableScroll = { readonly top: number; readonly left: number }
const scrolls = new WeakMap<TableStore, TableScroll>()
export const scrollOf = (store: TableStore): TableScroll => scrolls.get(store) ?? { top: 0, left: 0 }
export const rememberScroll = (store: TableStore, scroll: TableScroll): void => void scrolls.set(store, scroll)

const stores = new Map<string, TableStore>()

/** The table's state for this plan; that of another plan is forgotten, but for the columns. */
export const tableStore = (id: string, planId: string, startView: TableView): TableStore => {
  const known = stores.get(id)
  if (known) {
    if (known.getState().planId !== planId) {
      known.setState(fresh(planId, startView))
      rememberScroll(known, { top: 0, left: 0 })
    }
    return known
  }
  const made = createStore<TableState>()(() => ({ ...fresh(planId, startView), layout: storedLayout(id) }))
  stores.set(id, made)
  return made
}

export const rememberLayout = (id: string, store: TableStore, layout: TableLayout): void => {
  const before = store.getState().layout
  const text = formatLayout(layout, before)
  store.setState({ layout: parseLayout(text) })
  if (typeof localStorage !== 'undefined') localStorage.setItem(storageKey(id), text)
}

/** Back to how the columns were at first. */
export const forgetLayout = (id: string, store: TableStore): void => {
  store.setState({ layout: [] })
  if (typeof localStorage !== 'undefined') localStorage.removeItem(storageKey(id))
}

/** Looks at the rows in another way: they are sorted and filtered anew. */
export const setView = (store: TableStore, change: Partial<TableView>): void =>
  store.setState((state) => ({ view: { ...state.view, ...change }, turn: state.turn + 1, base: state.cursor, extent: state.cursor }))
