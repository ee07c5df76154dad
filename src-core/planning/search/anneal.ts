import { exceeds } from '../../violations/rules/exceeds'
import type { Random } from '../random'
import { type State, commonChange, isOrderly, isWithinLimits, shift, stateCost } from './state'

/** Says after some steps how much of the work is done, 1 or more to stop; hears of the best so far. */
export type Watch = (steps: number, best: Best) => number

/** The best within all limits that was seen: what it costs, and where each node lies. */
export type Best = { cost: number; at: Int32Array }

/** How likely a usual worsening is at first and at last: temperatures are made of it, so that they fit any plan. */
export type Cooling = {
  readonly from: number
  readonly to: number
  /**
   * What too much costs, by limited resource in rows of positions: it changes on the way, and where it is low it is raised
   * to about a temperature at first. null where no wave may hold too much.
   */
  readonly prices: Float64Array | null
}

type Run = {
  readonly state: State
  readonly random: Random
  /** Nodes that have a choice, and the positions of each. */
  readonly nodes: Int32Array
  readonly placesAt: Int32Array
  readonly places: Int32Array
  /** Nodes at each position, and where in that list each is. */
  readonly lists: readonly number[][]
  readonly slot: Int32Array
  /** What too much costs, by limited resource in rows of positions; null where nothing may be too much. */
  readonly prices: Float64Array | null
  temperature: number
  /** Of the nodes, the one whose turn is next: in their order, since neighbours in a list are neighbours in memory. */
  turn: number
}

const stepsBetweenLooks = 512
/** How many partners are looked at for a swap. */
const partners = 4
/** Changes of the price of too much, a sweep; and the least it is, of the mean over the waves. */
const dearer = 1.15
const cheaper = 0.97
const leastOfMean = 0.5

const startRun = (state: State, random: Random, prices: Float64Array | null): Run => {
  const { terrain: { n, waves, allowed }, at } = state
  const nodes: number[] = []
  const places: number[] = []
  const placesAt = new Int32Array(n + 1)
  const lists = Array.from({ length: waves }, (): number[] => [])
  const slot = new Int32Array(n)
  for (let v = 0; v < n; v++) {
    for (let p = 0; p < waves; p++) if (allowed[v * waves + p] === 1) places.push(p)
    placesAt[v + 1] = places.length
    if (placesAt[v + 1]! - placesAt[v]! > 1) nodes.push(v)
    slot[v] = lists[at[v]!]!.push(v) - 1
  }
  return { state, random, nodes: Int32Array.from(nodes), placesAt, places: Int32Array.from(places), lists, slot, prices, temperature: 0, turn: 0 }
}

const relocate = ({ state, lists, slot }: Run, v: number, to: number): void => {
  const list = lists[state.at[v]!]!
  const last = list.pop()!
  if (last !== v) {
    list[slot[v]!] = last
    slot[last] = slot[v]!
  }
  shift(state, v, to)
  slot[v] = lists[to]!.push(v) - 1
}

/** Half of the time a wave in which a neighbour lies: that is where bridges vanish. -1 for one it may not be in. */
const target = ({ state: { terrain: { edges, allowed, waves }, at }, placesAt, places, random }: Run, v: number): number => {
  const first = edges.offsets[v]!
  const degree = edges.offsets[v + 1]! - first
  if (degree > 0 && random() < 0.5) {
    const position = at[edges.others[first + Math.floor(random() * degree)]!]!
    return allowed[v * waves + position] === 1 ? position : -1
  }
  const start = placesAt[v]!
  return places[start + Math.floor(random() * (placesAt[v + 1]! - start))]!
}

const hasRoom = ({ terrain: { limited, limits, sizes }, loads }: State, v: number, to: number, without: number): boolean => {
  for (const r of limited) {
    const size = sizes[r]!
    const adds = size[v]! - (without < 0 ? 0 : size[without]!)
    if (adds > 0 && exceeds(loads[r]![to]! + adds, limits[r]![to]!)) return false
  }
  return true
}

