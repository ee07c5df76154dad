import type { Shape, Sheet } from './sheet'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
    // Control characters are no XML, however they are written.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ')

const short = (value: number): string => String(Math.round(value * 100) / 100)

const toElement = (shape: Shape): string => {
  switch (shape.kind) {
    case 'rectangle':
      return `<rect x="${short(shape.x)}" y="${short(shape.y)}" width="${short(shape.width)}" height="${short(shape.height)}" fill="${shape.fill}"/>`
    case 'text':
      return `<text x="${short(shape.x)}" y="${short(shape.y)}" font-size="${short(shape.size)}"${shape.bold ? ' font-weight="650"' : ''} fill="${shape.colour}">${escaped(shape.text)}</text>`
    case 'curve': {
      const [a, b, c, d, e, f, g, h] = shape.points.map(short)
      const dash = shape.isDashed ? ' stroke-dasharray="5 4"' : ''
      return `<path d="M${a} ${b}C${c} ${d} ${e} ${f} ${g} ${h}" fill="none" stroke="${shape.colour}" stroke-width="${short(shape.width)}"${dash}/>`
    }
    case 'triangle': {
      const [a, b, c, d, e, f] = shape.points.map(short)
      return `<path d="M${a} ${b}L${c} ${d}L${e} ${f}Z" fill="${shape.fill}"/>`
    }
  }
}

/** The sheet as an SVG file: text stays text. */
export const sheetToSvg = ({ width, height, background, shapes }: Sheet): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif">`,
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    ...shapes.map(toElement),
    '</svg>',
  ].join('\n')
