import type { Estate } from '../estate/estate'
import { indexItems } from '../estate/estate-index'
import { effortOf, isMovable, type Item } from '../estate/item'
import type { NewId } from '../ids'
import type { MoveGroup } from '../plan/plan-document'
import type { Rule } from '../plan/rule'
import { sameValue } from '../plan/same-value'
import { computeMoveGroups } from './compute-move-groups'
import type { GivenGroup } from './given-group'
import { automaticName, isAutomaticName, leadingItem, uniqueName } from './group-names'

export type FormGroupsInput = {
  readonly estate: Estate
  readonly rules: readonly Rule[]
  readonly given: readonly GivenGroup[]
  /** The items as they were when the given groups got their names. */
  readonly namedAfter: ReadonlyMap<string, Item>
  /** The wave of a computed group whose items were given several. */
  readonly wave: 'of-first-item' | 'of-most-effort'
  readonly newId: NewId
}

/** A group before it has its final name; null: one after its leading item is to be found. */
type Nameless = Omit<MoveGroup, 'name'> & { readonly name: string | null }

/** Planner's groups as they are given, all else computed, in the order of their first items in the estate. */
export const formGroups = (input: FormGroupsInput): readonly MoveGroup[] => {
  const planners = plannerGroups(input)
  const taken = new Set(planners.flatMap((group) => group.itemIds))
  const { groups } = computeMoveGroups(input.estate, input.rules, taken)
  const places = indexItems(input.estate.items)
  const computed = inheritIdentity(groups, input)
  const all = [...planners, ...computed].sort((a, b) => placeOfGroup(a, places) - placeOfGroup(b, places))
  return keepIdentity(giveNames(all, input.estate), input.given)
}

/** Where a group stands in the list of groups: at its first item. Its `itemIds` are in the order of the estate. */
export const placeOfGroup = (group: Pick<MoveGroup, 'itemIds'>, places: ReadonlyMap<string, number>): number =>
  places.get(group.itemIds[0] ?? '') ?? -1

/** Each movable item once, in the order of the estate; a group left without items goes. */
const plannerGroups = ({ estate, given, newId }: FormGroupsInput): readonly Nameless[] => {
  const places = indexItems(estate.items)
  const taken = new Set<string>()
  const isFree = (itemId: string): boolean => {
    const item = estate.items[places.get(itemId) ?? -1]
    if (!item || !isMovable(item) || taken.has(itemId)) return false
    taken.add(itemId)
    return true
  }
  return given.flatMap((group): Nameless[] => {
    if (group.origin !== 'planner') return []
    const itemIds = group.itemIds.filter(isFree).sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    if (itemIds.length === 0) return []
    const { name, waveId, origin } = group
    return [{ id: group.id ?? newId('group'), name: name?.trim() || null, itemIds, waveId, origin }]
  })
}

/** Computed groups take id, name and wave from the given computed groups that they share most with. */
const inheritIdentity = (groups: readonly (readonly string[])[], input: FormGroupsInput): readonly Nameless[] => {
  const items = indexItems(input.estate.items)
  const itemOf = (itemId: string): Item | undefined => input.estate.items[items.get(itemId) ?? -1]
  const givenByItemId = new Map<string, GivenGroup>()
  for (const given of input.given) {
    if (given.origin === 'computed') for (const itemId of given.itemIds) givenByItemId.set(itemId, given)
  }
  const parentOf = closestParents(groups, givenByItemId, itemOf)
  return groups.map((itemIds, index) => {
    const parent = parentOf.get(index)
    const waveId = chooseWave(itemIds, givenByItemId, input.wave, itemOf)
    const name = parent ? inheritedName(parent, itemIds.flatMap((id) => itemOf(id) ?? []), input.namedAfter) : null
    return { id: parent?.id ?? input.newId('group'), name, itemIds, waveId, origin: 'computed' as const }
  })
}

type ItemOf = (itemId: string) => Item | undefined

