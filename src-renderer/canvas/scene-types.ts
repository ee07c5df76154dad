/** What the graph shows: plain data, made by `scene` and drawn by React Flow. Lengths in flow pixels. */

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type LaneKey = string

/** What a lane stands for; the sentence is made where it is drawn. */
export type LaneTitle =
  | { readonly kind: 'wave'; readonly wave: number }
  | { readonly kind: 'waves'; readonly first: number; readonly last: number }
  | { readonly kind: 'unplanned' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'level'; readonly level: number }
  /** An organisation, a platform, a supplier: its own name. */
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'others'; readonly count: number }
  /** What has no value in the field that the lanes are made of. */
  | { readonly kind: 'none' }

export type LaneNode = Box & {
  readonly kind: 'lane'
  readonly id: string
  readonly key: LaneKey
  readonly title: LaneTitle
  readonly groups: number
  readonly items: number
}

export type ItemNode = Box & { readonly kind: 'item'; readonly id: string; readonly item: number }

export type GroupNode = Box & {
  readonly kind: 'group'
  readonly id: string
  readonly group: number
  readonly open: boolean
}

/** Groups that are summed up because there are more than the picture can hold. */
export type RestNode = Box & {
  readonly kind: 'rest'
  readonly id: string
  readonly lane: LaneKey
  readonly groups: number
  readonly items: number
}

export type SceneNode = LaneNode | ItemNode | GroupNode | RestNode

/** All dependencies between two nodes, summed up. */
export type SceneEdge = {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly count: number
  readonly hard: number
  readonly broken: number
}

export type Scene = {
  readonly nodes: readonly SceneNode[]
  readonly edges: readonly SceneEdge[]
  /** Dependencies that run between two shown nodes but are not drawn. */
  readonly hiddenDependencies: number
  /** Dependencies whose both ends lie in one node. */
  readonly insideDependencies: number
  /** Node id that holds each item, by item index; null where an item is not part of this picture. */
  readonly nodeOfItem: readonly (string | null)[]
  readonly bounds: Box
}

export const limits = {
  /** Items, groups and sums together (reference figures: React Flow's knee lies at 150 to 500 nodes). */
  blocks: 200,
  lanes: 24,
  edges: 150,
} as const

export const sizes = {
  item: { width: 184, height: 44 },
  group: { width: 200, height: 60 },
  groupHeader: 30,
  padding: 8,
  gap: 10,
  columnGap: 24,
  laneGap: 44,
  laneHeader: 58,
  emptyLane: 100,
} as const
