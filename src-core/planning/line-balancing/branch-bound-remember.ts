import { binWeights, roundUp, type BinWeights } from './bin-bounds'
import { dominators, isDominated } from './dominance'
import { rankByWeight, type Line } from './hoffmann'
import { hasBit, setBit, slack, type Balancing } from './instance'
import { LoadSearch } from './load-search'
import { MinHeap } from '../min-heap'
import { StateStore } from './state-store'

export type SearchLimits = {
  /** Loads looked at for one state; more are cut off, and nothing is proved by that pass. */
  readonly loadsAState: number
  /** Loads looked at in all; reached, the pass ends without a proof. */
  readonly loads: number
  readonly states: number
  /** Asked every few hundred loads; true ends the search. */
  readonly shouldStop: () => boolean
}

export type SearchEnd = {
  readonly line: Line
  /** No better line exists. */
  readonly proved: boolean
  /** Full loads looked at. */
  readonly steps: number
}

/** How much an unassigned task weighs against idle time when the next state is chosen (Sewell and Jacobson: 0.02). */
const taskWeight = 0.02
const loadsBetweenQuestions = 512

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/**
 * Branch, bound and remember (E. Sewell and S. Jacobson, INFORMS Journal on Computing 24, 2012): stations are filled one
 * after the other with full loads; cyclic best-first search takes the most promising state of each depth in turn; what
 * bounds, dominance or memory rule out is dropped.
 */
export class BranchBoundRemember {
  private readonly store: StateStore
  private readonly queues: MinHeap[] = []
  private readonly search: LoadSearch
  private readonly weights: BinWeights
  private readonly better: readonly Int32Array[]
  private readonly totalTime: number
  private readonly child: Uint32Array
  private best: Line
  private isCut = false
  private isStopped = false
  private steps = 0

  constructor(
    private readonly balancing: Balancing,
    start: Line,
    private readonly lowerBound: number,
    private readonly limits: SearchLimits,
  ) {
    this.best = start
    this.store = new StateStore(balancing.words)
    this.search = new LoadSearch(balancing, rankByWeight(balancing))
    this.weights = binWeights(balancing)
    this.better = dominators(balancing)
    this.totalTime = total(balancing.times)
    this.child = new Uint32Array(balancing.words)
  }

  run(): SearchEnd {
    this.addRoot()
    let isWorking = true
    while (isWorking && !this.isStopped && this.best.stations > this.lowerBound) {
      isWorking = false
      for (let depth = 0; depth < this.best.stations && !this.isStopped; depth++) {
        const state = this.queues[depth]?.pop() ?? -1
        if (state < 0) continue
        isWorking = true
        if (this.store.stations[state] === depth && !this.isHopeless(state)) this.expand(state)
      }
    }
    const proved = this.best.stations <= this.lowerBound || (!this.isStopped && !this.isCut)
    return { line: this.best, proved, steps: this.steps }
  }

  private addRoot(): void {
    const root = this.store.add(this.child, 0)
    this.store.parent[root] = -1
    this.store.leftTime[root] = this.totalTime
    this.store.leftHalf[root] = total(this.weights.half)
    this.store.leftThird[root] = total(this.weights.third)
    this.store.leftStepped[root] = total(this.weights.stepped)
    this.store.leftTasks[root] = this.balancing.n
    this.enqueue(root)
  }

  private enqueue(state: number): void {
    const { stations, idle, leftTasks } = this.store
    const depth = stations[state] ?? 0
    const idleAStation = depth === 0 ? 0 : (idle[state] ?? 0) / depth
    const queue = (this.queues[depth] ??= new MinHeap())
    queue.push(state, idleAStation - taskWeight * (leftTasks[state] ?? 0))
  }

  private isTooMany(stations: number, leftTime: number, half: number, third: number, stepped: number): boolean {
    const more = Math.max(roundUp(leftTime / this.balancing.capacity), roundUp(half), roundUp(third), roundUp(stepped))
    return stations + more >= this.best.stations
  }

  private isHopeless(state: number): boolean {
    const { stations, leftTime, leftHalf, leftThird, leftStepped } = this.store
    const [time, half] = [leftTime[state] ?? 0, leftHalf[state] ?? 0]
    return this.isTooMany(stations[state] ?? 0, time, half, leftThird[state] ?? 0, leftStepped[state] ?? 0)
  }

