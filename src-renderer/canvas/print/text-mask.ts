import type { TextShape } from './sheet'

/** A text as dots of one colour: where a file can hold no letters for it. */
export type TextMask = {
  /** Dots side by side, and rows of them. */
  readonly columns: number
  readonly rows: number
  /** Size on the sheet, and how far its rows reach below the line that letters stand on. */
  readonly width: number
  readonly height: number
  readonly below: number
  /** A bit for each dot, rows filled up to whole bytes, in hexadecimal; 0 is a dot. */
  readonly hex: string
}

/** Dots a point: on A3, as fine as a printer prints. */
const fineness = 6

/** Bits of an alpha channel, four bytes a pixel as a canvas gives it. */
export const bitsOf = (pixels: Uint8ClampedArray, columns: number, rows: number): string => {
  const bytesPerRow = Math.ceil(columns / 8)
  const bytes = new Uint8Array(bytesPerRow * rows).fill(255)
  for (let dot = 0; dot < columns * rows; dot++) {
    if ((pixels[dot * 4 + 3] ?? 0) < 128) continue
    const at = Math.floor(dot / columns) * bytesPerRow + ((dot % columns) >> 3)
    bytes[at] = (bytes[at] ?? 0) & ~(0x80 >> (dot % columns & 7))
  }
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Draws a text with whatever typeface of this system has its letters. */
export const maskOfText = ({ text, size, bold }: TextShape): TextMask | null => {
  const font = `${bold ? 650 : 400} ${size * fineness}px 'Source Sans 3 Variable', 'Segoe UI', sans-serif`
  const measure = new OffscreenCanvas(1, 1).getContext('2d')
  if (!measure) return null
  measure.font = font
  const columns = Math.max(1, Math.ceil(measure.measureText(text).width))
  const [above, below] = [Math.ceil(size * fineness * 1.1), Math.ceil(size * fineness * 0.4)]
  const rows = above + below
  const pen = new OffscreenCanvas(columns, rows).getContext('2d')
  if (!pen) return null
  pen.font = font
  pen.fillText(text, 0, above)
  const { data } = pen.getImageData(0, 0, columns, rows)
  return { columns, rows, width: columns / fineness, height: rows / fineness, below: below / fineness, hex: bitsOf(data, columns, rows) }
}
