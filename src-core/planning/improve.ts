import { type Placing, hasRoom, isAllowed, isInOrder, put } from './board'
import { type CostModel, moveCost } from './cost'
import type { Random } from './random'

/** Says after some steps whether to stop; the clock decides nothing else. */
export type Watch = (steps: number) => boolean

export type Search = {
  readonly model: CostModel
  readonly placing: Placing
  /** Units that may be moved. */
  readonly movable: readonly number[]
  /** Positions that they may be moved to. */
  readonly positions: readonly number[]
  readonly random: Random
}

/** How often the watch is asked. */
const stepsBetweenLooks = 256

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

/** A unit of that wave that may be moved, if one is hit on. */
const partnerIn = (search: Search, position: number): number => {
  for (let tries = 0; tries < 8; tries++) {
    const unit = pickUnit(search)
    if (search.placing.at[unit] === position) return unit
  }
  return -1
}

type Accept = (cost: number) => boolean

const tryMove = (search: Search, unit: number, to: number, accept: Accept): number => {
  const { model, placing } = search
  if (!isInOrder(placing, unit, to)) return 0
  const cost = moveCost(model, placing, unit, to)
  if (!accept(cost)) return 0
  put(placing, unit, to)
  return cost
}

const trySwap = (search: Search, unit: number, to: number, accept: Accept): number => {
  const { model, placing } = search
  const from = placing.at[unit]!
  const partner = partnerIn(search, to)
  if (partner < 0 || !isAllowed(placing.board, partner, from)) return 0
  if (!hasRoom(placing, unit, to, partner) || !hasRoom(placing, partner, from, unit)) return 0
  const first = moveCost(model, placing, unit, to)
  put(placing, unit, to)
  const cost = first + moveCost(model, placing, partner, from)
  put(placing, partner, from)
  if (isInOrder(placing, unit, to) && isInOrder(placing, partner, from) && accept(cost)) return cost
  put(placing, partner, to)
  put(placing, unit, from)
  return 0
}

const step = (search: Search, accept: Accept): number => {
  const { placing, positions } = search
  const unit = pickUnit(search)
  const to = pickPosition(search, unit)
  if (to === placing.at[unit] || !isAllowed(placing.board, unit, to) || !positions.includes(to)) return 0
  return hasRoom(placing, unit, to) ? tryMove(search, unit, to, accept) : trySwap(search, unit, to, accept)
}

/** Mean size of what a move costs or saves, by trying some: the temperature to begin with. */
const warmth = (search: Search): number => {
  let sum = 0
  let count = 0
  for (let tries = 0; tries < 200; tries++) {
    const unit = pickUnit(search)
    const to = pickPosition(search, unit)
    if (to === search.placing.at[unit] || !search.positions.includes(to)) continue
    sum += Math.abs(moveCost(search.model, search.placing, unit, to))
    count += 1
  }
  return count === 0 ? 0 : sum / count
}

/**
 * Annealing by moves and swaps that break nothing; the placing ends as the best that was seen. Returns the steps taken.
 * The same random numbers and steps give the same result.
 */
export const improve = (search: Search, steps: number, watch: Watch): number => {
  const { placing, movable, positions, random } = search
  if (movable.length === 0 || positions.length < 2 || steps <= 0) return 0
  const hot = warmth(search) * 0.3
  const best = { cost: 0, at: placing.at.slice(), seenAt: 0 }
  let temperature = hot
  const accept: Accept = (cost) => cost <= 0 || random() < Math.exp(-cost / temperature)
  let cost = 0
  let taken = 0
  for (; taken < steps; taken++) {
    if (taken % stepsBetweenLooks === 0) {
      if (watch(taken)) break
      temperature = Math.max(1e-9, hot * 0.001 ** (taken / steps))
      // Copies are dear next to steps, so the best is only looked at here.
      if (cost < best.cost - 1e-6) Object.assign(best, { cost, at: placing.at.slice() })
    }
    cost += step(search, accept)
  }
  if (cost > best.cost) best.at.forEach((position, unit) => {
    if (placing.at[unit] !== position) put(placing, unit, position)
  })
  return taken
}
