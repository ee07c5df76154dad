/** Union-find over 0 .. n - 1. The root of a set is its smallest member, so that results do not depend on order. */
export class DisjointSets {
  private readonly parent: Int32Array

  constructor(n: number) {
    this.parent = Int32Array.from({ length: n }, (_, index) => index)
  }

  rootOf(member: number): number {
    let node = member
    let parent = this.parent[node] as number
    while (parent !== node) {
      const grandparent = this.parent[parent] as number
      this.parent[node] = grandparent
      node = grandparent
      parent = this.parent[node] as number
    }
    return node
  }

  /** Makes one set of two. */
  union(left: number, right: number): void {
    const a = this.rootOf(left)
    const b = this.rootOf(right)
    if (a < b) this.parent[b] = a
    else this.parent[a] = b
  }
}
