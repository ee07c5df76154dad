import {
  ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi, useViewport, type NodeTypes, type ReactFlowInstance, type Viewport,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MouseEvent, ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { clearSelection, select } from '../../stores/view-store'
import { ItemBlock, StubBlock } from './focus-blocks'
import type { FocusElements, FocusFlowNode } from './focus-elements'
import { focusSizes, type FocusLayout } from './focus-layout'
import { FocusLines } from './focus-lines'
import { showAround, type FocusQuestion } from './focus-store'
import { ZoomTools, type Zoom } from './focus-toolbar'
import { columnTitle } from './focus-words'
import { lineFinder } from './line-shapes'
import { useFocusKeys } from './use-focus-keys'
import { useFocusRequests } from './use-focus-requests'
import { useSaveFocus } from './use-save-focus'
import styles from './focus.module.css'

const nodeTypes: NodeTypes = { item: ItemBlock, stub: StubBlock }
const noEdges: [] = []

/** Names cannot be read further out than this. */
const readableZoom = 0.7

const farness = (zoom: number): number => (zoom < 0.4 ? 3 : zoom < 0.55 ? 2 : zoom < 0.8 ? 1 : 0)

const stillAnimation = (): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200)

const headRoom = 44

const boundsOf = (layout: FocusLayout) => ({ x: -16, y: -headRoom, width: layout.width + 32, height: layout.height + headRoom + 16 })

/** Where the middle of a window lies along one axis: on what is `wanted`, but beside the picture only where it is smaller. */
const middleOf = (start: number, size: number, seen: number, wanted = start + size / 2): number =>
  size <= seen ? start + size / 2 : Math.max(start + seen / 2, Math.min(start + size - seen / 2, wanted))

type Size = { readonly width: number; readonly height: number }

/** The whole where it can be read, otherwise what was asked about in the middle. */
const viewportFor = (layout: FocusLayout, elements: FocusElements, { width, height }: Size): Viewport => {
  const bounds = boundsOf(layout)
  const zoom = Math.max(readableZoom, Math.min(1.15, width / bounds.width, height / bounds.height))
  const root = elements.nodes.find(({ data }) => data.kind === 'item' && data.isRoot)
  const x = middleOf(bounds.x, bounds.width, width / zoom, root && root.position.x + focusSizes.width / 2)
  const y = middleOf(bounds.y, bounds.height, height / zoom, root && root.position.y + focusSizes.height / 2)
  return { x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom }
}

/** Begins each further picture where it can be read. */
const useShow = (layout: FocusLayout, elements: FocusElements): Zoom => {
  const flow = useReactFlow()
  const store = useStoreApi()
  const shown = useRef(layout)
  useEffect(() => {
    if (shown.current === layout) return
    void flow.setViewport(viewportFor(layout, elements, store.getState()))
    shown.current = layout
  }, [layout, elements, flow, store])
  return useCallback((how) => {
    const duration = stillAnimation()
    if (how === 'in') void flow.zoomIn({ duration })
    else if (how === 'out') void flow.zoomOut({ duration })
    else void flow.fitBounds(boundsOf(layout), { padding: 0.03, duration })
  }, [flow, layout])
}

/** What each column is: above it, or at the edge beyond which that would be out of sight. */
const Columns = ({ layout }: { readonly layout: FocusLayout }): ReactElement => {
  const { t } = useTranslate()
  const { x: left, y: top, zoom } = useViewport()
  const y = Math.max(0, top - headRoom * zoom)
  return (
    <div className={styles.columns}>
      {[...layout.columns].map(([layer, { x, width }]) => {
        const start = left + x * zoom
        const shown = Math.max(0, start)
        return <div key={layer} className={styles.column} style={{ transform: `translate(${shown}px, ${y}px)`, width: Math.max(0, start + width * zoom - shown) }}>{columnTitle(t, layer)}</div>
      })}
    </div>
  )
}

const Legend = (): ReactElement => {
  const { t } = useTranslate()
  return (
    <ul className={styles.legend}>
      <li><svg width="30" height="8" aria-hidden><line x1="0" x2="30" y1="4" y2="4" className={styles.sample} strokeWidth={2.4} /></svg>{t('focus.legendHard')}</li>
      <li><svg width="30" height="8" aria-hidden><line x1="0" x2="30" y1="4" y2="4" className={styles.sample} strokeWidth={1.6} strokeDasharray="7 5" /></svg>{t('focus.legendSoft')}</li>
      <li><svg width="30" height="8" aria-hidden><line x1="0" x2="30" y1="4" y2="4" className={styles.sampleBroken} strokeWidth={2.4} /></svg>{t('focus.legendBroken')}</li>
      <li><span aria-hidden>→</span>{t('focus.legendArrow')}</li>
    </ul>
  )
}

