import { grid } from './picture-types'

export type LaneBlock = { readonly group: number; readonly items: readonly number[] }

type ItemPlace = { readonly x: number; readonly y: number; readonly height: number }

/** Where a block lies in its lane; `items` relative to the block, null while it is closed. */
export type BlockPlace = { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly items: readonly ItemPlace[] | null }

export type Packing = { readonly blocks: readonly BlockPlace[]; readonly height: number }

const margin = { x: (grid.cellWidth - grid.itemWidth) / 2, y: (grid.cellHeight - grid.itemHeight) / 2 } as const

/** How many columns suit a block: as little room as possible beside its like, and not too tall a shape. */
const ownColumns = (cells: number, most: number, top: number): number => {
  let best = 1
  let least = Infinity
  for (let columns = 1; columns <= Math.min(most, cells); columns++) {
    const height = top + Math.ceil(cells / columns) * grid.cellHeight + grid.blockGap
    const cost = height / Math.floor(most / columns) + 0.05 * height
    if (cost < least) {
      least = cost
      best = columns
    }
  }
  return best
}

/** Fills the columns of a block evenly: each item goes where least stands yet. Row by row where all are of one size. */
const fillBlock = (items: readonly number[], columns: number, cells: Uint8Array, top: number): { places: ItemPlace[]; rows: number } => {
  const filled = new Int32Array(columns)
  let rows = 0
  const places = items.map((item) => {
    let column = 0
    for (let other = 1; other < columns; other++) if ((filled[other] ?? 0) < (filled[column] ?? 0)) column = other
    const row = filled[column] ?? 0
    const size = cells[item] ?? 1
    filled[column] = row + size
    rows = Math.max(rows, row + size)
    return {
      x: column * grid.cellWidth + margin.x,
      y: top + row * grid.cellHeight + margin.y,
      height: size * grid.cellHeight - 2 * margin.y,
    }
  })
  return { places, rows }
}

const cellsIn = (block: LaneBlock, cells: Uint8Array): number => block.items.reduce((sum, item) => sum + (cells[item] ?? 1), 0)

type Shelf = { y: number; height: number; rows: number; column: number }

const placeBlock = (block: LaneBlock, columns: number, cells: Uint8Array, isClosed: boolean, shelf: Shelf): BlockPlace & { readonly wide: number } => {
  const isSingle = block.items.length === 1
  const top = isSingle ? 0 : grid.header
  const count = isClosed ? 1 : cellsIn(block, cells)
  const free = columns - shelf.column
  const fits = shelf.rows > 0 ? Math.ceil(count / shelf.rows) : 0
  const wide = fits > 0 && fits <= free ? fits : ownColumns(count, columns, top)
  const inside = isClosed ? null : fillBlock(block.items, wide, cells, top)
  const height = isClosed ? grid.header + grid.itemHeight : top + (inside?.rows ?? 1) * grid.cellHeight
  return { x: 0, y: 0, width: wide * grid.cellWidth, height, items: inside?.places ?? null, wide }
}

/**
 * Shelf after shelf: the first block of a shelf takes the shape it likes, the next ones as few columns as fit under its
 * height. Blocks come largest first, so shelves are full and heights alike.
 */
export const packLane = (blocks: readonly LaneBlock[], columns: number, cells: Uint8Array, isClosed: (block: LaneBlock) => boolean): Packing => {
  const shelf: Shelf = { y: grid.lanePadding, height: 0, rows: 0, column: 0 }
  const places = blocks.map((block): BlockPlace => {
    let place = placeBlock(block, columns, cells, isClosed(block), shelf)
    if (shelf.column + place.wide > columns || (shelf.column > 0 && place.height > shelf.height)) {
      Object.assign(shelf, { y: shelf.y + shelf.height + grid.blockGap, height: 0, rows: 0, column: 0 })
      place = placeBlock(block, columns, cells, isClosed(block), shelf)
    }
    const x = shelf.column * grid.cellWidth
    shelf.column += place.wide
    shelf.height = Math.max(shelf.height, place.height)
    const header = block.items.length === 1 ? 0 : grid.header
    shelf.rows = Math.max(shelf.rows, Math.floor((place.height - header) / grid.cellHeight))
    return { x, y: shelf.y, width: place.width, height: place.height, items: place.items }
  })
  return { blocks: places, height: shelf.y + shelf.height }
}
