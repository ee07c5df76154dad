import type { GraphModel } from './graph-model'
import type { SceneEdge } from './scene-types'

type Sum = { source: number; target: number; count: number; hard: number; broken: number }

export type EdgeSums = {
  readonly edges: readonly SceneEdge[]
  readonly hiddenDependencies: number
  readonly insideDependencies: number
}

const sumUp = (model: GraphModel, nodeOfItem: Int32Array, nodeCount: number) => {
  const sums = new Map<number, Sum>()
  let inside = 0
  for (let edge = 0; edge < model.from.length; edge++) {
    const source = nodeOfItem[model.from[edge] ?? 0] ?? -1
    const target = nodeOfItem[model.to[edge] ?? 0] ?? -1
    if (source < 0 || target < 0) continue
    if (source === target) {
      inside++
      continue
    }
    const key = source * nodeCount + target
    const sum = sums.get(key) ?? { source, target, count: 0, hard: 0, broken: 0 }
    sum.count++
    if (model.dependencies[edge]?.strength === 'hard') sum.hard++
    sum.broken += model.brokenDependency[edge] ?? 0
    sums.set(key, sum)
  }
  return { sums: [...sums.values()], inside }
}

/** What a viewer must see first: what is selected, what is broken, what cannot be apart, what is many. */
const byImportance =
  (marked: ReadonlySet<number>) =>
  (a: Sum, b: Sum): number => {
    const selected = (sum: Sum): number => Number(marked.has(sum.source) || marked.has(sum.target))
    return (
      selected(b) - selected(a) ||
      b.broken - a.broken ||
      b.hard - a.hard ||
      b.count - a.count ||
      a.source - b.source ||
      a.target - b.target
    )
  }

/**
 * Sums the dependencies between nodes and keeps the `most` important; the sums of shown, hidden and inside ones equal
 * the dependencies between items of the picture.
 */
export const sceneEdges = (
  model: GraphModel,
  nodeIds: readonly string[],
  nodeOfItem: Int32Array,
  marked: ReadonlySet<number>,
  most: number,
): EdgeSums => {
  const { sums, inside } = sumUp(model, nodeOfItem, nodeIds.length)
  sums.sort(byImportance(marked))
  const id = (node: number): string => nodeIds[node] ?? ''
  const edges = sums.slice(0, most).map((sum) => ({
    id: `${id(sum.source)} > ${id(sum.target)}`,
    source: id(sum.source),
    target: id(sum.target),
    count: sum.count,
    hard: sum.hard,
    broken: sum.broken,
  }))
  const hiddenDependencies = sums.slice(most).reduce((total, sum) => total + sum.count, 0)
  return { edges, hiddenDependencies, insideDependencies: inside }
}
