import type { Line, Lines } from '../lines'
import { flag } from '../marks'
import type { Area } from '../mass-scene'
import type { Palette } from '../mass-messages'
import { bar, markedFrom, tallyOf } from '../paint'
import type { Picture } from '../picture-types'
import type { Ribbons } from '../ribbons'
import { hexOf, hexOfText, type Shape, type Sheet } from '../../print/sheet'
import { band, fitted, frameOf, leastSize, margin, rectangle, sheetWidth, toX, toY, write, type Frame } from './sheet-frame'
import { lineShapes, ribbonShapes } from './sheet-lines'

/** What is printed: the part that is seen, with its lines, under a title and above its legend. */
export type SheetInput = {
  readonly picture: Picture
  readonly palette: Palette
  readonly classOf: Uint8Array
  readonly flags: Uint8Array
  readonly lines: Lines
  readonly ribbons: Ribbons
  readonly area: Area
  readonly title: string
  /** Of each class, in the order of the palette. */
  readonly classNames: readonly string[]
  /** Of each lane: its name, and what stands below it. */
  readonly laneNames: readonly (readonly [name: string, counts: string])[]
  readonly blockName: (block: number) => string
  /** Order, latency, price or weight of a line. */
  readonly lineWords: (line: Line) => string
  /** What lines are called that are hard, soft or broken. */
  readonly lineNames: readonly [hard: string, soft: string, broken: string]
}

const laneShapes = ({ picture, palette, laneNames }: SheetInput, frame: Frame): Shape[] =>
  picture.lanes.flatMap((lane, index) => {
    const [name = '', counts = ''] = laneNames[index] ?? []
    const x = Math.max(frame.left, toX(frame, lane.x))
    const width = Math.min(frame.right, toX(frame, lane.x + lane.width)) - x
    if (width <= 0) return []
    const text = hexOfText(palette.text)
    const title = (words: string, y: number, size: number, bold: boolean): Shape[] => {
      const shown = fitted(words, width - 4, size)
      return shown === '' ? [] : [{ kind: 'text', x: x + 3, y, size, bold, colour: text, text: shown }]
    }
    const short = name.split(' · ')[0] ?? name
    return [
      ...rectangle(frame, lane.x, 0, lane.width, picture.bounds.height, hexOf(palette.laneHues[index] ?? palette.lane)),
      ...title(width > name.length * 7 ? name : short, frame.top - 26, 13, true),
      ...title(counts, frame.top - 10, 10, false),
    ]
  })

/** As on the screen: hard over the whole height, a warning over half of it. */
const markShapes = (frame: Frame, palette: Palette, [x, y, width, height]: readonly [number, number, number, number], bits: number): Shape[] => {
  const side = x + width * 0.9
  if ((bits & flag.hard) !== 0) return rectangle(frame, side, y, width * 0.1, height, hexOf(palette.hard))
  if ((bits & flag.warning) === 0) return []
  return rectangle(frame, side, y + height * markedFrom, width * 0.1, height * (1 - markedFrom), hexOf(palette.warning))
}

/** What is folded up: a bar as long as the parts of each class, as on the screen. */
const closedShapes = (input: SheetInput, frame: Frame, block: number, [x, y, width, height]: readonly [number, number, number, number]): Shape[] => {
  const { picture: { blocks, order }, palette, classOf, flags } = input
  const { counts, bits } = tallyOf(order.subarray(blocks.start[block] ?? 0, blocks.end[block] ?? 0), classOf, flags, palette.classes.length)
  const [top, high, total] = [y + height * bar.from, height * (bar.to - bar.from), counts.reduce((sum, count) => sum + count, 0)]
  let left = x + width * bar.side
  const parts = [...counts].flatMap((count, index) => {
    const wide = (width * (1 - 2 * bar.side) * count) / total
    left += wide
    return count === 0 ? [] : rectangle(frame, left - wide, top, wide, high, hexOf(palette.classes[index]?.full ?? 0))
  })
  return [...parts, ...markShapes(frame, palette, [x, top, width * (1 - bar.side), high], bits)]
}

