import { useEffect, useLayoutEffect, useMemo, useRef, type ReactElement } from 'react'
import { ReactFlow, ReactFlowProvider, ViewportPortal, useStore, useStoreApi, type Viewport } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useTranslate } from '../../i18n/use-translate'
import { graphSettingsStore, reportPlace, useGraphSettings } from '../../stores/graph-settings-store'
import { usePlanDocument } from '../../stores/plan-store'
import { useViewStore } from '../../stores/view-store'
import { DropBar } from './drop-bar'
import { LaneStrip } from './lane-strip'
import { LineSigns } from './line-signs'
import { LinesLayer, useLines } from './lines-layer'
import { massNodeTypes } from './mass-blocks'
import { canDrawMass } from './mass-canvas'
import { MassContext, type MassTools } from './mass-context'
import { MassLegend } from './mass-legend'
import type { Area } from './mass-scene'
import { massStore, setMass, startMass, useMass } from './mass-store'
import { MassToolbar } from './mass-toolbar'
import { Minimap } from './minimap'
import { NoCanvas } from './no-canvas'
import { PointMenu } from './point-menu'
import { PointTag } from './point-tag'
import { useSavePicture } from './print/use-save-picture'
import { RibbonsLayer } from './ribbons-layer'
import { SignImages } from './sign-images'
import { useItemRequests, useMassActions, useMassKeys } from './use-mass-keys'
import { useMassCanvas } from './use-mass-canvas'
import { useMassNodes } from './use-mass-nodes'
import { useMassPointer } from './use-mass-pointer'
import type { Picture } from './picture-types'
import { usePicture } from './use-picture'
import { fitTransform, leastZoom, mostZoom, useWalker } from './use-walker'
import { followMotion, type SeenPane } from './viewport-motion'
import { standingOf } from './walk-picture'
import styles from './stage.module.css'

const noEdges: [] = []

/** Around what the keyboard stands on. */
const CursorFrame = ({ tools }: { readonly tools: MassTools }) => {
  const cursor = useMass((state) => state.cursor)
  const standing = standingOf(tools.picture, cursor)
  if (!standing || standing.kind === 'lane') return null
  const { x, y, width, height } = standing.box
  return (
    <ViewportPortal>
      <div className={styles.cursor} data-current style={{ transform: `translate(${x}px, ${y}px)`, width, height }} />
    </ViewportPortal>
  )
}

/** What follows the hand while something is carried: a stack with its count. */
const Ghost = ({ ghost }: { readonly ghost: React.RefObject<HTMLDivElement | null> }) => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const ids = useMass((state) => state.drag?.itemIds ?? null)
  const only = ids?.length === 1 ? document.estate.items.find(({ id }) => id === ids[0])?.name : undefined
  return (
    <div ref={ghost} className={styles.ghost} hidden={ids === null} data-many={(ids?.length ?? 0) > 1 || undefined}>
      {ids !== null && (only ?? t('mass.moving', { count: ids.length }))}
    </div>
  )
}

const isAt = (transform: readonly number[], wanted: readonly number[]): boolean =>
  transform.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) < 0.01 * Math.max(1, Math.abs(value)))

/** Whether all of a picture was what was shown, and another one is because of what was chosen, not of what was moved. */
const wasWhole = (before: Picture, now: Picture, { width, height, transform }: SeenPane): boolean =>
  before !== now && (before.model === now.model || before.lanes.length !== now.lanes.length) && isAt(transform, fitTransform(before, width, height))

const isAnySeen = ({ blocks }: Picture, { x0, y0, x1, y1 }: Area): boolean => {
  for (let at = 0; at < blocks.count; at++) {
    const [x, y] = [blocks.x[at] ?? 0, blocks.y[at] ?? 0]
    if (x < x1 && y < y1 && x + (blocks.width[at] ?? 0) > x0 && y + (blocks.height[at] ?? 0) > y0) return true
  }
  return false
}

/** Whether everything that one looked at has gone from where it was, as when what was not found is hidden. */
const isLeftEmpty = (before: Picture, now: Picture, area: Area): boolean =>
  before !== now && !isAnySeen(now, area) && isAnySeen(before, area)

