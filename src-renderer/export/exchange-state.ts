import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Sensitivity } from '@core/estate/item'
import type { ReturnedPackage } from '@core/workbook/packages/returned-package'

export const sections = ['out', 'suppliers', 'back', 'log'] as const
export type Section = (typeof sections)[number]

/** Passing state of the view: what was chosen in it, as long as the same plan is open. */
export type ExchangeState = {
  readonly planId: string | null
  readonly section: Section
  readonly level: Sensitivity
  /** English headings that the planner keeps back. */
  readonly withheld: readonly string[]
  readonly chosen: ReadonlySet<string>
  /** Whose package is previewed; null: the first. */
  readonly shown: string | null
  readonly returned: ReturnedPackage | null
  /** Keys of the answers that are to be taken. */
  readonly accepted: ReadonlySet<string>
}

const initial: ExchangeState = {
  planId: null, section: 'out', level: 'internal', withheld: [], chosen: new Set(), shown: null, returned: null, accepted: new Set(),
}

export const exchangeStore = createStore<ExchangeState>()(() => initial)

export const useExchange = <T>(selector: (state: ExchangeState) => T): T => useStore(exchangeStore, selector)

export const setExchange = (state: Partial<ExchangeState>): void => exchangeStore.setState(state)

/** Opens the view at one of its sections, in whatever plan is open. */
export const showExchangeSection = (section: Section): void => setExchange({ section })

/** Whether a package is being looked through. */
export const hasReturned = (): boolean => exchangeStore.getState().returned !== null

/** Another plan has other suppliers and another log: nothing of the last one stays. */
export const exchangeOfPlan = (planId: string): void => {
  if (exchangeStore.getState().planId !== planId) exchangeStore.setState({ ...initial, section: exchangeStore.getState().section, planId })
}

/** The set with the member in it, or without. */
export const toggled = <T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> => {
  const next = new Set(set)
  if (!next.delete(member)) next.add(member)
  return next
}
