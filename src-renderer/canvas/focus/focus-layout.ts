/** Where the columns and blocks of a small layered graph stand. Lengths in flow pixels. */

export type LayoutNode = { readonly layer: number }
export type LayoutEdge = { readonly source: number; readonly target: number }
export type Place = { readonly x: number; readonly y: number }

export type FocusLayout = {
  /** Upper left corner of each node. */
  readonly places: readonly Place[]
  /** Left edge and width of each layer, by layer. */
  readonly columns: ReadonlyMap<number, { readonly x: number; readonly width: number }>
  readonly width: number
  readonly height: number
}

export const focusSizes = { width: 196, height: 66, gap: 12, columnGap: 128, insideGap: 24 } as const

const rowHeight = focusSizes.height + focusSizes.gap
const insideWidth = focusSizes.width + focusSizes.insideGap

/** So many rows make a picture about as wide for its height as the place that it is shown in. */
const mostRows = (nodes: number, aspect: number): number => Math.max(5, Math.ceil(Math.sqrt((nodes * insideWidth) / (rowHeight * aspect))))

type Linked = readonly (readonly number[])[]

const linkedNodes = (count: number, edges: readonly LayoutEdge[]): Linked => {
  const linked: number[][] = Array.from({ length: count }, () => [])
  for (const { source, target } of edges) {
    linked[source]?.push(target)
    linked[target]?.push(source)
  }
  return linked
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** How far down its column each node is, from 0 to 1. */
const heightsOf = (columns: readonly (readonly number[])[], count: number): Float64Array => {
  const heights = new Float64Array(count)
  for (const column of columns) column.forEach((node, row) => { heights[node] = (row + 0.5) / column.length })
  return heights
}

/** Sorts columns by the mean height of what their nodes are linked to, to and fro: fewer lines cross each time. */
const ordered = (columns: readonly (readonly number[])[], layerOf: readonly number[], linked: Linked): readonly (readonly number[])[] => {
  let current = columns
  for (let sweep = 0; sweep < 8; sweep++) {
    const heights = heightsOf(current, layerOf.length)
    const isForward = sweep % 2 === 0
    const order = isForward ? [...current.keys()] : [...current.keys()].reverse()
    const next = [...current]
    for (const index of order) {
      const column = current[index] ?? []
      const wish = (node: number): number => {
        const own = layerOf[node] ?? 0
        const before = (linked[node] ?? []).filter((far) => (isForward ? (layerOf[far] ?? 0) < own : (layerOf[far] ?? 0) > own))
        return meanOf(before.map((far) => heights[far] ?? 0)) ?? heights[node] ?? 0
      }
      const wishes = new Map(column.map((node) => [node, wish(node)]))
      const sorted = column.toSorted((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0))
      next[index] = sorted
      sorted.forEach((node, row) => { heights[node] = (row + 0.5) / sorted.length })
    }
    current = next
  }
  return current
}

type Block = { sum: number; count: number }

/**
 * The places nearest to the wishes (least squares) that keep the order and `rowHeight` between neighbours: pools of
 * neighbours that would overlap take the mean of their wishes (isotonic regression).
 */
export const spread = (wishes: readonly number[]): readonly number[] => {
  const pools: Block[] = []
  wishes.forEach((wish, row) => {
    let pool: Block = { sum: wish - row * rowHeight, count: 1 }
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop()
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count }
    }
    pools.push(pool)
  })
  const starts = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
  return starts.map((start, row) => start + row * rowHeight)
}

const stacked = (count: number, height: number): readonly number[] => {
  const top = (height - (count * rowHeight - focusSizes.gap)) / 2
  return Array.from({ length: count }, (_, row) => top + row * rowHeight)
}

type Grid = { readonly columns: readonly (readonly number[])[]; readonly rows: number; readonly height: number }

/** Tall columns stay stacked; the others move towards what they are linked to. */
const heightsAt = ({ columns, rows, height }: Grid, linked: Linked, count: number): Float64Array => {
  const ys = new Float64Array(count)
  const isFree = (column: readonly number[]): boolean => column.length <= rows
  for (const column of columns) {
    const parts = Math.ceil(column.length / rows)
    const each = Math.ceil(column.length / parts)
    const stack = stacked(each, height)
    column.forEach((node, place) => { ys[node] = stack[place % each] ?? 0 })
  }
  for (let pass = 0; pass < 4; pass++) {
    const free = pass % 2 === 0 ? columns.filter(isFree) : columns.filter(isFree).toReversed()
    for (const column of free) {
      const wishes = column.map((node) => meanOf((linked[node] ?? []).map((far) => ys[far] ?? 0)) ?? ys[node] ?? 0)
      spread(wishes).forEach((y, row) => { ys[column[row] ?? 0] = y })
    }
  }
  const top = ys.reduce((least, y) => Math.min(least, y), Infinity)
  return ys.map((y) => y - (Number.isFinite(top) ? top : 0))
}

/**
 * Lays nodes in the columns of their layers: in an order with few crossings, each near to what it is linked to; columns
 * with too many are folded into several beside each other, so that the whole has about the `aspect` (width by height) of
 * the window. A few milliseconds for 200 nodes and 300 edges.
 */
export const layOutFocus = (nodes: readonly LayoutNode[], edges: readonly LayoutEdge[], aspect = 1.7): FocusLayout => {
  const layerOf = nodes.map(({ layer }) => layer)
  const layers = [...new Set(layerOf)].sort((a, b) => a - b)
  const linked = linkedNodes(nodes.length, edges)
  const first = layers.map((layer) => [...nodes.keys()].filter((node) => layerOf[node] === layer))
  const columns = ordered(first, layerOf, linked)
  const rows = mostRows(nodes.length, aspect)
  const tallest = columns.reduce((most, column) => Math.max(most, Math.min(rows, column.length)), 0)
  const ys = heightsAt({ columns, rows, height: tallest * rowHeight - focusSizes.gap }, linked, nodes.length)
  const xs = new Float64Array(nodes.length)
  const columnAt = new Map<number, { x: number; width: number }>()
  let x = 0
  columns.forEach((column, index) => {
    const parts = Math.max(1, Math.ceil(column.length / rows))
    const each = Math.ceil(column.length / parts)
    column.forEach((node, place) => { xs[node] = x + Math.floor(place / each) * insideWidth })
    const width = parts * focusSizes.width + (parts - 1) * focusSizes.insideGap
    columnAt.set(layers[index] ?? 0, { x, width })
    x += width + focusSizes.columnGap
  })
  const places = nodes.map((_, node) => ({ x: xs[node] ?? 0, y: ys[node] ?? 0 }))
  const height = places.reduce((most, { y }) => Math.max(most, y + focusSizes.height), 0)
  return { places, columns: columnAt, width: Math.max(0, x - focusSizes.columnGap), height }
}
