import type { GraphModel } from './graph-model'
import { sceneEdges } from './scene-edges'
import type { Box, Scene, SceneNode } from './scene-types'

/** A scene while it is being made: what has been placed, and which node holds each item (-1: none). */
export type Building = { readonly nodes: SceneNode[]; readonly nodeOfItem: Int32Array }

export const addNode = (building: Building, node: SceneNode, items: readonly number[]): void => {
  building.nodes.push(node)
  for (const item of items) building.nodeOfItem[item] = building.nodes.length - 1
}

const nodesWhere = (nodeOfItem: Int32Array, wanted: ReadonlySet<number>): Set<number> =>
  new Set([...wanted].map((item) => nodeOfItem[item] ?? -1).filter((node) => node >= 0))

/** Adds the edges between the nodes placed so far. */
export const finishScene = (
  model: GraphModel,
  building: Building,
  wanted: ReadonlySet<number>,
  mostEdges: number,
  bounds: Box,
): Scene => {
  const ids = building.nodes.map((node) => node.id)
  const marked = nodesWhere(building.nodeOfItem, wanted)
  const sums = sceneEdges(model, ids, building.nodeOfItem, marked, mostEdges)
  const nodeOfItem = Array.from(building.nodeOfItem, (node) => (node < 0 ? null : (ids[node] ?? null)))
  return { nodes: building.nodes, ...sums, nodeOfItem, bounds }
}

export const startBuilding = (model: GraphModel): Building => ({
  nodes: [],
  nodeOfItem: new Int32Array(model.items.length).fill(-1),
})
