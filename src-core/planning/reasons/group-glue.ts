import type { Dependency } from '../../estate/dependency'
import { meaningOf } from '../../estate/dependency-meaning'
import { emptyEstate, type Estate } from '../../estate/estate'
import { effortOf, type Item } from '../../estate/item'
import { lookup } from '../../plan/lookup'
import type { MoveGroup, PlanDocument } from '../../plan/plan-document'
import type { Rule } from '../../plan/rule'
import { computeMoveGroups } from '../compute-move-groups'
import { DisjointSets } from '../disjoint-sets'

/** One move group by itself: what is in it, what binds it, and in what blocks rules keep it. */
export type GroupGlue = {
  readonly items: readonly Item[]
  /** The dependencies within the group that bind: hard ones, and those of order that could close a cycle. */
  readonly binding: readonly Dependency[]
  /** Together rules over the members. */
  readonly rules: readonly Rule[]
  /** Block of each item, 0 to `blocks` - 1: what rules keep together, and so no softening parts. */
  readonly blockOf: ReadonlyMap<string, number>
  readonly blocks: number
}

export const glueOf = (document: PlanDocument, group: MoveGroup): GroupGlue => {
  const found = lookup(document)
  const members = new Set(group.itemIds)
  const items = group.itemIds.flatMap((id) => found.itemById.get(id) ?? [])
  const binding = items.flatMap(({ id }) => found.dependenciesFrom(id)).filter((dependency) => {
    const meaning = members.has(dependency.to) ? meaningOf(dependency, found.itemById.get(dependency.from), found.itemById.get(dependency.to)) : 'none'
    return meaning === 'same-group' || meaning === 'provider-first'
  })
  const rules = found.scenario.rules
    .filter(({ type, itemIds }) => type === 'together' && itemIds.filter((id) => members.has(id)).length > 1)
  return { items, binding, rules, ...blocksOf(items, rules) }
}

const blocksOf = (items: readonly Item[], rules: readonly Rule[]): Pick<GroupGlue, 'blockOf' | 'blocks'> => {
  const places = new Map(items.map(({ id }, at) => [id, at]))
  const sets = new DisjointSets(items.length)
  for (const rule of rules) {
    const bound = rule.itemIds.flatMap((id) => places.get(id) ?? [])
    for (const place of bound) sets.union(bound[0]!, place)
  }
  const blockOfRoot = new Map<number, number>()
  const blockOf = new Map(items.map(({ id }, at) => {
    const root = sets.rootOf(at)
    const block = blockOfRoot.get(root) ?? blockOfRoot.size
    blockOfRoot.set(root, block)
    return [id, block] as const
  }))
  return { blockOf, blocks: blockOfRoot.size }
}

const softened = (dependency: Dependency): Dependency => ({ ...dependency, strength: 'soft', order: 'any' })

/** The groups that are left of this one when the dependencies are softened: the contraction's own word. */
export const groupsWithout = (glue: GroupGlue, soft: ReadonlySet<string>): readonly (readonly string[])[] => {
  const dependencies = glue.binding.map((dependency) => (soft.has(dependency.id) ? softened(dependency) : dependency))
  const estate: Estate = { ...emptyEstate, items: glue.items, dependencies }
  return computeMoveGroups(estate, glue.rules).groups
}

/** Person-days of each of the groups. */
export const effortsOf = (glue: GroupGlue, groups: readonly (readonly string[])[]): readonly number[] => {
  const effortById = new Map(glue.items.map((item) => [item.id, effortOf(item)]))
  return groups.map((itemIds) => itemIds.reduce((sum, id) => sum + (effortById.get(id) ?? 0), 0))
}
