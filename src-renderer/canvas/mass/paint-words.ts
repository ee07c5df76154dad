import { flag } from './marks'
import type { DrawMessage } from './mass-messages'
import { cardHeight, type Drawing } from './paint'
import { grid } from './picture-types'

/** Of a mean letter, in parts of the font's size: measuring each name would cost more than drawing it. */
const letterWidth = 0.49
/** Of a heavier one. */
const boldWidth = 0.53

const shortened = (name: string, width: number, size: number, letter = letterWidth): string => {
  const letters = Math.floor(width / (size * letter))
  if (name.length <= letters) return name
  return letters < 3 ? '' : `${name.slice(0, letters - 1)}…`
}

type Pen = OffscreenCanvasRenderingContext2D

/** As the rest of the window; the worker loads it for itself. */
export const fontName = 'Source Sans 3 Variable'
const family = `'${fontName}', 'Segoe UI', system-ui, sans-serif`

/** Words are drawn for as many items as can be read; during a gesture for fewer. */
const mostWords = { quick: 260, full: 1100 } as const

const isOut = (draw: DrawMessage, x: number, y: number, width: number, height: number): boolean =>
  x > draw.width || y > draw.height || x + width < 0 || y + height < 0

const writeBlocks = (pen: Pen, { geometry, palette }: Drawing, draw: DrawMessage): void => {
  const { blocks } = geometry
  const { x, y, zoom } = draw.transform
  const size = 15 * zoom
  pen.font = `600 ${size}px ${family}`
  pen.fillStyle = palette.text
  for (let block = 0; block < blocks.count; block++) {
    if (blocks.named[block] !== 1 && blocks.closed[block] !== 1) continue
    const left = (blocks.x[block] ?? 0) * zoom + x
    const top = (blocks.y[block] ?? 0) * zoom + y
    const width = (blocks.width[block] ?? 0) * zoom
    if (isOut(draw, left, top, width, grid.header * zoom)) continue
    pen.fillText(shortened(blocks.names[block] ?? '', width - 20 * zoom, size, boldWidth), left + 12 * zoom, top + grid.header * 0.55 * zoom)
  }
}

/** Names on cards, and of groups above them. */
export const paintWords = (pen: Pen, drawing: Drawing, names: readonly string[], draw: DrawMessage): void => {
  const { geometry, looks, palette } = drawing
  const { x, y, zoom } = draw.transform
  if (grid.itemHeight * zoom < cardHeight) return
  pen.textBaseline = 'middle'
  if (zoom * 15 >= 6 * draw.density) writeBlocks(pen, drawing, draw)
  const size = Math.min(26, Math.max(13.5, (10.5 * draw.density) / zoom)) * zoom
  if (size < 7 * draw.density) return
  pen.font = `${size}px ${family}`
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
    pen.fillText(shortened(names[item] ?? '', width - 28 * zoom, size), px + 12 * zoom, py + (Math.min(high, grid.itemHeight * zoom)) / 2)
    left--
  }
}
