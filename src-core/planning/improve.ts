import { exceeds } from '../violations/rules/exceeds'
import type { BlockLevel, Blocks } from './blocks'
import { type Placing, hasRoom, isAllowed, isInOrder, isWithinLimits, put } from './board'
import { type CostModel, moveCost } from './cost'
import type { Random } from './random'

/** Says after some steps how much of the work is done, 1 or more to stop; hears of the best so far. */
export type Watch = (steps: number, best: Best) => number

export type Best = { readonly gain: number; readonly at: Int32Array }

export type Search = {
  readonly model: CostModel
  readonly placing: Placing
  /** Units that may be moved. */
  readonly movable: readonly number[]
  /** Positions that they may be moved to. */
  readonly positions: readonly number[]
  readonly blocks: Blocks
  readonly random: Random
}

type Run = Search & {
  readonly isMovable: Uint8Array
  readonly isTarget: Uint8Array
  /** Units at each position, and where in that list each unit is. */
  readonly lists: readonly number[][]
  readonly slot: Int32Array
  /** What a block move would move, and from where. */
  readonly moving: { count: number; readonly units: Int32Array; readonly from: Int32Array }
}

/** How often the watch is asked. */
const stepsBetweenLooks = 256
/** How many steps move a block, not one unit. */
const blockShare = 0.2

const startRun = (search: Search): Run => {
  const { placing, movable, positions } = search
  const isMovable = new Uint8Array(placing.at.length)
  const isTarget = new Uint8Array(placing.board.waves.length)
  const lists = placing.board.waves.map((): number[] => [])
  const slot = new Int32Array(placing.at.length)
  for (const position of positions) isTarget[position] = 1
  for (const unit of movable) {
    isMovable[unit] = 1
    slot[unit] = lists[placing.at[unit]!]!.push(unit) - 1
  }
  const moving = { count: 0, units: new Int32Array(placing.at.length), from: new Int32Array(placing.at.length) }
  return { ...search, isMovable, isTarget, lists, slot, moving }
}

const relocate = ({ placing, lists, slot }: Run, unit: number, to: number): void => {
  const list = lists[placing.at[unit]!]!
  const last = list.pop()!
  if (last !== unit) {
    list[slot[unit]!] = last
    slot[last] = slot[unit]!
  }
  put(placing, unit, to)
  slot[unit] = lists[to]!.push(unit) - 1
}

const pickUnit = ({ movable, random }: Search): number => movable[Math.floor(random() * movable.length)]!

/** Half of the time a wave in which a neighbour lies: that is where bridges vanish. */
const pickPosition = ({ model: { edges }, placing, positions, random }: Search, unit: number): number => {
  const first = edges.offsets[unit]!
  const degree = edges.offsets[unit + 1]! - first
  if (degree > 0 && random() < 0.5) {
    const position = placing.at[edges.others[first + Math.floor(random() * degree)]!]!
    if (position >= 0) return position
  }
  return positions[Math.floor(random() * positions.length)]!
}

type Accept = (cost: number) => boolean

const tryMove = (run: Run, unit: number, to: number, accept: Accept): number => {
  const { model, placing } = run
  if (!isInOrder(placing, unit, to)) return 0
  const cost = moveCost(model, placing, unit, to)
  if (!accept(cost)) return 0
  relocate(run, unit, to)
  return cost
}

const trySwap = (run: Run, unit: number, to: number, accept: Accept): number => {
  const { model, placing, lists, random } = run
  const from = placing.at[unit]!
  const there = lists[to]!
  if (there.length === 0) return 0
  const partner = there[Math.floor(random() * there.length)]!
  if (!isAllowed(placing.board, partner, from)) return 0
  if (!hasRoom(placing, unit, to, partner) || !hasRoom(placing, partner, from, unit)) return 0
  const first = moveCost(model, placing, unit, to)
  put(placing, unit, to)
  const cost = first + moveCost(model, placing, partner, from)
  put(placing, partner, from)
  const isFine = isInOrder(placing, unit, to) && isInOrder(placing, partner, from) && accept(cost)
  put(placing, partner, to)
  put(placing, unit, from)
  if (!isFine) return 0
  relocate(run, unit, to)
  relocate(run, partner, from)
  return cost
}