/** One given group for each computed one at most, and the other way round: those that share the most effort first. */
const closestParents = (
  groups: readonly (readonly string[])[], givenByItemId: ReadonlyMap<string, GivenGroup>, itemOf: ItemOf,
): ReadonlyMap<number, GivenGroup> => {
  const pairs: { group: number; given: GivenGroup; effort: number }[] = []
  groups.forEach((itemIds, group) => {
    const shared = new Map<GivenGroup, number>()
    for (const itemId of itemIds) {
      const given = givenByItemId.get(itemId)
      const item = itemOf(itemId)
      const hasIdentity = given !== undefined && (given.id !== undefined || given.name !== null)
      if (hasIdentity && item) shared.set(given, (shared.get(given) ?? 0) + effortOf(item))
    }
    for (const [given, effort] of shared) pairs.push({ group, given, effort })
  })
  pairs.sort((a, b) => b.effort - a.effort || a.group - b.group)
  const parentOf = new Map<number, GivenGroup>()
  const used = new Set<GivenGroup>()
  for (const { group, given } of pairs) {
    if (parentOf.has(group) || used.has(given)) continue
    parentOf.set(group, given)
    used.add(given)
  }
  return parentOf
}

/** A chosen name stays; one that we gave stays for as long as the group is led by the same item of the same name. */
const inheritedName = (
  given: GivenGroup, items: readonly Item[], namedAfter: ReadonlyMap<string, Item>,
): string | null => {
  const name = given.name?.trim()
  if (!name) return null
  const ledBy = leadingItem(given.itemIds.flatMap((itemId) => namedAfter.get(itemId) ?? []))
  if (!ledBy || !isAutomaticName(name, ledBy)) return name
  const leads = leadingItem(items)
  return leads?.id === ledBy.id && isAutomaticName(name, leads) ? name : null
}

/** null only where no item was given a wave. */
const chooseWave = (
  itemIds: readonly string[], givenByItemId: ReadonlyMap<string, GivenGroup>, wave: FormGroupsInput['wave'],
  itemOf: ItemOf,
): string | null => {
  const efforts = new Map<string, number>()
  for (const itemId of itemIds) {
    const waveId = givenByItemId.get(itemId)?.waveId
    const item = itemOf(itemId)
    if (waveId && item) efforts.set(waveId, (efforts.get(waveId) ?? 0) + effortOf(item))
  }
  return wave === 'of-first-item' ? (efforts.keys().next().value ?? null) : mostEffort(efforts)
}

/** The wave with the most effort; of equals the first. */
export const mostEffort = (effortByWaveId: ReadonlyMap<string, number>): string | null => {
  let best: string | null = null
  let most = -1
  for (const [waveId, effort] of effortByWaveId) {
    if (effort > most) [best, most] = [waveId, effort]
  }
  return best
}

/** Names that are there already come first, so that a new group cannot take one of them. */
const giveNames = (groups: readonly Nameless[], estate: Estate): readonly MoveGroup[] => {
  const places = indexItems(estate.items)
  const taken = new Set<string>()
  const take = (name: string): string => {
    taken.add(name)
    return name
  }
  const kept = groups.map((group) => (group.name === null ? null : take(uniqueName(group.name, taken))))
  return groups.map((group, index): MoveGroup => {
    const { id, itemIds, waveId, origin } = group
    const items = itemIds.flatMap((itemId) => estate.items[places.get(itemId) ?? -1] ?? [])
    const leads = leadingItem(items)
    const name = kept[index] ?? take(leads ? automaticName(leads, taken) : uniqueName(id, taken))
    return { id, name, itemIds, waveId, origin }
  })
}

/** A group that has not changed is the same object as before. */
const keepIdentity = (groups: readonly MoveGroup[], given: readonly GivenGroup[]): readonly MoveGroup[] => {
  const givenById = new Map(given.flatMap((group) => (group.id === undefined ? [] : [[group.id, group] as const])))
  return groups.map((group) => {
    const before = givenById.get(group.id)
    return before && sameValue(before, group) ? (before as MoveGroup) : group
  })
}