const blockShapes = (input: SheetInput, frame: Frame): Shape[] => {
  const { picture: { blocks }, palette } = input
  const shapes: Shape[] = []
  for (let block = 0; block < blocks.count; block++) {
    const count = (blocks.end[block] ?? 0) - (blocks.start[block] ?? 0)
    if (count < 2 && blocks.closed[block] !== 1) continue
    const x = blocks.x[block] ?? 0
    const y = blocks.y[block] ?? 0
    const width = (blocks.width[block] ?? 0) - 4
    shapes.push(...rectangle(frame, x + 2, y, width, blocks.height[block] ?? 0, hexOf(palette.block)))
    shapes.push(...write(frame, input.blockName(block), toX(frame, x + 8), toY(frame, y + 24), width * frame.zoom, 16 * frame.zoom, true, hexOfText(palette.text)))
    if (blocks.closed[block] === 1) shapes.push(...closedShapes(input, frame, block, [x + 2, y, width, blocks.height[block] ?? 0]))
  }
  return shapes
}

const itemShapes = ({ picture, palette, classOf, flags }: SheetInput, frame: Frame): Shape[] => {
  const shapes: Shape[] = []
  // On paper names may fill their cards: what is small there is still sharp.
  const size = Math.min(22, Math.max(13.5, 7 / frame.zoom)) * frame.zoom
  const isCard = size >= leastSize
  for (const item of picture.order) {
    const height = picture.height[item] ?? 0
    const colours = palette.classes[classOf[item] ?? 0]
    if (height === 0 || !colours) continue
    const [x, y, width] = [picture.x[item] ?? 0, picture.y[item] ?? 0, picture.width[item] ?? 0]
    const bits = flags[item] ?? 0
    const isDimmed = (bits & flag.dimmed) !== 0
    const full = hexOf(isDimmed ? colours.dim : colours.full)
    const edge = (bits & flag.selected) !== 0 ? palette.selected : (bits & flag.found) !== 0 ? palette.found : 0
    if (edge !== 0) shapes.push(...rectangle(frame, x - 4, y - 4, width + 8, height + 8, hexOf(edge)))
    shapes.push(...rectangle(frame, x, y, width, height, isCard && !isDimmed ? hexOf(colours.quiet) : full))
    if (isCard) shapes.push(...rectangle(frame, x, y, 6, height, full))
    if (!isDimmed) shapes.push(...markShapes(frame, palette, [x, y, width, height], bits))
    if (!isCard) continue
    const name = picture.model.items[item]?.name ?? ''
    shapes.push(...write(frame, name, toX(frame, x + 12), toY(frame, y + 27), (width - 30) * frame.zoom, size, false, hexOfText(palette.text)))
  }
  return shapes
}

/** Classes side by side, in as many rows as they need. */
const legendShapes = ({ palette, classNames }: SheetInput, top: number): { shapes: Shape[]; height: number } => {
  const shapes: Shape[] = []
  let [x, y] = [margin, top + 8]
  classNames.forEach((name, place) => {
    const width = 30 + name.length * 6.5
    if (x + width > sheetWidth - margin) {
      x = margin
      y += band.legend
    }
    shapes.push({ kind: 'rectangle', x, y, width: 12, height: 12, fill: hexOf(palette.classes[place]?.full ?? 0) })
    shapes.push({ kind: 'text', x: x + 17, y: y + 10.5, size: 11.5, bold: false, colour: hexOfText(palette.text), text: name })
    x += width
  })
  return { shapes, height: y + band.legend - top }
}

/** How lines are drawn, beside the title: only where there are any. */
const lineLegend = ({ lines, palette, lineNames }: SheetInput): Shape[] => {
  if (lines.lines.length === 0) return []
  let x = sheetWidth - margin
  return lineNames.toReversed().flatMap((name, place): Shape[] => {
    x -= 60 + name.length * 6
    const colour = hexOf(place === 0 ? palette.hard : palette.selected)
    return [
      { kind: 'curve', points: [x, 28, x + 10, 28, x + 20, 28, x + 30, 28], width: 2, colour, isDashed: place === 1 },
      { kind: 'text', x: x + 36, y: 32, size: 11.5, bold: false, colour: hexOfText(palette.text), text: name },
    ]
  })
}

/** The part of the picture that is seen, as a sheet of paper 1600 points wide. */
export const makeSheet = (input: SheetInput): Sheet => {
  const frame = frameOf(input.area)
  const legend = legendShapes(input, frame.bottom)
  return {
    width: sheetWidth,
    height: Math.ceil(frame.bottom + legend.height),
    background: hexOf(input.palette.page),
    shapes: [
      { kind: 'text', x: margin, y: 34, size: 20, bold: true, colour: hexOfText(input.palette.text), text: input.title },
      ...laneShapes(input, frame),
      ...blockShapes(input, frame),
      ...itemShapes(input, frame),
      ...ribbonShapes(input, frame),
      ...lineShapes(input, frame),
      ...lineLegend(input),
      ...legend.shapes,
    ],
  }
}
