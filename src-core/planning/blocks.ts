import type { Random } from './random'
import type { UnitEdges } from './unit-edges'

/** Units that hang together, to be moved at once: several divisions of the units, from fine to coarse. */
export type Blocks = { readonly levels: readonly BlockLevel[] }

export type BlockLevel = {
  readonly blockOf: Int32Array
  /** Members of block b: `members[offsets[b] .. offsets[b + 1]]`. */
  readonly offsets: Int32Array
  readonly members: Int32Array
}

type Level = { readonly count: number; readonly size: Float64Array; readonly links: readonly Map<number, number>[] }

const mostLevels = 6

const firstLevel = (edges: UnitEdges, effort: Float64Array): Level => ({
  count: effort.length,
  size: effort,
  links: Array.from(effort, (_, unit) => {
    const links = new Map<number, number>()
    for (let at = edges.offsets[unit]!; at < edges.offsets[unit + 1]!; at++) {
      const weight = edges.pricePerDay[at]! + edges.parting[at]!
      if (weight > 0) links.set(edges.others[at]!, weight)
    }
    return links
  }),
})

/** The neighbour that hangs most on it for its size, and is still free. */
const partnerOf = ({ size, links }: Level, unit: number, free: Uint8Array, most: number): number => {
  let best = -1
  let bestWorth = 0
  for (const [other, weight] of links[unit]!) {
    if (free[other] === 0 || size[unit]! + size[other]! > most) continue
    const worth = weight / Math.max(1e-9, size[other]!)
    if (worth <= bestWorth) continue
    best = other
    bestWorth = worth
  }
  return best
}

const pairUp = (level: Level, canJoin: Uint8Array, most: number, random: Random): Int32Array => {
  const order = Int32Array.from({ length: level.count }, (_, unit) => unit)
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const unit = order[at]!
    order[at] = order[other]!
    order[other] = unit
  }
  const free = canJoin.slice()
  const blockOf = new Int32Array(level.count).fill(-1)
  let blocks = 0
  for (const unit of order) {
    if (blockOf[unit]! >= 0) continue
    blockOf[unit] = blocks
    const partner = free[unit] === 1 ? partnerOf(level, unit, withoutIt(free, unit), most) : -1
    if (partner >= 0) {
      blockOf[partner] = blocks
      free[partner] = 0
    }
    blocks += 1
  }
  return blockOf
}

const withoutIt = (free: Uint8Array, unit: number): Uint8Array => {
  free[unit] = 0
  return free
}

const contract = (level: Level, blockOf: Int32Array): Level => {
  const count = blockOf.reduce((most, block) => Math.max(most, block + 1), 0)
  const size = new Float64Array(count)
  const links = Array.from({ length: count }, () => new Map<number, number>())
  blockOf.forEach((block, unit) => {
    size[block]! += level.size[unit]!
    const own = links[block]!
    for (const [other, weight] of level.links[unit]!) {
      const target = blockOf[other]!
      if (target !== block) own.set(target, (own.get(target) ?? 0) + weight)
    }
  })
  return { count, size, links }
}

const rowsOf = (blockOf: Int32Array, count: number): BlockLevel => {
  const offsets = new Int32Array(count + 1)
  for (const block of blockOf) offsets[block + 1]! += 1
  for (let at = 0; at < count; at++) offsets[at + 1]! += offsets[at]!
  const next = offsets.slice()
  const members = new Int32Array(blockOf.length)
  blockOf.forEach((block, unit) => {
    members[next[block]!++] = unit
  })
  return { blockOf, offsets, members }
}

/** Heavy edges contracted, level by level, while the blocks stay under `most` person-days. Only movable units join. */
export const blocksOf = (edges: UnitEdges, effort: Float64Array, movable: Uint8Array, most: number, random: Random): Blocks => {
  const levels: BlockLevel[] = []
  let level = firstLevel(edges, effort)
  let total = Int32Array.from(effort, (_, unit) => unit)
  let canJoin = movable
  for (let depth = 0; depth < mostLevels && level.count > 1; depth++) {
    const blockOf = pairUp(level, canJoin, most, random)
    const next = contract(level, blockOf)
    if (next.count > level.count * 0.97) break
    total = total.map((block) => blockOf[block]!)
    levels.push(rowsOf(total, next.count))
    const joins = new Uint8Array(next.count)
    blockOf.forEach((block, unit) => {
      if (canJoin[unit] === 1) joins[block] = 1
    })
    canJoin = joins
    level = next
  }
  return { levels }
}
