import type { WalkKey } from '../graph-keyboard'
import type { Box } from '../lane-title'
import { boxOfBlock, boxOfItem, itemsOfBlock } from './hit'
import type { Cursor } from './mass-store'
import type { Picture } from './picture-types'

/** Where a cursor stands now: indices of the picture; null where it is gone. */
export type Standing = { readonly kind: 'lane' | 'block' | 'item'; readonly at: number; readonly box: Box }

export const standingOf = (picture: Picture, cursor: Cursor | null): Standing | null => {
  if (!cursor) return null
  if (cursor.kind === 'lane') {
    const at = picture.lanes.findIndex(({ key }) => key === cursor.key)
    const lane = picture.lanes[at]
    return lane ? { kind: 'lane', at, box: { ...lane, height: picture.bounds.height } } : null
  }
  const item = picture.model.indexById.get(cursor.itemId) ?? -1
  const block = picture.blockOf[item] ?? -1
  if (block < 0) return null
  if (cursor.kind === 'block') return { kind: 'block', at: block, box: boxOfBlock(picture, block) }
  const box = boxOfItem(picture, item)
  return box && { kind: 'item', at: item, box }
}

const idOf = ({ model }: Picture, item: number): string => model.items[item]?.id ?? ''

export const cursorOfBlock = (picture: Picture, block: number): Cursor =>
  ({ kind: 'block', itemId: idOf(picture, picture.order[picture.blocks.start[block] ?? 0] ?? -1) })

export const cursorOfItem = (picture: Picture, item: number): Cursor => ({ kind: 'item', itemId: idOf(picture, item) })

const isSingle = ({ blocks }: Picture, block: number): boolean => (blocks.end[block] ?? 0) - (blocks.start[block] ?? 0) === 1

/** One step nearer: from a lane to its first group, from a group to its first item. */
export const inward = (picture: Picture, standing: Standing | null): Cursor | null => {
  if (!standing) return picture.lanes[0] ? { kind: 'lane', key: picture.lanes[0].key } : null
  if (standing.kind === 'lane') {
    const lane = picture.lanes[standing.at]
    if (!lane || lane.start === lane.end) return null
    return isSingle(picture, lane.start) && picture.blocks.closed[lane.start] !== 1
      ? cursorOfItem(picture, picture.order[picture.blocks.start[lane.start] ?? 0] ?? -1)
      : cursorOfBlock(picture, lane.start)
  }
  if (standing.kind === 'block' && picture.blocks.closed[standing.at] !== 1) {
    const [first] = itemsOfBlock(picture, standing.at)
    return first === undefined ? null : cursorOfItem(picture, first)
  }
  return null
}

/** One step out: from an item to its group, from a group to its lane, from a lane to nothing. */
export const outward = (picture: Picture, standing: Standing): Cursor | null => {
  if (standing.kind === 'lane') return null
  const block = standing.kind === 'item' ? (picture.blockOf[standing.at] ?? -1) : standing.at
  if (standing.kind === 'item' && !isSingle(picture, block)) return cursorOfBlock(picture, block)
  const lane = picture.lanes[picture.blocks.lane[block] ?? -1]
  return lane ? { kind: 'lane', key: lane.key } : null
}

const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const

/** How far along the key's direction, and how far off to its side, counting three times. Infinity behind. */
const costOf = (from: Box, to: Box, key: WalkKey): number => {
  const [sx, sy] = step[key]
  const dx = to.x + to.width / 2 - from.x - from.width / 2
  const dy = to.y + to.height / 2 - from.y - from.height / 2
  const ahead = dx * sx + dy * sy
  const aside = Math.abs(dx * sy) + Math.abs(dy * sx)
  return ahead > 1 ? ahead + 3 * aside : Infinity
}

const nearestBlock = (picture: Picture, from: Box, key: WalkKey, isWanted: (block: number) => boolean): number => {
  let best = -1
  let least = Infinity
  for (let block = 0; block < picture.blocks.count; block++) {
    if (!isWanted(block)) continue
    const cost = costOf(from, boxOfBlock(picture, block), key)
    if (cost < least) {
      least = cost
      best = block
    }
  }
  return best
}

const nearestItem = (picture: Picture, from: Box, key: WalkKey): number => {
  let best = -1
  let least = Infinity
  for (const item of picture.order) {
    const box = boxOfItem(picture, item)
    const cost = box ? costOf(from, box, key) : Infinity
    if (cost < least) {
      least = cost
      best = item
    }
  }
  return best
}

/** Where an arrow leads: lanes side by side, groups and items to the nearest ahead. null at the edge. */
export const walkTo = (picture: Picture, standing: Standing | null, key: WalkKey): Cursor | null => {
  if (!standing) return inward(picture, null)
  if (standing.kind === 'lane') {
    if (key === 'ArrowDown') return inward(picture, standing)
    const lane = key === 'ArrowUp' ? undefined : picture.lanes[standing.at + step[key][0]]
    return lane ? { kind: 'lane', key: lane.key } : null
  }
  if (standing.kind === 'block') {
    const block = nearestBlock(picture, standing.box, key, (other) => other !== standing.at && !isSingle(picture, other))
    if (block >= 0) return cursorOfBlock(picture, block)
    return key === 'ArrowUp' ? outward(picture, standing) : null
  }
  const item = nearestItem(picture, standing.box, key)
  return item < 0 ? null : cursorOfItem(picture, item)
}
