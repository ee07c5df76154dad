import { useEffect, useRef, useState } from 'react'
import { ReactFlow, ReactFlowProvider, type EdgeTypes, type NodeTypes, type Viewport } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useTranslate } from '../i18n/use-translate'
import { clearSelection } from '../stores/view-store'
import { usePlanDocument } from '../stores/plan-store'
import { GroupBlock, ItemBlock, LaneBlock, RestBlock } from './flow-blocks'
import type { FlowNode } from './flow-elements'
import { FlowLine, LineArrows } from './flow-line'
import { useFocus } from './focus/focus-store'
import { FocusView } from './focus/focus-view'
import { GraphContext } from './graph-context'
import { GraphLegend } from './graph-legend'
import type { GraphModel } from './graph-model'
import { GraphToolbar } from './graph-toolbar'
import { limits } from './scene-types'
import { useGraphView } from './use-graph-view'
import styles from './graph.module.css'

const nodeTypes: NodeTypes = { lane: LaneBlock, item: ItemBlock, group: GroupBlock, rest: RestBlock }
const edgeTypes: EdgeTypes = { line: FlowLine }

/** Labels grow in steps as one goes further away, by a variable of the style sheet and not by drawing anew. */
const farness = (zoom: number): number => (zoom < 0.32 ? 3 : zoom < 0.5 ? 2 : zoom < 0.75 ? 1 : 0)

/** Beyond what the picture holds, groups are opened one by one. */
const canShowItems = (model: GraphModel): boolean => model.items.length <= limits.blocks

const EmptyGraph = () => {
  const { t } = useTranslate()
  return (
    <div className={styles.empty}>
      <strong>{t('graph.empty')}</strong>
      <span>{t('graph.emptyHint')}</span>
    </div>
  )
}

const Graph = () => {
  const { t } = useTranslate()
  const view = useGraphView()
  const { state, graph } = view
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Who opens the graph wants to use it: its keys work at once, unless something is being typed or asked.
    if (!document.activeElement?.closest('input, textarea, [role=dialog]')) pane.current?.focus({ preventScroll: true })
  }, [])
  const [far, setFar] = useState(farness(state.viewport?.zoom ?? 1))
  const onMoveEnd = (_event: unknown, viewport: Viewport): void => view.change({ viewport })
  return (
    <GraphContext.Provider value={view.actions}>
      <div className={styles.view}>
        <GraphToolbar {...view} scene={graph.scene} arrangement={graph.arrangement} detail={graph.detail} canShowItems={canShowItems(graph.model)} />
        <div
          ref={pane}
          className={styles.canvas}
          data-far={far}
          tabIndex={0}
          role="application"
          aria-label={`${t('graph.label')}. ${t('graph.help')}`}
          onKeyDown={view.onKeyDown}
        >
          <LineArrows />
          <ReactFlow
            nodes={graph.elements.nodes}
            edges={graph.elements.edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            {...(state.viewport ? { defaultViewport: state.viewport } : {})}
            minZoom={0.03}
            maxZoom={2}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            elevateNodesOnSelect={false}
            disableKeyboardA11y
            zoomOnDoubleClick={false}
            onInit={view.onInit}
            onPaneClick={clearSelection}
            onNodeClick={(event, node: FlowNode) =>
              view.actions.selectNode(node.data.scene, event.ctrlKey || event.metaKey || event.shiftKey)
            }
            onMove={(_event, viewport) => setFar(farness(viewport.zoom))}
            onMoveEnd={onMoveEnd}
          />
          <GraphLegend model={graph.model} />
        </div>
      </div>
    </GraphContext.Provider>
  )
}

/** The estate as a dependency graph. */
export const GraphView = () => {
  const { estate } = usePlanDocument()
  const question = useFocus()
  if (estate.items.length === 0) return <EmptyGraph />
  if (question) return <FocusView question={question} />
  return (
    <ReactFlowProvider>
      <Graph />
    </ReactFlowProvider>
  )
}
