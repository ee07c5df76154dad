/** Edges in compressed rows: those of v are `targets[offsets[v] .. offsets[v + 1]]`, with their weights. */
export type Rows = { readonly offsets: Int32Array; readonly targets: Int32Array; readonly weights: Float64Array }

/** A directed graph without cycles, its edges by where they begin (`out`) and by where they end (`into`). */
export type AcyclicGraph = {
  readonly n: number
  readonly out: Rows
  readonly into: Rows
  readonly nodeWeights: Float64Array
}

export type WeightedArc = readonly [from: number, to: number, weight: number]

/** Sums up parallel arcs row by row; loops are left out. `tails`, `heads` and `weights` run side by side. */
const rowsOf = (n: number, tails: ArrayLike<number>, heads: ArrayLike<number>, weights: ArrayLike<number>): Rows => {
  const starts = new Int32Array(n + 1)
  for (let arc = 0; arc < tails.length; arc++) starts[(tails[arc] ?? 0) + 1] = (starts[(tails[arc] ?? 0) + 1] ?? 0) + 1
  for (let v = 0; v < n; v++) starts[v + 1] = (starts[v + 1] ?? 0) + (starts[v] ?? 0)
  const byTail = new Int32Array(tails.length)
  const next = starts.slice()
  for (let arc = 0; arc < tails.length; arc++) {
    const place = next[tails[arc] ?? 0] ?? 0
    byTail[place] = arc
    next[tails[arc] ?? 0] = place + 1
  }
  const offsets = new Int32Array(n + 1)
  const targets = new Int32Array(tails.length)
  const sums = new Float64Array(tails.length)
  const slot = new Int32Array(n).fill(-1)
  let end = 0
  for (let v = 0; v < n; v++) {
    const start = end
    for (let at = starts[v] ?? 0; at < (starts[v + 1] ?? 0); at++) {
      const arc = byTail[at] ?? 0
      const head = heads[arc] ?? 0
      if (head === v) continue
      let place = slot[head] ?? -1
      if (place < start) {
        place = end++
        slot[head] = place
        targets[place] = head
      }
      sums[place] = (sums[place] ?? 0) + (weights[arc] ?? 0)
    }
    offsets[v + 1] = end
  }
  return { offsets, targets: targets.slice(0, end), weights: sums.slice(0, end) }
}

const fromColumns = (
  nodeWeights: Float64Array, tails: ArrayLike<number>, heads: ArrayLike<number>, weights: ArrayLike<number>,
): AcyclicGraph => ({
  n: nodeWeights.length,
  out: rowsOf(nodeWeights.length, tails, heads, weights),
  into: rowsOf(nodeWeights.length, heads, tails, weights),
  nodeWeights,
})

/** Builds a graph from arcs; parallel ones are added up, loops left out. It is the caller's to have no cycles. */
export const acyclicGraph = (nodeWeights: ArrayLike<number>, arcs: readonly WeightedArc[]): AcyclicGraph =>
  fromColumns(
    Float64Array.from(nodeWeights),
    arcs.map(([from]) => from),
    arcs.map(([, to]) => to),
    arcs.map(([, , weight]) => weight),
  )

/** The graph of merged nodes: `mergedInto[v]` is what v became part of. */
export const quotient = (graph: AcyclicGraph, mergedInto: Int32Array, count: number): AcyclicGraph => {
  const { out } = graph
  const nodeWeights = new Float64Array(count)
  const tails = new Int32Array(out.targets.length)
  for (let v = 0; v < graph.n; v++) {
    const merged = mergedInto[v] ?? 0
    nodeWeights[merged] = (nodeWeights[merged] ?? 0) + (graph.nodeWeights[v] ?? 0)
    for (let arc = out.offsets[v] ?? 0; arc < (out.offsets[v + 1] ?? 0); arc++) tails[arc] = merged
  }
  return fromColumns(nodeWeights, tails, out.targets.map((head) => mergedInto[head] ?? 0), out.weights)
}

/** Nodes so that every arc leads onwards, or null where there is a cycle. `rank` chooses among those that are ready: last in, first out. */
export const topologicalOrder = ({ n, out, into }: AcyclicGraph, rank: Int32Array): Int32Array | null => {
  const missing = Int32Array.from({ length: n }, (_, v) => (into.offsets[v + 1] ?? 0) - (into.offsets[v] ?? 0))
  const ready = [...rank].filter((v) => missing[v] === 0)
  const order = new Int32Array(n)
  let count = 0
  for (let v = ready.pop(); v !== undefined; v = ready.pop()) {
    order[count++] = v
    for (let arc = out.offsets[v] ?? 0; arc < (out.offsets[v + 1] ?? 0); arc++) {
      const head = out.targets[arc] ?? 0
      missing[head] = (missing[head] ?? 0) - 1
      if (missing[head] === 0) ready.push(head)
    }
  }
  return count === n ? order : null
}

/** Length of the longest way to each node. Throws where there is a cycle. */
export const levelsOf = (graph: AcyclicGraph): Int32Array => {
  const order = topologicalOrder(graph, Int32Array.from({ length: graph.n }, (_, v) => v))
  if (!order) throw new Error('The graph has a cycle')
  const { out } = graph
  const levels = new Int32Array(graph.n)
  for (const v of order) {
    for (let arc = out.offsets[v] ?? 0; arc < (out.offsets[v + 1] ?? 0); arc++) {
      const head = out.targets[arc] ?? 0
      levels[head] = Math.max(levels[head] ?? 0, (levels[v] ?? 0) + 1)
    }
  }
  return levels
}

/** Sum of the weights of the arcs between parts. */
export const acyclicCut = ({ n, out }: AcyclicGraph, parts: Int32Array): number => {
  let cut = 0
  for (let v = 0; v < n; v++) {
    for (let arc = out.offsets[v] ?? 0; arc < (out.offsets[v + 1] ?? 0); arc++) {
      if (parts[out.targets[arc] ?? 0] !== parts[v]) cut += out.weights[arc] ?? 0
    }
  }
  return cut
}

/** Every arc leads to the same part or a later one. */
export const isInOrder = ({ n, out }: AcyclicGraph, parts: Int32Array): boolean => {
  for (let v = 0; v < n; v++) {
    for (let arc = out.offsets[v] ?? 0; arc < (out.offsets[v + 1] ?? 0); arc++) {
      if ((parts[out.targets[arc] ?? 0] ?? 0) < (parts[v] ?? 0)) return false
    }
  }
  return true
}
