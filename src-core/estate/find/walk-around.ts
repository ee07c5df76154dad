import { neighboursOf, type Links, type Side } from './links'

export type Direction = 'both' | 'needs' | 'needed-by'

export type Layer = {
  /** 0 is where the walk began; positive is needed by it, negative needs it, in hops. */
  readonly hops: number
  /** Those that are shown, the best linked to what is shown already first. */
  readonly items: readonly number[]
  /** Those for which there is no room. */
  readonly leftOut: readonly number[]
}

export type Surroundings = {
  /** Ascending by hops. */
  readonly layers: readonly Layer[]
  /** Signed hops of each item that was reached, shown or not. */
  readonly hopsOf: ReadonlyMap<number, number>
}

type Walk = { readonly links: Links; readonly hopsOf: Map<number, number>; readonly levels: Map<number, number[]> }

const sideOf = (hops: number): Side => (hops > 0 ? 'needs' : 'neededBy')

const stepOut = ({ links, hopsOf, levels }: Walk, hops: number): void => {
  const rim = levels.get(hops > 0 ? hops - 1 : hops + 1) ?? []
  const level: number[] = []
  for (const item of rim) {
    for (const far of neighboursOf(links[sideOf(hops)], item)) {
      if (hopsOf.has(far)) continue
      hopsOf.set(far, hops)
      level.push(far)
    }
  }
  if (level.length > 0) levels.set(hops, level)
}

const walk = (links: Links, roots: readonly number[], hops: number, direction: Direction): Walk => {
  const start = [...new Set(roots)]
  const state: Walk = { links, hopsOf: new Map(start.map((item) => [item, 0])), levels: new Map([[0, start]]) }
  for (let distance = 1; distance <= hops; distance++) {
    if (direction !== 'needed-by') stepOut(state, distance)
    if (direction !== 'needs') stepOut(state, -distance)
  }
  return state
}

const linkCount = (links: Links, item: number, hops: number, shown: ReadonlySet<number>): number => {
  const inward = hops > 0 ? links.neededBy : links.needs
  return neighboursOf(inward, item).reduce((count, near) => count + (shown.has(near) ? 1 : 0), 0)
}

/** Nearest first; both sides of a distance get room in proportion to what they hold. */
const chooseShown = ({ links, levels }: Walk, most: number): ReadonlySet<number> => {
  const shown = new Set<number>()
  const farthest = Math.max(...[...levels.keys()].map(Math.abs))
  for (let distance = 0; distance <= farthest; distance++) {
    const sides = distance === 0 ? [0] : [distance, -distance]
    const total = sides.reduce((sum, hops) => sum + (levels.get(hops)?.length ?? 0), 0)
    const room = most - shown.size
    const before = new Set(shown)
    for (const hops of sides) {
      const level = levels.get(hops) ?? []
      const part = total <= room ? level.length : Math.floor((room * level.length) / total)
      const scores = new Map(level.map((item) => [item, linkCount(links, item, hops, before)]))
      const best = level.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b)
      for (const item of best.slice(0, part)) shown.add(item)
    }
  }
  return shown
}

/**
 * Everything within `hops` of the items, up- and downstream, each item on the side where it is nearer (needed before
 * needing, where that is the same). With more than `most` items, `mostCrowded` of them are shown and the rest of each
 * layer is left out: that leaves room for what stands in for them.
 */
export const walkAround = (
  links: Links, roots: readonly number[], hops: number, direction: Direction, most: number, mostCrowded = most,
): Surroundings => {
  const state = walk(links, roots, hops, direction)
  const { hopsOf, levels } = state
  const shown = chooseShown(state, hopsOf.size <= most ? most : mostCrowded)
  const layers = [...levels].sort(([a], [b]) => a - b).map(([level, items]): Layer => ({
    hops: level,
    items: items.filter((item) => shown.has(item)),
    leftOut: items.filter((item) => !shown.has(item)),
  }))
  return { layers, hopsOf }
}
