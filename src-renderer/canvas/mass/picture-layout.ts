import type { GraphSettings } from '@core/plan/view'
import { noGroup, type GraphModel } from '../graph-model'
import { columnsFor, widthOf } from './picture-columns'
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
const makeCells = (effort: Float64Array, size: GraphSettings['size']): Uint8Array => {
  if (size === 'items') return new Uint8Array(effort.length).fill(1)
  const mean = Math.max(1, effort.reduce((sum, days) => sum + days, 0) / Math.max(1, effort.length))
  return Uint8Array.from(effort, (days) => Math.min(8, Math.max(1, Math.round(days / mean))))
}

const knownCells = { items: new WeakMap<Float64Array, Uint8Array>(), effort: new WeakMap<Float64Array, Uint8Array>() } as const

const cellsOf = ({ effort }: GraphModel, size: GraphSettings['size']): Uint8Array => {
  const cells = knownCells[size].get(effort) ?? makeCells(effort, size)
  knownCells[size].set(effort, cells)
  return cells
}

const wholeBlocks = new WeakMap<readonly number[], LaneBlock>()

/** All of a group as one block: the same every time, by which a lane in which nothing has changed is known. */
const wholeBlock = (group: number, items: readonly number[]): LaneBlock => {
  const known = wholeBlocks.get(items)
  if (known?.group === group) return known
  const made = { group, items }
  wholeBlocks.set(items, made)
  return made
}

/** The blocks of each lane: a move group's items that stand in it, or a single item. */
const blocksByLane = (model: GraphModel, { lanes, laneOf }: Lanes, hidden: Uint8Array, isHiddenKey: ReadonlySet<string>): LaneBlock[][] => {
  const found: LaneBlock[][] = lanes.map(() => [])
  model.members.forEach((members, group) => {
    if (isHiddenKey.has(groupKey(model.groups[group]?.id ?? ''))) return
    const first = laneOf[members[0] ?? -1] ?? 0
    if (members.length > 0 && members.every((item) => hidden[item] !== 1 && laneOf[item] === first)) {
      found[first]?.push(wholeBlock(group, members))
      return
    }
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
  for (const item of model.ungrouped) if (hidden[item] !== 1) found[laneOf[item] ?? 0]?.push({ group: noGroup, items: [item] })
  return found
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

/** Room of a closed block, in cells. */
const closedCells = 1.7

const isClosedBlock = (model: GraphModel, closed: ReadonlySet<string>, input: Pick<LaneInput, 'folded'>) => (block: LaneBlock): boolean =>
  input.folded || (closed.size > 0 && block.group !== noGroup && block.items.length > 1 && closed.has(groupKey(model.groups[block.group]?.id ?? '')))

const laneInputs = (model: GraphModel, options: LayoutOptions, cells: Uint8Array): LaneInput[] => {
  const lanes = lanesFor(model, options.grouping)
  const hidden = new Set(options.hidden)
  const closed = new Set(options.closed)
  const blocks = blocksByLane(model, lanes, options.isHidden, hidden)
  return lanes.lanes.flatMap((kind, lane): LaneInput[] => {
    if (hidden.has(kind.key)) return []
    const isFolded = closed.has(kind.key)
    const inside = (blocks[lane] ?? []).sort(bySize)
    const isClosed = isClosedBlock(model, closed, { folded: isFolded })
    const cellsIn = (block: LaneBlock): number => (isClosed(block) ? closedCells : block.items.reduce((total, item) => total + (cells[item] ?? 1), 0))
    const count = isFolded ? 0 : inside.reduce((sum, block) => sum + cellsIn(block), 0)
    return [{ kind, blocks: isFolded ? folded(inside) : inside, folded: isFolded, cells: count }]
  })
}

type Packed = { readonly input: LaneInput; readonly columns: number; readonly cells: Uint8Array; readonly closed: readonly string[]; readonly packing: Packing }

/** By the largest block of a lane. */
const lastPacked = new WeakMap<LaneBlock, Packed>()

const isPackedAs = (known: Packed, wanted: Omit<Packed, 'packing'>): boolean =>
  known.columns === wanted.columns && known.cells === wanted.cells && known.closed === wanted.closed && known.input.folded === wanted.input.folded &&
  known.input.blocks.length === wanted.input.blocks.length && known.input.blocks.every((block, at) => block === wanted.input.blocks[at])

/** Packs lanes into columns; each once for the same number of them, and not at all where it is as it was packed last. */
const packings = (model: GraphModel, inputs: readonly LaneInput[], cells: Uint8Array, closed: readonly string[]) => {
  const isClosed = new Set(closed)
  const pack = (input: LaneInput | undefined, columns: number): Packing => {
    const largest = input?.blocks[0]
    if (!input || !largest) return packLane([], columns, cells, () => false)
    const known = lastPacked.get(largest)
    if (known && isPackedAs(known, { input, columns, cells, closed })) return known.packing
    const packing = packLane(input.blocks, columns, cells, isClosedBlock(model, isClosed, input))
    lastPacked.set(largest, { input, columns, cells, closed, packing })
    return packing
  }
  const packed = new Map<string, Packing>()
  return (lane: number, columns: number): Packing => {
    const key = `${lane} ${columns}`
    const packing = packed.get(key) ?? pack(inputs[lane], columns)
    packed.set(key, packing)
    return packing
  }
}

/** Places every item that is not hidden: lanes side by side, blocks in lanes, items in blocks. */
export const layOut = (model: GraphModel, options: LayoutOptions): Picture => {
  const cells = cellsOf(model, options.size)
  const inputs = laneInputs(model, options, cells)
  const allBlocks = inputs.flatMap(({ blocks }) => blocks)
  const packingOf = packings(model, inputs, cells, options.closed)
  const several = allBlocks.filter(({ items }) => items.length > 1).length
  const columnsOfLane = columnsFor(
    inputs.map((input) => ({ key: input.kind.key, folded: input.folded, cells: input.cells })), several, options.columnsBefore,
    (lane, columns) => packingOf(lane, columns).height,
  )
  const building = startBuilding(model, allBlocks.length)
  const lanes: PictureLane[] = []
  let x = 0
  inputs.forEach((input, lane) => {
    const columns = columnsOfLane[lane] ?? 1
    const packing = packingOf(lane, columns)
    const width = widthOf(columns)
    const start = building.table.count
    input.blocks.forEach((block, index) => addBlock(building, lane, block, packing, index, x + grid.lanePadding))
    const items = input.blocks.reduce((sum, block) => sum + block.items.length, 0)
    const effort = input.blocks.reduce((sum, block) => sum + block.items.reduce((days, item) => days + (model.effort[item] ?? 0), 0), 0)
    lanes.push({ ...input.kind, folded: input.folded, columns, start, end: building.table.count, items, effort, x, y: 0, width, height: packing.height })
    x += width + grid.laneGap
  })
  const tallest = lanes.reduce((most, lane) => Math.max(most, lane.height), grid.cellHeight * 3)
  const bounds = { x: 0, y: 0, width: Math.max(grid.cellWidth, x - grid.laneGap), height: tallest + grid.lanePadding }
  const order = building.picture.order.subarray(0, building.next)
  return { ...building.picture, order, blocks: building.table, lanes, bounds, shown: building.next }
}
