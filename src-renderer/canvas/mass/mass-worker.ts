import type { DrawMessage, FromWorker, GeometryMessage, LooksMessage, OverviewMessage, Palette, ToWorker, Transform } from './mass-messages'
import { paint, type Drawing } from './paint'
import { fontName, paintWords, takeWindowTypeface } from './paint-words'
import type { Pixels } from './pixels'

/** Draws the estate away from the window's thread. The newest wish wins: the window asks again only after an answer. */

let names: readonly string[] = []
let geometry: GeometryMessage | null = null
let looks: LooksMessage | null = null
let palette: Palette | null = null
let latest: DrawMessage | null = null

type Sheet = { readonly canvas: OffscreenCanvas; readonly pen: OffscreenCanvasRenderingContext2D; readonly image: ImageData; readonly pixels: Pixels }

const sheets = new Map<'view' | 'overview', Sheet>()

const newSheet = (width: number, height: number): Sheet | null => {
  const canvas = new OffscreenCanvas(width, height)
  // Without transparency the pixels need no conversion: a third of the time of each drawing.
  const pen = canvas.getContext('2d', { alpha: false })
  if (!pen) return null
  const image = new ImageData(width, height)
  return { canvas, pen, image, pixels: { width, height, data: new Uint32Array(image.data.buffer) } }
}

const sheetOf = (name: 'view' | 'overview', width: number, height: number): Sheet | null => {
  const known = sheets.get(name)
  if (known?.canvas.width === width && known.canvas.height === height) return known
  const made = newSheet(width, height)
  if (made) sheets.set(name, made)
  return made
}

const answer = (message: FromWorker): void => self.postMessage(message, { transfer: [message.bitmap] })

const drawingNow = (): Drawing | null => (geometry && looks && palette ? { geometry, looks, palette } : null)

const drawView = (draw: DrawMessage): void => {
  const drawing = drawingNow()
  const sheet = sheetOf('view', draw.width, draw.height)
  if (!drawing || !sheet) return
  const items = paint(sheet.pixels, drawing, draw.transform)
  sheet.pen.putImageData(sheet.image, 0, 0)
  paintWords(sheet.pen, drawing, names, draw)
  latest = draw
  answer({ type: 'drawn', bitmap: sheet.canvas.transferToImageBitmap(), transform: draw.transform, version: drawing.geometry.version, items })
}

const drawOverview = ({ width, height }: OverviewMessage): void => {
  const drawing = drawingNow()
  const sheet = sheetOf('overview', width, height)
  if (!drawing || !sheet) return
  const { bounds } = drawing.geometry
  const zoom = Math.min(width / bounds.width, height / bounds.height)
  const transform: Transform = { x: (width - bounds.width * zoom) / 2, y: (height - bounds.height * zoom) / 2, zoom }
  paint(sheet.pixels, drawing, transform)
  sheet.pen.putImageData(sheet.image, 0, 0)
  answer({ type: 'overview-drawn', bitmap: sheet.canvas.transferToImageBitmap() })
}

/** Workers share no fonts with the window. Until it has come, names are drawn in the next best. */
const takeFont = async (bytes: ArrayBuffer): Promise<void> => {
  const font = new FontFace(fontName, bytes, { weight: '200 900' })
  await font.load()
  // A worker's scope has fonts as a document has; the library of types describes only the document's.
  const { fonts } = self as unknown as { readonly fonts: FontFaceSet }
  fonts.add(font)
  takeWindowTypeface()
  if (latest) drawView(latest)
}

const receive = (message: ToWorker): void => {
  switch (message.type) {
    case 'names':
      names = message.items
      return
    case 'geometry':
      geometry = message
      return
    case 'looks':
      looks = message
      return
    case 'palette':
      palette = message.palette
      return
    case 'font':
      void takeFont(message.bytes)
      return
    case 'draw':
      return drawView(message)
    case 'overview':
      return drawOverview(message)
  }
}

self.onmessage = (event: MessageEvent<ToWorker>) => receive(event.data)