/** Comes back to where one was, or shows everything; and does as it is asked to. */
const usePlaces = ({ walker, picture }: MassTools): void => {
  const store = useStoreApi()
  const isMeasured = useStore((state) => state.width > 0 && state.height > 0)
  const request = useGraphSettings((state) => state.placeRequest)
  const grouping = useGraphSettings((state) => state.settings.grouping)
  const shown = useRef<{ readonly grouping: string; readonly picture: Picture } | null>(null)
  useEffect(() => {
    if (!isMeasured) return
    const before = shown.current
    shown.current = { grouping, picture }
    if (request && request.turn !== answered) {
      answered = request.turn
      // What the keyboard or the pointer was at is no part of what is asked for.
      setMass({ cursor: null, hover: null })
      walker.goTo(request.place)
    } else if (before === null) {
      if (massStore.getState().viewport === null) walker.fit(true)
    } else if (before.grouping !== grouping || wasWhole(before.picture, picture, store.getState()) || isLeftEmpty(before.picture, picture, walker.area())) walker.fit()
  }, [isMeasured, request, grouping, walker, picture, store])
}

/** A window that grows or shrinks goes on showing everything, as long as everything is what it shows. */
const useRefit = ({ walker, picture }: MassTools): void => {
  const store = useStoreApi()
  useEffect(() => store.subscribe((now, before) => {
    if (now.width === before.width && now.height === before.height) return
    if (before.width > 0 && isAt(before.transform, fitTransform(picture, before.width, before.height))) walker.fit(true)
  }), [store, walker, picture])
}

let answered = graphSettingsStore.getState().placeRequest?.turn ?? 0

/** Remembers where one is, when the hand rests. */
const useRememberedPlace = (tools: MassTools): void => {
  const store = useStoreApi()
  const { walker, picture } = tools
  useEffect(() => {
    const rested = ({ width, height, transform }: SeenPane): void => {
      const [x, y, zoom] = transform
      setMass({ viewport: { x, y, zoom } })
      // All of it is no place: in another window a view of all of it shows all of it.
      reportPlace(isAt(transform, fitTransform(picture, width, height)) ? null : walker.place())
    }
    return followMotion(store, { moved: () => undefined, rested })
  }, [store, walker, picture])
}

/**
 * Under all that React Flow holds, next to invisible. Without it, and for every card that juts out of it, the browser
 * makes a layer of its own, since those lie apart, and sorts a hundred of them in each frame of a movement. No larger
 * than that: all of a layer that is moved is drawn as finely as it was, however far one goes away.
 */
const Ground = ({ area: { x0, y0, x1, y1 } }: { readonly area: Area }) => (
  <ViewportPortal>
    <div className={styles.ground} style={{ transform: `translate(${x0}px, ${y0}px)`, width: x1 - x0, height: y1 - y0 }} />
  </ViewportPortal>
)

type FlowProps = { readonly tools: MassTools; readonly pane: React.RefObject<HTMLElement | null>; readonly viewport: Viewport | null }

const Flow = ({ tools, pane, viewport }: FlowProps) => {
  const { nodes, ground } = useMassNodes(tools, pane)
  const tool = useMass((state) => state.tool)
  return (
    <ReactFlow
      nodes={nodes}
      edges={noEdges}
      nodeTypes={massNodeTypes}
      {...(viewport ? { defaultViewport: viewport } : {})}
      minZoom={leastZoom}
      maxZoom={mostZoom}
      panOnDrag={tool === 'hand' ? true : [0, 1, 2]}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      elevateNodesOnSelect={false}
      disableKeyboardA11y
      zoomOnDoubleClick={false}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      panActivationKeyCode={null}
      zoomActivationKeyCode={null}
      deleteKeyCode={null}
    >
      {ground && <Ground area={ground} />}
    </ReactFlow>
  )
}

