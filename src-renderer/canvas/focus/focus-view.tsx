import { Button } from '@mantine/core'
import { ReactFlow, ReactFlowProvider, ViewportPortal, useReactFlow, useStoreApi, type EdgeTypes, type NodeTypes } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { useEvaluation, useLookup, usePlanDocument } from '../../stores/plan-store'
import { clearSelection, select } from '../../stores/view-store'
import { ItemBlock, StubBlock } from './focus-blocks'
import { FocusContext } from './focus-context'
import { focusElements, type FocusElements, type FocusFlowNode } from './focus-elements'
import { focusSizes, type FocusLayout } from './focus-layout'
import { FocusArrows, FocusLine } from './focus-line'
import { focusMarks } from './focus-marks'
import { mostSeconds } from './focus-run'
import { showAround, type FocusQuestion } from './focus-store'
import { FocusToolbar, ZoomTools, type Zoom } from './focus-toolbar'
import { columnTitle, pictureSentence } from './focus-words'
import { PathList } from './path-list'
import { useFocusKeys } from './use-focus-keys'
import { useFocusPicture, type FocusOutcome } from './use-focus-picture'
import { useFocusRequests } from './use-focus-requests'
import styles from './focus.module.css'

const nodeTypes: NodeTypes = { item: ItemBlock, stub: StubBlock }
const edgeTypes: EdgeTypes = { line: FocusLine }
const nothing: FocusElements = { nodes: [], edges: [] }

/** Names cannot be read further out than this. */
const readableZoom = 0.7

const farness = (zoom: number): number => (zoom < 0.4 ? 3 : zoom < 0.55 ? 2 : zoom < 0.8 ? 1 : 0)

const stillAnimation = (): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200)

const headRoom = 44

const boundsOf = (layout: FocusLayout) => ({ x: -16, y: -headRoom, width: layout.width + 32, height: layout.height + headRoom + 16 })

/** Where the middle of a window lies along one axis: on what is `wanted`, but beside the picture only where it is smaller. */
const middleOf = (start: number, size: number, seen: number, wanted = start + size / 2): number =>
  size <= seen ? start + size / 2 : Math.max(start + seen / 2, Math.min(start + size - seen / 2, wanted))

/** Shows the whole where it can be read, otherwise what was asked about in the middle. */
const useShow = (layout: FocusLayout | null, elements: FocusElements, isReady: boolean): Zoom => {
  const flow = useReactFlow()
  const store = useStoreApi()
  const shown = useRef<FocusLayout | null>(null)
  useEffect(() => {
    if (!isReady || !layout || shown.current === layout) return
    shown.current = layout
    const bounds = boundsOf(layout)
    const { width, height } = store.getState()
    const zoom = Math.max(readableZoom, Math.min(1.15, width / bounds.width, height / bounds.height))
    const root = elements.nodes.find(({ data }) => data.kind === 'item' && data.isRoot)
    const x = middleOf(bounds.x, bounds.width, width / zoom, root && root.position.x + focusSizes.width / 2)
    const y = middleOf(bounds.y, bounds.height, height / zoom, root && root.position.y + focusSizes.height / 2)
    void flow.setCenter(x, y, { zoom })
  }, [isReady, layout, elements, flow, store])
  return useCallback((how) => {
    const duration = stillAnimation()
    if (how === 'in') void flow.zoomIn({ duration })
    else if (how === 'out') void flow.zoomOut({ duration })
    else if (layout) void flow.fitBounds(boundsOf(layout), { padding: 0.03, duration })
  }, [flow, layout])
}

