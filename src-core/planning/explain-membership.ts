import type { Dependency } from '../estate/dependency'
import { meaningOf } from '../estate/dependency-meaning'
import { lookup, type PlanLookup } from '../plan/lookup'
import type { PlanDocument } from '../plan/plan-document'
import { contract } from './contraction'

/**
 * One reason why an item is in its group. `hard-dependency`, `together-rule` and `order-cycle` lead from an item
 * that is already reached (`fromItemId`; at first the item asked about) to one more (`toItemId`), nearest first, so
 * that together they are shortest chains to every member that dependencies and rules reach.
 * `given`: the planner, or a Move group cell, put `toItemId` there. `alone`: there is nothing else in the group.
 * `shared-service`: a hard dependency that does not bind, because `toItemId` is a shared service.
 */
export type MembershipLink = {
  readonly kind: 'hard-dependency' | 'together-rule' | 'order-cycle' | 'given' | 'alone' | 'shared-service'
  readonly fromItemId: string
  readonly toItemId: string | null
  readonly dependencyId?: string
  readonly ruleId?: string
  /** How many links away from the item asked about `toItemId` is. */
  readonly distance: number
}

/** Why the item is in its group. Empty for an item that has none (a platform, or retained). */
export const explainMembership = (document: PlanDocument, itemId: string): readonly MembershipLink[] => {
  const found = lookup(document)
  const group = found.groupByItemId.get(itemId)
  if (!group) return []
  const chains = group.itemIds.length > 1 ? chainsFrom(itemId, gluesWithin(document, group.itemIds)) : []
  const reached = new Set([itemId, ...chains.map((link) => link.toItemId)])
  const given = group.itemIds
    .filter((member) => !reached.has(member))
    .map((member): MembershipLink => ({ kind: 'given', fromItemId: itemId, toItemId: member, distance: 1 }))
  const alone: MembershipLink = { kind: 'alone', fromItemId: itemId, toItemId: null, distance: 0 }
  return [
    ...chains,
    ...given,
    ...(group.itemIds.length === 1 ? [alone] : []),
    ...sharedServicesOf(itemId, found),
  ]
}

/** What binds two items of one group directly. */
type Glue = Pick<MembershipLink, 'kind' | 'dependencyId' | 'ruleId'>
type Glues = ReadonlyMap<string, readonly { readonly to: readonly string[]; readonly glue: Glue }[]>

/** All that binds items of the group, from the estate of the group alone: what is outside cannot bind within. */
const gluesWithin = (document: PlanDocument, itemIds: readonly string[]): Glues => {
  const found = lookup(document)
  const members = new Set(itemIds)
  const glues = new Map<string, { to: readonly string[]; glue: Glue }[]>(itemIds.map((itemId) => [itemId, []]))
  const bind = (a: string, b: string, glue: Glue): void => {
    glues.get(a)?.push({ to: [b], glue })
    glues.get(b)?.push({ to: [a], glue })
  }
  const inner = itemIds.flatMap((itemId) => found.dependenciesFrom(itemId).filter(({ to }) => members.has(to)))
  for (const dependency of inner) {
    const { from, to } = dependency
    const meaning = meaningOf(dependency, found.itemById.get(from), found.itemById.get(to))
    if (meaning === 'same-group') bind(from, to, { kind: 'hard-dependency', dependencyId: dependency.id })
  }
  for (const rule of found.scenario.rules) {
    if (rule.type !== 'together') continue
    const bound = rule.itemIds.filter((itemId) => members.has(itemId))
    for (const itemId of bound) glues.get(itemId)?.push({ to: bound, glue: { kind: 'together-rule', ruleId: rule.id } })
  }
  for (const { id, from, to } of cyclesWithin(found, itemIds, inner)) {
    bind(from, to, { kind: 'order-cycle', dependencyId: id })
  }
  return glues
}

/** The dependencies of provider first that are in a cycle within the group. */
const cyclesWithin = (
  found: PlanLookup, itemIds: readonly string[], dependencies: readonly Dependency[],
): readonly Dependency[] => {
  const items = itemIds.flatMap((itemId) => found.itemById.get(itemId) ?? [])
  const estate = { items, dependencies, unresolved: [], extraSheets: [], imports: [] }
  const { cycles } = contract(estate, found.scenario.rules, new Set())
  return cycles.flatMap((rows) => rows.flatMap((row) => dependencies[row] ?? []))
}

/** Breadth first, so that every chain is a shortest one. */
const chainsFrom = (itemId: string, glues: Glues): readonly MembershipLink[] => {
  const links: MembershipLink[] = []
  const reached = new Set([itemId])
  let nearest = [itemId]
  for (let distance = 1; nearest.length > 0; distance++) {
    const next: string[] = []
    for (const fromItemId of nearest) {
      for (const { to, glue } of glues.get(fromItemId) ?? []) {
        for (const toItemId of to.filter((target) => !reached.has(target))) {
          reached.add(toItemId)
          next.push(toItemId)
          links.push({ ...glue, fromItemId, toItemId, distance })
        }
      }
    }
    nearest = next
  }
  return links
}

const sharedServicesOf = (itemId: string, found: PlanLookup): readonly MembershipLink[] =>
  found.dependenciesFrom(itemId).flatMap((dependency): MembershipLink[] => {
    const to = found.itemById.get(dependency.to)
    const meaning = meaningOf(dependency, found.itemById.get(itemId), to)
    if (dependency.strength !== 'hard' || meaning !== 'provider-first' || !to) return []
    if (found.groupByItemId.get(to.id) === found.groupByItemId.get(itemId)) return []
    return [{ kind: 'shared-service', fromItemId: itemId, toItemId: to.id, dependencyId: dependency.id, distance: 1 }]
  })
