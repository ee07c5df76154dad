import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { isComplete, isEmptyFilter } from '@core/estate/find/compile-filter'
import type { ItemCondition, ItemFilter } from '@core/plan/view'
import { planStore } from '../stores/plan-store'

/** What is looked for now, and what was found. Passing state of the window: a named filter keeps a copy in the plan. */
export type FilterState = {
  /** The plan that this is about; in another one nothing is looked for. */
  readonly planId: string | null
  /** Words to be found in any field: a condition like the others, with a field of its own on screen. */
  readonly text: string
  readonly conditions: readonly ItemCondition[]
  readonly match: ItemFilter['match']
  /** What is not found is hidden, instead of what is found marked. */
  readonly hides: boolean
  /** Ids of what was found, in the order in which one walks through it; null: nothing is looked for. */
  readonly found: readonly string[] | null
  /** The one that one has walked to. */
  readonly currentId: string | null
  /** The bar is shown, and its conditions. */
  readonly isOpen: boolean
  readonly showsConditions: boolean
  /** Counts the times that one asked to write in the field. */
  readonly writeTurn: number
}

const initial: FilterState = {
  planId: null, text: '', conditions: [], match: 'all', hides: false, found: null, currentId: null,
  isOpen: false, showsConditions: false, writeTurn: 0,
}

export const filterStore = createStore<FilterState>()(() => initial)

export const useFilter = <T>(selector: (state: FilterState) => T): T => useStore(filterStore, selector)

const anyField = (text: string): ItemCondition => ({ field: 'any', test: 'contains', values: [text] })

/** The text and the conditions as one filter; what is not complete is in it, and passes. */
export const filterOf = ({ text, conditions, match }: Pick<FilterState, 'text' | 'conditions' | 'match'>): ItemFilter =>
  ({ match, conditions: text.trim() === '' ? conditions : [anyField(text.trim()), ...conditions] })

const isText = ({ field, test, values }: ItemCondition): boolean => field === 'any' && test === 'contains' && values.length === 1

/** A filter as the bar shows it: its first condition on any field is the text. */
export const partsOf = ({ conditions, match }: ItemFilter): Pick<FilterState, 'text' | 'conditions' | 'match'> => {
  const at = conditions.findIndex(isText)
  return { text: conditions[at]?.values[0] ?? '', conditions: conditions.filter((_, index) => index !== at), match }
}

const change = (patch: Partial<FilterState>): void => {
  const planId = planStore.getState().document?.id ?? null
  filterStore.setState((state) => ({ ...(state.planId === planId ? state : { ...initial, writeTurn: state.writeTurn }), planId, ...patch }))
}

/** True while there is something that not everything passes. */
export const isLooking = (state: Pick<FilterState, 'text' | 'conditions' | 'match'>): boolean => !isEmptyFilter(filterOf(state))

export const openFind = (): void => change({ isOpen: true, writeTurn: filterStore.getState().writeTurn + 1 })

export const openConditions = (): void =>
  change({ isOpen: true, showsConditions: !(filterStore.getState().isOpen && filterStore.getState().showsConditions) })

export const setText = (text: string): void => change({ text, currentId: null })
export const setMatch = (match: ItemFilter['match']): void => change({ match })
export const setConditions = (conditions: readonly ItemCondition[]): void => change({ conditions, currentId: null })
export const setHides = (hides: boolean): void => change({ hides })

/** Looks for words in any field and for nothing else, marked in whatever view is open. */
export const markText = (text: string): void =>
  change({ text: text.trim(), conditions: [], hides: false, isOpen: true, currentId: null })

/** Shows a filter that was named, or that belongs to a named view; null: looks for nothing. */
export const showFilter = (filter: ItemFilter | null, hides: boolean): void =>
  change({ ...partsOf(filter ?? { match: 'all', conditions: [] }), hides, currentId: null, ...(filter ? { isOpen: true } : {}) })

/** False where what is looked for already is any of several: then more would not narrow it. Named, it can be combined. */
export const canNarrow = (state: FilterState): boolean =>
  state.match === 'all' || filterOf(state).conditions.filter(isComplete).length < 2

/** Looks for what passes these as well, and shows them. */
export const narrowFilter = (more: readonly ItemCondition[]): void => {
  const state = filterStore.getState()
  const { text, conditions } = partsOf({ match: 'all', conditions: [...filterOf(state).conditions.filter(isComplete), ...more] })
  change({ text, conditions, match: 'all', currentId: null, isOpen: true, showsConditions: conditions.length > 0 })
}

export const clearFilter = (): void => change({ text: '', conditions: [], match: 'all', hides: false, found: null, currentId: null })

/** Closes the bar; what was looked for ends with it. */
export const closeFind = (): void => {
  clearFilter()
  change({ isOpen: false, showsConditions: false })
}

export const setFound = (found: readonly string[] | null): void => filterStore.setState({ found })
export const setCurrent = (currentId: string | null): void => filterStore.setState({ currentId })
