import type { Dependency } from '../../estate/dependency'
import type { NewId } from '../../ids'
import { applyChange } from '../../plan/apply-change'
import type { Change } from '../../plan/change'
import { groupsChange, inEstateOrder } from '../../plan/commands/groups-change'
import { regroupAllAfter } from '../../plan/commands/regroup'
import { activeScenario, type MoveGroup, type PlanDocument } from '../../plan/plan-document'
import { effortOf, type Item } from '../../estate/item'
import { patchBetween } from '../../plan/row-patch'
import type { Rule } from '../../plan/rule'
import { estateModel } from '../../violations/model/estate-model'
import { ruleModel } from '../../violations/model/rule-model'
import { exceeds } from '../../violations/rules/exceeds'
import { automaticName, leadingItem } from '../group-names'
import { partition } from '../partition/partition'
import { evenBalance } from '../partition/refine'
import { type WeightedGraph, weightedGraph } from '../partition/weighted-graph'
import type { Obstacle } from '../proposal'
import { bestHalves } from './best-halves'
import { effortsOf, glueOf, type GroupGlue, groupsWithout } from './group-glue'

/** `size` is what the limit counts of the part, `effort` all of its person-days. */
type Part = { readonly itemIds: readonly string[]; readonly effort: number; readonly size: number }

/** What no part may be more of: person-days, those that a capacity rule counts, or items. */
export type SplitLimit = { readonly most: number; readonly measure: 'effort' | 'items'; readonly ruleId?: string }

/** How to split a group, or why it cannot be. */
export type Split =
  | {
    readonly type: 'split'
    /** What to soften, the cheapest first. */
    readonly dependencies: readonly Dependency[]
    /** Price a day of the bridges that would come where all parts lie in waves of their own. */
    readonly pricePerDay: number
    /** The largest first, by what the limit counts. */
    readonly parts: readonly Part[]
    readonly measure: SplitLimit['measure']
  }
  /** Rules (or nothing but its own size) keep these items together, and they are more than fits. */
  | {
    readonly type: 'unsplittable'
    readonly itemIds: readonly string[]
    /** What the limit counts of them. */
    readonly effort: number
    readonly ruleIds: readonly string[]
    readonly measure: SplitLimit['measure']
  }

/**
 * What softening takes: each dependency is a fact to be denied, which counts as much as a bridge of price 1, and then
 * the bridge itself.
 */
const costOf = ({ pricePerDay = 1 }: Dependency): number => 1 + pricePerDay

/** Small groups are worth several beginnings, since each takes no time. */
const roundsFor = (blocks: number): number => (blocks <= 300 ? 24 : 8)
const seedsFor = (blocks: number): readonly number[] => (blocks <= 60 ? [1, 2, 3] : blocks <= 300 ? [1, 2] : [1])
/** More parts than the size asks for may cut less: the smallest loose ends come off. */
const partsMore = 2

/** A group with what the limit counts of each of its items. */
type Problem = { readonly glue: GroupGlue; readonly sizeById: ReadonlyMap<string, number>; readonly limit: SplitLimit }

const problemOf = (document: PlanDocument, group: MoveGroup, limit: SplitLimit): Problem => {
  const glue = glueOf(document, group)
  const rule = limit.ruleId === undefined ? undefined : activeScenario(document).rules.find(({ id }) => id === limit.ruleId)
  const counts = rule ? countedBy(document, rule) : () => true
  const sizeOf = (item: Item): number => (counts(item.id) ? (limit.measure === 'items' ? 1 : effortOf(item)) : 0)
  return { glue, limit, sizeById: new Map(glue.items.map((item) => [item.id, sizeOf(item)])) }
}

const countedBy = (document: PlanDocument, rule: Rule): ((itemId: string) => boolean) => {
  const model = estateModel(document.estate)
  const { member } = ruleModel(model, rule)
  return (itemId) => member[model.indexById.get(itemId) ?? -1] === 1
}

const sizesOf = ({ sizeById }: Problem, groups: readonly (readonly string[])[]): readonly number[] =>
  groups.map((itemIds) => itemIds.reduce((sum, id) => sum + (sizeById.get(id) ?? 0), 0))

