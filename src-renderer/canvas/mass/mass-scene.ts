import { boxOfBlock } from './hit'
import type { Level } from './levels'
import { mostBlocks, mostNodes, type Picture } from './picture-types'

/** A part of the picture, in flow pixels. */
export type Area = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

/** What React Flow holds; the canvas draws everything. */
export type MassNode =
  | { readonly kind: 'block'; readonly id: string; readonly block: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly kind: 'card'; readonly id: string; readonly item: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const roomFor = (picture: Picture): number => Math.min(mostBlocks, mostNodes - picture.lanes.length)

const sizeOf = ({ blocks }: Picture, block: number): number => (blocks.end[block] ?? 0) - (blocks.start[block] ?? 0)

const isSeen = (area: Area, x: number, y: number, width: number, height: number): boolean =>
  x < area.x1 && y < area.y1 && x + width > area.x0 && y + height > area.y0

/** Blocks stand for themselves by their group, so that one that moves stays the same node. */
const blockId = (picture: Picture, block: number): string => {
  const group = picture.model.groups[picture.blocks.group[block] ?? -1]
  return group ? `block:${group.id}:${picture.lanes[picture.blocks.lane[block] ?? 0]?.key}` : `block:${picture.lanes[picture.blocks.lane[block] ?? 0]?.key}:${picture.order[picture.blocks.start[block] ?? 0]}`
}

const blocksIn = (picture: Picture, area: Area, isWanted: (block: number) => boolean): number[] => {
  const { blocks } = picture
  const found: number[] = []
  for (let block = 0; block < blocks.count; block++) {
    if (!isWanted(block)) continue
    if (isSeen(area, blocks.x[block] ?? 0, blocks.y[block] ?? 0, blocks.width[block] ?? 0, blocks.height[block] ?? 0)) found.push(block)
  }
  return found
}

const toBlock = (picture: Picture, block: number): MassNode => ({
  kind: 'block', id: blockId(picture, block), block, ...boxOfBlock(picture, block),
})

/** On the screen, in pixels: smaller blocks have no room for their name. */
const readable = { width: 54, height: 20 } as const

/** The largest ones, as far as they can be read; of equal ones those nearest to the middle. */
const blockNodes = (picture: Picture, area: Area, zoom: number): MassNode[] => {
  const { blocks } = picture
  const far = (block: number): number => Math.max(
    Math.abs((blocks.x[block] ?? 0) + (blocks.width[block] ?? 0) / 2 - (area.x0 + area.x1) / 2) / (area.x1 - area.x0),
    Math.abs((blocks.y[block] ?? 0) + (blocks.height[block] ?? 0) / 2 - (area.y0 + area.y1) / 2) / (area.y1 - area.y0),
  )
  const isWanted = (block: number): boolean =>
    (sizeOf(picture, block) > 1 || blocks.closed[block] === 1) &&
    (blocks.width[block] ?? 0) * zoom >= readable.width && (blocks.height[block] ?? 0) * zoom >= readable.height
  return blocksIn(picture, area, isWanted)
    .sort((a, b) => sizeOf(picture, b) - sizeOf(picture, a) || far(a) - far(b))
    .slice(0, roomFor(picture))
    .map((block) => toBlock(picture, block))
}

/** The ones nearest to the middle: those that are looked at. Closed blocks stand for their items. */
const cardNodes = (picture: Picture, area: Area): MassNode[] => {
  const middle = { x: (area.x0 + area.x1) / 2, y: (area.y0 + area.y1) / 2 }
  const nodes: { node: MassNode; far: number }[] = []
  for (const block of blocksIn(picture, area, () => true)) {
    if (picture.blocks.closed[block] === 1) {
      nodes.push({ node: toBlock(picture, block), far: 0 })
      continue
    }
    for (let place = picture.blocks.start[block] ?? 0; place < (picture.blocks.end[block] ?? 0); place++) {
      const item = picture.order[place] ?? 0
      const box = { x: picture.x[item] ?? 0, y: picture.y[item] ?? 0, width: picture.width[item] ?? 0, height: picture.height[item] ?? 0 }
      if (!isSeen(area, box.x, box.y, box.width, box.height)) continue
      const far = Math.max(Math.abs(box.x + box.width / 2 - middle.x) / (area.x1 - area.x0), Math.abs(box.y + box.height / 2 - middle.y) / (area.y1 - area.y0))
      nodes.push({ node: { kind: 'card', id: `card:${item}`, item, ...box }, far })
    }
  }
  return nodes.sort((a, b) => a.far - b.far).slice(0, roomFor(picture)).map(({ node }) => node)
}

/**
 * Decides what React Flow holds of the picture in this area at this level: together with the lanes at most 224 nodes, on
 * any estate. Nothing at all for the programme: its lanes are drawn as a strip of headers.
 */
export const massScene = (picture: Picture, area: Area, level: Level, zoom: number): readonly MassNode[] => {
  switch (level) {
    case 'programme':
      return []
    case 'groups':
    case 'items':
      return blockNodes(picture, area, zoom)
    case 'cards':
      return cardNodes(picture, area)
  }
}
