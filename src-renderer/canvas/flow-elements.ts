import type { Edge, Node } from '@xyflow/react'
import type { ItemKind } from '@core/estate/item'
import type { GraphModel } from './graph-model'
import { waveOfItem } from './graph-model'
import type { Scene, SceneEdge, SceneNode } from './scene-types'

/** How a block stands to what is selected: apart (dimmed), near (one end of its dependencies is selected) or plain. */
export type Emphasis = 'plain' | 'selected' | 'near' | 'apart'

export type BlockData = {
  readonly scene: SceneNode
  readonly name: string
  readonly kind: ItemKind | null
  /** Position in the model's waves; -1 is unplanned, null has no wave (platforms, what stays, lanes of no wave). */
  readonly wave: number | null
  readonly items: number
  readonly hard: number
  readonly warnings: number
  readonly emphasis: Emphasis
  readonly current: boolean
}

export type FlowNode = Node<BlockData & Record<string, unknown>, 'lane' | 'item' | 'group' | 'rest'>

export type LineData = {
  readonly path: string
  readonly middle: { readonly x: number; readonly y: number }
  readonly count: number
  readonly hard: boolean
  readonly broken: boolean
  readonly emphasis: Emphasis
}

export type FlowEdge = Edge<LineData & Record<string, unknown>, 'line'>

export type Marks = {
  readonly selected: ReadonlySet<number>
  /** The node that the keyboard stands on. */
  readonly current: string | null
}

const itemsOfNode = (model: GraphModel, node: SceneNode): readonly number[] => {
  if (node.kind === 'item') return [node.item]
  if (node.kind === 'group') return model.members[node.group] ?? []
  return []
}

const waveOfNode = (model: GraphModel, node: SceneNode): number | null => {
  if (node.kind === 'lane') return node.title.kind === 'wave' ? node.title.wave : null
  if (node.kind === 'group') return model.waveOfGroup[node.group] ?? -1
  if (node.kind !== 'item') return null
  return (model.groupOf[node.item] ?? -1) < 0 ? null : waveOfItem(model, node.item)
}

const sum = (counts: Uint16Array, items: readonly number[]): number =>
  items.reduce((total, item) => total + (counts[item] ?? 0), 0)

/** Nodes whose items are all selected. */
const selectedNodes = (model: GraphModel, scene: Scene, selected: ReadonlySet<number>): ReadonlySet<string> => {
  if (selected.size === 0) return new Set()
  const nodes = scene.nodes.filter((node) => {
    const items = itemsOfNode(model, node)
    return items.length > 0 && items.every((item) => selected.has(item))
  })
  return new Set(nodes.map((node) => node.id))
}

/** Nodes that hold a selected item, whole or in part: their dependencies are drawn strongly. */
const touchedNodes = (scene: Scene, selected: ReadonlySet<number>): ReadonlySet<string> =>
  new Set([...selected].map((item) => scene.nodeOfItem[item]).filter((id): id is string => typeof id === 'string'))

type Highlights = { readonly selected: ReadonlySet<string>; readonly touched: ReadonlySet<string>; readonly near: ReadonlySet<string> }

const highlightsOf = (model: GraphModel, scene: Scene, selected: ReadonlySet<number>): Highlights => {
  const touched = touchedNodes(scene, selected)
  const near = new Set<string>()
  for (const edge of scene.edges) {
    if (touched.has(edge.source)) near.add(edge.target)
    if (touched.has(edge.target)) near.add(edge.source)
  }
  return { selected: selectedNodes(model, scene, selected), touched, near }
}

const emphasisOf = (node: SceneNode, highlights: Highlights): Emphasis => {
  if (highlights.touched.size === 0 || node.kind === 'lane') return 'plain'
  if (highlights.selected.has(node.id)) return 'selected'
  if (highlights.touched.has(node.id) || highlights.near.has(node.id)) return 'near'
  return node.kind === 'group' && node.open ? 'plain' : 'apart'
}

const nameOf = (model: GraphModel, node: SceneNode): string => {
  if (node.kind === 'item') return model.items[node.item]?.name ?? ''
  if (node.kind === 'group') return model.groups[node.group]?.name ?? ''
  return ''
}

/** Lanes and opened groups lie below the lines, so that those inside a group are seen; blocks lie above all lines. */
const layerOf = (node: SceneNode): number => {
  if (node.kind === 'lane' || (node.kind === 'group' && node.open)) return 0
  return node.kind === 'item' ? 3 : 2
}

