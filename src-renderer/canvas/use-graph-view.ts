import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useReactFlow, useStoreApi, type ReactFlowInstance } from '@xyflow/react'
import { announce } from '../app/announcer'
import { useTranslate } from '../i18n/use-translate'
import { clearSelection, placeOf, rememberPlace, select, useViewStore } from '../stores/view-store'
import type { GraphActions } from './graph-context'
import { isWalkKey, walk } from './graph-keyboard'
import { graphPlace, outward, rememberedState, withGroup, withLane, type GraphState } from './graph-state'
import { blockSentence } from './graph-words'
import type { SceneNode } from './scene-types'
import { useGraphScene, type GraphScene } from './use-graph-scene'

const stillAnimation = (): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250)

/** The state of the view, remembered outside it. */
const useRememberedState = () => {
  const [state, setState] = useState<GraphState>(() => rememberedState(placeOf(graphPlace)))
  useEffect(() => rememberPlace(graphPlace, state), [state])
  return [state, setState] as const
}

const itemIdsOf = ({ model }: GraphScene, node: SceneNode): readonly string[] => {
  if (node.kind === 'item') return [model.items[node.item]?.id ?? '']
  if (node.kind === 'group') return model.groups[node.group]?.itemIds ?? []
  return []
}

/** Centres a block, near enough to be read. */
const useCentre = () => {
  const flow = useReactFlow()
  return useCallback(
    (node: SceneNode, leastZoom: number) => {
      const zoom = Math.max(leastZoom, flow.getZoom())
      void flow.setCenter(node.x + node.width / 2, node.y + node.height / 2, { zoom, duration: stillAnimation() })
    },
    [flow],
  )
}

/** Answers a wish to see an item (from search, a violation, the inspector): opens its group, then centres it. */
const useFocusRequests = (graph: GraphScene, setState: (change: (state: GraphState) => GraphState) => void): void => {
  const request = useViewStore((view) => view.focusRequest)
  const answered = useRef(0)
  const centre = useCentre()
  const { model, scene } = graph
  useEffect(() => {
    if (!request || request.turn === answered.current) return
    const index = model.indexById.get(request.itemId)
    const nodeId = index === undefined ? null : scene.nodeOfItem[index]
    const node = scene.nodes.find((candidate) => candidate.id === nodeId)
    if (index === undefined) return
    const group = model.groups[model.groupOf[index] ?? -1]
    if (node?.kind === 'item' || (node?.kind === 'group' && node.open)) {
      answered.current = request.turn
      centre(node, 0.9)
      setState((state) => ({ ...state, current: node.id }))
    } else if (group) {
      setState((state) => withGroup(state, group.id, true))
    }
  }, [request, model, scene, centre, setState])
}

/** Names cannot be read further out than this. */
const readableZoom = 0.55

type Pane = { readonly width: number; readonly height: number }

/** The whole where it can be read; else as near as reading needs, from the selection or the first lane on. */
const showReadable = (flow: ReactFlowInstance, pane: Pane, { scene, selected }: GraphScene, duration: number): void => {
  const { bounds } = scene
  const whole = Math.min(pane.width / bounds.width, pane.height / bounds.height)
  if (whole >= readableZoom) return void flow.fitBounds(bounds, { padding: 0.04, duration })
  const [first] = selected
  const node = first === undefined ? undefined : scene.nodes.find(({ id }) => id === scene.nodeOfItem[first])
  if (node) return void flow.setCenter(node.x + node.width / 2, node.y + node.height / 2, { zoom: readableZoom, duration })
  const margin = 16
  void flow.setViewport({ x: margin - bounds.x * readableZoom, y: margin - bounds.y * readableZoom, zoom: readableZoom }, { duration })
}

export type ZoomHow = 'in' | 'out' | 'fit' | 'read' | 'selection'

