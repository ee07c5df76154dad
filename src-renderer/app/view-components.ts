import { createElement, lazy } from 'react'
import type { ComponentType, ReactElement } from 'react'
import type { View } from '../stores/view-store'

const load: Readonly<Record<View, () => Promise<ComponentType>>> = {
  waves: () => import('../waves/waves-view').then((module) => module.WavesView),
  graph: () => import('../canvas/graph-view').then((module) => module.GraphView),
  estate: () => import('../inventory/estate-view').then((module) => module.EstateView),
  exchange: () => import('../export/exchange-view').then((module) => module.ExchangeView),
}

const loaded = new Map<View, ComponentType>()
const shown = new Map<View, ComponentType>()

/**
 * A view: as itself where it has been loaded ahead, or as one that loads it. React waits a third of a second with what was
 * loaded late, even where it came at once. The same component every time, since another would lose its state.
 */
export const viewElement = (view: View): ReactElement => {
  const component = shown.get(view) ?? loaded.get(view) ?? lazy(() => load[view]().then((late) => ({ default: late })))
  shown.set(view, component)
  return createElement(component)
}

export const loadView = async (view: View): Promise<void> => {
  loaded.set(view, await load[view]())
}

/** Loads the views one after the other whenever the window has nothing to do, so that nobody waits for one later. */
export const loadViewsAhead = (views: readonly View[] = ['waves', 'graph', 'estate', 'exchange']): void => {
  const [next, ...rest] = views
  if (next) requestIdleCallback(() => void loadView(next).then(() => loadViewsAhead(rest)))
}
