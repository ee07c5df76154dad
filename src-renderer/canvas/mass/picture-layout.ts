import { effortOf } from '@core/estate/item'
import type { GraphSettings } from '@core/plan/view'
import { noGroup, type GraphModel } from '../graph-model'
import { lanesFor, type LaneKind, type Lanes } from './picture-lanes'
import { packLane, type LaneBlock, type Packing } from './picture-packing'
import { grid, type BlockTable, type Picture, type PictureLane } from './picture-types'

export type LayoutOptions = Pick<GraphSettings, 'grouping' | 'size' | 'closed' | 'hidden'> & {
  /** 1 for each item that is not in the picture. */
  readonly isHidden: Uint8Array
  /** Columns that lanes had before: kept while they still do, so that the picture stays where it is. */
  readonly columnsBefore: ReadonlyMap<string, number>
}

export const groupKey = (groupId: string): string => `group:${groupId}`

/** Cells that each item takes: one, or as many as its effort is larger than the mean (at most 8). */
const cellsOf = (model: GraphModel, size: GraphSettings['size']): Uint8Array => {
  if (size === 'items') return new Uint8Array(model.items.length).fill(1)
  const mean = Math.max(1, model.items.reduce((sum, item) => sum + effortOf(item), 0) / Math.max(1, model.items.length))
  return Uint8Array.from(model.items, (item) => Math.min(8, Math.max(1, Math.round(effortOf(item) / mean))))
}

/** The blocks of each lane: a move group's items that stand in it, or a single item. */
const blocksByLane = (model: GraphModel, { lanes, laneOf }: Lanes, hidden: Uint8Array, isHiddenKey: ReadonlySet<string>): LaneBlock[][] => {
  const found: LaneBlock[][] = lanes.map(() => [])
  model.members.forEach((members, group) => {
    if (isHiddenKey.has(groupKey(model.groups[group]?.id ?? ''))) return
    const parts = new Map<number, number[]>()
    for (const item of members) {
      if (hidden[item] === 1) continue
      const lane = laneOf[item] ?? 0
      const part = parts.get(lane)
      if (part) part.push(item)
      else parts.set(lane, [item])
    }
    for (const [lane, items] of parts) found[lane]?.push({ group, items })
  })
  model.groupOf.forEach((group, item) => {
    if (group === noGroup && hidden[item] !== 1) found[laneOf[item] ?? 0]?.push({ group: noGroup, items: [item] })
  })
  return found
}

/** Width to height of the place where the picture is shown: a laptop's window less its bars. */
const windowShape = 2.5

/** Names of groups and what stays empty, beside the cells themselves. */
const overhead = { header: 0.7, waste: 1.12 } as const

const widthOf = (columns: number): number => columns * grid.cellWidth + 2 * grid.lanePadding

/** No lane is narrower: it must be hit also when next to nothing is in it. */
const leastColumns = (cells: number, lanes: number, rows: number): number => Math.max(1, Math.ceil(cells / lanes / rows / 8))

/**
 * Rows of a lane that is full: as many as make the whole picture as wide as a window is. Lanes with more get more
 * columns, so that they are all of about one height, and their width says how much is in them.
 */
const rowsFor = (cells: readonly number[], headers: number): number => {
  const total = cells.reduce((sum, count) => sum + count, 0)
  const filled = ((total + overhead.header * headers) * overhead.waste) / Math.max(1, total)
  const unlike = (rows: number): number => {
    const least = leastColumns(total, cells.length, rows)
    const width = cells.reduce((sum, count) => sum + widthOf(Math.max(least, Math.ceil((count * filled) / rows))) + grid.laneGap, 0)
    return Math.abs(Math.log(width / (rows * grid.cellHeight) / windowShape))
  }
  let best = 4
  for (let rows = 4; rows <= Math.max(4, total * 2); rows = Math.max(rows + 1, Math.round(rows * 1.04))) {
    if (unlike(rows) < unlike(best)) best = rows
  }
  return best / filled
}

/** As many as needed; those of before while they are neither far too few nor far too many. */
const columnsOf = (cells: number, least: number, rows: number, before: number | undefined): number => {
  const wanted = Math.max(least, Math.ceil(cells / rows))
  if (before === undefined || before < least || cells === 0) return wanted
  const now = cells / before
  return now <= rows * 1.3 && now >= rows * 0.55 ? before : wanted
}

type Building = { readonly table: { -readonly [Key in keyof BlockTable]: BlockTable[Key] }; readonly picture: Omit<Picture, 'lanes' | 'bounds' | 'shown' | 'blocks'>; next: number }

const startBuilding = (model: GraphModel, blocks: number): Building => {
  const items = model.items.length
  const floats = (length: number): Float32Array => new Float32Array(length)
  return {
    next: 0,
    table: {
      count: 0,
      lane: new Int16Array(blocks),
      group: new Int32Array(blocks),
      x: floats(blocks),
      y: floats(blocks),
      width: floats(blocks),
      height: floats(blocks),
      start: new Uint32Array(blocks),
      end: new Uint32Array(blocks),
      closed: new Uint8Array(blocks),
    },
    picture: {
      model,
      order: new Uint32Array(items),
      blockOf: new Int32Array(items).fill(-1),
      x: floats(items),
      y: floats(items),
      width: floats(items),
      height: floats(items),
    },
  }
}

