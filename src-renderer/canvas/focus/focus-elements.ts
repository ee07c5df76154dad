import type { Node } from '@xyflow/react'
import type { Dependency } from '@core/estate/dependency'
import type { Item } from '@core/estate/item'
import type { PlanLookup } from '@core/plan/lookup'
import type { MoveGroup, PlanDocument } from '@core/plan/plan-document'
import type { Wave } from '@core/plan/wave'
import { bridgeDaysOf } from '@core/violations/bridges'
import { planModel } from '@core/violations/model/plan-model'
import type { Evaluation } from '@core/violations/evaluation'
import { focusSizes, type FocusLayout, type Place } from './focus-layout'
import type { FocusEdge, FocusNode, FocusPicture } from './focus-picture'

export type ItemBlockData = {
  readonly kind: 'item'
  readonly item: Item
  /** null: unplanned; undefined: has no wave at all. */
  readonly wave: Wave | null | undefined
  readonly hard: number
  readonly warnings: number
  readonly moreNeeds: number
  readonly moreNeededBy: number
  readonly isRoot: boolean
}

export type StubBlockData = {
  readonly kind: 'stub'
  readonly count: number
  /** null: of several groups, or of none. */
  readonly group: MoveGroup | null
  readonly groups: number
  readonly itemIds: readonly string[]
}

export type FocusBlockData = ItemBlockData | StubBlockData

export type FocusFlowNode = Node<FocusBlockData & Record<string, unknown>, 'item' | 'stub'>

/** Of a cubic curve: where it begins, its two handles, and where it ends; x before y. */
export type Curve = readonly [number, number, number, number, number, number, number, number]

/** All dependencies between two blocks. */
export type FocusLine = {
  readonly id: string
  /** Ids of the blocks; the source needs the target. */
  readonly source: string
  readonly target: string
  readonly curve: Curve
  readonly dependencies: readonly Dependency[]
  readonly hard: boolean
  readonly broken: boolean
  /** Within one column: it says little about what was asked. */
  readonly isAside: boolean
  /** Days that it has to be bridged in the plan; 0: none. */
  readonly bridgeDays: number
  /** Of all its bridges together. */
  readonly bridgePrice: number
}

export type FocusElements = { readonly nodes: FocusFlowNode[]; readonly lines: readonly FocusLine[] }

export type FocusWorld = {
  readonly document: PlanDocument
  readonly found: PlanLookup
  readonly evaluation: Evaluation
  /** The items that were asked about. */
  readonly roots: ReadonlySet<string>
}

/** The same block has the same id in the next picture. */
const blockId = ({ document }: FocusWorld, node: FocusNode): string =>
  node.kind === 'item' ? itemBlockId(document.estate.items[node.item]?.id ?? '') : `stub:${node.layer}:${node.group ?? 'others'}`

export const itemBlockId = (itemId: string): string => `item:${itemId}`

export const lineId = (source: string, target: string): string => `${source} > ${target}`

const itemData = ({ document, found, evaluation, roots }: FocusWorld, node: Extract<FocusNode, { kind: 'item' }>): ItemBlockData | null => {
  const item = document.estate.items[node.item]
  if (!item) return null
  const violations = evaluation.violationsByItemId.get(item.id) ?? []
  const hard = violations.filter(({ severity }) => severity === 'hard').length
  const { moreNeeds, moreNeededBy } = node
  const wave = found.groupByItemId.has(item.id) ? found.waveOfItem(item.id) : undefined
  return { kind: 'item', item, wave, hard, warnings: violations.length - hard, moreNeeds, moreNeededBy, isRoot: roots.has(item.id) }
}

const stubData = ({ document, found }: FocusWorld, { group, groups, items }: Extract<FocusNode, { kind: 'stub' }>): StubBlockData => ({
  kind: 'stub',
  count: items.length,
  group: group === null ? null : (found.scenario.groups[group] ?? null),
  groups,
  itemIds: items.flatMap((item) => document.estate.items[item]?.id ?? []),
})

const toNode = (world: FocusWorld, node: FocusNode, at: Place): FocusFlowNode[] => {
  const data = node.kind === 'item' ? itemData(world, node) : stubData(world, node)
  if (!data) return []
  const { width, height } = focusSizes
  const place = { position: { ...at }, width, height, measured: { width, height }, handles: [], selectable: false, focusable: false }
  return [{ id: blockId(world, node), type: data.kind, ...place, data: { ...data } }]
}

/** From the right side of what needs to the left side of what is needed; within a column, or back, in a bow. */
export const curveBetween = (from: Place, to: Place): Curve => {
  const { width, height } = focusSizes
  const [y1, y2] = [Math.round(from.y + height / 2), Math.round(to.y + height / 2)]
  const isForward = from.x + width <= to.x
  const isBackward = to.x + width <= from.x
  const x1 = Math.round(isBackward ? from.x : from.x + width)
  const x2 = Math.round(isForward ? to.x : to.x + width)
  const reach = isForward || isBackward ? Math.round(Math.max(28, Math.abs(x2 - x1) / 2)) : 44
  return [x1, y1, isBackward ? x1 - reach : x1 + reach, y1, isForward ? x2 - reach : x2 + reach, y2, x2, y2]
}

const toLine = (world: FocusWorld, edge: FocusEdge, { nodes }: FocusPicture, { places }: FocusLayout): FocusLine[] => {
  const { document, evaluation } = world
  const [from, to] = [places[edge.source], places[edge.target]]
  const [source, target] = [nodes[edge.source], nodes[edge.target]]
  if (!from || !to || !source || !target) return []
  const dependencies = edge.dependencies.flatMap((row) => document.estate.dependencies[row] ?? [])
  const broken = dependencies.some(({ id }) => evaluation.violationsByDependencyId.has(id))
  const plan = planModel(document)
  const days = edge.dependencies.map((row) => bridgeDaysOf(plan, row))
  const bridgePrice = edge.dependencies.reduce((sum, row, at) => sum + (days[at] ?? 0) * (plan.estate.pricePerDay[row] ?? 1), 0)
  const ids = { source: blockId(world, source), target: blockId(world, target) }
  return [{ ...ids, id: lineId(ids.source, ids.target), curve: curveBetween(from, to), dependencies, hard: edge.hard, broken, isAside: source.layer === target.layer, bridgeDays: Math.max(0, ...days), bridgePrice }]
}

/** What React Flow draws of a picture. */
export const focusElements = (world: FocusWorld, picture: FocusPicture, layout: FocusLayout): FocusElements => ({
  nodes: picture.nodes.flatMap((node, index) => toNode(world, node, layout.places[index] ?? { x: 0, y: 0 })),
  lines: picture.edges.flatMap((edge) => toLine(world, edge, picture, layout)),
})
