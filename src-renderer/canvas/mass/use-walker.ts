import { useMemo } from 'react'
import { useReactFlow, useStoreApi, type ReactFlowInstance } from '@xyflow/react'
import type { GraphPlace } from '@core/plan/view'
import type { Box } from '../lane-title'
import { zoomOf } from './levels'
import type { Area } from './mass-scene'
import type { Picture } from './picture-types'
import { ribbonBand } from './ribbons'

export const mostZoom = 2.2
export const leastZoom = 0.01

const stillness = (): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 220)

/** Ways to move what is seen; the only place that moves it, apart from the hand. */
export type Walker = {
  readonly fit: (instantly?: boolean) => void
  readonly zoomBy: (factor: number) => void
  /** Shows a box whole, no nearer than `most`. */
  readonly show: (box: Box, most?: number) => void
  /** Moves no further than is needed to see a box, at the zoom of now. */
  readonly reveal: (box: Box) => void
  /** Brings a point to the middle, or as near to it as the picture's edges let it, at least as near as `least`. */
  readonly centre: (x: number, y: number, least: number) => void
  /** The same at once, at the zoom of now: for a hand on the overview. */
  readonly centreAt: (x: number, y: number) => void
  readonly goTo: (place: GraphPlace | null) => void
  readonly place: () => GraphPlace
  readonly panBy: (dx: number, dy: number) => void
  /** What is seen now. */
  readonly area: () => Area
}

/** What `fit` shows: the lanes and the ribbons below them. */
export const fitBox = ({ bounds }: Picture): Box => ({ ...bounds, height: bounds.height + ribbonBand(bounds.height) })

const margin = 14

export const fitZoomOf = (picture: Picture, width: number, height: number): number => {
  const box = fitBox(picture)
  return Math.max(leastZoom, Math.min(1.1, (width - 2 * margin) / box.width, (height - 2 * margin) / box.height))
}

type Flow = ReactFlowInstance
type Store = ReturnType<typeof useStoreApi>

const showBox = (flow: Flow, store: Store, box: Box, most: number): void => {
  const { width, height } = store.getState()
  const zoom = Math.max(leastZoom, Math.min(most, (width - 2 * margin) / box.width, (height - 2 * margin) / box.height))
  const x = (width - box.width * zoom) / 2 - box.x * zoom
  // What fills the pane stands at its top, below the names of the lanes; what is small in its middle.
  const free = height - box.height * zoom
  const y = (free > height * 0.4 ? free / 2 : margin) - box.y * zoom
  void flow.setViewport({ x, y, zoom }, { duration: stillness() })
}

/** Where everything is seen: x, y and zoom. */
export const fitTransform = (picture: Picture, width: number, height: number): readonly [number, number, number] => {
  const zoom = fitZoomOf(picture, width, height)
  return [Math.max(margin, (width - picture.bounds.width * zoom) / 2), margin, zoom]
}

const fitPicture = (flow: Flow, store: Store, picture: Picture, duration: number): void => {
  const { width, height } = store.getState()
  const [x, y, zoom] = fitTransform(picture, width, height)
  void flow.setViewport({ x, y, zoom }, { duration })
}

/** How far a stretch must move to lie in a pane; of what is longer than that, the beginning. */
const distanceInto = (start: number, length: number, room: number): number => {
  const end = start + length
  if (start < 0 || length + 2 * margin > room) return start < 0 || start > room - margin ? margin - start : 0
  return end > room ? room - end - margin : 0
}

const revealBox = (flow: Flow, store: Store, box: Box): void => {
  const { width, height, transform: [x, y, zoom] } = store.getState()
  const dx = distanceInto(box.x * zoom + x, box.width * zoom, width)
  // A lane is as high as it is: who goes to the next stays at the same height.
  const isTall = box.height * zoom > height
  const dy = isTall ? 0 : distanceInto(box.y * zoom + y, box.height * zoom, height)
  if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: stillness() })
}

type Stretch = { readonly start: number; readonly length: number }

/** Along one axis: no further than the picture goes. What is smaller than the pane stands as where all of it is seen. */
const keptInside = (wanted: number, { start, length }: Stretch, room: number, whole: number): number =>
  length <= room - 2 * margin ? whole : Math.max(room - margin - start - length, Math.min(margin - start, wanted))

/** A point in the middle; beyond the edges of the picture there is nothing to see. */
const centreOn = (flow: Flow, store: Store, picture: Picture, x: number, y: number, zoom: number): void => {
  const { width, height } = store.getState()
  const box = fitBox(picture)
  const across = { start: box.x * zoom, length: box.width * zoom }
  const down = { start: box.y * zoom, length: box.height * zoom }
  void flow.setViewport({
    x: keptInside(width / 2 - x * zoom, across, width, (width - across.length) / 2 - across.start),
    y: keptInside(height / 2 - y * zoom, down, height, margin - down.start),
    zoom,
  }, { duration: stillness() })
}

const placeNow = (store: Store): GraphPlace => {
  const { width, height, transform: [x, y, zoom] } = store.getState()
  return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom, zoom }
}

const areaNow = (store: Store): Area => {
  const { width, height, transform: [x, y, zoom] } = store.getState()
  return { x0: -x / zoom, y0: -y / zoom, x1: (width - x) / zoom, y1: (height - y) / zoom }
}

const panBy = (flow: Flow, store: Store, dx: number, dy: number): void => {
  const { transform: [x, y, zoom] } = store.getState()
  void flow.setViewport({ x: x + dx, y: y + dy, zoom })
}

const zoomTo = (flow: Flow, zoom: number): void =>
  void flow.zoomTo(Math.min(mostZoom, Math.max(leastZoom, zoom)), { duration: stillness() })

export const useWalker = (picture: Picture): Walker => {
  const flow = useReactFlow()
  const store = useStoreApi()
  return useMemo((): Walker => {
    const fit = (instantly = false): void => fitPicture(flow, store, picture, instantly ? 0 : stillness())
    const centre = (x: number, y: number, zoom: number, duration: number): void => void flow.setCenter(x, y, { zoom, duration })
    return {
      fit,
      show: (box, most = zoomOf.cards) => showBox(flow, store, box, most),
      reveal: (box) => revealBox(flow, store, box),
      zoomBy: (factor) => zoomTo(flow, flow.getZoom() * factor),
      centre: (x, y, least) => centreOn(flow, store, picture, x, y, Math.max(least, flow.getZoom())),
      centreAt: (x, y) => centre(x, y, flow.getZoom(), 0),
      goTo: (wanted) => (wanted === null ? fit() : centre(wanted.x, wanted.y, wanted.zoom, stillness())),
      place: () => placeNow(store),
      panBy: (dx, dy) => panBy(flow, store, dx, dy),
      area: () => areaNow(store),
    }
  }, [flow, store, picture])
}
