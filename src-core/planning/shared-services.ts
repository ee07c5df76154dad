import type { Estate } from '../estate/estate'
import type { Rule } from '../plan/rule'
import { meaning } from '../violations/model/dependency-meaning'
import { type EstateModel, estateModel } from '../violations/model/estate-model'
import { touching } from '../violations/model/touching'
import { DisjointSets } from './disjoint-sets'

/** An item that so many others need that it looks like a shared service. */
export type SharedServiceCandidate = {
  readonly itemId: string
  /** Items that need it hard. */
  readonly consumers: number
  /** Move groups that it alone holds together. */
  readonly groupsGlued: number
}

/** Fewer consumers than this share a server, not a service. */
const fewestConsumers = 5
/** Nor is it one where it holds hardly anything together. */
const fewestGroups = 4
/** Of a large estate, this part of the items has to need it. */
const partOfEstate = 0.002

type Hard = { readonly consumersOf: ReadonlyMap<number, ReadonlySet<number>>; readonly all: readonly number[] }

const hardDependencies = (model: EstateModel): Hard => {
  const consumersOf = new Map<number, Set<number>>()
  const all: number[] = []
  model.meaning.forEach((bits, index) => {
    if ((bits & meaning.hard) === 0) return
    all.push(index)
    const provider = model.to[index]!
    const consumers = consumersOf.get(provider) ?? new Set<number>()
    consumersOf.set(provider, consumers.add(model.from[index]!))
  })
  return { consumersOf, all }
}

/** What rules keep together stays together, whatever becomes of the hub. */
const togetherRules = (model: EstateModel, rules: readonly Rule[]): readonly (readonly [number, number])[] =>
  rules.filter(({ type }) => type === 'together').flatMap(({ itemIds }) => {
    const items = itemIds.map((id) => model.indexById.get(id) ?? -1).filter((item) => model.movable[item] === 1)
    return items.slice(1).map((item) => [items[0]!, item] as const)
  })

const groupsWithout = (model: EstateModel, rules: readonly Rule[], hard: Hard, hubs: ReadonlySet<number>): DisjointSets => {
  const sets = new DisjointSets(model.movable.length)
  for (const index of hard.all) {
    if (!hubs.has(model.to[index]!)) sets.union(model.from[index]!, model.to[index]!)
  }
  for (const [a, b] of togetherRules(model, rules)) sets.union(a, b)
  return sets
}

/** Groups into which the consumers fall when the hub, and the others like it, no longer bind. */
const groupsGlued = (sets: DisjointSets, consumers: Iterable<number>): number =>
  new Set(Array.from(consumers, (consumer) => sets.rootOf(consumer))).size

/** A hub has no hard need of its own among its consumers: a cycle moves as one. */
const isInCycleOfTwo = (model: EstateModel, hub: number, consumers: ReadonlySet<number>): boolean => {
  const { offsets, list } = touching(model)
  for (let at = offsets[hub]!; at < offsets[hub + 1]!; at++) {
    const index = list[at]!
    if (model.from[index] === hub && (model.meaning[index]! & meaning.hard) !== 0 && consumers.has(model.to[index]!)) return true
  }
  return false
}

/** A no that a planner has said of this item. Where most of a column says no, it was filled in and decides nothing. */
const isDeclined = (estate: Estate): ((hub: number) => boolean) => {
  const declined = estate.items.filter(({ sharedService }) => sharedService === false).length
  return (hub) => declined * 2 <= estate.items.length && estate.items[hub]!.sharedService === false
}

/**
 * Proposals until a planner accepts them (DESIGN 5, point 5), those that hold most together first: items that many need
 * hard, and without which (and without the others proposed) these fall into many move groups. Accepted ones are not
 * among them, since dependencies on them are not hard any more, nor what the planner has said is none.
 */
export const detectSharedServices = (estate: Estate, rules: readonly Rule[]): readonly SharedServiceCandidate[] => {
  const model = estateModel(estate)
  const hard = hardDependencies(model)
  const least = Math.max(fewestConsumers, Math.ceil(model.movable.length * partOfEstate))
  const declined = isDeclined(estate)
  const hubs = [...hard.consumersOf].filter(([hub, consumers]) =>
    !declined(hub) && consumers.size >= least && !isInCycleOfTwo(model, hub, consumers))
  const sets = groupsWithout(model, rules, hard, new Set(hubs.map(([hub]) => hub)))
  return hubs
    .map(([hub, consumers]) => ({
      itemId: estate.items[hub]!.id, consumers: consumers.size, groupsGlued: groupsGlued(sets, consumers),
    }))
    .filter((candidate) => candidate.groupsGlued >= fewestGroups)
    .toSorted((a, b) => b.groupsGlued - a.groupsGlued || b.consumers - a.consumers)
}
