import { elided } from '../mass/elided'
import type { Shape, Sheet } from '../print/sheet'
import type { FocusElements, FocusFlowNode, FocusLine } from './focus-elements'
import type { FocusLayout } from './focus-layout'
import { middleOfCurve } from './line-shapes'

/** What is printed: all of the small graph, whatever part of it is in the window. Colours as `#rrggbb`. */
export type FocusSheetInput = {
  readonly layout: FocusLayout
  readonly elements: FocusElements
  readonly title: string
  /** Above each column, by its layer; empty for paths. */
  readonly columnTitle: ((layer: number) => string) | null
  /** The two lines of a block: what it is, and where it stands in the plan. */
  readonly wordsOf: (node: FocusFlowNode) => readonly [name: string, place: string]
  readonly bandOf: (node: FocusFlowNode) => string
  readonly lineNames: readonly [hard: string, soft: string, broken: string]
  readonly colours: Readonly<Record<'page' | 'surface' | 'line' | 'text' | 'quiet' | 'accent' | 'broken', string>>
}

/** Points. */
const sheetWidth = 1600
const margin = 24
const head = 86
/** A picture of few items is not blown up to a poster. */
const mostZoom = 1.6

type Frame = { readonly zoom: number; readonly x: (x: number) => number; readonly y: (y: number) => number }

const frameOf = ({ width }: FocusLayout): Frame => {
  const zoom = Math.min(mostZoom, (sheetWidth - 2 * margin) / Math.max(1, width))
  return { zoom, x: (x) => margin + x * zoom, y: (y) => head + y * zoom }
}

const write = (x: number, y: number, size: number, bold: boolean, colour: string, words: string, room: number): Shape[] => {
  const text = elided(words, Math.floor(room / (size * 0.53)))
  return text === '' ? [] : [{ kind: 'text', x, y, size, bold, colour, text }]
}

const blockShapes = ({ colours, wordsOf, bandOf }: FocusSheetInput, { zoom, x, y }: Frame, node: FocusFlowNode): Shape[] => {
  const [left, top, width, height] = [x(node.position.x), y(node.position.y), (node.width ?? 0) * zoom, (node.height ?? 0) * zoom]
  const isRoot = node.data.kind === 'item' && node.data.isRoot
  const edge = isRoot ? 3 * zoom : zoom
  const [name, place] = wordsOf(node)
  const room = width - 22 * zoom
  return [
    { kind: 'rectangle', x: left, y: top, width, height, fill: isRoot ? colours.accent : colours.line },
    { kind: 'rectangle', x: left + edge, y: top + edge, width: width - 2 * edge, height: height - 2 * edge, fill: colours.surface },
    { kind: 'rectangle', x: left, y: top, width: 6 * zoom, height, fill: bandOf(node) },
    ...write(left + 14 * zoom, top + 27 * zoom, 14 * zoom, isRoot, colours.text, name, room),
    ...write(left + 14 * zoom, top + 50 * zoom, 12 * zoom, false, colours.quiet, place, room),
  ]
}

const lineShapes = ({ colours }: FocusSheetInput, { zoom, x, y }: Frame, line: FocusLine): Shape[] => {
  const [x1, y1, c1, d1, c2, d2, x2, y2] = line.curve
  const colour = line.broken ? colours.broken : colours.quiet
  const [endX, endY, back] = [x(x2), y(y2), (c2 <= x2 ? -1 : 1) * 8 * zoom]
  const middle = middleOfCurve(line.curve)
  const [signX, signY] = [x(middle.x), y(middle.y)]
  return [
    { kind: 'curve', points: [x(x1), y(y1), x(c1), y(d1), x(c2), y(d2), endX, endY], width: (line.hard ? 2 : 1.2) * zoom, colour, isDashed: !line.hard },
    { kind: 'triangle', points: [endX, endY, endX + back, endY - 4 * zoom, endX + back, endY + 4 * zoom], fill: colour },
    // A sign, whatever the printer's colours are.
    ...(line.broken ? [
      { kind: 'triangle' as const, points: [signX - 8, signY + 7, signX + 8, signY + 7, signX, signY - 8] as const, fill: colours.broken },
      { kind: 'text' as const, x: signX - 1.4, y: signY + 5, size: 9.5, bold: true, colour: colours.surface, text: '!' },
    ] : []),
  ]
}

const columnShapes = ({ layout, columnTitle, colours }: FocusSheetInput, { zoom, x }: Frame): Shape[] =>
  (columnTitle === null ? [] : [...layout.columns]).flatMap(([layer, column]) => [
    ...write(x(column.x), head - 18, 13, true, colours.quiet, columnTitle?.(layer) ?? '', column.width * zoom),
    { kind: 'rectangle' as const, x: x(column.x), y: head - 12, width: column.width * zoom, height: 1.5, fill: colours.line },
  ])

const legendShapes = ({ lineNames, colours }: FocusSheetInput, top: number): Shape[] => {
  let x = margin
  return lineNames.flatMap((name, place): Shape[] => {
    const left = x
    x += 60 + name.length * 6.5
    const colour = place === 2 ? colours.broken : colours.quiet
    return [
      { kind: 'curve', points: [left, top, left + 10, top, left + 20, top, left + 30, top], width: 2, colour, isDashed: place === 1 },
      { kind: 'text', x: left + 36, y: top + 4, size: 11.5, bold: false, colour: colours.text, text: name },
    ]
  })
}

/** All of the small graph as a sheet of paper 1600 points wide. */
export const focusSheet = (input: FocusSheetInput): Sheet => {
  const { layout, elements, title, colours } = input
  const frame = frameOf(layout)
  const bottom = frame.y(layout.height) + 34
  return {
    width: sheetWidth,
    height: Math.ceil(bottom + margin),
    background: colours.page,
    shapes: [
      ...write(margin, 34, 20, true, colours.text, title, sheetWidth - 2 * margin),
      ...columnShapes(input, frame),
      ...elements.lines.flatMap((line) => lineShapes(input, frame, line)),
      ...elements.nodes.flatMap((node) => blockShapes(input, frame, node)),
      ...legendShapes(input, bottom),
    ],
  }
}