const graphOf = ({ glue, sizeById }: Problem): WeightedGraph => {
  const weights = new Float64Array(glue.blocks)
  for (const [id, size] of sizeById) weights[glue.blockOf.get(id)!]! += size
  const edges = glue.binding.map((dependency) =>
    [glue.blockOf.get(dependency.from)!, glue.blockOf.get(dependency.to)!, costOf(dependency)] as const)
  return weightedGraph(weights, edges)
}

/** The dependencies between the parts of the cheapest of several partitions; null where none is small enough in every part. */
const cutInto = (glue: GroupGlue, graph: WeightedGraph, k: number, most: number): readonly Dependency[] | null => {
  const exact = k === 2 ? bestHalves(graph, most) : null
  const found = exact ? [exact] : seedsFor(graph.n)
    .map((seed) => partition(graph, evenBalance(k, most), { seed, rounds: roundsFor(graph.n), shouldStop: () => false }))
    .filter(({ isBalanced }) => isBalanced).toSorted((a, b) => a.cut - b.cut).map(({ parts }) => parts)
  const [parts] = found
  if (!parts) return null
  const partOf = (itemId: string): number => parts[glue.blockOf.get(itemId)!]!
  return glue.binding.filter(({ from, to }) => partOf(from) !== partOf(to))
}

const fits = (problem: Problem, soft: readonly Dependency[]): boolean =>
  sizesOf(problem, groupsWithout(problem.glue, new Set(soft.map(({ id }) => id)))).every((size) => !exceeds(size, problem.limit.most))

const total = (cut: readonly Dependency[]): number => cut.reduce((sum, dependency) => sum + costOf(dependency), 0)

const cheapestFirst = (a: Dependency, b: Dependency): number => costOf(a) - costOf(b)

/** More than this many are not a few: then trying to spare each takes longer than it is worth. */
const sparedAtMost = 200

/** Spares, the dearest first, what the contraction does without: most orders close no cycle once hard ones are soft. */
const spare = (problem: Problem, cut: readonly Dependency[]): readonly Dependency[] => {
  let needed = cut.toSorted(cheapestFirst)
  for (const dependency of needed.toReversed().slice(0, sparedAtMost)) {
    const without = needed.filter((other) => other !== dependency)
    if (fits(problem, without)) needed = without
  }
  return needed
}

const largestBlock = ({ glue, limit: { measure } }: Problem, graph: WeightedGraph): Split => {
  const block = graph.nodeWeights.reduce((best, weight, at) => (weight > graph.nodeWeights[best]! ? at : best), 0)
  const itemIds = glue.items.map(({ id }) => id).filter((id) => glue.blockOf.get(id) === block)
  const inBlock = new Set(itemIds)
  const ruleIds = glue.rules.filter((rule) => rule.itemIds.some((id) => inBlock.has(id))).map(({ id }) => id)
  return { type: 'unsplittable', itemIds, effort: graph.nodeWeights[block]!, ruleIds, measure }
}

/** First fit, the largest first: what a planner has put together is not scattered further than it must be. */
const packed = (parts: readonly Part[], most: number): readonly Part[] => {
  const bins: Part[] = []
  for (const part of parts) {
    const at = bins.findIndex(({ size }) => !exceeds(size + part.size, most))
    const bin = bins[at]
    if (bin) bins[at] = { itemIds: [...bin.itemIds, ...part.itemIds], effort: bin.effort + part.effort, size: bin.size + part.size }
    else bins.push(part)
  }
  return bins
}

const splitBy = (problem: Problem, dependencies: readonly Dependency[], origin: MoveGroup['origin']): Split => {
  const { glue, limit: { most, measure } } = problem
  const groups = groupsWithout(glue, new Set(dependencies.map(({ id }) => id)))
  const efforts = effortsOf(glue, groups)
  const sizes = sizesOf(problem, groups)
  const loose = groups.map((itemIds, at) => ({ itemIds, effort: efforts[at]!, size: sizes[at]! })).toSorted((a, b) => b.size - a.size)
  const parts = origin === 'planner' ? packed(loose, most) : loose
  const pricePerDay = dependencies.reduce((sum, { pricePerDay: price = 1 }) => sum + price, 0)
  return { type: 'split', dependencies, pricePerDay, parts, measure }
}

const find = (document: PlanDocument, groupId: string): MoveGroup | undefined =>
  activeScenario(document).groups.find(({ id }) => id === groupId)

