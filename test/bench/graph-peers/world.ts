import { encodePlanFile } from '@core/formats/plan-file'
import { emptyHistory } from '@core/plan/history'
import { graphModel, waveOfItem } from '@renderer/canvas/graph-model'
import { layOut } from '@renderer/canvas/mass/picture-layout'
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
}

const size = (items: number, dependencies: number) => ({ items, dependencies, waves: 24, seed: 7 })

/** A plan file with everything in 24 waves. */
export const planFile = (items: number, dependencies: number): string => encodePlanFile(bigPlan(size(items, dependencies)), emptyHistory)

export const peerEstate = (items: number, dependencies: number): PeerEstate => {
  const model = graphModel(bigPlan(size(items, dependencies)), [])
  const picture = layOut(model, {
    grouping: 'wave', size: 'items', closed: [], hidden: [], isHidden: new Uint8Array(items), columnsBefore: new Map(),
  })
  return {
    names: model.items.map(({ name }) => name),
    kinds: model.items.map(({ kind }) => kind),
    waves: model.items.map((_, item) => waveOfItem(model, item)),
    x: [...picture.x],
    y: [...picture.y],
    from: [...model.from],
    to: [...model.to],
    isHard: [...model.isHard],
  }
}