/** What the change of load costs at present prices. */
const overload = ({ terrain: { limited, limits, sizes, waves }, loads, at }: State, prices: Float64Array, v: number, to: number): number => {
  const from = at[v]!
  let change = 0
  for (let index = 0; index < limited.length; index++) {
    const r = limited[index]!
    const size = sizes[r]![v]!
    if (size === 0) continue
    const over = loads[r]![to]! + size - limits[r]![to]!
    if (over > 0) change += prices[index * waves + to]! * Math.min(over, size)
    const under = loads[r]![from]! - limits[r]![from]!
    if (under > 0) change -= prices[index * waves + from]! * Math.min(under, size)
  }
  return change
}

const edgeBetween = ({ terrain: { edges, parting, days, waves } }: State, v: number, other: number, from: number, to: number): number => {
  for (let edge = edges.offsets[v]!; edge < edges.offsets[v + 1]!; edge++) {
    if (edges.others[edge] === other) return edges.values[edge]! * days[from * waves + to]! + parting[edge]!
  }
  return 0
}

/** Of a few at the target the one that would come over most gladly, and fits. */
const partnerFor = ({ state, lists, random }: Run, v: number, to: number): number => {
  const { terrain: { allowed, waves }, at, costs } = state
  const from = at[v]!
  const there = lists[to]!
  let best = -1
  let least = Infinity
  for (let tries = 0; tries < partners && there.length > 0; tries++) {
    const other = there[Math.floor(random() * there.length)]!
    const change = costs[other * waves + from]! - costs[other * waves + to]!
    if (change >= least || allowed[other * waves + from] === 0) continue
    if (!hasRoom(state, v, to, other) || !hasRoom(state, other, from, v)) continue
    best = other
    least = change
  }
  return best
}

const trySwap = (run: Run, v: number, to: number, limit: number): number => {
  const { state } = run
  const { terrain: { waves }, at, costs } = state
  const from = at[v]!
  const own = costs[v * waves + to]! - costs[v * waves + from]!
  const partner = partnerFor(run, v, to)
  if (partner < 0) return 0
  // Their own bridge is as long as before, and was counted as gone at both ends.
  const apart = own + costs[partner * waves + from]! - costs[partner * waves + to]! + 2 * edgeBetween(state, v, partner, from, to)
  if (!isOrderlySwap(state, v, partner)) return 0
  const first = commonChange(state, v, to)
  relocate(run, v, to)
  const change = apart + first + commonChange(state, partner, from)
  if (change > limit) {
    relocate(run, v, from)
    return 0
  }
  relocate(run, partner, from)
  return change
}

/** Whether both would be in order, each where the other is now. */
const isOrderlySwap = (state: State, v: number, partner: number): boolean => {
  const { at } = state
  const from = at[v]!
  const to = at[partner]!
  at[v] = to
  at[partner] = from
  const isFine = isOrderly(state, v, to) && isOrderly(state, partner, from)
  at[v] = from
  at[partner] = to
  return isFine
}

/** Worse than this many temperatures is not worth drawing a number for. */
const hopeless = 14

/** One move or swap, taken or not; what it changed. */
const step = (run: Run): number => {
  const { state, nodes, random, prices, temperature } = run
  const { terrain: { waves }, at, costs } = state
  if (run.turn >= nodes.length) run.turn = 0
  const v = nodes[run.turn++]!
  const to = target(run, v)
  const from = at[v]!
  if (to < 0 || to === from) return 0
  if (prices === null && !hasRoom(state, v, to, -1)) return trySwap(run, v, to, -temperature * Math.log(random()))
  const change = costs[v * waves + to]! - costs[v * waves + from]! + commonChange(state, v, to)
  const asked = prices === null ? change : change + overload(state, prices, v, to)
  if (asked > 0 && (asked > hopeless * temperature || random() >= Math.exp(-asked / temperature))) return 0
  if (!isOrderly(state, v, to)) return 0
  relocate(run, v, to)
  return change
}

