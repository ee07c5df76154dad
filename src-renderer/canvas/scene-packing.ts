import { sizes } from './scene-types'

export type Size = { readonly width: number; readonly height: number }
export type Place = { readonly x: number; readonly y: number }

/** Where the blocks of one lane lie, relative to the lane's top left corner. */
export type PackedLane = { readonly places: readonly Place[]; readonly width: number; readonly height: number }

/** Fills columns from the top; a new column begins where the next block would pass `height`. */
export const packLane = (blocks: readonly Size[], height: number): PackedLane => {
  const places: Place[] = []
  let x = 0
  let y = 0
  let columnWidth = 0
  let tallest = 0
  for (const block of blocks) {
    if (y > 0 && y + block.height > height) {
      x += columnWidth + sizes.columnGap
      y = 0
      columnWidth = 0
    }
    places.push({ x, y })
    y += block.height + sizes.gap
    tallest = Math.max(tallest, y - sizes.gap)
    columnWidth = Math.max(columnWidth, block.width)
  }
  return { places, width: Math.max(sizes.group.width, x + columnWidth), height: tallest }
}

/** Wider than tall, as screens and projectors are. */
const wantedShape = 1.75

/** Packs all lanes to one common height, so that the whole has about the shape of a screen. */
export const packLanes = (lanes: readonly (readonly Size[])[]): readonly PackedLane[] => {
  let height: number = sizes.group.height * 6
  for (;;) {
    const packed = lanes.map((blocks) => packLane(blocks, height))
    const width = packed.reduce((sum, lane) => sum + lane.width + sizes.laneGap, 0)
    const tallest = packed.reduce((most, lane) => Math.max(most, lane.height), 0)
    if (width <= wantedShape * Math.max(height, tallest)) return packed
    // A lane never gets taller than all its blocks in one column: then the width is what it is.
    if (tallest < height / 2) return packed
    height *= 1.2
  }
}
