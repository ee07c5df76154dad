/** One block of a stored list: the key of its record, and how many rows it holds. */
export type Block = { readonly id: number; readonly length: number }
/** The blocks of a list in order. */
export type Layout = readonly Block[]

/** What must be written so that the stored blocks hold the next rows. Rows `from` to `to` (excluded) of those. */
export type BlockPlan = {
  readonly layout: Layout
  readonly put: readonly { readonly id: number; readonly from: number; readonly to: number }[]
  readonly remove: readonly number[]
}

export type BlockOptions = {
  readonly rowsPerBlock: number
  /** A key that was never used before. */
  readonly nextId: () => number
}

type Anchor = Block & { readonly at: number }
type Span = { readonly from: number; readonly to: number; readonly anchor: Anchor | null }

/**
 * Compares two states of a list by the identity of its rows, and finds the blocks that stay as they are: wherever
 * rows were changed, inserted or removed, only the blocks around that place are written again.
 */
export const planBlocks = (
  previous: readonly object[],
  layout: Layout,
  next: readonly object[],
  options: BlockOptions,
): BlockPlan => {
  if (previous === next) return { layout, put: [], remove: [] }
  const spans = withoutCrumbs(spansBetween(anchorsOf(previous, layout, next), next.length), options.rowsPerBlock)
  const most = 2 * Math.ceil(next.length / options.rowsPerBlock) + 8
  const chosen = spans.length > most ? [{ from: 0, to: next.length, anchor: null }] : spans
  return planOf(chosen, layout, options)
}

/** Blocks whose rows stand together and unchanged in `next`, in ascending place. */
const anchorsOf = (previous: readonly object[], layout: Layout, next: readonly object[]): readonly Anchor[] => {
  const places = lazyPlaces(next)
  const anchors: Anchor[] = []
  let offset = 0
  let cursor = 0
  // Rows of the blocks since the last anchor: where only rows were exchanged, the next anchor stands behind as many.
  let skipped = 0
  for (const block of layout) {
    const first = previous[offset]
    const guess = [cursor, cursor + skipped].find((place) => next[place] === first)
    const at = guess ?? (first && places(first))
    if (at !== undefined && at >= cursor && isSameRun(previous, offset, next, at, block.length)) {
      anchors.push({ ...block, at })
      cursor = at + block.length
      skipped = 0
    } else {
      skipped += block.length
    }
    offset += block.length
  }
  return anchors
}

/** Row to place, built only when it is needed: most steps change rows without moving any. */
const lazyPlaces = (rows: readonly object[]): ((row: object) => number | undefined) => {
  let places: Map<object, number> | null = null
  return (row) => {
    places ??= new Map(rows.map((candidate, index) => [candidate, index]))
    return places.get(row)
  }
}

const isSameRun = (
  previous: readonly object[],
  offset: number,
  next: readonly object[],
  at: number,
  length: number,
): boolean => {
  for (let index = 0; index < length; index++) if (previous[offset + index] !== next[at + index]) return false
  return at + length <= next.length
}

/** The whole list as anchors and the gaps between them. */
const spansBetween = (anchors: readonly Anchor[], length: number): readonly Span[] => {
  const spans: Span[] = []
  let cursor = 0
  for (const anchor of anchors) {
    if (anchor.at > cursor) spans.push({ from: cursor, to: anchor.at, anchor: null })
    spans.push({ from: anchor.at, to: anchor.at + anchor.length, anchor })
    cursor = anchor.at + anchor.length
  }
  if (length > cursor) spans.push({ from: cursor, to: length, anchor: null })
  return spans
}

/** A gap takes in small blocks beside it, or a thousand additions one by one would leave a thousand blocks. */
const withoutCrumbs = (spans: readonly Span[], rowsPerBlock: number): readonly Span[] => {
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    const touchesGap = last && (!last.anchor || !span.anchor)
    if (last && touchesGap && span.to - last.from <= rowsPerBlock) {
      merged[merged.length - 1] = { from: last.from, to: span.to, anchor: null }
    } else merged.push(span)
  }
  return merged
}

const planOf = (spans: readonly Span[], before: Layout, options: BlockOptions): BlockPlan => {
  const staying = new Set(spans.flatMap((span) => (span.anchor ? [span.anchor.id] : [])))
  const free = before.map((block) => block.id).filter((id) => !staying.has(id))
  const layout: Block[] = []
  const put: { id: number; from: number; to: number }[] = []
  for (const { from, to, anchor } of spans) {
    if (anchor) {
      layout.push({ id: anchor.id, length: anchor.length })
      continue
    }
    for (let start = from; start < to; start += options.rowsPerBlock) {
      const id = free.shift() ?? options.nextId()
      const end = Math.min(start + options.rowsPerBlock, to)
      layout.push({ id, length: end - start })
      put.push({ id, from: start, to: end })
    }
  }
  return { layout, put, remove: free }
}
