import type { Links, Side } from '@core/estate/find/links'
import { neighboursOf } from '@core/estate/find/links'
import { pathsBetween, type PathDirection, type PathLimits } from '@core/estate/find/paths-between'
import { walkAround, type Direction } from '@core/estate/find/walk-around'

/** What is asked, by places in the estate's list of items. */
export type FocusAsked =
  | { readonly kind: 'around'; readonly items: readonly number[]; readonly hops: number; readonly direction: Direction }
  | { readonly kind: 'paths'; readonly from: number; readonly to: number }

/** The estate as a focus sees it: numbers only, so that a worker can hold it. */
export type FocusModel = {
  readonly links: Links
  /** Ends of each dependency; -1: not in the estate. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** 1 where a dependency is hard. */
  readonly hard: Uint8Array
  /** Group of each item; -1: none. */
  readonly groupOf: Int32Array
}

export type FocusNode =
  | {
    readonly kind: 'item'
    readonly item: number
    /** Column, ascending to the right: what is needed is to the right of what needs it. */
    readonly layer: number
    /** Neighbours that are not in the picture, as items or in a stub. */
    readonly moreNeeds: number
    readonly moreNeededBy: number
  }
  /** Stands in for what there is no room for: items of one group (-1: of none), or of several (`null`). */
  | { readonly kind: 'stub'; readonly group: number | null; readonly groups: number; readonly items: readonly number[]; readonly layer: number }

export type FocusEdge = {
  /** Places in `nodes`; the source needs the target. */
  readonly source: number
  readonly target: number
  /** Rows of the estate's dependencies. */
  readonly dependencies: readonly number[]
  readonly hard: boolean
}

export type FocusAnswer =
  | { readonly kind: 'around'; readonly reached: number }
  | {
    readonly kind: 'paths'
    readonly direction: PathDirection
    readonly steps: number
    readonly shortest: number
    readonly isComplete: boolean
    readonly paths: readonly (readonly number[])[]
  }
  /** Nothing joins the two. */
  | { readonly kind: 'nothing' }

export type FocusPicture = {
  readonly nodes: readonly FocusNode[]
  readonly edges: readonly FocusEdge[]
  /** Edges between shown nodes for which there is no room. */
  readonly hiddenEdges: number
  readonly answer: FocusAnswer
}

export const focusLimits = { nodes: 200, edges: 300 } as const

/** What is kept free for stubs when a picture is crowded. */
const stubRoom = 40

const pathLimits: PathLimits = { most: 24, longer: 3, looks: 200_000 }

type Column = { readonly layer: number; readonly items: readonly number[]; readonly leftOut: readonly number[] }

/** A stub for a single item would say less than the item, in the same room: then it is that item. */
const stubOf = (group: number, items: readonly number[], layer: number): FocusNode => {
  const [only, second] = items
  if (only !== undefined && second === undefined) return { kind: 'item', item: only, layer, moreNeeds: 0, moreNeededBy: 0 }
  return { kind: 'stub', group, groups: 1, items, layer }
}

/** The largest groups of what is left out get a stub each, the others one together. */
const stubsOf = ({ groupOf }: FocusModel, { layer, leftOut }: Column, room: number): readonly FocusNode[] => {
  if (leftOut.length === 0 || room < 1) return []
  const byGroup = new Map<number, number[]>()
  for (const item of leftOut) {
    const group = groupOf[item] ?? -1
    const members = byGroup.get(group)
    if (members) members.push(item)
    else byGroup.set(group, [item])
  }
  const largest = [...byGroup].sort(([a, left], [b, right]) => right.length - left.length || a - b)
  const own = largest.length <= room ? largest : largest.slice(0, room - 1)
  const others = largest.slice(own.length)
  const stubs = own.map(([group, items]) => stubOf(group, items, layer))
  if (others.length === 0) return stubs
  return [...stubs, { kind: 'stub', group: null, groups: others.length, items: others.flatMap(([, items]) => items), layer }]
}

const stubsOfAll = (model: FocusModel, columns: readonly Column[], room: number): readonly FocusNode[] => {
  const crowded = columns.filter(({ leftOut }) => leftOut.length > 0)
  const each = Math.min(8, Math.floor(room / Math.max(1, crowded.length)))
  return crowded.flatMap((column) => stubsOf(model, column, each))
}

const unseen = ({ links }: FocusModel, nodeOf: Int32Array, item: number, side: Side): number =>
  neighboursOf(links[side], item).reduce((count, far) => count + ((nodeOf[far] ?? -1) < 0 ? 1 : 0), 0)

type Sum = { readonly source: number; readonly target: number; readonly dependencies: number[]; hard: boolean; order: number }

const sumEdges = ({ from, to, hard }: FocusModel, nodeOf: Int32Array, nodes: readonly FocusNode[]): Sum[] => {
  const sums = new Map<number, Sum>()
  for (let row = 0; row < from.length; row++) {
    const source = nodeOf[from[row] ?? -1] ?? -1
    const target = nodeOf[to[row] ?? -1] ?? -1
    if (source < 0 || target < 0 || source === target) continue
    if (nodes[source]?.kind === 'stub' && nodes[target]?.kind === 'stub') continue
    const key = source * nodes.length + target
    const sum = sums.get(key) ?? { source, target, dependencies: [], hard: false, order: 2 }
    sum.dependencies.push(row)
    if (hard[row] === 1) sum.hard = true
    sums.set(key, sum)
  }
  return [...sums.values()]
}

