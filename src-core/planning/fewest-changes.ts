import { type Placing, copyPlacing, isAllowed, put } from './board'
import { changesAt, conflictsIn } from './conflicts'
import { bridgePrice } from './cost'
import type { UnitEdges } from './unit-edges'
import { freeWindows } from './windows'

/** Looks at about as many units in all, whatever the size of the plan. */
const workAllowed = 6_000_000

type Hunt = {
  readonly placing: Placing
  readonly edges: UnitEdges
  readonly isMoved: Uint8Array
  readonly isStopped: () => boolean
  nodes: number
  best: Placing | null
  bestPrice: number
}

const mayMove = ({ placing: { board }, isMoved }: Hunt, unit: number): boolean =>
  isMoved[unit] === 0 && board.units.isSettled[unit] === 0

const remember = (hunt: Hunt): void => {
  const { placing, edges } = hunt
  const price = bridgePrice(placing, edges, placing.board.waves.length)
  if (hunt.best && price >= hunt.bestPrice) return
  hunt.best = copyPlacing(placing)
  hunt.bestPrice = price
}

/** Every way to mend the conflict that the fewest units can mend, with so many more changes. */
const dig = (hunt: Hunt, changes: number): void => {
  if (--hunt.nodes < 0 || hunt.isStopped()) return
  const { placing, isMoved } = hunt
  const { board } = placing
  const conflicts = conflictsIn(placing, (unit) => mayMove(hunt, unit))
  if (conflicts.length === 0) {
    remember(hunt)
    return
  }
  const tightest = conflicts.reduce((least, conflict) => (conflict.length < least.length ? conflict : least))
  const { first, last } = freeWindows(board)
  for (const unit of tightest) {
    const from = placing.at[unit]!
    const stays = from < 0 ? 0 : changesAt(board, unit, from)
    isMoved[unit] = 1
    for (let to = first[unit]!; to <= last[unit]! && hunt.nodes > 0; to++) {
      const more = changesAt(board, unit, to) - stays
      if (to === from || more > changes || !isAllowed(board, unit, to)) continue
      put(placing, unit, to)
      dig(hunt, changes - more)
    }
    put(placing, unit, from)
    isMoved[unit] = 0
  }
}

export type FewestChanges = {
  /** The cheapest seen with the fewest changes; null where the work allowed was too little, or there is none. */
  readonly placing: Placing | null
  /** True when fewer changes cannot do. */
  readonly isProven: boolean
}

/**
 * The fewest changes that mend everything: one, then two, and so on. Whatever is broken, one of those who take part must
 * move, so nothing is missed. `start` holds the plan as it is, without what has no place at all.
 */
export const fewestChanges = (start: Placing, edges: UnitEdges, isStopped: () => boolean): FewestChanges => {
  const { units } = start.board
  const nodes = Math.min(20_000, Math.max(50, Math.floor(workAllowed / Math.max(1, units.count + edges.others.length))))
  const hunt: Hunt = {
    placing: copyPlacing(start), edges, isMoved: new Uint8Array(units.count), isStopped, nodes, best: null, bestPrice: Infinity,
  }
  for (let changes = 0; changes <= units.plan.groups.length; changes++) {
    dig(hunt, changes)
    if (hunt.best) return { placing: hunt.best, isProven: true }
    if (hunt.nodes <= 0 || isStopped()) break
  }
  return { placing: null, isProven: false }
}
