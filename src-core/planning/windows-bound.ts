import { exceeds } from '../violations/rules/exceeds'
import type { Board } from './board'
import { freeWindows } from './windows'

/** More waves than this are a frame that is cut down later; their windows say little. */
const mostWaves = 400

/** Effort and count of the open units whose whole window lies between two positions, in rows by the first. */
const insideSums = (board: Board) => {
  const count = board.waves.length
  const { first, last, dead } = freeWindows(board)
  const effort = new Float64Array(count * count)
  const members = new Int32Array(count * count)
  for (let unit = 0; unit < board.units.count; unit++) {
    if (board.units.isSettled[unit] === 1 || dead[unit] === 1 || board.units.items[unit] === 0) continue
    effort[first[unit]! * count + last[unit]!]! += board.units.effort[unit]!
    members[first[unit]! * count + last[unit]!]! += 1
  }
  // From the narrowest to the widest: what lies inside [a, b] is in [a + 1, b], in [a, b - 1] or spans it all.
  for (let width = 1; width < count; width++) {
    for (let a = 0; a + width < count; a++) {
      const at = a * count + a + width
      const inner = width > 1 ? at + count - 1 : -1
      effort[at]! += effort[at + count]! + effort[at - 1]! - (inner < 0 ? 0 : effort[inner]!)
      members[at]! += members[at + count]! + members[at - 1]! - (inner < 0 ? 0 : members[inner]!)
    }
  }
  return { effort, members }
}

/** How many of the limits, ascending, it takes from the largest on. */
const wavesFor = (sum: number, ascending: readonly number[]): number => {
  let held = 0
  let waves = 0
  while (exceeds(sum, held) && waves < ascending.length) {
    waves += 1
    held += ascending[ascending.length - waves]!
  }
  return waves
}

/** The most waves that stretches of waves beside each other need for what must lie within them. */
export const windowsBound = (board: Board): number => {
  const count = board.waves.length
  if (count > mostWaves) return 0
  const { effort, members } = insideSums(board)
  const best = new Int32Array(count + 1)
  for (let to = 0; to < count; to++) {
    best[to + 1] = best[to]!
    const limits: number[] = []
    for (let from = to; from >= 0; from--) {
      if (board.isOpen[from] === 1) {
        const limit = board.capacity[from]!
        const place = limits.findIndex((other) => other >= limit)
        limits.splice(place < 0 ? limits.length : place, 0, limit)
      }
      if (members[from * count + to] === 0) continue
      const needed = Math.max(1, wavesFor(effort[from * count + to]! - 1e-6, limits))
      best[to + 1] = Math.max(best[to + 1]!, best[from]! + needed)
    }
  }
  return best[count]!
}
