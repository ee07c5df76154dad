import type { Shape, Sheet, TextShape } from './sheet'
import { maskOfText, type TextMask } from './text-mask'

/**
 * A PDF of one page, written by hand: rectangles, curves and text in Helvetica, which every reader has. Its text is in
 * the encoding of Windows' Western European letters; a text with others is drawn as dots, so that nothing is lost.
 */

const more: Readonly<Record<string, number>> = { '…': 0x85, '–': 0x96, '—': 0x97, '•': 0x95, '’': 0x92, '‘': 0x91, '“': 0x93, '”': 0x94, '€': 0x80, '−': 0x96 }

/** Place of a letter in the encoding; null where it has none. */
const byteOf = (letter: string): number | null => {
  const code = more[letter] ?? letter.codePointAt(0) ?? 0
  return code < 32 || (code > 126 && code < 160 && more[letter] === undefined) || code > 255 ? null : code
}

const isWestern = (text: string): boolean => Array.from(text).every((letter) => byteOf(letter) !== null)

/** A string of a PDF, escaped, one byte a letter. */
const pdfText = (text: string): string => {
  const letters = Array.from(text, (letter) => {
    const byte = byteOf(letter) ?? 63
    const sign = String.fromCharCode(byte)
    return byte > 126 ? `\\${byte.toString(8).padStart(3, '0')}` : '()\\'.includes(sign) ? `\\${sign}` : sign
  })
  return `(${letters.join('')})`
}

const short = (value: number): string => String(Math.round(value * 100) / 100)

const colourOf = (hex: string): string => [1, 3, 5].map((at) => short(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')

type Texts = { readonly maskOf: (shape: TextShape) => TextMask | null; readonly masks: TextMask[] }

const textOperators = (shape: TextShape, height: number, { maskOf, masks }: Texts): string => {
  const { x, y, size, bold, colour, text } = shape
  const mask = isWestern(text) ? null : maskOf(shape)
  if (!mask) return `BT ${colourOf(colour)} rg /${bold ? 'B' : 'R'} ${short(size)} Tf ${short(x)} ${short(height - y)} Td ${pdfText(text)} Tj ET`
  masks.push(mask)
  return `q ${colourOf(colour)} rg ${short(mask.width)} 0 0 ${short(mask.height)} ${short(x)} ${short(height - y - mask.below)} cm /T${masks.length - 1} Do Q`
}

/** A shape as drawing operators. PDF counts from the bottom. */
const toOperators = (shape: Shape, height: number, texts: Texts): string => {
  const y = (value: number): string => short(height - value)
  switch (shape.kind) {
    case 'rectangle':
      return `${colourOf(shape.fill)} rg ${short(shape.x)} ${y(shape.y + shape.height)} ${short(shape.width)} ${short(shape.height)} re f`
    case 'text':
      return textOperators(shape, height, texts)
    case 'curve': {
      const [a, b, c, d, e, f, g, h] = shape.points
      const dash = shape.isDashed ? '[5 4] 0 d' : '[] 0 d'
      return `${colourOf(shape.colour)} RG ${short(shape.width)} w ${dash} ${short(a)} ${y(b)} m ${short(c)} ${y(d)} ${short(e)} ${y(f)} ${short(g)} ${y(h)} c S`
    }
    case 'triangle': {
      const [a, b, c, d, e, f] = shape.points
      return `${colourOf(shape.fill)} rg ${short(a)} ${y(b)} m ${short(c)} ${y(d)} l ${short(e)} ${y(f)} l h f`
    }
  }
}

const font = (name: string): string => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`

/** On paper the sheet is as wide as A3 lies. */
const paperWidth = 1190.55

const stream = (head: string, content: string): string => `<< ${head}/Length ${content.length} >>\nstream\n${content}\nendstream`

const dots = ({ columns, rows, hex }: TextMask): string =>
  stream(`/Type /XObject /Subtype /Image /ImageMask true /BitsPerComponent 1 /Width ${columns} /Height ${rows} /Filter /ASCIIHexDecode `, `${hex}>`)

/** Objects of the file that come before the dots of texts. */
const fixedObjects = 6

/** The file, all of it ASCII, so that a letter is a byte. `maskOf` draws texts that have other than Western letters. */
export const sheetToPdf = ({ width, height, background, shapes }: Sheet, maskOf: Texts['maskOf'] = maskOfText): Uint8Array => {
  const masks: TextMask[] = []
  const scale = paperWidth / width
  const content = [
    `${short(scale)} 0 0 ${short(scale)} 0 0 cm`,
    `${colourOf(background)} rg 0 0 ${width} ${height} re f`,
    ...shapes.map((shape) => toOperators(shape, height, { maskOf, masks })),
  ].join('\n')
  const images = masks.map((_, index) => `/T${index} ${fixedObjects + 1 + index} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${short(width * Number(short(scale)))} ${short(height * Number(short(scale)))}] /Contents 4 0 R /Resources << /Font << /R 5 0 R /B 6 0 R >> /XObject << ${images} >> >> >>`,
    stream('', content),
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...masks.map(dots),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(text)
}
