import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { viewStore } from '../stores/view-store'

export type ViolationFilter = 'all' | 'hard' | 'warning'

type ViolationsState = {
  readonly filter: ViolationFilter
  readonly ofSelection: boolean
  /** The violation whose fixes are shown. */
  readonly openedId: string | null
}

/** What the list shows: passing state. */
export const violationsStore = createStore<ViolationsState>()(() => ({
  filter: 'all',
  ofSelection: false,
  openedId: null,
}))

export const useViolationsState = (): ViolationsState => useStore(violationsStore)

/** Unfolds the list with a filter. */
export const showViolations = (filter: ViolationFilter): void => {
  violationsStore.setState({ filter })
  viewStore.setState((state) => ({ panels: { ...state.panels, violations: true } }))
}

let unfoldedFor: string | null = null

/** Unfolds the list the first time that it is asked to for a plan. */
export const unfoldOnce = (planId: string): void => {
  if (unfoldedFor === planId) return
  unfoldedFor = planId
  viewStore.setState((state) => ({ panels: { ...state.panels, violations: true } }))
}