/** What joins a node to the column before it comes first, so that none stands alone; then hard ones, then many. */
const chooseEdges = (sums: Sum[], nodes: readonly FocusNode[]): Pick<FocusPicture, 'edges' | 'hiddenEdges'> => {
  const distance = (node: number): number => Math.abs(nodes[node]?.layer ?? 0)
  const joined = new Set<number>()
  const strongFirst = (a: Sum, b: Sum): number =>
    Number(b.hard) - Number(a.hard) || b.dependencies.length - a.dependencies.length || a.source - b.source || a.target - b.target
  sums.sort(strongFirst)
  for (const sum of sums) {
    const [near, far] = distance(sum.source) <= distance(sum.target) ? [sum.source, sum.target] : [sum.target, sum.source]
    if (distance(near) === distance(far)) continue
    sum.order = joined.has(far) ? 1 : 0
    joined.add(far)
  }
  sums.sort((a, b) => a.order - b.order || strongFirst(a, b))
  const edges = sums.slice(0, focusLimits.edges).map(({ source, target, dependencies, hard }) => ({ source, target, dependencies, hard }))
  return { edges, hiddenEdges: sums.length - edges.length }
}

const pictureOf = (model: FocusModel, columns: readonly Column[], answer: FocusAnswer): FocusPicture => {
  const shown = columns.flatMap(({ layer, items }) => items.map((item) => ({ item, layer })))
  const stubs = stubsOfAll(model, columns, focusLimits.nodes - shown.length)
  const nodeOf = new Int32Array(model.links.itemCount).fill(-1)
  const all = [...shown.map(({ item, layer }): FocusNode => ({ kind: 'item', item, layer, moreNeeds: 0, moreNeededBy: 0 })), ...stubs]
  all.forEach((node, place) => {
    for (const item of node.kind === 'stub' ? node.items : [node.item]) nodeOf[item] = place
  })
  const nodes = all.map((node): FocusNode => (node.kind === 'stub' ? node : {
    ...node, moreNeeds: unseen(model, nodeOf, node.item, 'needs'), moreNeededBy: unseen(model, nodeOf, node.item, 'neededBy'),
  }))
  return { nodes, ...chooseEdges(sumEdges(model, nodeOf, nodes), nodes), answer }
}

const around = (model: FocusModel, asked: Extract<FocusAsked, { kind: 'around' }>): FocusPicture => {
  const { nodes } = focusLimits
  const { layers, hopsOf } = walkAround(model.links, asked.items, asked.hops, asked.direction, nodes, nodes - stubRoom)
  const columns = layers.map(({ hops, items, leftOut }) => ({ layer: hops, items, leftOut }))
  return pictureOf(model, columns, { kind: 'around', reached: hopsOf.size })
}

/** Each item in the column of its least distance from the start, along the paths. */
const columnsOfPaths = (paths: readonly (readonly number[])[], onShortest: readonly number[]): readonly Column[] => {
  const layerOf = new Map<number, number>()
  for (const path of paths) {
    path.forEach((item, step) => layerOf.set(item, Math.min(layerOf.get(item) ?? step, step)))
  }
  const leftOut = onShortest.filter((item) => !layerOf.has(item))
  const room = focusLimits.nodes - stubRoom
  const kept = [...layerOf].slice(0, room)
  const crowded = [...layerOf.keys()].slice(room)
  const layers = [...new Set(kept.map(([, layer]) => layer))].sort((a, b) => a - b)
  const middle = layers[Math.floor(layers.length / 2)] ?? 0
  return layers.map((layer) => ({
    layer,
    items: kept.filter(([, at]) => at === layer).map(([item]) => item),
    leftOut: layer === middle ? [...leftOut, ...crowded] : [],
  }))
}

const between = (model: FocusModel, { from, to }: Extract<FocusAsked, { kind: 'paths' }>): FocusPicture => {
  const found = pathsBetween(model.links, from, to, pathLimits)
  if (!found) return pictureOf(model, [{ layer: 0, items: [from], leftOut: [] }, { layer: 1, items: from === to ? [] : [to], leftOut: [] }], { kind: 'nothing' })
  const { direction, steps, shortest, isComplete, paths, onShortest } = found
  // What is needed stands to the right, so a way that leads against it is laid from right to left.
  const columns = columnsOfPaths(paths, onShortest).map((column) => (direction === 'needed-by' ? { ...column, layer: 0 - column.layer } : column))
  return pictureOf(model, columns.toSorted((a, b) => a.layer - b.layer), { kind: 'paths', direction, steps, shortest, isComplete, paths })
}

/** A small graph that answers a question: at most 200 nodes and 300 edges, stubs for the rest. */
export const focusPicture = (model: FocusModel, asked: FocusAsked): FocusPicture =>
  asked.kind === 'around' ? around(model, asked) : between(model, asked)
