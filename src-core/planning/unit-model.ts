import type { PlanModel } from '../violations/model/plan-model'
import { DisjointSets } from './disjoint-sets'
import { strongComponents } from './strong-components'
import { type Arc, type GroupRelations, groupRelations, isSettledGroup } from './unit-relations'

/**
 * What a proposal places: move groups, those that must share a wave as one unit (ties, and cycles of order without a
 * lag). Settled groups are units of their own that never move.
 */
export type UnitModel = {
  readonly plan: PlanModel
  readonly count: number
  /** Indexes into the plan's groups. */
  readonly groups: readonly (readonly number[])[]
  readonly unitOf: Int32Array
  readonly effort: Float64Array
  readonly items: Int32Array
  /** For each capacity rule of the plan, the effort of each unit in its scope. */
  readonly ruleEffort: readonly Float64Array[]
  readonly isSettled: Uint8Array
  /** Tied to a group in a settled wave, and so without a place. */
  readonly isTied: Uint8Array
  /** In a cycle of order with a lag, which no plan can satisfy. */
  readonly isCyclic: Uint8Array
  /** Wave position in the plan now, or -1. */
  readonly given: Int32Array
  readonly before: readonly (readonly Link[])[]
  readonly after: readonly (readonly Link[])[]
  readonly apart: readonly (readonly number[])[]
  readonly relations: GroupRelations
}

export type Link = { readonly unit: number; readonly lag: number }

const mergeTies = (plan: PlanModel, relations: GroupRelations, settled: Uint8Array): DisjointSets => {
  const sets = new DisjointSets(plan.groups.length)
  for (const [a, b] of relations.ties) {
    if (settled[a] === 0 && settled[b] === 0) sets.union(a, b)
  }
  return sets
}

/** Merges cycles of arcs without a lag. Returns the groups in a cycle that a lag makes impossible. */
const mergeCycles = (sets: DisjointSets, arcs: readonly Arc[], settled: Uint8Array): ReadonlySet<number> => {
  const open = arcs.filter(({ first, next }) => settled[first] === 0 && settled[next] === 0)
  const offsets = new Int32Array(settled.length + 1)
  for (const { first } of open) offsets[sets.rootOf(first) + 1]! += 1
  for (let at = 1; at < offsets.length; at++) offsets[at]! += offsets[at - 1]!
  const fill = offsets.slice()
  const targets = new Int32Array(open.length)
  for (const { first, next } of open) targets[fill[sets.rootOf(first)]!++] = sets.rootOf(next)
  const component = strongComponents(settled.length, offsets, targets)
  const isInside = ({ first, next }: Arc): boolean => component[sets.rootOf(first)] === component[sets.rootOf(next)]
  const inside = open.filter(isInside)
  const impossible = new Set(inside.filter(({ lag }) => lag > 0).flatMap(({ first, next }) => [first, next]))
  for (const { first, next } of inside) sets.union(first, next)
  return impossible
}

const number = (sets: DisjointSets, count: number) => {
  const unitOfRoot = new Int32Array(count).fill(-1)
  const groups: number[][] = []
  const unitOf = new Int32Array(count)
  for (let group = 0; group < count; group++) {
    const root = sets.rootOf(group)
    if (unitOfRoot[root]! < 0) unitOfRoot[root] = groups.push([]) - 1
    unitOf[group] = unitOfRoot[root]!
    groups[unitOf[group]!]!.push(group)
  }
  return { groups, unitOf }
}

const linksOf = (arcs: readonly Arc[], unitOf: Int32Array, count: number) => {
  const lags = new Map<number, number>()
  for (const { first, next, lag } of arcs) {
    const [from, to] = [unitOf[first]!, unitOf[next]!]
    if (from === to) continue
    const key = from * count + to
    lags.set(key, Math.max(lags.get(key) ?? 0, lag))
  }
  const before: Link[][] = new Array<Link[]>(count).fill(noLinks)
  const after: Link[][] = new Array<Link[]>(count).fill(noLinks)
  for (const [key, lag] of lags) {
    const from = Math.floor(key / count)
    const to = key % count
    addLink(after, from, { unit: to, lag })
    addLink(before, to, { unit: from, lag })
  }
  return { before, after }
}

/** Most units have none: one list stands for all of these. */
const noLinks: Link[] = []

const addLink = (rows: Link[][], unit: number, link: Link): void => {
  if (rows[unit] === noLinks) rows[unit] = [link]
  else rows[unit]!.push(link)
}

const none: readonly number[] = []

const neighboursApart = (relations: GroupRelations, unitOf: Int32Array, count: number): readonly (readonly number[])[] => {
  const sets = new Map<number, Set<number>>()
  const add = (unit: number, other: number): void => {
    const set = sets.get(unit) ?? new Set<number>()
    sets.set(unit, set.add(other))
  }
  for (const { a, b } of relations.apart) {
    add(unitOf[a]!, unitOf[b]!)
    add(unitOf[b]!, unitOf[a]!)
  }
  return Array.from({ length: count }, (_, unit) => (sets.has(unit) ? [...sets.get(unit)!] : none))
}

/** Adds up what the items of each unit bring. */
const loads = (plan: PlanModel, unitOf: Int32Array, count: number) => {
  const effort = new Float64Array(count)
  const items = new Int32Array(count)
  const ruleEffort = plan.capacityRules.map(() => new Float64Array(count))
  plan.groups.forEach((group, index) => {
    const unit = unitOf[index]!
    items[unit]! += group.items.length
    for (const item of group.items) {
      effort[unit]! += plan.estate.effort[item]!
      plan.capacityRules.forEach(({ model }, rule) => {
        if (model.member[item] === 1) ruleEffort[rule]![unit]! += plan.estate.effort[item]!
      })
    }
  })
  return { effort, items, ruleEffort }
}

/** The wave of most of the groups' items, so that a unit stays where most of it is. */
const givenOf = (plan: PlanModel, groups: readonly number[]): number => {
  if (groups.length === 1) return plan.groups[groups[0]!]!.position
  const items = new Map<number, number>()
  for (const group of groups) {
    const { position, items: members } = plan.groups[group]!
    if (position >= 0) items.set(position, (items.get(position) ?? 0) + members.length)
  }
  return [...items].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? -1
}

export const unitModel = (plan: PlanModel): UnitModel => {
  const relations = groupRelations(plan)
  const settled = Uint8Array.from(plan.groups, (_, group) => Number(isSettledGroup(plan, group)))
  const sets = mergeTies(plan, relations, settled)
  const impossible = mergeCycles(sets, relations.arcs, settled)
  const { groups, unitOf } = number(sets, plan.groups.length)
  const tied = relations.ties.flatMap(([a, b]) => (settled[a] === settled[b] ? [] : [settled[a] === 1 ? b : a]))
  const mark = (members: Iterable<number>): Uint8Array => {
    const marks = new Uint8Array(groups.length)
    for (const group of members) marks[unitOf[group]!] = 1
    return marks
  }
  return {
    plan,
    count: groups.length,
    groups,
    unitOf,
    ...loads(plan, unitOf, groups.length),
    isSettled: mark(plan.groups.flatMap((_, group) => (settled[group] === 1 ? [group] : []))),
    isTied: mark(tied),
    isCyclic: mark(impossible),
    given: Int32Array.from(groups, (members) => givenOf(plan, members)),
    ...linksOf(relations.arcs, unitOf, groups.length),
    apart: neighboursApart(relations, unitOf, groups.length),
    relations,
  }
}
