import type { GraphModel } from '../graph-model'
import type { Box, LaneKey, LaneTitle } from '../lane-title'

/** One column of the picture. Lengths in flow pixels. */
export type PictureLane = Box & {
  readonly key: LaneKey
  readonly title: LaneTitle
  /** Folded up to its header: its items lie in one block. */
  readonly folded: boolean
  /** Cells side by side. */
  readonly columns: number
  /** Its blocks are `start` to `end` (not included). */
  readonly start: number
  readonly end: number
  readonly items: number
  /** Person-days. */
  readonly effort: number
}

/** All blocks as columns of numbers: block `b` is the b-th of each. A block is one move group in one lane, or a single item. */
export type BlockTable = {
  readonly count: number
  readonly lane: Int16Array
  /** Index in the model's groups; -1 where an item has none, or the block sums up a folded lane. */
  readonly group: Int32Array
  readonly x: Float32Array
  readonly y: Float32Array
  readonly width: Float32Array
  readonly height: Float32Array
  /** Its items are `order[start]` to `order[end]` (not included). */
  readonly start: Uint32Array
  readonly end: Uint32Array
  /** 1: its items are not drawn one by one. */
  readonly closed: Uint8Array
}

/**
 * Where everything lies, whatever part of it is looked at. Made from the plan and the settings alone; looking around
 * changes nothing in it.
 */
export type Picture = {
  readonly model: GraphModel
  readonly lanes: readonly PictureLane[]
  readonly blocks: BlockTable
  /** Item indices in the order of the blocks. */
  readonly order: Uint32Array
  /** Block of each item; -1 where it is hidden. */
  readonly blockOf: Int32Array
  /** Corner and size of each item; height 0 inside a closed block. */
  readonly x: Float32Array
  readonly y: Float32Array
  readonly width: Float32Array
  readonly height: Float32Array
  readonly bounds: Box
  /** Items in the picture; the rest is hidden. */
  readonly shown: number
}

/** The grid on which items lie, and what is around it. */
export const grid = {
  cellWidth: 176,
  cellHeight: 56,
  itemWidth: 160,
  itemHeight: 44,
  /** Name of a group above its items. */
  header: 40,
  blockGap: 12,
  lanePadding: 14,
  laneGap: 30,
  foldedWidth: 200,
} as const

/** Lanes that are cut out of the plan's waves; what has no wave gets lanes of its own beside them. */
export const mostLanes = 24

/** Blocks and lanes together (reference figures: React Flow's knee lies at 150 to 500 nodes). */
export const mostNodes = 224
export const mostBlocks = 200
export const mostLines = 150
