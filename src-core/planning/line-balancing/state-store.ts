/**
 * Partial solutions of the search: which tasks are assigned, in how many stations, and what is left. They are kept in
 * typed arrays, and found again by their set: a set reached once need never be looked at again with as many stations.
 */
export class StateStore {
  count = 0
  sets: Uint32Array
  stations: Int32Array
  parent: Int32Array
  /** Idle time so far, and the weights of what is not assigned (see bin-bounds). */
  idle: Float64Array
  leftTime: Float64Array
  leftHalf: Float64Array
  leftThird: Float64Array
  leftStepped: Float64Array
  leftTasks: Int32Array
  private table: Int32Array
  private readonly words: number

  constructor(words: number, capacity = 1 << 12) {
    this.words = words
    this.sets = new Uint32Array(capacity * words)
    this.stations = new Int32Array(capacity)
    this.parent = new Int32Array(capacity)
    this.idle = new Float64Array(capacity)
    this.leftTime = new Float64Array(capacity)
    this.leftHalf = new Float64Array(capacity)
    this.leftThird = new Float64Array(capacity)
    this.leftStepped = new Float64Array(capacity)
    this.leftTasks = new Int32Array(capacity)
    this.table = new Int32Array(capacity * 4).fill(-1)
  }

  /** Index of a state with this set, or -1. `set` begins at `start`. */
  find(set: Uint32Array, start: number): number {
    const mask = this.table.length - 1
    for (let slot = this.hash(set, start) & mask; ; slot = (slot + 1) & mask) {
      const state = this.table[slot] ?? -1
      if (state < 0) return -1
      if (this.isSet(state, set, start)) return state
    }
  }

  /** Adds a state whose set is not in the store yet; its other figures are the caller's to fill in. */
  add(set: Uint32Array, start: number): number {
    if (this.count >= this.stations.length) this.grow()
    const state = this.count++
    this.sets.set(set.subarray(start, start + this.words), state * this.words)
    this.place(state)
    return state
  }

  private hash(set: Uint32Array, start: number): number {
    let hash = 0x811c9dc5
    for (let word = 0; word < this.words; word++) {
      hash = Math.imul(hash ^ (set[start + word] ?? 0), 0x01000193)
      hash ^= hash >>> 15
      hash = Math.imul(hash, 0x2c1b3c6d)
    }
    return (hash ^ (hash >>> 13)) >>> 0
  }

  private isSet(state: number, set: Uint32Array, start: number): boolean {
    const own = state * this.words
    for (let word = 0; word < this.words; word++) if (this.sets[own + word] !== set[start + word]) return false
    return true
  }

  private place(state: number): void {
    const mask = this.table.length - 1
    let slot = this.hash(this.sets, state * this.words) & mask
    while ((this.table[slot] ?? -1) >= 0) slot = (slot + 1) & mask
    this.table[slot] = state
  }

  private grow(): void {
    const capacity = this.stations.length * 2
    const ints = (old: Int32Array): Int32Array => {
      const next = new Int32Array(capacity)
      next.set(old)
      return next
    }
    const floats = (old: Float64Array): Float64Array => {
      const next = new Float64Array(capacity)
      next.set(old)
      return next
    }
    const sets = new Uint32Array(capacity * this.words)
    sets.set(this.sets)
    this.sets = sets
    this.stations = ints(this.stations)
    this.parent = ints(this.parent)
    this.leftTasks = ints(this.leftTasks)
    this.idle = floats(this.idle)
    this.leftTime = floats(this.leftTime)
    this.leftHalf = floats(this.leftHalf)
    this.leftThird = floats(this.leftThird)
    this.leftStepped = floats(this.leftStepped)
    this.table = new Int32Array(capacity * 4).fill(-1)
    for (let state = 0; state < this.count; state++) this.place(state)
  }
}
