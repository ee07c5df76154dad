import type { Drawn, FromWorker, GeometryMessage, LooksMessage, Palette, ToWorker, Transform } from './mass-messages'
import { mapSize } from './minimap-fit'

/** The part around what is seen that is drawn as well, so that a hand can move before anything is drawn anew. */
const overscan = 0.25
/** Beyond this many pixels a canvas would cost more memory than a sharper picture is worth. */
const mostPixels = 12_000_000
/** A bitmap enlarged or shrunk by more than this is drawn anew at once. */
const mostScale = { up: 1.8, down: 0.6 } as const
/** Time between drawings while the hand moves, and rest after which everything is drawn, in milliseconds. */
const pace = { gesture: 100, rest: 140 } as const

export type Viewport = { readonly x: number; readonly y: number; readonly zoom: number }

export const canDrawMass = (): boolean =>
  typeof OffscreenCanvas !== 'undefined' && typeof Worker !== 'undefined' && typeof ImageBitmapRenderingContext !== 'undefined'

type Size = { readonly width: number; readonly height: number; readonly ratio: number }

/** How much is drawn around the pane, and how finely. */
const sheetFor = ({ width, height, ratio }: Size) => {
  const side = width * height * ratio * ratio * (1 + 2 * overscan) ** 2 > mostPixels ? 0.1 : overscan
  const pad = { x: Math.round(width * side), y: Math.round(height * side) }
  const full = (width + 2 * pad.x) * (height + 2 * pad.y) * ratio * ratio
  const density = ratio * Math.min(1, Math.sqrt(mostPixels / full))
  return { pad, density, width: Math.round((width + 2 * pad.x) * density), height: Math.round((height + 2 * pad.y) * density) }
}

const startWorker = (): Worker => new Worker(new URL('./mass-worker.ts', import.meta.url), { type: 'module', name: 'graph' })

/** Started as soon as the graph has been loaded: starting takes as long as the first picture does. */
let waiting: Worker | null = canDrawMass() ? startWorker() : null

const takeWorker = (): Worker => {
  const worker = waiting ?? startWorker()
  waiting = null
  return worker
}

/**
 * The canvas beneath the graph: keeps the worker's last bitmap in step with the viewport by a CSS transform, and asks for
 * a new one when that no longer will do.
 */
export class MassCanvas {
  private readonly worker: Worker
  private readonly context: ImageBitmapRenderingContext | null
  private size: Size = { width: 1, height: 1, ratio: 1 }
  private viewport: Viewport = { x: 0, y: 0, zoom: 1 }
  /** Of the bitmap that is shown, in pixels of the style sheet. */
  private shown: Transform | null = null
  private isDrawing = false
  private wanted: 'quick' | 'full' | null = null
  private lastAsked = 0
  /** Before it has been told everything once, the worker has nothing to draw. */
  private isReady = false
  private askedAt = 0
  private withGroupNames = false
  private rest: ReturnType<typeof setTimeout> | undefined
  private readonly overview: ImageBitmapRenderingContext | null

  constructor(
    private readonly canvas: HTMLCanvasElement,
    overview: HTMLCanvasElement,
    private readonly onDrawn: (version: number) => void,
  ) {
    this.context = canvas.getContext('bitmaprenderer')
    this.overview = overview.getContext('bitmaprenderer')
    this.worker = takeWorker()
    this.worker.onmessage = (event: MessageEvent<FromWorker>) => {
      if (event.data.type === 'drawn') this.show(event.data)
      else this.overview?.transferFromImageBitmap(event.data.bitmap)
    }
  }

  setFont(bytes: ArrayBuffer): void {
    this.send({ type: 'font', bytes })
  }

  setNames(items: readonly string[]): void {
    this.send({ type: 'names', items })
  }

  setGeometry(geometry: GeometryMessage): void {
    this.send(geometry)
  }

  setLooks(looks: LooksMessage): void {
    this.send(looks)
  }

  setPalette(palette: Palette): void {
    this.send({ type: 'palette', palette })
  }

  resize(width: number, height: number, ratio: number): void {
    this.size = { width, height, ratio }
    this.ask('full')
  }

  /** Draws what has been told since, and the overview with it. */
  draw(): void {
    this.isReady = true
    this.ask('full')
    const { ratio } = this.size
    this.send({ type: 'overview', width: Math.round(mapSize.width * ratio), height: Math.round(mapSize.height * ratio) })
  }

  /** Whether the names of groups are to be written here, or stand on labels above. */
  nameGroups(isWanted: boolean): void {
    if (this.withGroupNames === isWanted) return
    this.withGroupNames = isWanted
    this.ask('full')
  }

  /** The hand has moved the picture. */
  move(viewport: Viewport): void {
    this.viewport = viewport
    this.place()
    if (this.isWorn() && performance.now() - this.lastAsked > pace.gesture) this.ask('quick')
    clearTimeout(this.rest)
    this.rest = setTimeout(() => this.ask('full'), pace.rest)
  }

  close(): void {
    clearTimeout(this.rest)
    this.worker.terminate()
  }

  private send(message: ToWorker): void {
    this.worker.postMessage(message)
  }

  /** Whether the bitmap leaves a part of the pane bare, or is stretched too far. */
  private isWorn(): boolean {
    if (!this.shown) return true
    const { pad } = sheetFor(this.size)
    const scale = this.viewport.zoom / this.shown.zoom
    const left = this.viewport.x - this.shown.x * scale
    const top = this.viewport.y - this.shown.y * scale
    const right = left + (this.size.width + 2 * pad.x) * scale
    const bottom = top + (this.size.height + 2 * pad.y) * scale
    const isBare = left > 0 || top > 0 || right < this.size.width || bottom < this.size.height
    return isBare || scale > mostScale.up || scale < mostScale.down
  }

  private ask(how: 'quick' | 'full'): void {
    if (!this.isReady) return
    if (this.isDrawing) {
      this.wanted = how === 'full' ? 'full' : (this.wanted ?? 'quick')
      return
    }
    this.isDrawing = true
    this.wanted = null
    this.lastAsked = performance.now()
    this.askedAt = this.lastAsked
    const { pad, density, width, height } = sheetFor(this.size)
    const { x, y, zoom } = this.viewport
    const transform = { x: (x + pad.x) * density, y: (y + pad.y) * density, zoom: zoom * density }
    this.send({ type: 'draw', transform, width, height, density, quick: how === 'quick', withGroupNames: this.withGroupNames })
  }

  private show({ bitmap, transform, version }: Drawn): void {
    this.isDrawing = false
    const { density } = sheetFor(this.size)
    this.shown = { x: transform.x / density, y: transform.y / density, zoom: transform.zoom / density }
    this.canvas.style.width = `${bitmap.width / density}px`
    this.canvas.style.height = `${bitmap.height / density}px`
    this.context?.transferFromImageBitmap(bitmap)
    this.place()
    performance.measure('graph-canvas', { start: this.askedAt, end: performance.now() })
    this.onDrawn(version)
    if (this.wanted) this.ask(this.wanted)
  }

  private place(): void {
    if (!this.shown) return
    const scale = this.viewport.zoom / this.shown.zoom
    const x = this.viewport.x - this.shown.x * scale
    const y = this.viewport.y - this.shown.y * scale
    this.canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`
  }
}
