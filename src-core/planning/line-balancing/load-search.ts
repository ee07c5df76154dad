import { hasBit, slack, type Balancing } from './instance'

/** Told of every full load: the tasks `load[0..size]` and the time they leave idle. False ends the search. */
export type OnLoad = (load: Int32Array, size: number, idle: number) => boolean

/**
 * Enumerates the maximal loads of the next station, given what is assigned already: sets of available tasks to which
 * no further available task fits. Tasks are tried in the order of `rank`, so that promising loads come first.
 */
export class LoadSearch {
  /** Tasks of the load that is being built. */
  private readonly load: Int32Array
  private size = 0
  private readonly eligible: Int32Array
  private eligibleCount = 0
  private readonly taken: Uint8Array
  /** Direct predecessors that are not assigned yet. */
  private readonly missing: Int32Array
  private onLoad: OnLoad = () => false

  constructor(
    private readonly balancing: Balancing,
    private readonly rank: Int32Array,
  ) {
    this.load = new Int32Array(balancing.n)
    this.eligible = new Int32Array(balancing.n)
    this.taken = new Uint8Array(balancing.n)
    this.missing = new Int32Array(balancing.n)
  }

  /** `assigned` holds a set of tasks at `start`; it must be closed under predecessors. */
  run(assigned: Uint32Array, start: number, onLoad: OnLoad): void {
    this.onLoad = onLoad
    this.size = 0
    this.eligibleCount = 0
    this.countMissing(assigned, start)
    for (const task of this.rank) {
      if (this.missing[task] === 0 && !hasBit(assigned, start, task)) this.eligible[this.eligibleCount++] = task
    }
    this.extend(0, this.balancing.capacity)
  }

  private countMissing(assigned: Uint32Array, start: number): void {
    const { n, offsets, targets, directPredecessors } = this.balancing
    this.missing.set(directPredecessors)
    for (let task = 0; task < n; task++) {
      if (!hasBit(assigned, start, task)) continue
      for (let edge = offsets[task] ?? 0; edge < (offsets[task + 1] ?? 0); edge++) {
        const next = targets[edge] ?? 0
        this.missing[next] = (this.missing[next] ?? 0) - 1
      }
    }
  }

  /** Takes each eligible task from `from` on in turn; false when the listener has had enough. */
  private extend(from: number, room: number): boolean {
    const { times } = this.balancing
    const count = this.eligibleCount
    let isFull = true
    for (let at = from; at < count; at++) {
      const task = this.eligible[at] ?? 0
      const time = times[task] ?? 0
      if (time > room + slack) continue
      isFull = false
      this.take(task)
      const goOn = this.extend(at + 1, room - time)
      this.giveBack(task, count)
      if (!goOn) return false
    }
    if (!isFull || this.canTakeSkipped(from, room)) return true
    return this.onLoad(this.load, this.size, room)
  }

  private take(task: number): void {
    const { offsets, targets } = this.balancing
    this.taken[task] = 1
    this.load[this.size++] = task
    for (let edge = offsets[task] ?? 0; edge < (offsets[task + 1] ?? 0); edge++) {
      const next = targets[edge] ?? 0
      const missing = (this.missing[next] ?? 0) - 1
      this.missing[next] = missing
      if (missing === 0) this.eligible[this.eligibleCount++] = next
    }
  }

  private giveBack(task: number, eligibleCount: number): void {
    const { offsets, targets } = this.balancing
    this.taken[task] = 0
    this.size--
    this.eligibleCount = eligibleCount
    for (let edge = offsets[task] ?? 0; edge < (offsets[task + 1] ?? 0); edge++) {
      const next = targets[edge] ?? 0
      this.missing[next] = (this.missing[next] ?? 0) + 1
    }
  }

  /** A task that was passed over and would still fit makes the load one that another branch dominates. */
  private canTakeSkipped(before: number, room: number): boolean {
    for (let at = 0; at < before; at++) {
      const task = this.eligible[at] ?? 0
      if (this.taken[task] === 0 && (this.balancing.times[task] ?? 0) <= room + slack) return true
    }
    return false
  }
}
