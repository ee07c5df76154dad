import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { View } from '../stores/view-store'

type Loaded = { readonly default: ComponentType }

const load: Readonly<Record<View, () => Promise<Loaded>>> = {
  waves: () => import('../waves/waves-view').then((module) => ({ default: module.WavesView })),
  graph: () => import('../canvas/graph-view').then((module) => ({ default: module.GraphView })),
  estate: () => import('../inventory/estate-view').then((module) => ({ default: module.EstateView })),
  exchange: () => import('../export/exchange-view').then((module) => ({ default: module.ExchangeView })),
}

/** Each view is loaded when it is first shown, unless that has been done ahead. */
export const viewComponents: Readonly<Record<View, ComponentType>> = {
  waves: lazy(load.waves), graph: lazy(load.graph), estate: lazy(load.estate), exchange: lazy(load.exchange),
}

/** Loads the views one after the other whenever the window has nothing to do, so that nobody waits for one later. */
export const loadViewsAhead = (views: readonly View[] = ['waves', 'graph', 'estate', 'exchange']): void => {
  const [next, ...rest] = views
  if (next) requestIdleCallback(() => void load[next]().then(() => loadViewsAhead(rest)))
}
