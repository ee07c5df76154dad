import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { MovePreview } from '@core/violations/preview-move'
import type { Level } from './levels'

/** What the keyboard stands on; kept by ids, so that it outlives changes of the picture. A block by one of its items. */
export type Cursor =
  | { readonly kind: 'lane'; readonly key: string }
  | { readonly kind: 'block'; readonly itemId: string }
  | { readonly kind: 'item'; readonly itemId: string }

/** What the pointer does: select and drag, move the picture, or draw round what is to be selected. */
export type Tool = 'point' | 'hand' | 'lasso'

/** What lies under the pointer: it is named, and near enough its dependencies are drawn, for as long as it stays. */
export type Hover = { readonly items: readonly number[]; readonly isBlock: boolean; readonly hasLines: boolean }

export type MassDrag = {
  readonly itemIds: readonly string[]
  /** By wave id; '' is unplanned. null until computed. */
  readonly previews: ReadonlyMap<string, MovePreview> | null
  /** Where a drop would go now: a wave id, '' for unplanned; null is nowhere. */
  readonly over: string | null
}

/** What can be done with what is here, asked for at a point of the window. */
export type PointMenu = { readonly x: number; readonly y: number; readonly at: Cursor }

export type MassState = {
  readonly planId: string | null
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number } | null
  readonly level: Level
  readonly cursor: Cursor | null
  readonly tool: Tool
  readonly hover: Hover | null
  /** Lane whose violations are drawn. */
  readonly violationsOf: string | null
  readonly drag: MassDrag | null
  readonly menu: PointMenu | null
  readonly legendOpen: boolean
}

const initial: MassState = {
  planId: null,
  viewport: null,
  level: 'programme',
  cursor: null,
  tool: 'point',
  hover: null,
  violationsOf: null,
  drag: null,
  menu: null,
  legendOpen: true,
}

/** Passing state of the picture: kept while other views are shown, gone with the plan. */
export const massStore = createStore<MassState>()(() => initial)

export const useMass = <T>(selector: (state: MassState) => T): T => useStore(massStore, selector)

export const setMass = (patch: Partial<MassState>): void => massStore.setState(patch)

/** Nothing of another plan's picture stays but what the person has chosen to see around it. */
export const startMass = (planId: string): void => {
  const now = massStore.getState()
  if (now.planId === planId) return
  massStore.setState({ ...initial, planId, legendOpen: now.legendOpen })
}
