/** Rows of numbers: those of node v are at `offsets[v] .. offsets[v + 1]`. */
export type Rows = { readonly offsets: Int32Array; readonly others: Int32Array; readonly values: Float64Array }

/**
 * What a search moves about, as plain arrays: the nodes are units that have a choice, or clusters of them. What has none is
 * folded in: bridges to it are part of `unary`, order and rules with it of `allowed`, its size of the loads of a state.
 */
export type Terrain = {
  readonly n: number
  /** Wave positions. */
  readonly waves: number
  /** Wave numbers by position. */
  readonly numbers: Float64Array
  /** Neighbours both ways: `values` is the price a day, `parting` what it costs to be in different waves at all. */
  readonly edges: Rows
  readonly parting: Float64Array
  /** How strongly neighbours belong together: what clusters are made of. */
  readonly weight: Float64Array
  /** Days between positions, weighted; 0 between a position and itself. In rows. */
  readonly days: Float64Array
  /** What each node costs at each position, whatever the others do. In rows of positions. */
  readonly unary: Float64Array
  /** 1 where a node may lie. In rows of positions. */
  readonly allowed: Uint8Array
  /** By resource (effort, items, then the capacity rules) and node. */
  readonly sizes: readonly Float64Array[]
  /** By resource and position; Infinity where there is none. */
  readonly limits: readonly Float64Array[]
  /** The resources that have a limit anywhere. */
  readonly limited: readonly number[]
  /** What lies before and after each node, with lags. */
  readonly before: Rows
  readonly after: Rows
  /** What may not share a wave. */
  readonly apart: Rows
  /** Patient-critical groups that a node brings into the cells of the limits on them. */
  readonly cells: Rows
  readonly cellLimits: Float64Array
  /** What each group above the limit of a cell costs. */
  readonly cellPrice: number
  /** Even share of effort, what being off it by all of it costs, and what a wave in use costs. */
  readonly share: number
  readonly balance: number
  readonly wave: number
  /** What lies at each position besides the nodes: by resource, and by cell in rows of positions. */
  readonly baseLoads: readonly Float64Array[]
  readonly baseCells: Float64Array
}

/** Rows from triples given in any order; those of one pair are joined by `join`. */
export const rowsOf = (
  n: number, tails: ArrayLike<number>, heads: ArrayLike<number>, values: ArrayLike<number>, join: (a: number, b: number) => number,
): Rows => {
  const starts = new Int32Array(n + 1)
  for (let at = 0; at < tails.length; at++) starts[tails[at]! + 1]! += 1
  for (let v = 0; v < n; v++) starts[v + 1]! += starts[v]!
  const byTail = new Int32Array(tails.length)
  const next = starts.slice()
  for (let at = 0; at < tails.length; at++) byTail[next[tails[at]!]!++] = at
  const offsets = new Int32Array(n + 1)
  const others = new Int32Array(tails.length)
  const joined = new Float64Array(tails.length)
  const slot = new Int32Array(n).fill(-1)
  let end = 0
  for (let v = 0; v < n; v++) {
    const start = end
    for (let index = starts[v]!; index < starts[v + 1]!; index++) {
      const at = byTail[index]!
      const head = heads[at]!
      const place = slot[head]!
      if (place >= start) {
        joined[place] = join(joined[place]!, values[at]!)
        continue
      }
      slot[head] = end
      others[end] = head
      joined[end++] = values[at]!
    }
    offsets[v + 1] = end
  }
  return { offsets, others: others.slice(0, end), values: joined.slice(0, end) }
}

/** The same rows by their other end. */
export const turned = (n: number, { offsets, others, values }: Rows): Rows => {
  const tails = new Int32Array(others.length)
  for (let v = 0; v < n; v++) tails.fill(v, offsets[v], offsets[v + 1])
  return rowsOf(n, others, tails, values, Math.max)
}
