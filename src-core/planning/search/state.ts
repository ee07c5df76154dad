import { exceeds } from '../../violations/rules/exceeds'
import type { Terrain } from './terrain'

/** Where each node lies, and what follows from it, kept up to date move by move. */
export type State = {
  readonly terrain: Terrain
  readonly at: Int32Array
  /** What bridges and all else of its own would cost each node at each position, the others being where they are. In rows. */
  readonly costs: Float64Array
  /** By resource and position. */
  readonly loads: readonly Float64Array[]
  /** Patient-critical groups, by cell in rows of positions. */
  readonly cells: Float64Array
}

const costsOf = ({ n, waves, edges, parting, days, unary }: Terrain, at: Int32Array): Float64Array => {
  const costs = unary.slice()
  for (let v = 0; v < n; v++) {
    for (let edge = edges.offsets[v]!; edge < edges.offsets[v + 1]!; edge++) {
      const other = at[edges.others[edge]!]!
      const price = edges.values[edge]!
      for (let p = 0; p < waves; p++) costs[v * waves + p]! += price * days[other * waves + p]! + (p === other ? 0 : parting[edge]!)
    }
  }
  return costs
}

/** The state with the nodes at these positions, which becomes the state's own. */
export const stateAt = (terrain: Terrain, at: Int32Array): State => {
  const { n, waves, sizes, cells } = terrain
  const state: State = {
    terrain, at, costs: costsOf(terrain, at), loads: terrain.baseLoads.map((loads) => loads.slice()), cells: terrain.baseCells.slice(),
  }
  for (let v = 0; v < n; v++) {
    for (let r = 0; r < sizes.length; r++) state.loads[r]![at[v]!]! += sizes[r]![v]!
    for (let row = cells.offsets[v]!; row < cells.offsets[v + 1]!; row++) state.cells[cells.others[row]! * waves + at[v]!]! += cells.values[row]!
  }
  return state
}

/** Moves a node: its neighbours' costs follow. Checks nothing. */
export const shift = ({ terrain, at, costs, loads, cells: counts }: State, v: number, to: number): void => {
  const { waves, edges: { offsets, others, values }, parting, days, sizes, cells } = terrain
  const from = at[v]!
  at[v] = to
  for (let r = 0; r < sizes.length; r++) {
    const size = sizes[r]![v]!
    loads[r]![from]! -= size
    loads[r]![to]! += size
  }
  for (let row = cells.offsets[v]!; row < cells.offsets[v + 1]!; row++) {
    counts[cells.others[row]! * waves + from]! -= cells.values[row]!
    counts[cells.others[row]! * waves + to]! += cells.values[row]!
  }
  const fromRow = from * waves
  const toRow = to * waves
  for (let edge = offsets[v]!; edge < offsets[v + 1]!; edge++) {
    const row = others[edge]! * waves
    const price = values[edge]!
    for (let p = 0; p < waves; p++) costs[row + p]! += price * (days[toRow + p]! - days[fromRow + p]!)
    costs[row + from]! += parting[edge]!
    costs[row + to]! -= parting[edge]!
  }
}

/** In order with what lies before and after it, and apart from what it must be apart from. */
export const isOrderly = ({ terrain: { numbers, before, after, apart }, at }: State, v: number, to: number): boolean => {
  const number = numbers[to]!
  for (let row = before.offsets[v]!; row < before.offsets[v + 1]!; row++) {
    if (number - numbers[at[before.others[row]!]!]! < before.values[row]!) return false
  }
  for (let row = after.offsets[v]!; row < after.offsets[v + 1]!; row++) {
    if (numbers[at[after.others[row]!]!]! - number < after.values[row]!) return false
  }
  for (let row = apart.offsets[v]!; row < apart.offsets[v + 1]!; row++) if (at[apart.others[row]!] === to) return false
  return true
}

/** What uneven waves, waves in use and patient-critical limits change when a node moves; besides its own costs. */
export const commonChange = ({ terrain, at, loads, cells: counts }: State, v: number, to: number): number => {
  const { balance, share, wave, sizes, cells, cellLimits, cellPrice, waves } = terrain
  const from = at[v]!
  let change = 0
  if (balance !== 0) {
    // (x + s - 1)^2 - (x - 1)^2 for the one, the same with -s for the other.
    const size = sizes[0]![v]! / share
    change += balance * 2 * size * ((loads[0]![to]! - loads[0]![from]!) / share + size)
  }
  if (wave !== 0) {
    const size = sizes[1]![v]!
    if (size > 0) change += wave * (Number(loads[1]![to] === 0) - Number(loads[1]![from] === size))
  }
  for (let row = cells.offsets[v]!; row < cells.offsets[v + 1]!; row++) {
    const cell = cells.others[row]!
    const groups = cells.values[row]!
    const limit = cellLimits[cell]!
    const there = counts[cell * waves + to]! - limit
    const here = counts[cell * waves + from]! - limit
    change += cellPrice * (Math.max(0, there + groups) - Math.max(0, there) + Math.max(0, here - groups) - Math.max(0, here))
  }
  return change
}

/** True where no wave holds more than it may. */
export const isWithinLimits = ({ terrain: { limited, limits, waves }, loads }: State): boolean => {
  for (const r of limited) {
    for (let p = 0; p < waves; p++) if (exceeds(loads[r]![p]!, limits[r]![p]!)) return false
  }
  return true
}

/** All that a state costs: bridges, partings, warnings, unevenness, waves in use. */
export const stateCost = ({ terrain, at, costs, loads, cells: counts }: State): number => {
  const { n, waves, unary, balance, share, wave, cellLimits, cellPrice } = terrain
  let cost = 0
  // Each edge is in the costs of both of its ends.
  for (let v = 0; v < n; v++) cost += (costs[v * waves + at[v]!]! + unary[v * waves + at[v]!]!) / 2
  for (let p = 0; p < waves; p++) cost += balance * (loads[0]![p]! / share - 1) ** 2 + (loads[1]![p]! > 0 ? wave : 0)
  for (let cell = 0; cell < cellLimits.length; cell++) {
    for (let p = 0; p < waves; p++) cost += cellPrice * Math.max(0, counts[cell * waves + p]! - cellLimits[cell]!)
  }
  return cost
}
