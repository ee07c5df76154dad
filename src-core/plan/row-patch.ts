import type { Patch } from './change'
import { sameValue } from './same-value'

type Row = { readonly id: string }
type Put<R extends Row> = NonNullable<Patch<R>['put']>[number]

export type Patched<R extends Row> = { readonly rows: readonly R[]; readonly inverse: Patch<R> | undefined }

/**
 * Applies a patch and makes the one that takes it back, places included. Without an effect the list keeps its
 * identity and there is no inverse. Throws when a row to remove is not there.
 */
export const applyPatch = <R extends Row>(rows: readonly R[], patch: Patch<R>): Patched<R> => {
  const removed = new Set(patch.remove)
  const putById = new Map((patch.put ?? []).map((put) => [put.row.id, put]))
  const back: Put<R>[] = []
  const kept: R[] = []
  rows.forEach((row, index) => {
    if (removed.delete(row.id)) {
      back.push({ row, at: index })
      return
    }
    const put = putById.get(row.id)
    if (put) {
      putById.delete(row.id)
      if (put.row !== row) back.push({ row })
    }
    kept.push(put ? put.row : row)
  })
  if (removed.size > 0) throw new Error(`There is no row ${[...removed].join(', ')} to remove`)
  if (back.length === 0 && putById.size === 0) return { rows, inverse: undefined }
  return { rows: insertRows(kept, [...putById.values()]), inverse: inverseOf([...putById.keys()], back) }
}

const inverseOf = <R extends Row>(inserted: readonly string[], back: readonly Put<R>[]): Patch<R> => ({
  ...(inserted.length > 0 ? { remove: inserted } : {}),
  ...(back.length > 0 ? { put: back } : {}),
})

const insertRows = <R extends Row>(kept: readonly R[], puts: readonly Put<R>[]): readonly R[] => {
  if (puts.length === 0) return kept
  const placeOf = (put: Put<R>): number => put.at ?? Number.POSITIVE_INFINITY
  const rows: R[] = []
  let next = 0
  for (const put of puts.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0))) {
    while (rows.length < placeOf(put) && next < kept.length) rows.push(kept[next++] as R)
    rows.push(put.row)
  }
  while (next < kept.length) rows.push(kept[next++] as R)
  return rows
}

/**
 * The smallest patch that makes `after` of `before`: rows of the same content are left alone, and as few as possible
 * of those that changed places are moved. undefined when there is nothing to do.
 */
export const patchBetween = <R extends Row>(before: readonly R[], after: readonly R[]): Patch<R> | undefined => {
  if (before === after) return undefined
  const placeBefore = new Map(before.map((row, index) => [row.id, index]))
  const staying = stayingIds(after, placeBefore)
  const remove = before.filter((row) => !staying.has(row.id)).map((row) => row.id)
  const put: Put<R>[] = []
  after.forEach((row, at) => {
    const place = placeBefore.get(row.id)
    if (place === undefined || !staying.has(row.id)) put.push({ row, at })
    else if (!sameValue(before[place], row)) put.push({ row })
  })
  return remove.length === 0 && put.length === 0 ? undefined : inverseOf(remove, put)
}

/** Ids of the rows that can stay: a longest run of `after` that is in the same order in `before`. */
const stayingIds = (after: readonly Row[], placeBefore: ReadonlyMap<string, number>): ReadonlySet<string> => {
  const common = after.filter((row) => placeBefore.has(row.id))
  const places = common.map((row) => placeBefore.get(row.id) ?? 0)
  return new Set(longestIncreasing(places).map((index) => common[index]?.id ?? ''))
}

/** Indexes of a longest strictly increasing subsequence (patience sorting, O(n log n)). */
const longestIncreasing = (values: readonly number[]): readonly number[] => {
  const tails: number[] = []
  const previous = new Int32Array(values.length).fill(-1)
  values.forEach((value, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = index
  })
  const chosen: number[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) chosen.push(index)
  return chosen.reverse()
}