const Columns = ({ layout }: { readonly layout: FocusLayout }): ReactElement => {
  const { t } = useTranslate()
  return (
    <ViewportPortal>
      {[...layout.columns].map(([layer, { x, width }]) => (
        <div key={layer} className={styles.column} style={{ transform: `translate(${x}px, ${-headRoom}px)`, width }}>{columnTitle(t, layer)}</div>
      ))}
    </ViewportPortal>
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

const outcomeWords = (t: ReturnType<typeof useTranslate>['t'], outcome: FocusOutcome): string => {
  switch (outcome.type) {
    case 'late': return t('focus.late', { seconds: mostSeconds })
    case 'failed': return t('focus.failed', { reason: outcome.reason })
    case 'stopped': return t('focus.stopped')
    case 'gone': return t('focus.gone')
    case 'incomplete': return t('focus.chooseBoth')
    case 'waiting':
    case 'answer': return ''
  }
}

const useElements = (question: FocusQuestion, outcome: FocusOutcome): FocusElements => {
  const document = usePlanDocument()
  const found = useLookup()
  const evaluation = useEvaluation()
  return useMemo(() => {
    if (outcome.type !== 'answer') return nothing
    const roots = new Set(question.kind === 'around' ? question.itemIds : [question.fromId ?? '', question.toId ?? ''])
    return focusElements({ document, found, evaluation, roots }, outcome.picture, outcome.layout)
  }, [document, found, evaluation, question, outcome])
}

const pathIds = (outcome: FocusOutcome, place: number | null, idOf: (item: number) => string): readonly string[] | null => {
  if (outcome.type !== 'answer' || outcome.picture.answer.kind !== 'paths' || place === null) return null
  return outcome.picture.answer.paths[place]?.map(idOf) ?? null
}

const Focus = ({ question }: { readonly question: FocusQuestion }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const found = useLookup()
  const pane = useRef<HTMLDivElement>(null)
  const { outcome, isWaiting, cancel } = useFocusPicture(question, pane)
  const elements = useElements(question, outcome)
  const layout = outcome.type === 'answer' ? outcome.layout : null
  const [isReady, setReady] = useState(false)
  const [far, setFar] = useState(0)
  const [pointedAt, setPointedAt] = useState<string | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [chosen, setChosen] = useState<{ readonly question: FocusQuestion; readonly place: number | null }>({ question, place: null })
  const place = chosen.question === question ? chosen.place : null
  const path = pathIds(outcome, place, (item) => document.estate.items[item]?.id ?? '')
  const marks = useMemo(() => focusMarks(elements, path, pointedAt, current), [elements, path, pointedAt, current])
  const zoom = useShow(layout, elements, isReady)
  const onKeyDown = useFocusKeys({ question, nodes: elements.nodes, current, setCurrent, zoom })
  useFocusRequests(elements.nodes, setCurrent)
  useEffect(() => {
    if (!window.document.activeElement?.closest('input, textarea, [role=dialog]')) pane.current?.focus({ preventScroll: true })
  }, [])
  const onNodeClick = (add: boolean, node: FocusFlowNode): void => {
    setCurrent(node.id)
    if (node.data.kind === 'stub') showAround(node.data.itemIds)
    else select([node.data.item.id], add ? 'toggle' : 'replace')
  }
  const paths = outcome.type === 'answer' && outcome.picture.answer.kind === 'paths' ? outcome.picture.answer.paths : []
  const words = outcome.type === 'answer' ? pictureSentence(t, found, question, outcome.picture) : outcomeWords(t, outcome)
  return (
    <FocusContext.Provider value={marks}>
      <section className={styles.view} data-focus={question.kind} data-shown={(!isWaiting && outcome.type === 'answer') || undefined}>
        <FocusToolbar question={question} />
        <div className={styles.status}>
          <p role="status">{words}</p>
          {isWaiting && <span className={styles.working}>{t('focus.working')}<Button variant="subtle" size="compact-sm" onClick={cancel}>{t('focus.cancel')}</Button></span>}
        </div>
        <div className={styles.body}>
          {paths.length > 0 && <PathList paths={paths} chosen={place} onChoose={(next) => setChosen({ question, place: next })} />}
          <div
            ref={pane} className={styles.canvas} data-far={far} tabIndex={0} role="application"
            aria-label={`${t('focus.label')}. ${t('focus.help')}`} onKeyDown={onKeyDown}
          >
            <FocusArrows />
            <ZoomTools zoom={zoom} />
            {layout && <Legend />}
            <ReactFlow
              nodes={elements.nodes as FocusFlowNode[]} edges={[...elements.edges]} nodeTypes={nodeTypes} edgeTypes={edgeTypes}
              minZoom={0.05} maxZoom={2} nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false}
              elementsSelectable={false} elevateNodesOnSelect={false} disableKeyboardA11y zoomOnDoubleClick={false}
              onInit={() => setReady(true)} onMove={(_event, viewport) => setFar(farness(viewport.zoom))}
              onPaneClick={() => { setCurrent(null); clearSelection() }}
              onNodeClick={(event, node: FocusFlowNode) => onNodeClick(event.ctrlKey || event.metaKey || event.shiftKey, node)}
              onNodeDoubleClick={(_event, node: FocusFlowNode) => node.data.kind === 'item' && showAround([node.data.item.id])}
              onNodeMouseEnter={(_event, node) => setPointedAt(node.id)} onNodeMouseLeave={() => setPointedAt(null)}
            >
              {layout && question.kind === 'around' && <Columns layout={layout} />}
            </ReactFlow>
          </div>
        </div>
      </section>
    </FocusContext.Provider>
  )
}

/** A small layered graph of its own, with a way back. */
export const FocusView = ({ question }: { readonly question: FocusQuestion }): ReactElement => (
  <ReactFlowProvider>
    <Focus question={question} />
  </ReactFlowProvider>
)
