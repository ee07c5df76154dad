import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { GraphPlace, GraphSettings } from '@core/plan/view'

/** Asks the graph to show a place (null: as much as fits); `turn` makes the same question twice two questions. */
export type PlaceRequest = { readonly place: GraphPlace | null; readonly turn: number }

/** How the picture of the estate is made now. Passing state of the window: a named view keeps a copy in the plan. */
export type GraphSettingsState = {
  readonly settings: GraphSettings
  /** What a search or filter found: marked, the rest dimmed. null: nothing is being looked for. */
  readonly matchedItemIds: ReadonlySet<string> | null
  /** What a filter takes out of the picture entirely. null: nothing. */
  readonly hiddenItemIds: ReadonlySet<string> | null
  /** Where the graph stands, or stood when it was left. null: all of it is seen, or it has not been shown yet. */
  readonly place: GraphPlace | null
  readonly placeRequest: PlaceRequest | null
}

export const startSettings: GraphSettings = {
  grouping: 'wave',
  colour: 'wave',
  size: 'items',
  filter: null,
  mutedClasses: [],
  closed: [],
  hidden: [],
}

const initial: GraphSettingsState = {
  settings: startSettings,
  matchedItemIds: null,
  hiddenItemIds: null,
  place: null,
  placeRequest: null,
}

export const graphSettingsStore = createStore<GraphSettingsState>()(() => initial)

export const useGraphSettings = <T>(selector: (state: GraphSettingsState) => T): T => useStore(graphSettingsStore, selector)

/** Another colour has other classes, another grouping other keys: what was switched off in the old one ends. */
const consequences = (now: GraphSettings, patch: Partial<GraphSettings>): Partial<GraphSettings> => ({
  ...(patch.colour !== undefined && patch.colour !== now.colour ? { mutedClasses: [] } : {}),
  ...(patch.grouping !== undefined && patch.grouping !== now.grouping ? { closed: [], hidden: [] } : {}),
})

export const setSettings = (patch: Partial<GraphSettings>): void =>
  graphSettingsStore.setState(({ settings }) => ({ settings: { ...settings, ...consequences(settings, patch), ...patch } }))

export const setMatchedItems = (matchedItemIds: ReadonlySet<string> | null): void =>
  graphSettingsStore.setState({ matchedItemIds })

export const setHiddenItems = (hiddenItemIds: ReadonlySet<string> | null): void =>
  graphSettingsStore.setState({ hiddenItemIds })

/** Asks the graph to go to a place, at once when it is shown, otherwise when it is shown next. */
export const showPlace = (place: GraphPlace | null): void =>
  graphSettingsStore.setState(({ placeRequest }) => ({ placeRequest: { place, turn: (placeRequest?.turn ?? 0) + 1 } }))

/** Where the graph stands, in its own units; null while all of it is seen, and before it was first shown. */
export const currentPlace = (): GraphPlace | null => graphSettingsStore.getState().place

/** The graph says where it stands. */
export const reportPlace = (place: GraphPlace | null): void => graphSettingsStore.setState({ place })

/** Another plan was opened: nothing of the last one's picture stays. */
export const resetGraphSettings = (): void => graphSettingsStore.setState(initial)
