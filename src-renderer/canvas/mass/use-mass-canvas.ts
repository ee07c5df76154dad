import fontUrl from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import { useStoreApi } from '@xyflow/react'
import { useTranslate } from '../../i18n/use-translate'
import { laneTitle } from '../graph-words'
import { geometryMessage, waveNumberOf } from './geometry-message'
import { MassCanvas } from './mass-canvas'
import { massStore } from './mass-store'
import { paletteOf, ThemeColours } from './palette'
import type { PictureView } from './use-picture'
import { useThemeTurn } from './use-theme-turn'

type Canvases = { readonly mass: RefObject<HTMLCanvasElement | null>; readonly overview: RefObject<HTMLCanvasElement | null>; readonly pane: RefObject<HTMLElement | null> }

/** Which picture is asked for and which is on the screen, for those who wait for it. */
const mark = (pane: HTMLElement | null, name: 'version' | 'drawn', version: number): void => {
  if (pane) pane.dataset[name] = String(version)
}

type FlowStore = ReturnType<typeof useStoreApi>

/** A canvas that follows the pane's size and the viewport. Returns what ends it. */
const follow = (canvas: MassCanvas, pane: HTMLElement, store: FlowStore): (() => void) => {
  const measure = (): void => canvas.resize(pane.clientWidth, pane.clientHeight, window.devicePixelRatio)
  measure()
  const observer = new ResizeObserver(measure)
  observer.observe(pane)
  const [x, y, zoom] = store.getState().transform
  canvas.move({ x, y, zoom })
  const stop = store.subscribe(({ transform }, before) => {
    if (transform !== before.transform) canvas.move({ x: transform[0], y: transform[1], zoom: transform[2] })
  })
  const nameGroups = (): void => canvas.nameGroups(massStore.getState().level === 'cards')
  nameGroups()
  const stopNaming = massStore.subscribe(nameGroups)
  return () => {
    stop()
    stopNaming()
    observer.disconnect()
    canvas.close()
  }
}

/** The window has it already, so this costs no more than a copy. Without it names are drawn in another typeface. */
const sendFont = async (canvas: MassCanvas): Promise<void> => {
  const answer = await fetch(fontUrl)
  if (answer.ok) canvas.setFont(await answer.arrayBuffer())
}

const useCanvas = ({ mass, overview, pane }: Canvases): RefObject<MassCanvas | null> => {
  const store = useStoreApi()
  const canvas = useRef<MassCanvas | null>(null)
  useLayoutEffect(() => {
    if (!mass.current || !overview.current || !pane.current) return
    const place = pane.current
    const made = new MassCanvas(mass.current, overview.current, (version) => mark(place, 'drawn', version))
    canvas.current = made
    sendFont(made).catch(() => undefined)
    const end = follow(made, place, store)
    return () => {
      end()
      canvas.current = null
    }
  }, [mass, overview, pane, store])
  return canvas
}

/** Keeps the worker's canvas in step with the picture and the viewport. */
export const useMassCanvas = (canvases: Canvases, view: PictureView): void => {
  const { picture, colouring, flags } = view
  const { t } = useTranslate()
  const canvas = useCanvas(canvases)
  const turn = useThemeTurn()
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another theme has other colours
  const theme = useMemo(() => new ThemeColours(), [turn])
  const version = useRef(0)
  const { pane } = canvases
  const { items } = picture.model
  useEffect(() => canvas.current?.setNames(items.map(({ name }) => name)), [canvas, items])
  useEffect(() => {
    version.current++
    canvas.current?.setGeometry(geometryMessage(picture, version.current, (lane) => laneTitle(t, picture.model, lane.title)))
    mark(pane.current, 'version', version.current)
  }, [canvas, pane, picture, t])
  useEffect(() => canvas.current?.setLooks({ type: 'looks', classOf: colouring.classOf, flags }), [canvas, colouring, flags])
  useEffect(
    () => canvas.current?.setPalette(paletteOf(theme, colouring, picture.lanes, (lane) => waveNumberOf(picture, lane))),
    [canvas, colouring, picture, theme],
  )
  useEffect(() => canvas.current?.draw(), [canvas, picture, colouring, flags, theme, t])
}