/** The cheapest of the cuts into as many parts as the size asks for, a few more, and all that there are. */
const cheapestCut = (problem: Problem, graph: WeightedGraph, size: number): readonly Dependency[] | null => {
  const { glue, limit: { most } } = problem
  const least = Math.max(2, Math.ceil(size / most - 1e-9))
  const counts = new Set([...Array.from({ length: partsMore + 1 }, (_, more) => least + more), glue.blocks])
  const cuts = [...counts].filter((k) => k <= glue.blocks).flatMap((k) => {
    const cut = k === glue.blocks ? glue.binding.filter(({ from, to }) => glue.blockOf.get(from) !== glue.blockOf.get(to)) : cutInto(glue, graph, k, most)
    return cut && fits(problem, cut) ? [cut] : []
  })
  return cuts.toSorted((a, b) => total(a) - total(b))[0] ?? null
}

/**
 * The few dependencies whose softening leaves no part of the group above the limit (a number: of person-days): a balanced
 * minimum cut (multilevel, so the least found, for small groups the least there is), spared of what the contraction does
 * not need, and verified by it. null for a group that is not in the plan, or fits as it is.
 */
export const splitLargeGroup = (document: PlanDocument, groupId: string, limit: number | SplitLimit): Split | null => {
  const group = find(document, groupId)
  if (!group) return null
  const problem = problemOf(document, group, typeof limit === 'number' ? { most: limit, measure: 'effort' } : limit)
  const { most } = problem.limit
  const graph = graphOf(problem)
  const size = graph.nodeWeights.reduce((sum, weight) => sum + weight, 0)
  if (!exceeds(size, most)) return null
  if (graph.nodeWeights.some((weight) => exceeds(weight, most))) return largestBlock(problem, graph)
  const cut = cheapestCut(problem, graph, size)
  return cut ? splitBy(problem, spare(problem, cut), group.origin) : largestBlock(problem, graph)
}

/** What a group that is left out for its size would have to come down to; null for what is left out for something else. */
export const splitLimitOf = ({ type, ruleIds, params }: Obstacle): SplitLimit | null => {
  const most = Number(params.limit)
  const [ruleId] = ruleIds
  if (!(most > 0)) return null
  if (type === 'too-many-items') return { most, measure: 'items' }
  if (type !== 'too-large') return null
  return { most, measure: 'effort', ...(ruleId !== undefined && { ruleId }) }
}

/** Parts of a planner's group stay the planner's: the first keeps its name, the others are called by what leads them. */
const plannersParts = (document: PlanDocument, group: MoveGroup, parts: readonly (readonly string[])[], newId: NewId): Change => {
  const { groups } = activeScenario(document)
  const taken = new Set(groups.map(({ name }) => name))
  const itemById = new Map(document.estate.items.map((item) => [item.id, item]))
  const rows = parts.map((part, at): MoveGroup => {
    const itemIds = inEstateOrder(document, part)
    if (at === 0) return { ...group, itemIds }
    const leads = leadingItem(itemIds.flatMap((id) => itemById.get(id) ?? []))
    const name = leads ? automaticName(leads, taken) : `${group.name} ${at + 1}`
    taken.add(name)
    return { ...group, id: newId('group'), name, itemIds }
  })
  return groupsChange(document, groups.flatMap((row) => (row.id === group.id ? rows : [row])))
}

const both = (document: PlanDocument, first: Change, second: Change): Change => {
  const after = applyChange(applyChange(document, first).document, second).document
  const groups = patchBetween(activeScenario(document).groups, activeScenario(after).groups)
  return { ...first, scenarioId: document.activeScenarioId, ...(groups && { groups }) }
}

/** Softens the dependencies, and lets the group fall into its parts: one step. */
export const splitChange = (document: PlanDocument, groupId: string, split: Extract<Split, { type: 'split' }>, newId: NewId): Change => {
  const group = find(document, groupId)
  const put = split.dependencies.map((dependency) => ({ row: { ...dependency, strength: 'soft' as const, order: 'any' as const } }))
  const soften = regroupAllAfter(document, { dependencies: { put } }, newId)
  if (!group || group.origin === 'computed') return soften
  const parts = split.parts.map(({ itemIds }) => itemIds)
  return both(document, soften, plannersParts(applyChange(document, soften).document, group, parts, newId))
}
