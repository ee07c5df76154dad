import { grid, type Picture } from './picture-types'

/** What lies under a point of the picture, from the whole to the single. -1: nothing. */
export type Hit = {
  readonly lane: number
  readonly block: number
  readonly item: number
  /** On the name of a block, by which it is taken. */
  readonly onHeader: boolean
}

const nothing: Hit = { lane: -1, block: -1, item: -1, onHeader: false }

/** The lane at `x`; half of each gap belongs to it, so that there is always one to drop on. -1 outside of all. */
export const laneAt = ({ lanes }: Picture, x: number): number =>
  lanes.findIndex((lane) => x >= lane.x - grid.laneGap / 2 && x < lane.x + lane.width + grid.laneGap / 2)

const blockAt = ({ lanes, blocks }: Picture, lane: number, x: number, y: number): number => {
  const { start, end } = lanes[lane] ?? { start: 0, end: 0 }
  for (let block = start; block < end; block++) {
    const dx = x - (blocks.x[block] ?? 0)
    const dy = y - (blocks.y[block] ?? 0)
    if (dx >= 0 && dy >= 0 && dx < (blocks.width[block] ?? 0) && dy < (blocks.height[block] ?? 0)) return block
  }
  return -1
}

const itemAt = (picture: Picture, block: number, x: number, y: number): number => {
  const { order, blocks } = picture
  for (let place = blocks.start[block] ?? 0; place < (blocks.end[block] ?? 0); place++) {
    const item = order[place] ?? 0
    const dx = x - (picture.x[item] ?? 0)
    const dy = y - (picture.y[item] ?? 0)
    if (dx >= 0 && dy >= 0 && dx < (picture.width[item] ?? 0) && dy < (picture.height[item] ?? 0)) return item
  }
  return -1
}

/** `headerHeight` in flow pixels: names grow as one goes away. */
export const hitAt = (picture: Picture, x: number, y: number, headerHeight: number = grid.header): Hit => {
  const lane = laneAt(picture, x)
  if (lane < 0) return nothing
  const block = blockAt(picture, lane, x, y)
  if (block < 0) return { ...nothing, lane }
  const count = (picture.blocks.end[block] ?? 0) - (picture.blocks.start[block] ?? 0)
  const isClosed = picture.blocks.closed[block] === 1
  const onHeader = isClosed || (count > 1 && y < (picture.blocks.y[block] ?? 0) + headerHeight)
  return { lane, block, item: onHeader ? -1 : itemAt(picture, block, x, y), onHeader }
}

export const itemsOfBlock = ({ order, blocks }: Picture, block: number): number[] =>
  Array.from(order.subarray(blocks.start[block] ?? 0, blocks.end[block] ?? 0))

/** Where an item is seen: itself, or the closed block that it is in. null where it is hidden. */
export const boxOfItem = (picture: Picture, item: number): { x: number; y: number; width: number; height: number } | null => {
  const block = picture.blockOf[item] ?? -1
  if (block < 0) return null
  if (picture.blocks.closed[block] === 1) return boxOfBlock(picture, block)
  return { x: picture.x[item] ?? 0, y: picture.y[item] ?? 0, width: picture.width[item] ?? 0, height: picture.height[item] ?? 0 }
}

export const boxOfBlock = ({ blocks }: Picture, block: number): { x: number; y: number; width: number; height: number } => ({
  x: blocks.x[block] ?? 0, y: blocks.y[block] ?? 0, width: blocks.width[block] ?? 0, height: blocks.height[block] ?? 0,
})
