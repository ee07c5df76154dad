import { neighboursOf, type GraphModel } from './graph-model'

export type Direction = 'both' | 'needs' | 'needed-by'

export type Neighbourhood = {
  /** Signed hops of each item found: negative ones need the selection, positive ones are needed by it, 0 is selected. */
  readonly hopsByItem: ReadonlyMap<number, number>
  /** Items within the hops that were left out because there are more than `most`, by signed hops. */
  readonly leftOut: ReadonlyMap<number, number>
}

type Search = { hopsByItem: Map<number, number>; leftOut: Map<number, Set<number>>; most: number }

const meet = (search: Search, item: number, hops: number): boolean => {
  if (search.hopsByItem.has(item)) return false
  if (search.hopsByItem.size < search.most) {
    search.hopsByItem.set(item, hops)
    return true
  }
  const beyond = search.leftOut.get(hops) ?? new Set()
  beyond.add(item)
  search.leftOut.set(hops, beyond)
  return false
}

const step = (model: GraphModel, search: Search, rim: number[], hops: number): number[] => {
  const direction = hops > 0 ? 'needs' : 'needed-by'
  const next: number[] = []
  for (const item of rim) {
    for (const far of neighboursOf(model, item, direction)) if (meet(search, far, hops)) next.push(far)
  }
  return next
}

/**
 * Everything within `hops` of the selection, nearest first, upstream and downstream in turn so that neither crowds the
 * other out; at most `most` items. An item that lies on both sides is shown on the side where it is nearer.
 */
export const neighbourhood = (
  model: GraphModel,
  selected: readonly number[],
  hops: number,
  direction: Direction,
  most: number,
): Neighbourhood => {
  const search: Search = { hopsByItem: new Map(), leftOut: new Map(), most }
  const start = selected.filter((item) => meet(search, item, 0))
  let needed = start
  let needing = start
  for (let distance = 1; distance <= hops; distance++) {
    if (direction !== 'needed-by') needed = step(model, search, needed, distance)
    if (direction !== 'needs') needing = step(model, search, needing, -distance)
  }
  const leftOut = [...search.leftOut].map(([hop, items]): [number, number] => [
    hop,
    [...items].filter((item) => !search.hopsByItem.has(item)).length,
  ])
  return { hopsByItem: search.hopsByItem, leftOut: new Map(leftOut.filter(([, count]) => count > 0)) }
}
