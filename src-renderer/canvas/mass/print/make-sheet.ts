import { curveOf } from '../line-curve'
import type { Lines } from '../lines'
import { flag } from '../marks'
import type { Area } from '../mass-scene'
import type { Palette } from '../mass-messages'
import { markedFrom } from '../paint'
import type { Picture } from '../picture-types'
import { mostRibbons, ribbonBand, type Ribbons } from '../ribbons'
import { hexOf, hexOfText, type Shape, type Sheet } from './sheet'

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
}

const sheetWidth = 1600
const band = { title: 54, lanes: 46, legend: 26 } as const
const margin = 24
/** Smaller words could not be read on paper. */
const leastSize = 5

type Frame = { readonly zoom: number; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number; readonly area: Area }

const frameOf = (area: Area): Frame => {
  const zoom = (sheetWidth - 2 * margin) / (area.x1 - area.x0)
  const top = band.title + band.lanes
  return { zoom, area, left: margin, top, right: sheetWidth - margin, bottom: top + (area.y1 - area.y0) * zoom }
}

const toX = ({ zoom, left, area }: Frame, x: number): number => left + (x - area.x0) * zoom
const toY = ({ zoom, top, area }: Frame, y: number): number => top + (y - area.y0) * zoom

/** A rectangle of the picture, cut off at the frame; nothing where it lies outside. */
const rectangle = (frame: Frame, x: number, y: number, width: number, height: number, fill: string): Shape[] => {
  const x0 = Math.max(frame.left, toX(frame, x))
  const y0 = Math.max(frame.top, toY(frame, y))
  const x1 = Math.min(frame.right, toX(frame, x + width))
  const y1 = Math.min(frame.bottom, toY(frame, y + height))
  return x1 > x0 && y1 > y0 ? [{ kind: 'rectangle', x: x0, y: y0, width: x1 - x0, height: y1 - y0, fill }] : []
}

const fitted = (text: string, width: number, size: number): string => {
  const letters = Math.floor(width / (size * 0.53))
  return text.length <= letters ? text : letters < 3 ? '' : `${text.slice(0, letters - 1)}…`
}

const isInside = (frame: Frame, x: number, y: number): boolean =>
  x >= frame.left && x < frame.right && y > frame.top && y < frame.bottom

const write = (frame: Frame, text: string, x: number, y: number, width: number, size: number, bold: boolean, colour: string): Shape[] => {
  const words = fitted(text, Math.min(width, frame.right - x), size)
  return size < leastSize || words === '' || !isInside(frame, x, y) ? [] : [{ kind: 'text', x, y, size, bold, colour, text: words }]
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
    const short = name.split(/[ ·]/).find((part) => /\d/.test(part)) ?? name
    return [
      ...rectangle(frame, lane.x, 0, lane.width, picture.bounds.height, hexOf(palette.laneHues[index] ?? palette.lane)),
      ...title(width > name.length * 7 ? name : short, frame.top - 26, 13, true),
      ...title(counts, frame.top - 10, 10, false),
    ]
  })

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
    shapes.push(...write(frame, input.blockName(block), toX(frame, x + 8), toY(frame, y + 20), width * frame.zoom, 14 * frame.zoom, true, hexOfText(palette.text)))
  }
  return shapes
}

/** As on the screen: hard over the whole height, a warning over half of it. */
const markShapes = (frame: Frame, palette: Palette, [x, y, width, height]: readonly [number, number, number, number], bits: number): Shape[] => {
  const side = x + width * 0.9
  if ((bits & flag.hard) !== 0) return rectangle(frame, side, y, width * 0.1, height, hexOf(palette.hard))
  if ((bits & flag.warning) === 0) return []
  return rectangle(frame, side, y + height * markedFrom, width * 0.1, height * (1 - markedFrom), hexOf(palette.warning))
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

const lineShapes = ({ lines, palette }: SheetInput, frame: Frame): Shape[] =>
  lines.lines.flatMap((line): Shape[] => {
    const { start, end, angle, points } = curveOf(line.from, line.to)
    const at = (index: number): number => (index % 2 === 0 ? toX(frame, points[index] ?? 0) : toY(frame, points[index] ?? 0))
    const [x, y] = [toX(frame, end.x), toY(frame, end.y)]
    if (!isInside(frame, x, y) && !isInside(frame, toX(frame, start.x), toY(frame, start.y))) return []
    const colour = hexOf(line.broken > 0 ? palette.hard : palette.selected)
    const side = angle === 0 ? -8 : 8
    return [
      { kind: 'curve', points: [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)], width: 1 + Math.log2(line.count) * 0.4, colour, isDashed: line.hard === 0 },
      { kind: 'triangle', points: [x, y, x + side, y - 4, x + side, y + 4], fill: colour },
    ]
  })

const ribbonShapes = ({ picture, ribbons, palette }: SheetInput, frame: Frame): Shape[] => {
  const y = toY(frame, picture.bounds.height) + 4
  if (y < frame.top || y > frame.bottom) return []
  const most = ribbons.ribbons[0]?.count ?? 1
  const depth = ribbonBand(picture.bounds.height) * frame.zoom * 0.8
  return ribbons.ribbons.slice(0, mostRibbons).flatMap((ribbon): Shape[] => {
    const from = picture.lanes[ribbon.from]
    const to = picture.lanes[ribbon.to]
    if (!from || !to) return []
    const [x1, x2] = [toX(frame, from.x + from.width * 0.4), toX(frame, to.x + to.width * 0.6)]
    if (Math.min(x1, x2) < frame.left || Math.max(x1, x2) > frame.right) return []
    const span = Math.sqrt(Math.abs(ribbon.from - ribbon.to) / Math.max(1, picture.lanes.length - 1))
    const down = y + depth * (0.25 + 0.75 * span)
    const colour = hexOf(ribbon.broken > 0 ? palette.hard : palette.line)
    return [
      { kind: 'curve', points: [x1, y, x1, down, x2, down, x2, y], width: 0.6 + 5 * (Math.log2(ribbon.count + 1) / Math.log2(most + 1)) ** 3, colour, isDashed: false },
      { kind: 'triangle', points: [x2, y - 2, x2 - 4, y + 6, x2 + 4, y + 6], fill: colour },
    ]
  })
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
      ...legend.shapes,
    ],
  }
}
