import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

export type ViewsDialogName = 'views' | 'name' | 'today'

/** Passing state of the window. */
export type ViewsState = {
  /** The named view that was shown last; what was changed since does not change it. */
  readonly currentId: string | null
  readonly dialog: ViewsDialogName | null
  /** Nothing but the picture is shown, large. */
  readonly isPresenting: boolean
}

export const viewsStore = createStore<ViewsState>()(() => ({ currentId: null, dialog: null, isPresenting: false }))

export const useViews = <T>(selector: (state: ViewsState) => T): T => useStore(viewsStore, selector)

export const showViewsDialog = (dialog: ViewsDialogName | null): void => viewsStore.setState({ dialog })
export const setCurrentView = (currentId: string | null): void => viewsStore.setState({ currentId })
export const setPresenting = (isPresenting: boolean): void => viewsStore.setState({ isPresenting, dialog: null })
