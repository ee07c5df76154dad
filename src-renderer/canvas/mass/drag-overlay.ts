import type { Picture } from './picture-types'
import { boxOfItem } from './hit'
import { dependenciesAt } from './lines'

/** Lines drawn from the hand while something is carried. */
const mostLines = 150

type Ends = readonly { readonly x: number; readonly y: number; readonly isBroken: boolean }[]

/** Far ends of the dependencies of what is carried, nearest to now: the broken ones first. */
export const endsOf = (picture: Picture, items: ReadonlySet<number>): Ends => {
  const { model } = picture
  const edges = dependenciesAt(picture, items).sort((a, b) => (model.brokenDependency[b] ?? 0) - (model.brokenDependency[a] ?? 0))
  const ends: { x: number; y: number; isBroken: boolean }[] = []
  for (const edge of edges) {
    if (ends.length >= mostLines) break
    const from = model.from[edge] ?? 0
    const far = items.has(from) ? (model.to[edge] ?? 0) : from
    const box = items.has(far) ? null : boxOfItem(picture, far)
    if (box) ends.push({ x: box.x + box.width / 2, y: box.y + box.height / 2, isBroken: model.brokenDependency[edge] === 1 })
  }
  return ends
}

type View = readonly [x: number, y: number, zoom: number]

/** A small canvas over the pane: straight lines from the hand to what the carried items depend on. */
export class DragOverlay {
  private ends: Ends = []
  private colours = { line: '', broken: '' }

  constructor(private readonly canvas: HTMLCanvasElement) {}

  start(picture: Picture, items: ReadonlySet<number>): void {
    this.ends = endsOf(picture, items)
    const style = getComputedStyle(this.canvas)
    this.colours = { line: style.getPropertyValue('--ww-accent'), broken: style.getPropertyValue('--violation') }
    this.canvas.width = this.canvas.clientWidth
    this.canvas.height = this.canvas.clientHeight
  }

  draw(handX: number, handY: number, [x, y, zoom]: View): void {
    const pen = this.canvas.getContext('2d')
    if (!pen) return
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height)
    for (const isBroken of [false, true]) {
      pen.beginPath()
      pen.strokeStyle = isBroken ? this.colours.broken : this.colours.line
      pen.lineWidth = isBroken ? 2 : 1.25
      pen.setLineDash(isBroken ? [] : [5, 4])
      for (const end of this.ends) {
        if (end.isBroken !== isBroken) continue
        pen.moveTo(handX, handY)
        pen.lineTo(end.x * zoom + x, end.y * zoom + y)
      }
      pen.stroke()
    }
  }

  end(): void {
    this.ends = []
    this.canvas.getContext('2d')?.clearRect(0, 0, this.canvas.width, this.canvas.height)
  }
}
