import { exceeds } from '../../violations/rules/exceeds'
import type { Constraint } from './constraint'

/** Two groups that may not share a wave. */
export type Pair = { readonly key: string; readonly a: number; readonly b: number }
/** At most `limit` of what the groups bring, in the wave at `position`. */
export type Room = { readonly key: string; readonly position: number; readonly limit: number; readonly sizes: Float64Array }

/** A small plan as a question: can every group have a wave? Waves are bits of a mask, 30 at most. */
export type Question = {
  readonly groups: number
  readonly numbers: Float64Array
  readonly constraints: readonly Constraint[]
  readonly pairs: readonly Pair[]
  readonly rooms: readonly Room[]
}

export type Answer = 'plan' | 'no-plan' | 'not-known'
export type Budget = { steps: number }

const lowest = (mask: number): number => 31 - Math.clz32(mask & -mask)
const highest = (mask: number): number => 31 - Math.clz32(mask)
const isSingle = (mask: number): boolean => (mask & (mask - 1)) === 0

const startMasks = ({ groups, numbers, constraints }: Question): Int32Array => {
  const masks = new Int32Array(groups).fill(2 ** numbers.length - 1)
  const fixed = new Set(constraints.flatMap((one) => (one.kind === 'exclusion' && one.isFixed ? [one.group] : [])))
  for (const constraint of constraints) {
    if (constraint.kind !== 'exclusion' || (fixed.has(constraint.group) && !constraint.isFixed)) continue
    constraint.excludes.forEach((out, position) => {
      if (out === 1) masks[constraint.group]! &= ~(1 << position)
    })
  }
  return masks
}

/** Narrows `group` to the bits; true where that takes something away. */
const narrow = (masks: Int32Array, group: number, bits: number): boolean => {
  const before = masks[group]!
  masks[group] = before & bits
  return masks[group] !== before
}

const followArcs = ({ constraints, numbers }: Question, masks: Int32Array, settled: ReadonlySet<number>): boolean => {
  let moved = false
  for (const arc of constraints) {
    if (arc.kind !== 'arc') continue
    const [first, next] = [masks[arc.first]!, masks[arc.next]!]
    if (first === 0 || next === 0) return false
    const least = numbers[lowest(first)]! + arc.lag
    const most = numbers[highest(next)]! - arc.lag
    let [late, early] = [0, 0]
    numbers.forEach((number, position) => {
      if (number >= least) late |= 1 << position
      if (number <= most) early |= 1 << position
    })
    if (!settled.has(arc.next)) moved = narrow(masks, arc.next, late) || moved
    if (!settled.has(arc.first)) moved = narrow(masks, arc.first, early) || moved
  }
  return moved
}

const partPairs = ({ pairs }: Question, masks: Int32Array): boolean => {
  let moved = false
  for (const { a, b } of pairs) {
    if (isSingle(masks[a]!)) moved = narrow(masks, b, ~masks[a]!) || moved
    if (isSingle(masks[b]!)) moved = narrow(masks, a, ~masks[b]!) || moved
  }
  return moved
}

/** False where a wave is over-full; what does not fit beside what lies there for certain is kept out. */
const fillRooms = ({ rooms }: Question, masks: Int32Array): { fits: boolean; moved: boolean } => {
  let moved = false
  for (const { position, limit, sizes } of rooms) {
    const bit = 1 << position
    let sum = 0
    masks.forEach((mask, group) => {
      if (mask === bit) sum += sizes[group]!
    })
    if (exceeds(sum, limit)) return { fits: false, moved }
    masks.forEach((mask, group) => {
      if (mask !== bit && (mask & bit) !== 0 && exceeds(sum + sizes[group]!, limit)) moved = narrow(masks, group, ~bit) || moved
    })
  }
  return { fits: true, moved }
}

const settle = (question: Question, masks: Int32Array, settled: ReadonlySet<number>): boolean => {
  for (let moved = true; moved;) {
    moved = followArcs(question, masks, settled)
    moved = partPairs(question, masks) || moved
    const room = fillRooms(question, masks)
    if (!room.fits || masks.includes(0)) return false
    moved = room.moved || moved
  }
  return !masks.includes(0)
}

const bitsOf = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}

const branch = (question: Question, masks: Int32Array, settled: ReadonlySet<number>, budget: Budget): Answer => {
  if (budget.steps-- <= 0) return 'not-known'
  if (!settle(question, masks, settled)) return 'no-plan'
  let chosen = -1
  masks.forEach((mask, group) => {
    if (!isSingle(mask) && (chosen < 0 || bitsOf(mask) < bitsOf(masks[chosen]!))) chosen = group
  })
  if (chosen < 0) return 'plan'
  for (let rest = masks[chosen]!; rest !== 0; rest &= rest - 1) {
    const tried = masks.slice()
    tried[chosen] = rest & -rest
    const answer = branch(question, tried, settled, budget)
    if (answer !== 'no-plan') return answer
  }
  return 'no-plan'
}

/** Tries every placing, narrowing by what each choice implies; gives up when the budget of steps is spent. */
export const searchAll = (question: Question, budget: Budget): Answer => {
  const settled = new Set(question.constraints.flatMap((one) => (one.kind === 'exclusion' && one.isFixed ? [one.group] : [])))
  return branch(question, startMasks(question), settled, budget)
}
