import { hasBit, slack, type Balancing } from './instance'

const isSubset = (sets: Uint32Array, inner: number, outer: number, words: number): boolean => {
  for (let word = 0; word < words; word++) {
    if (((sets[inner + word] ?? 0) & ~(sets[outer + word] ?? 0)) !== 0) return false
  }
  return true
}

/** Jackson (1956): j may always stand where i does when it is no shorter and everything after i is also after j. */
const dominates = ({ words, times, successors }: Balancing, j: number, i: number): boolean => {
  if (i === j || hasBit(successors, i * words, j) || hasBit(successors, j * words, i)) return false
  const longer = (times[j] ?? 0) - (times[i] ?? 0)
  if (longer < -slack || !isSubset(successors, i * words, j * words, words)) return false
  const alike = longer <= slack && isSubset(successors, j * words, i * words, words)
  return !alike || j < i
}

/** For each task, the tasks that would do at least as well in its place. */
export const dominators = (balancing: Balancing): readonly Int32Array[] =>
  Array.from({ length: balancing.n }, (_, i) =>
    Int32Array.from({ length: balancing.n }, (_unused, j) => j).filter((j) => dominates(balancing, j, i)),
  )

/**
 * Whether a task of the load could be exchanged for a better one that is still free: then another load leads at least
 * as far. `after` (at `start`) is what is assigned including the load.
 */
export const isDominated = (
  { words, times, predecessors }: Balancing,
  better: readonly Int32Array[],
  after: Uint32Array,
  load: Int32Array,
  size: number,
  room: number,
): boolean => {
  for (let at = 0; at < size; at++) {
    const i = load[at] ?? 0
    for (const j of better[i] ?? []) {
      if (hasBit(after, 0, j) || (times[j] ?? 0) - (times[i] ?? 0) > room + slack) continue
      let free = true
      for (let word = 0; free && word < words; word++) {
        free = ((predecessors[j * words + word] ?? 0) & ~(after[word] ?? 0)) === 0
      }
      if (free) return true
    }
  }
  return false
}
