/** An undirected graph in compressed rows: the neighbours of v are `targets[offsets[v] .. offsets[v + 1]]`, both ways. */
export type WeightedGraph = {
  readonly n: number
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly edgeWeights: Float64Array
  readonly nodeWeights: Float64Array
}

export const totalWeight = (graph: WeightedGraph): number => graph.nodeWeights.reduce((sum, weight) => sum + weight, 0)

/** Sum of the weights of edges between parts. */
export const cutOf = (graph: WeightedGraph, parts: Int32Array): number => {
  let cut = 0
  for (let v = 0; v < graph.n; v++) {
    for (let edge = graph.offsets[v] ?? 0; edge < (graph.offsets[v + 1] ?? 0); edge++) {
      if (parts[graph.targets[edge] ?? 0] !== parts[v]) cut += graph.edgeWeights[edge] ?? 0
    }
  }
  return cut / 2
}

export const partWeights = (graph: WeightedGraph, parts: Int32Array, k: number): Float64Array => {
  const weights = new Float64Array(k)
  for (let v = 0; v < graph.n; v++) weights[parts[v] ?? 0] = (weights[parts[v] ?? 0] ?? 0) + (graph.nodeWeights[v] ?? 0)
  return weights
}

/** Builds a graph from edges given once each; parallel ones are added up, loops are left out. */
export const weightedGraph = (
  nodeWeights: ArrayLike<number>,
  edges: Iterable<readonly [a: number, b: number, weight: number]>,
): WeightedGraph => {
  const n = nodeWeights.length
  const sums = new Map<number, number>()
  for (const [a, b, weight] of edges) {
    if (a === b) continue
    const key = Math.min(a, b) * n + Math.max(a, b)
    sums.set(key, (sums.get(key) ?? 0) + weight)
  }
  const offsets = new Int32Array(n + 1)
  for (const key of sums.keys()) {
    for (const v of [Math.floor(key / n), key % n]) offsets[v + 1] = (offsets[v + 1] ?? 0) + 1
  }
  for (let v = 0; v < n; v++) offsets[v + 1] = (offsets[v + 1] ?? 0) + (offsets[v] ?? 0)
  const next = offsets.slice()
  const targets = new Int32Array(2 * sums.size)
  const edgeWeights = new Float64Array(2 * sums.size)
  const put = (from: number, to: number, weight: number): void => {
    const place = next[from] ?? 0
    targets[place] = to
    edgeWeights[place] = weight
    next[from] = place + 1
  }
  for (const [key, weight] of sums) {
    put(Math.floor(key / n), key % n, weight)
    put(key % n, Math.floor(key / n), weight)
  }
  return { n, offsets, targets, edgeWeights, nodeWeights: Float64Array.from(nodeWeights) }
}
