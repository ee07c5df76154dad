import { createContext, useContext } from 'react'
import type { GraphModel } from './graph-model'
import type { SceneNode } from './scene-types'

/** What a block can ask of the graph. */
export type GraphActions = {
  readonly model: GraphModel
  readonly toggleGroup: (groupId: string, open: boolean) => void
  readonly openLane: (key: string) => void
  readonly selectNode: (node: SceneNode, add: boolean) => void
}

export const GraphContext = createContext<GraphActions | null>(null)

export const useGraph = (): GraphActions => {
  const actions = useContext(GraphContext)
  if (!actions) throw new Error('A block is drawn outside the graph')
  return actions
}