  private expand(state: number): void {
    let loads = 0
    this.search.run(this.store.sets, state * this.balancing.words, (load, size, room) => {
      this.steps++
      this.consider(state, load, size, room)
      if (this.steps % loadsBetweenQuestions === 0 && this.limits.shouldStop()) this.isStopped = true
      if (this.store.count >= this.limits.states || this.steps >= this.limits.loads) this.isStopped = true
      if (this.isStopped || this.best.stations <= this.lowerBound) return false
      if (++loads < this.limits.loadsAState) return true
      this.isCut = true
      return false
    })
  }

  private consider(state: number, load: Int32Array, size: number, room: number): void {
    const { store, weights, balancing } = this
    const stations = (store.stations[state] ?? 0) + 1
    let leftHalf = store.leftHalf[state] ?? 0
    let leftThird = store.leftThird[state] ?? 0
    let leftStepped = store.leftStepped[state] ?? 0
    const leftTime = (store.leftTime[state] ?? 0) - (balancing.capacity - room)
    for (let at = 0; at < size; at++) {
      leftHalf -= weights.half[load[at] ?? 0] ?? 0
      leftThird -= weights.third[load[at] ?? 0] ?? 0
      leftStepped -= weights.stepped[load[at] ?? 0] ?? 0
    }
    const leftTasks = (store.leftTasks[state] ?? 0) - size
    if (leftTasks > 0 && this.isTooMany(stations, leftTime, leftHalf, leftThird, leftStepped)) return
    this.fillChild(state, load, size)
    if (leftTasks > 0 && (this.couldWait(load, size) || isDominated(balancing, this.better, this.child, load, size, room))) return
    const added = this.remember(state, stations)
    if (added < 0) return
    store.idle[added] = (store.idle[state] ?? 0) + room
    store.leftTime[added] = leftTime
    store.leftHalf[added] = leftHalf
    store.leftThird[added] = leftThird
    store.leftStepped[added] = leftStepped
    store.leftTasks[added] = leftTasks
    if (leftTasks === 0) this.keep(added)
    else this.enqueue(added)
  }

  private fillChild(state: number, load: Int32Array, size: number): void {
    const { words } = this.balancing
    const own = state * words
    for (let word = 0; word < words; word++) this.child[word] = this.store.sets[own + word] ?? 0
    for (let at = 0; at < size; at++) setBit(this.child, 0, load[at] ?? 0)
  }

  /** A load after which nothing must come can as well be the last station, while others have something behind them. */
  private couldWait(load: Int32Array, size: number): boolean {
    const { successorCount, n } = this.balancing
    for (let at = 0; at < size; at++) if ((successorCount[load[at] ?? 0] ?? 0) > 0) return false
    for (let task = 0; task < n; task++) {
      if ((successorCount[task] ?? 0) > 0 && !hasBit(this.child, 0, task)) return true
    }
    return false
  }

  /** The state of the child's set, when it is new or reached in fewer stations than before; else -1. */
  private remember(parent: number, stations: number): number {
    const known = this.store.find(this.child, 0)
    if (known >= 0 && (this.store.stations[known] ?? 0) <= stations) return -1
    const state = known >= 0 ? known : this.store.add(this.child, 0)
    this.store.stations[state] = stations
    this.store.parent[state] = parent
    return state
  }

  private keep(last: number): void {
    const { n, words } = this.balancing
    const stations = this.store.stations[last] ?? 0
    if (stations >= this.best.stations) return
    const stationOf = new Int32Array(n)
    for (let state = last, depth = stations - 1; depth >= 0; depth--) {
      const parent = this.store.parent[state] ?? 0
      for (let task = 0; task < n; task++) {
        if (hasBit(this.store.sets, state * words, task) && !hasBit(this.store.sets, parent * words, task)) stationOf[task] = depth
      }
      state = parent
    }
    this.best = { stationOf, stations }
  }
}

/** The line holds every task once, in order, within the capacity. For tests and for callers in doubt. */
export const isValidLine = ({ n, times, capacity, precedences }: Balancing, line: Line): boolean => {
  const loads = new Float64Array(line.stations)
  for (let task = 0; task < n; task++) {
    const station = line.stationOf[task] ?? -1
    if (station < 0 || station >= line.stations) return false
    loads[station] = (loads[station] ?? 0) + (times[task] ?? 0)
  }
  const isInOrder = precedences.every(([before, after]) => (line.stationOf[before] ?? 0) <= (line.stationOf[after] ?? 0))
  return isInOrder && loads.every((load) => load <= capacity + slack * n)
}
