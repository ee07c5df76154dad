import type { Shape, Sheet } from './sheet'

/** Pixels a point: at 1600 points this is A3 at 250 dots an inch. */
const density = 2.6

type Pen = OffscreenCanvasRenderingContext2D

const draw = (pen: Pen, shape: Shape): void => {
  switch (shape.kind) {
    case 'rectangle':
      pen.fillStyle = shape.fill
      return pen.fillRect(shape.x, shape.y, shape.width, shape.height)
    case 'text':
      pen.fillStyle = shape.colour
      pen.font = `${shape.bold ? 650 : 400} ${shape.size}px 'Source Sans 3 Variable', 'Segoe UI', sans-serif`
      return pen.fillText(shape.text, shape.x, shape.y)
    case 'curve': {
      const [a, b, c, d, e, f, g, h] = shape.points
      pen.strokeStyle = shape.colour
      pen.lineWidth = shape.width
      pen.setLineDash(shape.isDashed ? [5, 4] : [])
      pen.beginPath()
      pen.moveTo(a, b)
      pen.bezierCurveTo(c, d, e, f, g, h)
      return pen.stroke()
    }
    case 'triangle': {
      const [a, b, c, d, e, f] = shape.points
      pen.fillStyle = shape.fill
      pen.beginPath()
      pen.moveTo(a, b)
      pen.lineTo(c, d)
      pen.lineTo(e, f)
      return pen.fill()
    }
  }
}

/** The sheet as pixels, at print size. */
export const sheetToPng = async ({ width, height, background, shapes }: Sheet): Promise<Uint8Array> => {
  const canvas = new OffscreenCanvas(Math.round(width * density), Math.round(height * density))
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('This system cannot draw a picture of that size')
  pen.scale(density, density)
  pen.fillStyle = background
  pen.fillRect(0, 0, width, height)
  for (const shape of shapes) draw(pen, shape)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}
