/** Who is joined to whom: the neighbours of item i are `items[offsets[i]..offsets[i + 1]]`, ascending, each once. */
export type Neighbours = { readonly offsets: Int32Array; readonly items: Int32Array }

/** The dependencies as a graph to walk in. An item is its place in the estate's list. */
export type Links = {
  readonly itemCount: number
  /** What each item needs. */
  readonly needs: Neighbours
  /** What needs each item. */
  readonly neededBy: Neighbours
}

export type Side = 'needs' | 'neededBy'

export const otherSide = (side: Side): Side => (side === 'needs' ? 'neededBy' : 'needs')

/** Rows of the far ends by the near end, as a counting sort makes them: ascending where `far` is visited ascending. */
const grouped = (itemCount: number, near: Int32Array, far: Int32Array): Neighbours => {
  const offsets = new Int32Array(itemCount + 1)
  near.forEach((item, row) => {
    if (isLink(item, far[row])) offsets[item + 1] = (offsets[item + 1] ?? 0) + 1
  })
  for (let item = 0; item < itemCount; item++) offsets[item + 1] = (offsets[item + 1] ?? 0) + (offsets[item] ?? 0)
  const next = offsets.slice()
  const items = new Int32Array(offsets[itemCount] ?? 0)
  near.forEach((item, row) => {
    if (!isLink(item, far[row])) return
    const place = next[item] ?? 0
    items[place] = far[row] ?? 0
    next[item] = place + 1
  })
  return onceEach(itemCount, offsets, items)
}

const isLink = (near: number, far: number | undefined): boolean => far !== undefined && near >= 0 && far >= 0 && near !== far

const onceEach = (itemCount: number, offsets: Int32Array, items: Int32Array): Neighbours => {
  const kept = new Int32Array(items.length)
  const keptOffsets = new Int32Array(itemCount + 1)
  let count = 0
  for (let item = 0; item < itemCount; item++) {
    const start = count
    for (const far of items.subarray(offsets[item], offsets[item + 1]).sort()) {
      if (count === start || kept[count - 1] !== far) kept[count++] = far
    }
    keptOffsets[item + 1] = count
  }
  return { offsets: keptOffsets, items: kept.slice(0, count) }
}

/** `from[d]` needs `to[d]`; -1 is an end that is not in the estate. A dependency of an item on itself leads nowhere. */
export const linksOf = (itemCount: number, from: Int32Array, to: Int32Array): Links => ({
  itemCount,
  needs: grouped(itemCount, from, to),
  neededBy: grouped(itemCount, to, from),
})

export const neighboursOf = ({ offsets, items }: Neighbours, item: number): Int32Array =>
  items.subarray(offsets[item], offsets[item + 1])