const addBlock = (building: Building, lane: number, block: LaneBlock, packing: Packing, index: number, left: number): void => {
  const { table, picture } = building
  const at = table.count++
  const place = packing.blocks[index]
  if (!place) return
  table.lane[at] = lane
  table.group[at] = block.group
  table.x[at] = left + place.x
  table.y[at] = place.y
  table.width[at] = place.width
  table.height[at] = place.height
  table.closed[at] = place.items ? 0 : 1
  table.start[at] = building.next
  block.items.forEach((item, position) => {
    const inside = place.items?.[position]
    picture.order[building.next++] = item
    picture.blockOf[item] = at
    picture.x[item] = left + place.x + (inside?.x ?? 0)
    picture.y[item] = place.y + (inside?.y ?? 0)
    picture.width[item] = inside ? grid.itemWidth : place.width
    picture.height[item] = inside?.height ?? 0
  })
  table.end[at] = building.next
}

const bySize = (a: LaneBlock, b: LaneBlock): number => b.items.length - a.items.length || a.group - b.group || (a.items[0] ?? 0) - (b.items[0] ?? 0)

/** A folded lane holds all its items in one block. */
const folded = (blocks: readonly LaneBlock[]): LaneBlock[] =>
  blocks.length === 0 ? [] : [{ group: noGroup, items: blocks.flatMap((block) => [...block.items]) }]

type LaneInput = { readonly kind: LaneKind; readonly blocks: readonly LaneBlock[]; readonly folded: boolean; readonly cells: number }

const laneInputs = (model: GraphModel, options: LayoutOptions, cells: Uint8Array): LaneInput[] => {
  const lanes = lanesFor(model, options.grouping)
  const hidden = new Set(options.hidden)
  const closed = new Set(options.closed)
  const blocks = blocksByLane(model, lanes, options.isHidden, hidden)
  return lanes.lanes.flatMap((kind, lane): LaneInput[] => {
    if (hidden.has(kind.key)) return []
    const isFolded = closed.has(kind.key)
    const inside = (blocks[lane] ?? []).sort(bySize)
    const count = isFolded ? 0 : inside.reduce((sum, { items }) => sum + items.reduce((total, item) => total + (cells[item] ?? 1), 0), 0)
    return [{ kind, blocks: isFolded ? folded(inside) : inside, folded: isFolded, cells: count }]
  })
}

const isClosedBlock = (model: GraphModel, closed: ReadonlySet<string>, input: LaneInput) => (block: LaneBlock): boolean =>
  input.folded || (block.group !== noGroup && block.items.length > 1 && closed.has(groupKey(model.groups[block.group]?.id ?? '')))

/** Places every item that is not hidden: lanes side by side, blocks in lanes, items in blocks. */
export const layOut = (model: GraphModel, options: LayoutOptions): Picture => {
  const cells = cellsOf(model, options.size)
  const inputs = laneInputs(model, options, cells)
  const allBlocks = inputs.flatMap(({ blocks }) => blocks)
  const perLane = inputs.map((input) => input.cells)
  const rows = rowsFor(perLane, allBlocks.filter(({ items }) => items.length > 1).length)
  const least = leastColumns(perLane.reduce((sum, count) => sum + count, 0), Math.max(1, inputs.length), rows)
  const building = startBuilding(model, allBlocks.length)
  const closed = new Set(options.closed)
  const lanes: PictureLane[] = []
  let x = 0
  inputs.forEach((input, lane) => {
    const columns = input.folded ? 1 : columnsOf(input.cells, least, rows, options.columnsBefore.get(input.kind.key))
    const packing = packLane(input.blocks, columns, cells, isClosedBlock(model, closed, input))
    const width = widthOf(columns)
    const start = building.table.count
    input.blocks.forEach((block, index) => addBlock(building, lane, block, packing, index, x + grid.lanePadding))
    const items = input.blocks.reduce((sum, block) => sum + block.items.length, 0)
    const effort = input.blocks.reduce((sum, block) => sum + block.items.reduce((days, item) => days + effortOf(model.items[item] ?? noEffort), 0), 0)
    lanes.push({ ...input.kind, folded: input.folded, columns, start, end: building.table.count, items, effort, x, y: 0, width, height: packing.height })
    x += width + grid.laneGap
  })
  const tallest = lanes.reduce((most, lane) => Math.max(most, lane.height), grid.cellHeight * 3)
  const bounds = { x: 0, y: 0, width: Math.max(grid.cellWidth, x - grid.laneGap), height: tallest + grid.lanePadding }
  const order = building.picture.order.subarray(0, building.next)
  return { ...building.picture, order, blocks: building.table, lanes, bounds, shown: building.next }
}

const noEffort = { id: '', name: '', kind: 'application', effort: 0 } as const