const useZoom = (graph: GraphScene) => {
  const flow = useReactFlow()
  const store = useStoreApi()
  return useCallback(
    (how: ZoomHow) => {
      const duration = stillAnimation()
      if (how === 'in') return void flow.zoomIn({ duration })
      if (how === 'out') return void flow.zoomOut({ duration })
      if (how === 'fit') return void flow.fitBounds(graph.scene.bounds, { padding: 0.04, duration })
      if (how === 'read') return showReadable(flow, store.getState(), graph, duration)
      const ids = new Set([...graph.selected].map((item) => graph.scene.nodeOfItem[item]))
      const nodes = graph.scene.nodes.filter((node) => ids.has(node.id)).map(({ id }) => ({ id }))
      return void flow.fitView({ nodes, maxZoom: 1.1, padding: 0.2, duration })
    },
    [flow, graph, store],
  )
}

/** Shows the picture from its beginning when it becomes another picture, not when a block in it changes. */
const useFit = (state: GraphState, arrangement: string, isMeasured: boolean, zoom: (how: 'read') => void): void => {
  const picture = `${arrangement} ${state.openLane?.key ?? ''}`
  const shown = useRef<string | null>(state.viewport ? picture : null)
  useEffect(() => {
    if (!isMeasured || shown.current === picture) return
    shown.current = picture
    zoom('read')
  }, [picture, isMeasured, zoom])
}

const useKeyboard = (
  graph: GraphScene,
  state: GraphState,
  actions: GraphActions & { readonly back: () => void },
  setState: (change: (state: GraphState) => GraphState) => void,
) => {
  const { t } = useTranslate()
  const centre = useCentre()
  const { scene, model, elements } = graph
  return (event: KeyboardEvent): void => {
    const current = scene.nodes.find((node) => node.id === state.current)
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (isWalkKey(event.key)) {
      const next = walk(scene.nodes, state.current, event.key)
      const data = elements.nodes.find((node) => node.id === next?.id)?.data
      if (next) {
        setState((now) => ({ ...now, current: next.id }))
        centre(next, 0.6)
        if (data) announce(blockSentence(t, model, data))
      }
    } else if (event.key === 'Escape') {
      if (state.openLane) actions.back()
      else clearSelection()
    } else if (current && event.key === ' ') {
      actions.selectNode(current, event.shiftKey)
    } else if (current && event.key === 'Enter') {
      if (current.kind === 'group') actions.toggleGroup(model.groups[current.group]?.id ?? '', !current.open)
      else if (current.kind === 'rest') actions.openLane(current.lane)
      else actions.selectNode(current, event.shiftKey)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** Everything the graph view does, apart from what it looks like. */
export const useGraphView = () => {
  const [state, setState] = useRememberedState()
  const graph = useGraphScene(state)
  const zoom = useZoom(graph)
  useFocusRequests(graph, setState)
  // Before React Flow has measured its place, nothing can be fitted into it.
  const [isMeasured, setMeasured] = useState(false)
  useFit(state, `${graph.arrangement} ${graph.detail}`, isMeasured, zoom)
  const selection = useViewStore((view) => view.selection.itemIds)
  const actions = useMemo(
    (): GraphActions => ({
      model: graph.model,
      toggleGroup: (groupId, open) => setState((now) => withGroup(now, groupId, open)),
      openLane: (key) => setState((now) => withLane(now, key)),
      selectNode: (node, add) => {
        const ids = itemIdsOf(graph, node)
        if (ids.length > 0) select(ids, add ? 'toggle' : 'replace')
        setState((now) => ({ ...now, current: node.id }))
      },
    }),
    [graph, setState],
  )
  const back = useCallback(() => setState(outward), [setState])
  const change = useCallback((next: Partial<GraphState>) => setState((now) => ({ ...now, ...next })), [setState])
  const onKeyDown = useKeyboard(graph, state, { ...actions, back }, setState)
  const onInit = useCallback(() => setMeasured(true), [])
  return { state, change, graph, zoom, onInit, actions, back, onKeyDown, hasSelection: selection.size > 0 }
}