const lineLayer = 1

const toNode = (model: GraphModel, node: SceneNode, highlights: Highlights, current: string | null): FlowNode => {
  const items = itemsOfNode(model, node)
  const data: BlockData = {
    scene: node,
    name: nameOf(model, node),
    kind: node.kind === 'item' ? (model.items[node.item]?.kind ?? null) : null,
    wave: waveOfNode(model, node),
    items: items.length,
    hard: sum(model.hardOfItem, items),
    warnings: sum(model.warningsOfItem, items),
    emphasis: emphasisOf(node, highlights),
    current: node.id === current,
  }
  const { width, height } = node
  return {
    id: node.id,
    type: node.kind,
    position: { x: node.x, y: node.y },
    width,
    height,
    measured: { width, height },
    zIndex: layerOf(node),
    selectable: false,
    focusable: false,
    data: { ...data },
  }
}

const round = (value: number): number => Math.round(value)

/** A curve from the side of one block to the facing side of the other; blocks above each other are joined by a bow. */
export const lineOf = (from: SceneNode, to: SceneNode): Pick<LineData, 'path' | 'middle'> => {
  const y1 = from.y + from.height / 2
  const y2 = to.y + to.height / 2
  const forward = from.x + from.width <= to.x
  const backward = to.x + to.width <= from.x
  const x1 = backward ? from.x : from.x + from.width
  const x2 = forward ? to.x : to.x + to.width
  const reach = forward || backward ? Math.max(24, Math.abs(x2 - x1) / 2) : 36
  const c1 = backward ? x1 - reach : x1 + reach
  const c2 = forward ? x2 - reach : x2 + reach
  const path = `M${round(x1)},${round(y1)} C${round(c1)},${round(y1)} ${round(c2)},${round(y2)} ${round(x2)},${round(y2)}`
  return { path, middle: { x: (x1 + 3 * c1 + 3 * c2 + x2) / 8, y: (y1 + y2) / 2 } }
}

const toEdge = (edge: SceneEdge, byId: ReadonlyMap<string, SceneNode>, touched: ReadonlySet<string>): FlowEdge[] => {
  const from = byId.get(edge.source)
  const to = byId.get(edge.target)
  if (!from || !to) return []
  const near = touched.has(edge.source) || touched.has(edge.target)
  const emphasis = touched.size === 0 ? 'plain' : near ? 'near' : 'apart'
  const data = { ...lineOf(from, to), count: edge.count, hard: edge.hard > 0, broken: edge.broken > 0, emphasis } as const
  return [{ id: edge.id, source: edge.source, target: edge.target, type: 'line', zIndex: lineLayer, data }]
}

const isSame = (a: Record<string, unknown>, b: Record<string, unknown>): boolean =>
  Object.keys(b).every((key) => {
    if (key === 'scene' || key === 'middle') return JSON.stringify(a[key]) === JSON.stringify(b[key])
    return a[key] === b[key]
  })

/** Keeps the old object where nothing changed, so that React Flow and React leave its block alone. */
const reuse = <Row extends { id: string; data?: Record<string, unknown> }>(
  previous: ReadonlyMap<string, Row>,
  next: Row,
  alike: (a: Row, b: Row) => boolean,
): Row => {
  const old = previous.get(next.id)
  return old?.data && next.data && alike(old, next) && isSame(old.data, next.data) ? old : next
}

export type FlowElements = { readonly nodes: FlowNode[]; readonly edges: FlowEdge[] }

const indexed = <Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]))

/** What React Flow draws for a scene, with as much of the `previous` elements as is still true. */
export const flowElements = (model: GraphModel, scene: Scene, marks: Marks, previous: FlowElements): FlowElements => {
  const highlights = highlightsOf(model, scene, marks.selected)
  const byId = new Map(scene.nodes.map((node) => [node.id, node]))
  const oldNodes = indexed(previous.nodes)
  const oldEdges = indexed(previous.edges)
  const nodes = scene.nodes.map((node) =>
    reuse(oldNodes, toNode(model, node, highlights, marks.current), (a, b) => a.position.x === b.position.x && a.position.y === b.position.y),
  )
  const edges = scene.edges
    .flatMap((edge) => toEdge(edge, byId, highlights.touched))
    .map((edge) => reuse(oldEdges, edge, (a, b) => a.zIndex === b.zIndex))
  return { nodes, edges }
}