/** Collects what would have to move for the block to lie in one wave; false where that cannot be, whatever the order. */
const gather = (run: Run, level: BlockLevel, block: number, to: number): boolean => {
  const { placing, isMovable, moving } = run
  const { effort } = placing.board.units
  moving.count = 0
  let size = 0
  for (let at = level.offsets[block]!; at < level.offsets[block + 1]!; at++) {
    const member = level.members[at]!
    if (placing.at[member] === to) continue
    if (isMovable[member] === 0 || !isAllowed(placing.board, member, to)) return false
    size += effort[member]!
    moving.from[moving.count] = placing.at[member]!
    moving.units[moving.count++] = member
  }
  return moving.count > 0 && !exceeds(placing.effort[to]! + size, placing.board.capacity[to]!)
}

/** Whether what is gathered would be in order over there, all of it at once. */
const isOrderlyTogether = ({ placing, moving }: Run, to: number): boolean => {
  const { at } = placing
  for (let index = 0; index < moving.count; index++) at[moving.units[index]!] = to
  let isFine = true
  for (let index = 0; index < moving.count && isFine; index++) isFine = isInOrder(placing, moving.units[index]!, to)
  for (let index = 0; index < moving.count; index++) at[moving.units[index]!] = moving.from[index]!
  return isFine
}

/** Moves a block as a whole; order is only asked for when all of it lies there. Small blocks are tried more often. */
const tryBlock = (run: Run, unit: number, to: number, accept: Accept): number => {
  const { model, placing, blocks: { levels }, random, moving } = run
  const level = levels[Math.floor(random() * random() * levels.length)]!
  if (!gather(run, level, level.blockOf[unit]!, to) || !isOrderlyTogether(run, to)) return 0
  let cost = 0
  for (let index = 0; index < moving.count; index++) {
    cost += moveCost(model, placing, moving.units[index]!, to)
    put(placing, moving.units[index]!, to)
  }
  const isFine = isWithinLimits(placing, to) && accept(cost)
  for (let index = moving.count - 1; index >= 0; index--) put(placing, moving.units[index]!, moving.from[index]!)
  if (!isFine) return 0
  for (let index = 0; index < moving.count; index++) relocate(run, moving.units[index]!, to)
  return cost
}

const step = (run: Run, accept: Accept): number => {
  const { placing } = run
  const unit = pickUnit(run)
  const to = pickPosition(run, unit)
  if (run.isTarget[to] === 0) return 0
  if (run.blocks.levels.length > 0 && run.random() < blockShare) return tryBlock(run, unit, to, accept)
  if (to === placing.at[unit] || !isAllowed(placing.board, unit, to)) return 0
  return hasRoom(placing, unit, to) ? tryMove(run, unit, to, accept) : trySwap(run, unit, to, accept)
}

/** Mean size of what a move costs or saves, by trying some: the temperature to begin with. */
const warmth = (run: Run): number => {
  let sum = 0
  let count = 0
  for (let tries = 0; tries < 200; tries++) {
    const unit = pickUnit(run)
    const to = pickPosition(run, unit)
    if (to === run.placing.at[unit] || run.isTarget[to] === 0) continue
    sum += Math.abs(moveCost(run.model, run.placing, unit, to))
    count += 1
  }
  return count === 0 ? 0 : sum / count
}

/**
 * Annealing by moves and swaps, of units and of blocks, that break nothing; the placing ends as the best that was seen.
 * Returns the steps taken. The same random numbers and the same answers of the watch give the same result.
 */
export const improve = (search: Search, heat: number, watch: Watch): number => {
  const { placing, movable, positions, random } = search
  if (movable.length === 0 || positions.length < 2) return 0
  const run = startRun(search)
  const hot = warmth(run) * heat
  let best: Best = { gain: 0, at: placing.at.slice() }
  let temperature = hot
  const accept: Accept = (cost) => cost <= 0 || random() < Math.exp(-cost / temperature)
  let cost = 0
  let taken = 0
  for (;; taken++) {
    if (taken % stepsBetweenLooks === 0) {
      // Copies are dear next to steps, so the best is only looked at here.
      if (cost < -best.gain - 1e-6) best = { gain: -cost, at: placing.at.slice() }
      const done = watch(taken, best)
      if (done >= 1) break
      temperature = Math.max(1e-9, hot * 0.001 ** done)
    }
    cost += step(run, accept)
  }
  best.at.forEach((position, unit) => {
    if (placing.at[unit] !== position) put(placing, unit, position)
  })
  return taken
}