/** What usual worsenings cost, by trying some; ascending. */
const worsenings = (run: Run): readonly number[] => {
  const { state, nodes, random } = run
  const { terrain: { waves }, at, costs } = state
  const found: number[] = []
  for (let tries = 0; tries < 1000; tries++) {
    const v = nodes[Math.floor(random() * nodes.length)]!
    const to = target(run, v)
    if (to < 0 || to === at[v]) continue
    const change = costs[v * waves + to]! - costs[v * waves + at[v]!]! + commonChange(state, v, to)
    if (change > 1e-9) found.push(change)
  }
  return found
}

/** The temperature at which this part of the worsenings is taken. */
const temperatureFor = (found: readonly number[], part: number): number => {
  if (found.length === 0) return 1e-9
  let low = 1e-9
  let high = 10 * Math.max(...found)
  for (let turn = 0; turn < 60; turn++) {
    const middle = Math.sqrt(low * high)
    const taken = found.reduce((sum, change) => sum + Math.exp(-change / middle), 0) / found.length
    if (taken < part) low = middle
    else high = middle
  }
  return high
}

/** What a usual node too much costs at least: about a temperature. */
const floorPrice = ({ state: { terrain: { sizes, n } }, temperature }: Run, r: number): number =>
  (temperature * n) / Math.max(1e-9, sizes[r]!.reduce((sum, size) => sum + size, 0))

const raisePrices = (run: Run): void => {
  const { state: { terrain: { waves, limited } }, prices } = run
  limited.forEach((r, index) => {
    const least = floorPrice(run, r)
    for (let at = index * waves; prices && at < (index + 1) * waves; at++) prices[at] = Math.max(least, prices[at]!)
  })
}

/** Too much becomes dearer for as long as it lasts. */
const changePrices = (run: Run): void => {
  const { state: { terrain: { limited, limits, waves }, loads }, prices } = run
  if (!prices) return
  limited.forEach((r, index) => {
    const row = index * waves
    const mean = prices.subarray(row, row + waves).reduce((sum, price) => sum + price, 0) / waves
    // Nowhere much cheaper than elsewhere: a heap that is pressed out of one wave would only gather in another.
    const least = Math.max(floorPrice(run, r), mean * leastOfMean)
    for (let p = 0; p < waves; p++) {
      const isOver = exceeds(loads[r]![p]!, limits[r]![p]!)
      prices[row + p] = isOver ? prices[row + p]! * dearer : Math.max(least, prices[row + p]! * cheaper)
    }
  })
}

/**
 * Annealing by moves and swaps (S. Kirkpatrick, C. Gelatt and M. Vecchi, 1983); the state ends where it stands, and `best` is
 * the best within all limits that was seen. Returns the steps taken. The same random numbers and the same answers of the
 * watch give the same result.
 */
export const anneal = (state: State, random: Random, cooling: Cooling, best: Best, watch: Watch): number => {
  const run = startRun(state, random, cooling.prices)
  if (run.nodes.length === 0) return 0
  const found = worsenings(run)
  const hot = temperatureFor(found, cooling.from)
  const cold = temperatureFor(found, cooling.to)
  const looksASweep = Math.ceil(run.nodes.length / stepsBetweenLooks)
  run.temperature = hot
  raisePrices(run)
  let cost = stateCost(state)
  for (let taken = 0, look = 0; ; look++) {
    // Copies are dear next to steps, so the best is only looked at here.
    if (cost < best.cost - 1e-6 && isWithinLimits(state)) {
      best.cost = cost
      best.at = state.at.slice()
    }
    const done = watch(taken, best)
    if (done >= 1) return taken
    run.temperature = hot * (cold / hot) ** done
    if (look % looksASweep === 0) changePrices(run)
    for (let more = 0; more < stepsBetweenLooks; more++) cost += step(run)
    taken += stepsBetweenLooks
  }
}
