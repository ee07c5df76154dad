import { flag } from './marks'
import type { GeometryMessage, LooksMessage, Palette, Transform } from './mass-messages'
import { grid } from './picture-types'
import { fillRect, type Pixels } from './pixels'

/** Everything that drawing needs, as the worker was told it. */
export type Drawing = {
  readonly geometry: GeometryMessage
  readonly looks: LooksMessage
  readonly palette: Palette
}

/** From this height on (canvas pixels) an item is a card with a band, below a spot of its colour. */
export const cardHeight = 13

const nothing = { full: 0, quiet: 0, dim: 0 } as const

/** Where the mark of a warning begins, from the top. */
export const markedFrom = 0.5

type View = Transform & { readonly pixels: Pixels; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const viewOf = (pixels: Pixels, { x, y, zoom }: Transform): View => ({
  pixels, x, y, zoom, left: -x / zoom, top: -y / zoom, right: (pixels.width - x) / zoom, bottom: (pixels.height - y) / zoom,
})

const isSeen = (view: View, x: number, y: number, width: number, height: number): boolean =>
  x < view.right && y < view.bottom && x + width > view.left && y + height > view.top

const paintLanes = (view: View, { geometry, palette }: Drawing): void => {
  const { lanes, bounds } = geometry
  for (let lane = 0; lane < lanes.count; lane++) {
    const x = lanes.x[lane] ?? 0
    const width = lanes.width[lane] ?? 0
    if (!isSeen(view, x, 0, width, bounds.height)) continue
    const [left, wide, high] = [x * view.zoom + view.x, width * view.zoom, bounds.height * view.zoom]
    fillRect(view.pixels, left, view.y, wide, high, palette.laneHues[lane] ?? palette.lane)
    // Where lanes have no colour of their own, a line says where one ends.
    if (palette.laneEdge === null) continue
    for (const edge of [left - 1, left + wide]) fillRect(view.pixels, edge, view.y, 1, high, palette.laneEdge)
  }
}

/** From this width on (canvas pixels) a mark is set off from what it stands on. */
const setOffWidth = 4

/**
 * What is broken has a mark as high as it is, a warning one of half its height, each set off by a gap: who sees no red
 * sees that.
 */
const paintMark = (view: View, palette: Palette, left: number, top: number, width: number, height: number, bits: number): void => {
  const isHard = (bits & flag.hard) !== 0
  if (!isHard && (bits & flag.warning) === 0) return
  const [from, high] = isHard ? [top, height] : [top + height * markedFrom, height * (1 - markedFrom)]
  const gap = width < setOffWidth ? 0 : Math.max(1, Math.round(width / 7))
  if (gap > 0) fillRect(view.pixels, left - gap, isHard ? from : from - gap, width + gap, isHard ? high : high + gap, palette.surface)
  fillRect(view.pixels, left, from, width, high, isHard ? palette.hard : palette.warning)
}

/** How many of these items are of each class, the flags that any of them has, and how many are dimmed. */
export const tallyOf = (items: Uint32Array, classOf: Uint8Array, flags: Uint8Array, classes: number): { counts: Uint32Array; bits: number; dimmed: number } => {
  const counts = new Uint32Array(classes)
  let [bits, dimmed] = [0, 0]
  for (const item of items) {
    const known = classOf[item] ?? 0
    counts[known] = (counts[known] ?? 0) + 1
    bits |= flags[item] ?? 0
    dimmed += ((flags[item] ?? 0) & flag.dimmed) === 0 ? 0 : 1
  }
  return { counts, bits, dimmed }
}

/** Part of a closed block that is a bar of what is in it, below its name. */
export const bar = { from: 0.6, to: 0.92, side: 0.03, mark: 0.1 } as const

/** What is folded up stays in sight: a bar as long as the parts of each class, with a mark for what is broken in it. */
const paintClosed = (view: View, drawing: Drawing, block: number, [left, top, width, height]: readonly [number, number, number, number]): void => {
  const { palette, looks, geometry: { blocks, order } } = drawing
  const items = order.subarray(blocks.start[block] ?? 0, blocks.end[block] ?? 0)
  const { counts, bits, dimmed } = tallyOf(items, looks.classOf, looks.flags, palette.classes.length)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const high = height * (bar.to - bar.from)
  const edge = (bits & flag.selected) !== 0 ? palette.selected : (bits & flag.found) !== 0 ? palette.found : 0
  if (edge !== 0) fillRect(view.pixels, left + width * bar.side - 2, top + height * bar.from - 2, width * (1 - 2 * bar.side) + 4, high + 4, edge)
  let x = left + width * bar.side
  counts.forEach((count, index) => {
    if (count === 0) return
    const colours = palette.classes[index] ?? nothing
    const wide = (width * (1 - 2 * bar.side) * count) / total
    fillRect(view.pixels, x, top + height * bar.from, wide, high, dimmed === total ? colours.dim : colours.full)
    x += wide
  })
  if (dimmed < total) paintMark(view, palette, left + width * (1 - bar.side - bar.mark), top + height * bar.from, width * bar.mark, high, bits)
}

const paintBlocks = (view: View, drawing: Drawing): void => {
  const { geometry: { blocks }, palette } = drawing
  const line = view.zoom > 0.1 ? Math.max(1, Math.round(view.zoom * 1.5)) : 0
  for (let block = 0; block < blocks.count; block++) {
    if (blocks.named[block] !== 1 && blocks.closed[block] !== 1) continue
    const x = blocks.x[block] ?? 0
    const y = blocks.y[block] ?? 0
    const width = (blocks.width[block] ?? 0) - 4
    const height = blocks.height[block] ?? 0
    if (!isSeen(view, x, y, width, height)) continue
    const left = (x + 2) * view.zoom + view.x
    const top = y * view.zoom + view.y
    fillRect(view.pixels, left, top, width * view.zoom, height * view.zoom, line > 0 ? palette.line : palette.block)
    if (line > 0) fillRect(view.pixels, left + line, top + line, width * view.zoom - 2 * line, height * view.zoom - 2 * line, palette.block)
    if (blocks.closed[block] === 1) paintClosed(view, drawing, block, [left, top, width * view.zoom, height * view.zoom])
  }
}

const paintSpot = (view: View, { palette }: Drawing, left: number, top: number, width: number, height: number, colour: number, bits: number): void => {
  if ((bits & flag.selected) !== 0) fillRect(view.pixels, left - 2, top - 2, width + 4, height + 4, palette.selected)
  else if ((bits & flag.found) !== 0) fillRect(view.pixels, left - 2, top - 2, width + 4, height + 4, palette.found)
  fillRect(view.pixels, left, top, width, height, colour)
  if ((bits & flag.dimmed) !== 0) return
  paintMark(view, palette, left + width * 0.78, top, width * 0.22, height, bits)
}

const paintCard = (view: View, { palette }: Drawing, box: readonly [number, number, number, number], colours: Palette['classes'][number], bits: number): void => {
  const [left, top, width, height] = box
  const isDimmed = (bits & flag.dimmed) !== 0
  const around = Math.max(1, Math.round(view.zoom * 1.2))
  const edge = (bits & flag.selected) !== 0 ? palette.selected : (bits & flag.found) !== 0 ? palette.found : isDimmed ? colours.dim : palette.line
  const strong = (bits & (flag.selected | flag.found)) !== 0 ? Math.max(2, around + 1) : 0
  if (strong > 0) fillRect(view.pixels, left - strong, top - strong, width + 2 * strong, height + 2 * strong, edge)
  fillRect(view.pixels, left, top, width, height, edge)
  fillRect(view.pixels, left + around, top + around, width - 2 * around, height - 2 * around, isDimmed ? palette.page : colours.quiet)
  fillRect(view.pixels, left, top, Math.max(2, 6 * view.zoom), height, isDimmed ? colours.dim : colours.full)
  if (isDimmed) return
  paintMark(view, palette, left + width - 12 * view.zoom, top, 12 * view.zoom, height, bits)
}

/** Draws every item that is seen and returns how many these are. */
const paintItems = (view: View, drawing: Drawing): number => {
  const { geometry, looks, palette } = drawing
  const { x, y, width, height } = geometry
  const isCard = grid.itemHeight * view.zoom >= cardHeight
  let count = 0
  for (let item = 0; item < x.length; item++) {
    const high = height[item] ?? 0
    if (high === 0) continue
    const left = x[item] ?? 0
    const top = y[item] ?? 0
    const wide = width[item] ?? 0
    if (!isSeen(view, left, top, wide, high)) continue
    count++
    const colours = palette.classes[looks.classOf[item] ?? 0] ?? nothing
    const bits = looks.flags[item] ?? 0
    const px = left * view.zoom + view.x
    const py = top * view.zoom + view.y
    if (isCard) paintCard(view, drawing, [px, py, wide * view.zoom, high * view.zoom], colours, bits)
    else paintSpot(view, drawing, px, py, wide * view.zoom, high * view.zoom, (bits & flag.dimmed) === 0 ? colours.full : colours.dim, bits)
  }
  return count
}

/** Areas and items, straight into pixels. Returns how many items were drawn. */
export const paint = (pixels: Pixels, drawing: Drawing, transform: Transform): number => {
  const view = viewOf(pixels, transform)
  pixels.data.fill(drawing.palette.page)
  paintLanes(view, drawing)
  paintBlocks(view, drawing)
  return paintItems(view, drawing)
}
