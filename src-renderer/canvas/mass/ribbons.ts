import type { Picture } from './picture-types'

/** All dependencies from the items of one lane to those of another. */
export type Ribbon = { readonly from: number; readonly to: number; readonly count: number; readonly hard: number; readonly broken: number }

export type Ribbons = {
  /** Largest first. */
  readonly ribbons: readonly Ribbon[]
  /** Dependencies with both ends in one lane. */
  readonly inside: number
  /** Dependencies with an end that is hidden. */
  readonly hidden: number
}

/** The lane of each item; -1 is hidden. */
const laneOfItems = ({ blockOf, blocks }: Picture): Int16Array => {
  const laneOf = new Int16Array(blockOf.length)
  for (let item = 0; item < blockOf.length; item++) laneOf[item] = blocks.lane[blockOf[item] ?? -1] ?? -1
  return laneOf
}

/** Sums between lanes; with those inside lanes and those of hidden items they are all dependencies. */
export const ribbonsOf = (picture: Picture): Ribbons => {
  const { from: starts, to: ends, isHard, brokenDependency } = picture.model
  const { lanes } = picture
  const laneOf = laneOfItems(picture)
  const size = lanes.length
  const count = new Uint32Array(size * size)
  const hard = new Uint32Array(size * size)
  const broken = new Uint32Array(size * size)
  let inside = 0
  let hidden = 0
  for (let edge = 0; edge < starts.length; edge++) {
    const from = laneOf[starts[edge] ?? -1] ?? -1
    const to = laneOf[ends[edge] ?? -1] ?? -1
    if (from < 0 || to < 0) hidden++
    else if (from === to) inside++
    else {
      const at = from * size + to
      count[at] = (count[at] ?? 0) + 1
      hard[at] = (hard[at] ?? 0) + (isHard[edge] ?? 0)
      broken[at] = (broken[at] ?? 0) + (brokenDependency[edge] ?? 0)
    }
  }
  const ribbons: Ribbon[] = []
  count.forEach((sum, at) => {
    if (sum > 0) ribbons.push({ from: Math.floor(at / size), to: at % size, count: sum, hard: hard[at] ?? 0, broken: broken[at] ?? 0 })
  })
  return { ribbons: ribbons.sort((a, b) => b.count - a.count), inside, hidden }
}

/** At most so many ribbons are drawn: a band of them can still be read. */
export const mostRibbons = 60

/** Room below the lanes in which ribbons hang, in flow pixels. */
export const ribbonBand = (boundsHeight: number): number => Math.max(90, boundsHeight * 0.15)
