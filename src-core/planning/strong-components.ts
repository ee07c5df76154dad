/**
 * Tarjan's strongly connected components of a graph in rows: the targets of node v are
 * `targets[offsets[v] .. offsets[v + 1]]`. Returns the number of the component of each node; numbers are given in
 * reverse topological order (a component comes after all that it reaches). Without recursion: depth is no limit.
 */
export const strongComponents = (n: number, offsets: Int32Array, targets: Int32Array): Int32Array => {
  const search = new Search(n, offsets, targets)
  for (let root = 0; root < n; root++) search.runFrom(root)
  return search.component
}

/** One walk over the graph. `path` is the way from the root to where we are, `open` what has no component yet. */
class Search {
  readonly component: Int32Array
  private readonly entered: Int32Array
  private readonly low: Int32Array
  private readonly nextEdge: Int32Array
  private readonly path: Int32Array
  private readonly open: Int32Array
  private time = 0
  private components = 0
  private openSize = 0
  private depth = 0

  constructor(n: number, private readonly offsets: Int32Array, private readonly targets: Int32Array) {
    this.component = new Int32Array(n).fill(-1)
    this.entered = new Int32Array(n)
    this.low = new Int32Array(n)
    this.nextEdge = new Int32Array(n)
    this.path = new Int32Array(n)
    this.open = new Int32Array(n)
  }

  runFrom(root: number): void {
    if (this.entered[root] === 0) this.enter(root)
    while (this.depth > 0) this.step(at(this.path, this.depth - 1))
  }

  private enter(node: number): void {
    this.entered[node] = this.low[node] = ++this.time
    this.nextEdge[node] = at(this.offsets, node)
    this.open[this.openSize++] = node
    this.path[this.depth++] = node
  }

  private step(node: number): void {
    const edge = at(this.nextEdge, node)
    if (edge >= at(this.offsets, node + 1)) {
      this.leave(node)
      return
    }
    this.nextEdge[node] = edge + 1
    const target = at(this.targets, edge)
    if (this.entered[target] === 0) this.enter(target)
    else if (this.component[target] === -1) this.lower(node, at(this.entered, target))
  }

  private leave(node: number): void {
    this.depth--
    if (this.depth > 0) this.lower(at(this.path, this.depth - 1), at(this.low, node))
    if (this.low[node] !== this.entered[node]) return
    let member: number
    do {
      member = at(this.open, --this.openSize)
      this.component[member] = this.components
    } while (member !== node)
    this.components++
  }

  private lower(node: number, value: number): void {
    if (value < at(this.low, node)) this.low[node] = value
  }
}

/** The caller keeps the index within the array. */
const at = (values: Int32Array, index: number): number => values[index] as number
