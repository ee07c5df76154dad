import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { View } from '../stores/view-store'

/** Each view is loaded when it is first shown. */
export const viewComponents: Readonly<Record<View, ComponentType>> = {
  estate: lazy(() => import('../inventory/estate-view').then((module) => ({ default: module.EstateView }))),
  graph: lazy(() => import('../canvas/graph-view').then((module) => ({ default: module.GraphView }))),
  exchange: lazy(() => import('../export/exchange-view').then((module) => ({ default: module.ExchangeView }))),
  waves: lazy(() => import('../waves/waves-view').then((module) => ({ default: module.WavesView }))),
}
