import { itemKey } from './board-model'
import type { Board, Lane, LaneKey } from './board-model'

/** Where the keyboard is: a row of a lane, or the lane's header (null). */
export type Cursor = { readonly lane: LaneKey; readonly row: string | null }

export type Step =
  | 'up' | 'down' | 'left' | 'right' | 'page-up' | 'page-down' | 'lane-start' | 'lane-end' | 'board-start' | 'board-end'

export type WalkOptions = {
  /** Rows that a page jumps. */
  readonly page: number
  /** The row last visited in each lane, so that coming back lands there. */
  readonly rowByLane: ReadonlyMap<LaneKey, string | null>
}

const rowAt = (lane: Lane, index: number): string | null => {
  if (index < 0) return null
  return lane.rows[Math.min(index, lane.rows.length - 1)]?.key ?? null
}

const indexOf = (lane: Lane, row: string | null): number => (row === null ? -1 : (lane.indexByKey.get(row) ?? -1))

const within = (lane: Lane, index: number, step: Step, page: number): number => {
  const last = lane.rows.length - 1
  switch (step) {
    case 'up': return index - 1
    case 'down': return index + 1
    case 'page-up': return index < 0 ? -1 : Math.max(0, index - page)
    case 'page-down': return Math.min(last, index + page)
    case 'lane-start': return -1
    case 'lane-end': return last
    default: return index
  }
}

const enter = (lane: Lane, from: Cursor, index: number, options: WalkOptions): Cursor => {
  if (from.row === null) return { lane: lane.key, row: null }
  const remembered = options.rowByLane.get(lane.key)
  if (remembered && lane.indexByKey.has(remembered)) return { lane: lane.key, row: remembered }
  return { lane: lane.key, row: rowAt(lane, index) }
}

const laneIndexAfter = (board: Board, index: number, step: Step): number => {
  const last = board.lanes.length - 1
  switch (step) {
    case 'left': return Math.max(0, index - 1)
    case 'right': return Math.min(last, index + 1)
    case 'board-start': return 0
    case 'board-end': return last
    default: return index
  }
}

/** The place one step further; at an edge it stays. Above the first card of a lane lies its header. */
export const walk = (board: Board, from: Cursor, step: Step, options: WalkOptions): Cursor => {
  const laneIndex = Math.max(0, board.lanes.findIndex((lane) => lane.key === from.lane))
  const lane = board.lanes[laneIndex]
  if (!lane) return from
  const index = indexOf(lane, from.row)
  const next = board.lanes[laneIndexAfter(board, laneIndex, step)] ?? lane
  if (next !== lane) return enter(next, from, index, options)
  return { lane: lane.key, row: rowAt(lane, within(lane, index, step, options.page)) }
}

const itemPrefix = itemKey('')

/** Where a row is now, in whatever lane; for an item that has no row of its own, its group's card. */
const whereIs = (board: Board, key: string): Cursor | null => {
  const lane = board.lanes.find(({ indexByKey }) => indexByKey.has(key))
  if (lane) return { lane: lane.key, row: key }
  if (!key.startsWith(itemPrefix)) return null
  const itemId = key.slice(itemPrefix.length)
  for (const { key: laneKey, rows } of board.lanes) {
    const card = rows.find((row) => row.type === 'card' && row.group.itemIds.includes(itemId))
    if (card) return { lane: laneKey, row: card.key }
  }
  return null
}

/**
 * The cursor where it still exists, or where its row went; otherwise what took its place: the row that slid into its
 * index, the lane's header, or the first lane.
 */
export const settleCursor = (board: Board, cursor: Cursor, lastIndex: number): Cursor => {
  const lane = board.laneByKey.get(cursor.lane)
  if (lane && (cursor.row === null || lane.indexByKey.has(cursor.row))) return cursor
  const moved = cursor.row === null ? null : whereIs(board, cursor.row)
  if (moved) return moved
  if (!lane) return { lane: board.lanes[0]?.key ?? cursor.lane, row: null }
  return { lane: lane.key, row: rowAt(lane, Math.max(0, lastIndex)) }
}
