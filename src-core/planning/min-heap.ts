/** Numbers with a priority, least first. */
export class MinHeap {
  private readonly values: number[] = []
  private readonly keys: number[] = []

  get size(): number {
    return this.values.length
  }

  /** The priority of what `pop` gives next; NaN when empty. */
  leastKey(): number {
    return this.keys[0] ?? NaN
  }

  push(value: number, key: number): void {
    let at = this.values.length
    this.values.push(value)
    this.keys.push(key)
    while (at > 0) {
      const up = (at - 1) >> 1
      if ((this.keys[up] ?? 0) <= key) break
      this.values[at] = this.values[up] ?? 0
      this.keys[at] = this.keys[up] ?? 0
      at = up
    }
    this.values[at] = value
    this.keys[at] = key
  }

  /** -1 when empty. */
  pop(): number {
    const top = this.values[0]
    if (top === undefined) return -1
    const value = this.values.pop() ?? 0
    const key = this.keys.pop() ?? 0
    if (this.values.length > 0) this.sink(value, key)
    return top
  }

  private sink(value: number, key: number): void {
    const size = this.values.length
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && (this.keys[child + 1] ?? 0) < (this.keys[child] ?? 0)) child++
      if ((this.keys[child] ?? 0) >= key) break
      this.values[at] = this.values[child] ?? 0
      this.keys[at] = this.keys[child] ?? 0
      at = child
    }
    this.values[at] = value
    this.keys[at] = key
  }
}
