import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { resetGraphSettings } from './graph-settings-store'

export const views = ['estate', 'graph', 'waves', 'exchange'] as const
export type View = (typeof views)[number]

export type SelectMode = 'replace' | 'toggle' | 'add'

/**
 * Asks the present view to centre an item; `gently`: only to bring it into sight, and the cursor stays where that is seen.
 * `turn` makes the same question twice two questions.
 */
export type FocusRequest = { readonly itemId: string; readonly turn: number; readonly gently: boolean }

export const dialogs = ['rules', 'shortcuts', 'move-to-wave', 'find', 'snapshots', 'key-figures'] as const
export type DialogName = (typeof dialogs)[number]

/** Passing state of the window: never in the plan, never undone. */
export type ViewState = {
  readonly view: View
  readonly selection: { readonly itemIds: ReadonlySet<string> }
  readonly panels: { readonly inspector: boolean; readonly violations: boolean }
  readonly dialog: DialogName | null
  readonly focusRequest: FocusRequest | null
  /** Where each view was when it was left; what is in it is the view's own affair. */
  readonly places: Readonly<Record<string, unknown>>
}

const none: ReadonlySet<string> = new Set()

const initial: ViewState = {
  view: 'estate',
  selection: { itemIds: none },
  panels: { inspector: true, violations: false },
  dialog: null,
  focusRequest: null,
  places: {},
}

export const viewStore = createStore<ViewState>()(() => initial)

export const useViewStore = <T>(selector: (state: ViewState) => T): T => useStore(viewStore, selector)

const selectionAfter = (now: ReadonlySet<string>, ids: Iterable<string>, mode: SelectMode): ReadonlySet<string> => {
  if (mode === 'replace') return new Set(ids)
  const next = new Set(now)
  const all = [...ids]
  const remove = mode === 'toggle' && all.every((id) => now.has(id))
  for (const id of all) if (remove) next.delete(id); else next.add(id)
  return next
}

/** `toggle` takes the ids out when all of them are selected, otherwise it adds them (so a group toggles as one). */
export const select = (ids: Iterable<string>, mode: SelectMode = 'replace'): void =>
  viewStore.setState((state) => ({ selection: { itemIds: selectionAfter(state.selection.itemIds, ids, mode) } }))

export const clearSelection = (): void => viewStore.setState({ selection: { itemIds: none } })

export const showView = (view: View): void => viewStore.setState({ view })

const request = (itemId: string, gently: boolean): void =>
  viewStore.setState((state) => ({ focusRequest: { itemId, gently, turn: (state.focusRequest?.turn ?? 0) + 1 } }))

/** Asks the view that is open to centre an item. */
export const focusItem = (itemId: string): void => request(itemId, false)

/** Asks the view that is open to move no further than is needed to see an item. */
export const revealItem = (itemId: string): void => request(itemId, true)

export const togglePanel = (panel: keyof ViewState['panels']): void =>
  viewStore.setState((state) => ({ panels: { ...state.panels, [panel]: !state.panels[panel] } }))

export const showDialog = (dialog: DialogName | null): void => viewStore.setState({ dialog })

/** Remembers where a view was, so that it comes back there. */
export const rememberPlace = (view: string, place: unknown): void =>
  viewStore.setState((state) => ({ places: { ...state.places, [view]: place } }))

export const placeOf = (view: string): unknown => viewStore.getState().places[view]

/** A plan was opened or closed: nothing of the last one stays selected, and nothing of its picture. */
export const resetViews = (): void => {
  viewStore.setState((state) => ({ ...initial, view: state.view, panels: state.panels }))
  resetGraphSettings()
}

/** For comparing in tests and for the sole selected item: null where none or several are selected. */
export const useOnlySelected = (): string | null =>
  useViewStore((state) => {
    if (state.selection.itemIds.size !== 1) return null
    const [only] = state.selection.itemIds
    return only ?? null
  })
