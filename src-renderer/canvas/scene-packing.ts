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
  return { places, width: Math.max(blocks.length > 0 ? sizes.group.width : sizes.emptyLane, x + columnWidth), height: tallest }
}

/** Width to height of the place where the picture is shown: a laptop's window less its bars. */
const windowShape = 2

const totalWidth = (packed: readonly PackedLane[]): number =>
  packed.reduce((sum, lane) => sum + lane.width + sizes.laneGap, 0)

const tallestOf = (packed: readonly PackedLane[]): number => packed.reduce((most, lane) => Math.max(most, lane.height), 0)

/** Packs all lanes to one common height: the one with which the whole is shown largest. */
export const packLanes = (lanes: readonly (readonly Size[])[]): readonly PackedLane[] => {
  let best: readonly PackedLane[] = []
  let least = Infinity
  for (let height: number = sizes.group.height; ; height *= 1.12) {
    const packed = lanes.map((blocks) => packLane(blocks, height))
    const width = totalWidth(packed)
    const tallest = tallestOf(packed)
    const extent = Math.max(width, windowShape * (tallest + sizes.laneHeader))
    if (extent < least) {
      least = extent
      best = packed
    }
    // From here on columns only get longer: one column a lane, or a picture too tall already.
    if (tallest < height / 2 || windowShape * tallest > 2 * width) return best
  }
}
