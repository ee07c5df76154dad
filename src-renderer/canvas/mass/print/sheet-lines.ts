import { curveOf, pointAt } from '../line-curve'
import type { Line } from '../lines'
import { placeLabels, type Point } from '../place-labels'
import { mostRibbons, ribbonBand, type Ribbon } from '../ribbons'
import type { SheetInput } from './make-sheet'
import { hexOf, hexOfText, type Shape } from '../../print/sheet'
import { isInside, toX, toY, type Frame } from './sheet-frame'

/** Points of the words on lines, and how many lines may have some. */
const wordSize = 8.5
const mostWords = 40

/** Sums that are written, of the largest. */
const written = 10

type Curve = readonly [number, number, number, number, number, number, number, number]
type Worded = { readonly id: string; readonly text: string; readonly curve: Curve }

/** Words on the page's colour, each where no other is. */
const wordShapes = (worded: readonly Worded[], { palette }: SheetInput, frame: Frame, signs: readonly Point[] = []): Shape[] => {
  const labels = worded.map(({ id, text, curve }) => ({ id, text, places: [0.5, 0.4, 0.6, 0.3, 0.7].map((part) => pointAt(curve, part)) }))
  const places = placeLabels(labels, signs, wordSize / 12.5, { left: frame.left, right: frame.right })
  return labels.flatMap(({ id, text }): Shape[] => {
    const at = places.get(id)
    if (!at || text === '' || !isInside(frame, at.x, at.y)) return []
    const width = text.length * wordSize * 0.5 + 4
    return [
      { kind: 'rectangle', x: at.x - width / 2, y: at.y - wordSize * 0.6, width, height: wordSize * 1.2, fill: hexOf(palette.page) },
      { kind: 'text', x: at.x - width / 2 + 2, y: at.y + wordSize * 0.34, size: wordSize, bold: true, colour: hexOfText(palette.text), text },
    ]
  })
}

const curveOnSheet = (frame: Frame, points: readonly number[]): Curve => {
  const [a, b, c, d, e, f, g, h] = points.map((value, index) => (index % 2 === 0 ? toX(frame, value) : toY(frame, value)))
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0, g ?? 0, h ?? 0]
}

const isShown = (frame: Frame, { from, to }: Line): boolean => {
  const { start, end } = curveOf(from, to)
  return [start, end].some(({ x, y }) => isInside(frame, toX(frame, x), toY(frame, y)))
}

/** The dependencies that were asked for, with their words; what is broken has a sign, whatever the printer's colours are. */
export const lineShapes = (input: SheetInput, frame: Frame): Shape[] => {
  const { lines: { lines }, palette } = input
  const shown = lines.filter((line) => isShown(frame, line))
  const drawn = shown.flatMap((line): Shape[] => {
    const { end, angle, points } = curveOf(line.from, line.to)
    const [x, y] = [toX(frame, end.x), toY(frame, end.y)]
    const colour = hexOf(line.broken > 0 ? palette.hard : palette.selected)
    const side = angle === 0 ? -8 : 8
    return [
      { kind: 'curve', points: curveOnSheet(frame, points), width: 1 + Math.log2(line.count) * 0.4, colour, isDashed: line.hard === 0 },
      { kind: 'triangle', points: [x, y, x + side, y - 4, x + side, y + 4], fill: colour },
    ]
  })
  const signs = shown.filter(({ broken }) => broken > 0).map(({ from, to }) => curveOf(from, to).middle).map(({ x, y }) => ({ x: toX(frame, x), y: toY(frame, y) }))
  const signShapes = signs.flatMap(({ x, y }): Shape[] => [
    { kind: 'triangle', points: [x - 7, y + 6, x + 7, y + 6, x, y - 7], fill: hexOf(palette.hard) },
    { kind: 'text', x: x - 1.3, y: y + 4.5, size: 8.5, bold: true, colour: hexOf(palette.surface), text: '!' },
  ])
  const worded = shown.length > mostWords ? [] : shown.map((line) => ({ id: line.id, text: input.lineWords(line), curve: curveOnSheet(frame, curveOf(line.from, line.to).points) }))
  return [...drawn, ...signShapes, ...wordShapes(worded.filter(({ text }) => text !== ''), input, frame, signs)]
}

const ribbonCurve = ({ picture }: SheetInput, frame: Frame, ribbon: Ribbon): Curve | null => {
  const [from, to] = [picture.lanes[ribbon.from], picture.lanes[ribbon.to]]
  if (!from || !to) return null
  const y = toY(frame, picture.bounds.height) + 4
  const depth = ribbonBand(picture.bounds.height) * frame.zoom * 0.8
  const [x1, x2] = [toX(frame, from.x + from.width * 0.4), toX(frame, to.x + to.width * 0.6)]
  if (Math.min(x1, x2) < frame.left || Math.max(x1, x2) > frame.right) return null
  const span = Math.sqrt(Math.abs(ribbon.from - ribbon.to) / Math.max(1, picture.lanes.length - 1))
  const down = y + depth * (0.25 + 0.75 * span)
  return [x1, y, x1, down, x2, down, x2, y]
}

/** Sums between the lanes; dashed where something in them is broken, whatever the printer's colours are. */
export const ribbonShapes = (input: SheetInput, frame: Frame): Shape[] => {
  const { picture, ribbons: { ribbons }, palette } = input
  const y = toY(frame, picture.bounds.height) + 4
  if (y < frame.top || y > frame.bottom) return []
  const most = ribbons[0]?.count ?? 1
  const shown = ribbons.slice(0, mostRibbons).flatMap((ribbon) => {
    const curve = ribbonCurve(input, frame, ribbon)
    return curve ? [{ ribbon, curve }] : []
  })
  const drawn = shown.flatMap(({ ribbon, curve }): Shape[] => {
    const colour = hexOf(ribbon.broken > 0 ? palette.hard : palette.line)
    const x = curve[6]
    return [
      { kind: 'curve', points: curve, width: 0.6 + 5 * (Math.log2(ribbon.count + 1) / Math.log2(most + 1)) ** 3, colour, isDashed: ribbon.broken > 0 },
      { kind: 'triangle', points: [x, y - 2, x - 4, y + 6, x + 4, y + 6], fill: colour },
    ]
  })
  const sums = shown.slice(0, written).map(({ ribbon, curve }) => ({ id: `${ribbon.from}>${ribbon.to}`, text: String(ribbon.count), curve }))
  return [...drawn, ...wordShapes(sums, input, frame)]
}