export type FocusCanvasProps = {
  readonly question: FocusQuestion
  readonly layout: FocusLayout
  readonly elements: FocusElements
  /** What it shows. */
  readonly sentence: string
  /** Of the place that it is drawn in, before it is there. */
  readonly size: Size
  readonly current: string | null
  readonly setCurrent: (id: string | null) => void
  readonly onPoint: (id: string | null) => void
}

/** How near to a line, in pixels of the screen, the pointer is on it. */
const lineReach = 6

/** Which line the pointer is on, found by its distance: 300 lines that listen would cost more than all else. */
const useLineUnderPointer = ({ lines }: FocusElements, onPoint: FocusCanvasProps['onPoint']) => {
  const flow = useReactFlow()
  const find = useMemo(() => lineFinder(lines), [lines])
  return (event: MouseEvent): void => {
    if (event.buttons !== 0 || (event.target as Element).closest('.react-flow__node')) return
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false })
    onPoint(find(x, y, lineReach / flow.getZoom())?.id ?? null)
  }
}

/** True when the picture has been painted: what lies over it can come after it. */
const useIsPainted = (): boolean => {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setPainted(true))
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return isPainted
}

const Picture = ({ question, layout, elements, sentence, size, current, setCurrent, onPoint }: FocusCanvasProps): ReactElement => {
  const { t } = useTranslate()
  const [start] = useState(() => viewportFor(layout, elements, size))
  const [far, setFar] = useState(() => farness(start.zoom))
  const zoom = useShow(layout, elements)
  const onKeyDown = useFocusKeys({ question, nodes: elements.nodes, current, setCurrent, zoom })
  useFocusRequests(elements.nodes, setCurrent)
  useSaveFocus(question, layout, elements, sentence)
  const onPaneMove = useLineUnderPointer(elements, onPoint)
  const isPainted = useIsPainted()
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!document.activeElement?.closest('input, textarea, [role=dialog]')) pane.current?.focus({ preventScroll: true })
  }, [])
  const onNodeClick = (add: boolean, node: FocusFlowNode): void => {
    setCurrent(node.id)
    if (node.data.kind === 'stub') showAround(node.data.itemIds)
    else select([node.data.item.id], add ? 'toggle' : 'replace')
  }
  return (
    <div
      ref={pane} className={styles.canvas} data-far={far} tabIndex={0} role="application"
      aria-label={`${t('focus.label')}. ${t('focus.help')}`} onKeyDown={onKeyDown}
    >
      {isPainted && <ZoomTools zoom={zoom} />}
      {isPainted && <Legend />}
      <ReactFlow
        nodes={elements.nodes} edges={noEdges} nodeTypes={nodeTypes} defaultViewport={start}
        minZoom={0.05} maxZoom={2} nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false}
        elementsSelectable={false} elevateNodesOnSelect={false} disableKeyboardA11y zoomOnDoubleClick={false} onlyRenderVisibleElements
        onInit={(flow: ReactFlowInstance<FocusFlowNode>) => {
          // Beside a list of ways there is less room than was thought.
          const real = pane.current
          if (real && Math.abs(real.clientWidth - size.width) > 4) void flow.setViewport(viewportFor(layout, elements, { width: real.clientWidth, height: real.clientHeight }))
        }}
        onMove={(_event, viewport) => setFar(farness(viewport.zoom))}
        onPaneClick={() => {
          setCurrent(null)
          clearSelection()
        }}
        onNodeClick={(event, node: FocusFlowNode) => onNodeClick(event.ctrlKey || event.metaKey || event.shiftKey, node)}
        onNodeDoubleClick={(_event, node: FocusFlowNode) => {
          if (node.data.kind === 'item') showAround([node.data.item.id])
        }}
        onNodeMouseEnter={(_event, node) => onPoint(node.id)} onNodeMouseLeave={() => onPoint(null)}
        onPaneMouseMove={onPaneMove} onPaneMouseLeave={() => onPoint(null)}
      >
        <FocusLines lines={elements.lines} />
        {question.kind === 'around' && <Columns layout={layout} />}
      </ReactFlow>
    </div>
  )
}

/** The picture itself; made when there is something to show, so that it is painted once and in its place. */
export const FocusCanvas = (props: FocusCanvasProps): ReactElement => (
  <ReactFlowProvider initialWidth={props.size.width} initialHeight={props.size.height}>
    <Picture {...props} />
  </ReactFlowProvider>
)
