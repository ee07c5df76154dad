import type { Estate } from '../estate/estate'
import type { Rule } from '../plan/rule'
import { computeMoveGroups } from '../planning/compute-move-groups'
import type { GivenGroup } from '../planning/given-group'

/**
 * Given groups that new dependencies would draw together although they stand in different waves stay as they are: they
 * become the planner's, so that the dependency is a violation to decide on, and no item changes its wave behind the
 * planner's back. New items go with the group that they hang on, whatever wave the import has them in.
 */
export const holdPlaces = (estate: Estate, rules: readonly Rule[], given: readonly GivenGroup[]): readonly GivenGroup[] => {
  const taken = new Set(given.flatMap((group) => (group.origin === 'planner' ? group.itemIds : [])))
  const groupOf = new Map<string, GivenGroup>()
  for (const group of given) {
    if (group.origin === 'computed') for (const id of group.itemIds) groupOf.set(id, group)
  }
  const drawn = computeMoveGroups(estate, rules, taken).groups.filter((itemIds) => itemIds.length > 1)
  const placed = new Set(drawn.filter((itemIds) => wavesOf(itemIds, groupOf).size === 1).flat())
  const torn = drawn.filter((itemIds) => wavesOf(itemIds, groupOf).size > 1)
  const follows = ({ id, origin, itemIds, waveId }: GivenGroup): boolean =>
    id === undefined && origin === 'computed' && waveId !== null && itemIds.some((itemId) => placed.has(itemId))
  if (torn.length === 0 && !given.some(follows)) return given
  const held = new Map<GivenGroup, readonly string[]>()
  const links = linksAmong(estate, new Set(torn.flat()))
  for (const itemIds of torn) for (const [group, members] of shareOut(itemIds, groupOf, links)) held.set(group, members)
  return given.map((group) => {
    const itemIds = held.get(group)
    if (itemIds) return { ...group, itemIds, origin: 'planner' }
    return follows(group) ? { ...group, waveId: null } : group
  })
}

const wavesOf = (itemIds: readonly string[], groupOf: ReadonlyMap<string, GivenGroup>): ReadonlySet<string> =>
  new Set(itemIds.flatMap((id) => {
    const group = groupOf.get(id)
    return group?.id !== undefined && group.waveId !== null ? [group.waveId] : []
  }))

type Links = ReadonlyMap<string, readonly string[]>

const linksAmong = ({ dependencies }: Estate, ids: ReadonlySet<string>): Links => {
  const links = new Map<string, string[]>()
  const link = (from: string, to: string): void => {
    const list = links.get(from)
    if (list) list.push(to)
    else links.set(from, [to])
  }
  for (const { from, to, strength } of dependencies) {
    if (strength !== 'hard' || !ids.has(from) || !ids.has(to)) continue
    link(from, to)
    link(to, from)
  }
  return links
}

/** The items of one would-be group, to the placed groups among them; those without a place to the one that reaches them first. */
const shareOut = (
  itemIds: readonly string[], groupOf: ReadonlyMap<string, GivenGroup>, links: Links,
): ReadonlyMap<GivenGroup, readonly string[]> => {
  const owner = new Map<string, GivenGroup>()
  const waiting: string[] = []
  for (const id of itemIds) {
    const group = groupOf.get(id)
    if (!group || group.id === undefined || group.waveId === null) continue
    owner.set(id, group)
    waiting.push(id)
  }
  const inside = new Set(itemIds)
  for (const id of waiting) {
    const group = owner.get(id)
    for (const next of links.get(id) ?? []) {
      if (!group || owner.has(next) || !inside.has(next)) continue
      owner.set(next, group)
      waiting.push(next)
    }
  }
  const members = new Map<GivenGroup, string[]>()
  for (const id of itemIds) {
    const group = owner.get(id)
    if (!group) continue
    const list = members.get(group)
    if (list) list.push(id)
    else members.set(group, [id])
  }
  return members
}
