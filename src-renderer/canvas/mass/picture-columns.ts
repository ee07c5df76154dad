import type { LaneKey } from '../lane-title'
import { grid } from './picture-types'
import { ribbonBand } from './ribbons'

/** What decides how wide a lane is. */
export type LaneCells = { readonly key: LaneKey; readonly folded: boolean; readonly cells: number }

/** Width to height of the place where the picture is shown: a laptop's window less its bars. */
const windowShape = 2.7

/** Names of groups and what stays empty, beside the cells themselves. */
const overhead = { header: 0.8, waste: 1.12 } as const

export const widthOf = (columns: number): number => columns * grid.cellWidth + 2 * grid.lanePadding

/** No lane is narrower than this part of a mean one, so that its name can be read and it can be hit: among many, that is little. */
const narrowest = (lanes: number): number => (lanes <= 12 ? 1 / 3 : 2 / 3)

const leastColumns = (cells: number, lanes: number, rows: number): number => Math.max(1, Math.ceil((cells / lanes / rows) * narrowest(lanes)))

const totalOf = (lanes: readonly LaneCells[]): number => lanes.reduce((sum, { cells }) => sum + cells, 0)

/**
 * Rows of a lane that is full: as many as make the whole picture as wide as a window is. Lanes with more get more
 * columns, so that they are all of about one height, and their width says how much is in them.
 */
const rowsFor = (lanes: readonly LaneCells[], headers: number): number => {
  const total = totalOf(lanes)
  const filled = ((total + overhead.header * headers) * overhead.waste) / Math.max(1, total)
  const unlike = (rows: number): number => {
    const least = leastColumns(total, lanes.length, rows)
    const width = lanes.reduce((sum, { cells }) => sum + widthOf(Math.max(least, Math.ceil((cells * filled) / rows))) + grid.laneGap, 0)
    return Math.abs(Math.log(width / (rows * grid.cellHeight) / windowShape))
  }
  let best = 4
  for (let rows = 4; rows <= Math.max(4, total * 2); rows = Math.max(rows + 1, Math.round(rows * 1.04))) {
    if (unlike(rows) < unlike(best)) best = rows
  }
  return best / filled
}

/** As many as needed; those of before while they are neither far too few nor far too many. */
const columnsOf = ({ cells, folded }: LaneCells, least: number, rows: number, before: number | undefined): number => {
  if (folded) return 1
  const wanted = Math.max(least, Math.ceil(cells / rows))
  if (before === undefined || before < least || cells === 0) return wanted
  const now = cells / before
  return now <= rows * 1.5 && now >= rows * 0.5 ? before : wanted
}

const none: ReadonlyMap<LaneKey, number> = new Map()

const columnsAt = (lanes: readonly LaneCells[], rows: number, before: ReadonlyMap<LaneKey, number>): number[] => {
  const least = leastColumns(totalOf(lanes), Math.max(1, lanes.length), rows)
  return lanes.map((lane) => columnsOf(lane, least, rows, before.get(lane.key)))
}

/** Up to so many cells it is tried out how they pack: in a small picture it is chance what stays empty. */
const mostTried = 3000
const tries = [0.3, 0.37, 0.45, 0.55, 0.65, 0.75, 0.85, 0.93, 1, 1.1, 1.2] as const

type HeightOf = (lane: number, columns: number) => number

/** How large the picture could be shown in a window, whole. */
const zoomOf = (columns: readonly number[], heightOf: HeightOf): number => {
  const width = columns.reduce((sum, count) => sum + widthOf(count) + grid.laneGap, 0)
  const height = columns.reduce((most, count, lane) => Math.max(most, heightOf(lane, count)), 0)
  return Math.min(windowShape / width, 1 / (height + ribbonBand(height)))
}

/**
 * Columns of each lane. `heightOf` packs a lane into columns and says how high it becomes; `before` has the columns of
 * lanes as they were, which are kept while they do.
 */
export const columnsFor = (lanes: readonly LaneCells[], headers: number, before: ReadonlyMap<LaneKey, number>, heightOf: HeightOf): number[] => {
  const reckoned = rowsFor(lanes, headers)
  if (totalOf(lanes) > mostTried) return columnsAt(lanes, reckoned, before)
  const tried = tries.map((part) => ({ rows: reckoned * part, zoom: zoomOf(columnsAt(lanes, reckoned * part, none), heightOf) }))
  const best = tried.reduce((a, b) => (b.zoom > a.zoom * 1.001 ? b : a))
  return columnsAt(lanes, best.rows, before)
}
