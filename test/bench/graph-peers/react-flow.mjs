import { ReactFlow, ReactFlowProvider, applyNodeChanges, useReactFlow, Handle, Position } from '@xyflow/react'
import { createElement as h, memo, useCallback, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'

/** P1: React Flow as it comes, with only what is visible mounted and all sizes given. */

const size = { width: 160, height: 44 }

const Card = memo(({ data }) => h('div', { className: 'card' },
  h(Handle, { type: 'target', position: Position.Left }), data.name, h(Handle, { type: 'source', position: Position.Right })))
Card.displayName = 'Card'
const nodeTypes = { card: Card }

const violations = (estate) => estate.from.reduce((count, from, edge) =>
  count + Number(estate.isHard[edge] === 1 ? estate.waves[from] !== estate.waves[estate.to[edge]] : estate.waves[from] < estate.waves[estate.to[edge]]), 0)

/** The item in the middle of the estate in the middle of the window, life-size. */
const nearView = ({ x, y, middle }) => ({ x: innerWidth / 2 - x[middle] - size.width / 2, y: innerHeight / 2 - y[middle] - size.height / 2, zoom: 1 })

const Graph = ({ estate }) => {
  const [nodes, setNodes] = useState(() => estate.names.map((name, item) => ({
    id: `${item}`, type: 'card', position: { x: estate.x[item], y: estate.y[item] }, ...size, measured: size,
    handles: [{ type: 'target', position: 'left', x: 0, y: 22, width: 1, height: 1 }, { type: 'source', position: 'right', x: 160, y: 22, width: 1, height: 1 }],
    data: { name },
  })))
  const [edges] = useState(() => estate.from.map((from, edge) => ({ id: `e${edge}`, source: `${from}`, target: `${estate.to[edge]}` })))
  const flow = useReactFlow()
  const onNodesChange = useCallback((changes) => setNodes((now) => applyNodeChanges(changes, now)), [])
  useEffect(() => {
    window.peer = {
      ready: true,
      near: () => flow.setViewport(nearView(estate)),
      fit: () => flow.fitView(),
      /** Moves items to another wave, evaluates, and shows it. */
      move: (count) => {
        for (let item = 0; item < count; item++) estate.waves[item] = 20
        const broken = violations(estate)
        flushSync(() => setNodes((now) => now.map((node, item) => (item < count ? { ...node, position: { x: node.position.x + 900, y: node.position.y } } : node))))
        return broken
      },
    }
  }, [flow, estate])
  return h(ReactFlow, { nodes, edges, nodeTypes, onNodesChange, onlyRenderVisibleElements: true, minZoom: 0.01, panOnDrag: [0, 1, 2],
    defaultViewport: nearView(estate) })
}

const root = document.getElementById('root')
createRoot(root).render(h(ReactFlowProvider, null, h(Graph, { estate: window.estate })))
