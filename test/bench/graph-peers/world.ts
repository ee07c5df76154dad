import { decodePlanFile, encodePlanFile } from '@core/formats/plan-file'
import { emptyHistory } from '@core/plan/history'
import { graphModel, waveOfItem, type GraphModel } from '@renderer/canvas/graph-model'
import { layOut } from '@renderer/canvas/mass/picture-layout'
import type { Picture } from '@renderer/canvas/mass/picture-types'
import { bigPlan } from '@test/builders/big-plan'

/** An estate as plain numbers, for graphs that know nothing of plans. Places are those that our own picture gives. */
export type PeerEstate = {
  readonly names: readonly string[]
  readonly kinds: readonly string[]
  readonly waves: readonly number[]
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly isHard: readonly number[]
  /** The item that `near` looks at: the one in the middle of the picture. */
  readonly middle: number
}

const size = (items: number, dependencies: number) => ({ items, dependencies, waves: 24, seed: 7 })

/** A plan file with everything in 24 waves. */
export const planFile = (items: number, dependencies: number): string => encodePlanFile(bigPlan(size(items, dependencies)), emptyHistory)

const pictureOf = (model: GraphModel): Picture => layOut(model, {
  grouping: 'wave', size: 'items', closed: [], hidden: [], isHidden: new Uint8Array(model.items.length), columnsBefore: new Map(),
})

/** The item nearest to the middle of the lanes, where its neighbours fill a window on every side. */
const middleOf = ({ model, bounds, x, y, lanes }: Picture): number => {
  const depth = lanes.map(({ height }) => height).sort((a, b) => a - b)[Math.floor(lanes.length / 2)] ?? bounds.height
  const far = (item: number): number => Math.hypot((x[item] ?? 0) - bounds.width / 2, (y[item] ?? 0) - depth / 2)
  return model.items.reduce((best, _, item) => (far(item) < far(best) ? item : best), 0)
}

/** Name of the item that our own window looks at when it looks near. */
export const middleName = (planFileText: string): string => {
  const read = decodePlanFile(planFileText)
  if (!read.ok) throw new Error('The plan of the bench cannot be read')
  const model = graphModel(read.value.document, [])
  return model.items[middleOf(pictureOf(model))]?.name ?? ''
}

export const peerEstate = (items: number, dependencies: number): PeerEstate => {
  const model = graphModel(bigPlan(size(items, dependencies)), [])
  const picture = pictureOf(model)
  return {
    names: model.items.map(({ name }) => name),
    kinds: model.items.map(({ kind }) => kind),
    waves: model.items.map((_, item) => waveOfItem(model, item)),
    x: [...picture.x],
    y: [...picture.y],
    from: [...model.from],
    to: [...model.to],
    isHard: [...model.isHard],
    middle: middleOf(picture),
  }
}
