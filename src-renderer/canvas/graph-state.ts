import type { Detail, OpenLane } from './scene-choice'
import type { Arrangement } from './scene-lanes'

/** Where a person is in the graph: kept when the view is left, and found again when it comes back. */
export type GraphState = {
  /** null: chosen by whether anything is planned yet. */
  readonly arrangement: Arrangement | null
  /** null: items where the estate is small enough to read them all at once. */
  readonly detail: Detail | null
  readonly groupState: ReadonlyMap<string, 'open' | 'closed'>
  readonly openLane: OpenLane | null
  /** The node that the keyboard stands on. */
  readonly current: string | null
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number } | null
}

export const startState: GraphState = {
  arrangement: null,
  detail: null,
  groupState: new Map(),
  openLane: null,
  current: null,
  viewport: null,
}

export const withGroup = (state: GraphState, groupId: string, open: boolean): GraphState => ({
  ...state,
  groupState: new Map(state.groupState).set(groupId, open ? 'open' : 'closed'),
})

/** Opens a lane to its groups; asked again, shows the next page of it. */
export const withLane = (state: GraphState, key: string): GraphState => ({
  ...state,
  openLane: { key, page: state.openLane?.key === key ? state.openLane.page + 1 : 0 },
})

/** Where the graph keeps its state while it is not shown. */
export const graphPlace = 'graph'

const isGraphState = (value: unknown): value is GraphState =>
  typeof value === 'object' && value !== null && 'groupState' in value

/** What was remembered, or the start. */
export const rememberedState = (kept: unknown): GraphState => (isGraphState(kept) ? kept : startState)

/** Steps back out: from an open lane to all of them. */
export const outward = (state: GraphState): GraphState => ({ ...state, openLane: null, current: null })
