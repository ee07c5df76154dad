import { flag } from './marks'
import type { DrawMessage } from './mass-messages'
import { elided } from './elided'
import { cardHeight, type Drawing } from './paint'
import { grid } from './picture-types'

type Pen = OffscreenCanvasRenderingContext2D

/** As the rest of the window; the worker loads it for itself. */
export const fontName = 'Source Sans 3 Variable'

type Typeface = { readonly family: string; readonly letters: Map<number, number> }

const typeface = (family: string): Typeface => ({ family, letters: new Map() })

/**
 * Its name is not said before it has come: what a canvas took for a typeface that was not there yet it goes on taking,
 * for as long as it is asked for in the same words.
 */
let face = typeface(`'Segoe UI', system-ui, sans-serif`)

/** From now on names are written in the window's typeface. */
export const takeWindowTypeface = (): void => {
  face = typeface(`'${fontName}', 'Segoe UI', system-ui, sans-serif`)
}

const specimen = 'Laboratoriesystem Kystlandet srv-epj-01'

/** Width of a mean letter in parts of the font's size: measuring each name would cost more than drawing it. */
const letterOf = (pen: Pen, weight: number): number => {
  const known = face.letters.get(weight)
  if (known !== undefined) return known
  pen.font = `${weight} 100px ${face.family}`
  const width = (pen.measureText(specimen).width / specimen.length / 100) * 1.1
  face.letters.set(weight, width)
  return width
}

/** Sets the pen to a size, and returns how many letters of it go into a width. */
const lettersAt = (pen: Pen, weight: number, size: number): ((width: number) => number) => {
  const letter = letterOf(pen, weight) * size
  pen.font = `${weight} ${size}px ${face.family}`
  return (width) => Math.floor(width / letter)
}

/** Words are drawn for as many items as can be read; during a gesture for fewer. */
const mostWords = { quick: 260, full: 1100 } as const

const isOut = (draw: DrawMessage, x: number, y: number, width: number, height: number): boolean =>
  x > draw.width || y > draw.height || x + width < 0 || y + height < 0

/** As many letters as there is room for; few enough names that each can be measured. */
const fitted = (pen: Pen, name: string, letters: number, room: number): string => {
  let most = Math.min(name.length, letters + 2)
  while (most > 3 && pen.measureText(elided(name, most)).width > room) most--
  return elided(name, most)
}

/** Of the names of groups, in flow pixels. */
const nameSize = 17

const writeBlocks = (pen: Pen, { geometry, palette }: Drawing, draw: DrawMessage): void => {
  const { blocks } = geometry
  const { x, y, zoom } = draw.transform
  const size = nameSize * zoom
  const letters = lettersAt(pen, 600, size)
  pen.fillStyle = palette.text
  for (let block = 0; block < blocks.count; block++) {
    // Closed ones have their label at any distance.
    if (blocks.named[block] !== 1 || blocks.closed[block] === 1) continue
    const left = (blocks.x[block] ?? 0) * zoom + x
    const top = (blocks.y[block] ?? 0) * zoom + y
    const width = (blocks.width[block] ?? 0) * zoom
    if (isOut(draw, left, top, width, grid.header * zoom)) continue
    pen.fillText(fitted(pen, blocks.names[block] ?? '', letters(width - 20 * zoom), width - 20 * zoom), left + 12 * zoom, top + grid.header * 0.55 * zoom)
  }
}

/** Of names on cards: pixels of the window where there is room, and never so large that they leave their card. */
const leastSize = 10.5
const mostSize = 33

/** What has a mark at its right edge. */
const isMarked = (bits: number): boolean => (bits & (flag.hard | flag.warning)) !== 0

/** Names on cards, and of groups above them. */
export const paintWords = (pen: Pen, drawing: Drawing, names: readonly string[], draw: DrawMessage): void => {
  const { geometry, looks, palette } = drawing
  const { x, y, zoom } = draw.transform
  if (grid.itemHeight * zoom < cardHeight) return
  pen.textBaseline = 'middle'
  if (draw.withGroupNames) writeBlocks(pen, drawing, draw)
  const size = Math.min(mostSize, Math.max(13.5, (leastSize * draw.density) / zoom)) * zoom
  if (size < 7 * draw.density) return
  const letters = lettersAt(pen, 400, size)
  let left = draw.quick ? mostWords.quick : mostWords.full
  for (let item = 0; item < geometry.x.length && left > 0; item++) {
    const high = (geometry.height[item] ?? 0) * zoom
    if (high === 0) continue
    const px = (geometry.x[item] ?? 0) * zoom + x
    const py = (geometry.y[item] ?? 0) * zoom + y
    const width = (geometry.width[item] ?? 0) * zoom
    if (isOut(draw, px, py, width, high)) continue
    const bits = looks.flags[item] ?? 0
    pen.fillStyle = (bits & flag.dimmed) === 0 ? palette.text : palette.quietText
    const [name, room] = [names[item] ?? '', width - 28 * zoom]
    // What is marked is measured: the few marks must be seen whole.
    const words = isMarked(bits) ? fitted(pen, name, letters(room), room) : elided(name, letters(room))
    pen.fillText(words, px + 12 * zoom, py + (Math.min(high, grid.itemHeight * zoom)) / 2)
    left--
  }
}