const Mass = () => {
  const { t } = useTranslate()
  const view = usePicture()
  const walker = useWalker(view.picture)
  const tools = useMemo((): MassTools => ({ ...view, walker }), [view, walker])
  const pane = useRef<HTMLDivElement>(null)
  const mass = useRef<HTMLCanvasElement>(null)
  const overview = useRef<HTMLCanvasElement>(null)
  const overlay = useRef<HTMLCanvasElement>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const lasso = useRef<SVGSVGElement>(null)
  const start = useRef(massStore.getState().viewport)
  return (
    <MassContext.Provider value={tools}>
      {/* eslint-disable-next-line react-hooks/refs -- where one was when the view opened: read once */}
      <Stage {...{ tools, pane, mass, overview, overlay, ghost, lasso }} viewport={start.current} label={`${t('mass.label')}. ${t('mass.help')}`} />
    </MassContext.Provider>
  )
}

type StageProps = {
  readonly tools: MassTools
  readonly pane: React.RefObject<HTMLDivElement | null>
  readonly mass: React.RefObject<HTMLCanvasElement | null>
  readonly overview: React.RefObject<HTMLCanvasElement | null>
  readonly overlay: React.RefObject<HTMLCanvasElement | null>
  readonly ghost: React.RefObject<HTMLDivElement | null>
  readonly lasso: React.RefObject<SVGSVGElement | null>
  readonly viewport: Viewport | null
  readonly label: string
}

/** The parts of the picture, one above the other: canvas, React Flow with lines, what is carried, and what is around. */
const Stage = ({ tools, pane, mass, overview, overlay, ghost, lasso, viewport, label }: StageProps) => {
  const { t } = useTranslate()
  const lines = useLines()
  useMassCanvas({ mass, overview, pane }, tools)
  usePlaces(tools)
  useRefit(tools)
  useSavePicture(tools, lines, tools.walker.area)
  useRememberedPlace(tools)
  useItemRequests(tools, useViewStore((state) => state.focusRequest))
  const pointer = useMassPointer({ pane, ghost, lasso, overlay }, tools)
  const keys = useMassKeys(tools)
  useMassActions(tools)
  const tool = useMass((state) => state.tool)
  const isDragging = useMass((state) => state.drag !== null)
  useEffect(() => {
    // Who opens the graph wants to use it: its keys work at once, unless something is being typed or asked.
    if (!document.activeElement?.closest('input, textarea, [role=dialog]')) pane.current?.focus({ preventScroll: true })
  }, [pane])
  return (
    <div className={styles.view}>
      <SignImages />
      <MassToolbar />
      <LaneStrip />
      <div
        ref={pane}
        className={styles.pane}
        data-mass-pane
        data-lines={lines.lines.length > 0 || undefined}
        data-tool={tool}
        data-carrying={isDragging || undefined}
        tabIndex={0}
        role="application"
        aria-label={label}
        {...keys}
        {...pointer}
      >
        <canvas ref={mass} className={styles.mass} aria-hidden />
        <Flow tools={tools} pane={pane} viewport={viewport} />
        <RibbonsLayer />
        <LinesLayer lines={lines} />
        <CursorFrame tools={tools} />
        <PointTag />
        <PointMenu pane={pane} />
        <canvas ref={overlay} className={styles.overlay} aria-hidden />
        <svg ref={lasso} className={styles.lasso} {...{ hidden: true }} aria-hidden><polygon /></svg>
        <Ghost ghost={ghost} />
        <DropBar />
        <Minimap canvas={overview} />
        <LineSigns lines={lines} />
        {tools.picture.shown === 0 && <p className={styles.nothing}>{t('mass.everythingHidden')}</p>}
      </div>
      <MassLegend lines={lines} />
    </div>
  )
}

/** The whole estate as one picture: a bounded part of it in React Flow, all of it on a canvas that a worker draws. */
export const MassView = (): ReactElement => {
  const { id } = usePlanDocument()
  useLayoutEffect(() => startMass(id), [id])
  if (!canDrawMass()) return <NoCanvas />
  return (
    <ReactFlowProvider key={id}>
      <Mass />
    </ReactFlowProvider>
  )
}
