import type { Direction } from './neighbourhood'
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
  /** The items whose neighbourhood is shown; null shows the whole estate. */
  readonly roots: readonly string[] | null
  readonly hops: number
  readonly direction: Direction
  /** The node that the keyboard stands on. */
  readonly current: string | null
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number } | null
}

export const startState: GraphState = {
  arrangement: null,
  detail: null,
  groupState: new Map(),
  openLane: null,
  roots: null,
  hops: 1,
  direction: 'both',
  current: null,
  viewport: null,
}

export const maxHops = 3

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
  typeof value === 'object' && value !== null && 'groupState' in value && 'roots' in value

/** What was remembered, or the start. */
export const rememberedState = (kept: unknown): GraphState => (isGraphState(kept) ? kept : startState)

/** The neighbourhood of these items, in a picture of its own. */
export const withRoots = (state: GraphState, itemIds: Iterable<string>): GraphState => ({ ...state, roots: [...itemIds], viewport: null })

/** Steps back out: from a neighbourhood to the estate, from an open lane to all of them. */
export const outward = (state: GraphState): GraphState => {
  if (state.roots) return { ...state, roots: null, current: null }
  return { ...state, openLane: null, current: null }
}
