import type { Picture } from './picture-types'
import { boxOfItem } from './hit'
import { dependenciesAt } from './lines'

/** Beyond so many lines from the hand they are summed up by column: more of them would only be a fan. */
const mostLines = 40

/** Where a line from the hand ends: at one item, or amid those of a column. */
type End = { readonly x: number; readonly y: number; readonly isBroken: boolean; readonly count: number }

const endsByItem = (picture: Picture, items: ReadonlySet<number>): { lane: number; end: End }[] =>
  dependenciesAt(picture, items).flatMap((edge) => {
    const { model, blocks, blockOf } = picture
    const from = model.from[edge] ?? 0
    const far = items.has(from) ? (model.to[edge] ?? 0) : from
    const box = items.has(far) ? null : boxOfItem(picture, far)
    if (!box) return []
    const end = { x: box.x + box.width / 2, y: box.y + box.height / 2, isBroken: model.brokenDependency[edge] === 1, count: 1 }
    return [{ lane: blocks.lane[blockOf[far] ?? -1] ?? -1, end }]
  })

const amid = (ends: readonly End[]): End => {
  const mean = (part: 'x' | 'y'): number => ends.reduce((sum, end) => sum + end[part], 0) / ends.length
  return { x: mean('x'), y: mean('y'), isBroken: ends.some((end) => end.isBroken), count: ends.length }
}

/** Far ends of the dependencies of what is carried; of many, one for each column, in which one broken makes all so. */
export const endsOf = (picture: Picture, items: ReadonlySet<number>): readonly End[] => {
  const all = endsByItem(picture, items)
  if (all.length <= mostLines) return all.map(({ end }) => end)
  const lanes = [...new Set(all.map(({ lane }) => lane))]
  return lanes.map((lane) => amid(all.flatMap((one) => (one.lane === lane ? [one.end] : []))))
}

/** Of a sum a wider line. */
const widthOf = ({ count, isBroken }: End): number => Math.min(3, (isBroken ? 2 : 1.25) + Math.log2(count) * 0.25)

type View = readonly [x: number, y: number, zoom: number]

/** A small canvas over the pane: straight lines from the hand to what the carried items depend on. */
export class DragOverlay {
  private ends: readonly End[] = []
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
    for (const end of this.ends.toSorted((a, b) => Number(a.isBroken) - Number(b.isBroken))) {
      pen.beginPath()
      pen.strokeStyle = end.isBroken ? this.colours.broken : this.colours.line
      pen.lineWidth = widthOf(end)
      pen.setLineDash(end.isBroken ? [] : [5, 4])
      pen.moveTo(handX, handY)
      pen.lineTo(end.x * zoom + x, end.y * zoom + y)
      pen.stroke()
    }
  }

  end(): void {
    this.ends = []
    this.canvas.getContext('2d')?.clearRect(0, 0, this.canvas.width, this.canvas.height)
  }
}
