/**
 * Fewest waves of one capacity for groups with an order "not later than" is the simple assembly line balancing problem
 * (SALBP-1): a group is a task, its effort the task time, a wave a station, its capacity the cycle time.
 */
export type BalancingInput = {
  /** Effort of each task, 0 or more; none above `capacity`. */
  readonly times: ArrayLike<number>
  readonly capacity: number
  /** `[before, after]`: the first is in no later station than the second. Acyclic. */
  readonly precedences: readonly (readonly [number, number])[]
}

/** The input with everything that bounds and searches ask again and again. Sets are bits, `words` of 32 each. */
export type Balancing = {
  readonly n: number
  readonly words: number
  readonly times: Float64Array
  readonly capacity: number
  readonly precedences: readonly (readonly [number, number])[]
  /** Direct successors as compressed rows. */
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly directPredecessors: Int32Array
  /** All successors of task i: `successors[i * words .. (i + 1) * words]`. */
  readonly successors: Uint32Array
  readonly predecessors: Uint32Array
  /** A task's time and that of all that must come after it. */
  readonly positionalWeight: Float64Array
  readonly successorCount: Int32Array
}

/** Sums of times are compared with a little slack, since efforts may be fractions of a day. */
export const slack = 1e-9

export const hasBit = (sets: Uint32Array, start: number, bit: number): boolean =>
  (((sets[start + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1) === 1

export const setBit = (sets: Uint32Array, start: number, bit: number): void => {
  const word = start + (bit >>> 5)
  sets[word] = (sets[word] ?? 0) | (1 << (bit & 31))
}

const topologicalOrder = (n: number, offsets: Int32Array, targets: Int32Array, incoming: Int32Array): Int32Array => {
  const order = new Int32Array(n)
  const open = incoming.slice()
  let end = 0
  for (let task = 0; task < n; task++) if (open[task] === 0) order[end++] = task
  for (let at = 0; at < end; at++) {
    const task = order[at] ?? 0
    for (let edge = offsets[task] ?? 0; edge < (offsets[task + 1] ?? 0); edge++) {
      const next = targets[edge] ?? 0
      open[next] = (open[next] ?? 0) - 1
      if (open[next] === 0) order[end++] = next
    }
  }
  if (end < n) throw new Error('The order of the tasks has a cycle')
  return order
}

const rows = (n: number, precedences: BalancingInput['precedences']) => {
  const offsets = new Int32Array(n + 1)
  const incoming = new Int32Array(n)
  for (const [before, after] of precedences) {
    offsets[before + 1] = (offsets[before + 1] ?? 0) + 1
    incoming[after] = (incoming[after] ?? 0) + 1
  }
  for (let task = 0; task < n; task++) offsets[task + 1] = (offsets[task + 1] ?? 0) + (offsets[task] ?? 0)
  const next = offsets.slice()
  const targets = new Int32Array(precedences.length)
  for (const [before, after] of precedences) {
    const place = next[before] ?? 0
    targets[place] = after
    next[before] = place + 1
  }
  return { offsets, targets, incoming }
}

/** Bits of everything after each task; `order` is topological. */
const closure = (n: number, words: number, order: Int32Array, offsets: Int32Array, targets: Int32Array): Uint32Array => {
  const sets = new Uint32Array(n * words)
  for (let at = n - 1; at >= 0; at--) {
    const task = order[at] ?? 0
    for (let edge = offsets[task] ?? 0; edge < (offsets[task + 1] ?? 0); edge++) {
      const next = targets[edge] ?? 0
      setBit(sets, task * words, next)
      for (let word = 0; word < words; word++) {
        const place = task * words + word
        sets[place] = (sets[place] ?? 0) | (sets[next * words + word] ?? 0)
      }
    }
  }
  return sets
}

const transposed = (n: number, words: number, sets: Uint32Array): Uint32Array => {
  const result = new Uint32Array(n * words)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (hasBit(sets, i * words, j)) setBit(result, j * words, i)
  return result
}

/** Prepares an instance. Throws when the order has a cycle: cycles are contracted before. O(n²) memory in bits. */
export const prepareBalancing = ({ times, capacity, precedences }: BalancingInput): Balancing => {
  const n = times.length
  const words = Math.max(1, Math.ceil(n / 32))
  const { offsets, targets, incoming } = rows(n, precedences)
  const order = topologicalOrder(n, offsets, targets, incoming)
  const successors = closure(n, words, order, offsets, targets)
  const effort = Float64Array.from(times)
  const positionalWeight = effort.slice()
  const successorCount = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (!hasBit(successors, i * words, j)) continue
      positionalWeight[i] = (positionalWeight[i] ?? 0) + (effort[j] ?? 0)
      successorCount[i] = (successorCount[i] ?? 0) + 1
    }
  }
  const predecessors = transposed(n, words, successors)
  return { n, words, times: effort, capacity, precedences, offsets, targets, directPredecessors: incoming, successors, predecessors, positionalWeight, successorCount }
}

/** The same problem read from the end: its solutions are those of the original, backwards. */
export const reversedBalancing = (balancing: Balancing): Balancing =>
  prepareBalancing({
    times: balancing.times,
    capacity: balancing.capacity,
    precedences: balancing.precedences.map(([before, after]) => [after, before] as const),
  })
