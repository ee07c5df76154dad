import type { NewId } from '../../ids'
import { automaticName, leadingItem, uniqueName } from '../../planning/group-names'
import type { Change } from '../change'
import { lookup, type PlanLookup } from '../lookup'
import type { MoveGroup, PlanDocument } from '../plan-document'
import { groupsChange, inEstateOrder } from './groups-change'
import { placeGroups } from './move-groups'
import { regroup } from './regroup'
import { editInOneStep } from './edit-in-one-step'
import { waveOfMost, withoutItems } from './shape-groups'

/**
 * What Move group cells say of items: the name of a group, which is joined where it is there and made where it is not,
 * or null: the item leaves the planner's group that it is in and follows its dependencies again. A new name for all of a
 * group, and for nothing else, renames it. Items without a group are passed over.
 */
export const assignGroups = (
  document: PlanDocument, nameByItemId: ReadonlyMap<string, string | null>, newId: NewId,
): Change => {
  const found = lookup(document)
  const moves = movesOf(nameByItemId, found)
  if (moves.leaving.size === 0) return {}
  const shaped = (plan: PlanDocument): Change => groupsChange(plan, shapedGroups(plan, found, moves, newId))
  return moves.released.size === 0
    ? shaped(document)
    : editInOneStep(document, [shaped, (plan) => regroup(plan, newId)])
}

type Moves = {
  readonly leaving: ReadonlyMap<MoveGroup, ReadonlySet<string>>
  readonly joining: ReadonlyMap<string, readonly string[]>
  /** Parts of planner's groups that follow their dependencies again, by the group that they leave. */
  readonly released: ReadonlyMap<MoveGroup, readonly string[]>
}

const addTo = <Key>(lists: Map<Key, string[]>, key: Key, itemId: string): void => {
  const list = lists.get(key)
  if (list) list.push(itemId)
  else lists.set(key, [itemId])
}

const movesOf = (nameByItemId: ReadonlyMap<string, string | null>, found: PlanLookup): Moves => {
  const leaving = new Map<MoveGroup, Set<string>>()
  const joining = new Map<string, string[]>()
  const released = new Map<MoveGroup, string[]>()
  for (const [itemId, name] of nameByItemId) {
    const group = found.groupByItemId.get(itemId)
    if (!group || name === group.name || (name === null && group.origin === 'computed')) continue
    leaving.set(group, (leaving.get(group) ?? new Set()).add(itemId))
    if (name === null) addTo(released, group, itemId)
    else addTo(joining, name, itemId)
  }
  return { leaving, joining, released }
}

const shapedGroups = (
  document: PlanDocument, found: PlanLookup, moves: Moves, newId: NewId,
): readonly MoveGroup[] => {
  const taken = new Set(found.scenario.groups.map((group) => group.name))
  const isThere = new Set(taken)
  for (const name of moves.joining.keys()) taken.add(name)
  const kept = found.scenario.groups.flatMap((group): readonly MoveGroup[] => {
    const renamed = renamedWhole(group, moves, isThere)
    if (renamed !== null) return [{ ...group, name: renamed }]
    return remainderOf(document, group, moves, found, taken)
  })
  const made = [...moves.joining].flatMap(([name, itemIds]): readonly MoveGroup[] => {
    const from = sourcesOf(itemIds, found)
    if (isThere.has(name) || from.some((group) => renamedWhole(group, moves, isThere) !== null)) return []
    const isMember = new Set(itemIds)
    const waveId = waveOfMost(from.map((group) => ({ ...group, itemIds: group.itemIds.filter((id) => isMember.has(id)) })), found)
    return [{ id: newId('group'), name, itemIds: inEstateOrder(document, itemIds), waveId, origin: 'planner' }]
  })
  return [...kept, ...made, ...releasedGroups(moves, found, taken, newId)]
}

const sourcesOf = (itemIds: readonly string[], found: PlanLookup): readonly MoveGroup[] =>
  [...new Set(itemIds.flatMap((itemId) => found.groupByItemId.get(itemId) ?? []))]

/** The new name of a group of which all items, and nothing else, are given that name; otherwise null. */
const renamedWhole = (group: MoveGroup, moves: Moves, isThere: ReadonlySet<string>): string | null => {
  const leaving = moves.leaving.get(group)
  // Where others join under the old name, the group stays for them.
  if (!leaving || leaving.size !== group.itemIds.length || moves.joining.has(group.name)) return null
  for (const [name, itemIds] of moves.joining) {
    if (!leaving.has(itemIds[0] ?? '')) continue
    const isAlone = itemIds.length === leaving.size && itemIds.every((itemId) => leaving.has(itemId))
    return isAlone && !isThere.has(name) ? name : null
  }
  return null
}

const remainderOf = (
  document: PlanDocument, group: MoveGroup, moves: Moves, found: PlanLookup, taken: Set<string>,
): readonly MoveGroup[] => {
  const leaving = moves.leaving.get(group)
  const joining = moves.joining.get(group.name)
  if (!leaving && !joining) return [group]
  if (joining) {
    const staying = group.itemIds.filter((itemId) => !leaving?.has(itemId))
    return [{ ...group, itemIds: inEstateOrder(document, [...staying, ...joining]), origin: 'planner' }]
  }
  if (leaving?.size !== group.itemIds.length) return [withoutItems(group, leaving ?? new Set(), found, taken)]
  taken.delete(group.name)
  return []
}

/** As computed groups, so that the regrouping behind it gives them their wave, and joins them to what binds them. */
const releasedGroups = (
  moves: Moves, found: PlanLookup, taken: Set<string>, newId: NewId,
): readonly MoveGroup[] =>
  [...moves.released].map(([group, itemIds]): MoveGroup => {
    const leads = leadingItem(itemIds.flatMap((itemId) => found.itemById.get(itemId) ?? []))
    const name = leads ? automaticName(leads, taken) : uniqueName(group.name, taken)
    taken.add(name)
    const isMember = new Set(itemIds)
    return { id: newId('group'), name, itemIds: group.itemIds.filter((id) => isMember.has(id)), waveId: group.waveId, origin: 'computed' }
  })

/**
 * What Wave cells say of items: their groups move whole, each to the wave that its first item here is given; null is
 * unplanned. Items without a group are passed over.
 */
export const assignWaves = (document: PlanDocument, waveIdByItemId: ReadonlyMap<string, string | null>): Change => {
  const { groupByItemId } = lookup(document)
  const placements = new Map<string, string | null>()
  for (const [itemId, waveId] of waveIdByItemId) {
    const group = groupByItemId.get(itemId)
    if (group && !placements.has(group.id)) placements.set(group.id, waveId)
  }
  return placeGroups(document, placements, [])
}

/** Items that are given another wave than an earlier one of the same group, each with that one: both cannot be. */
export const contradictedWaves = (
  document: PlanDocument, waveIdByItemId: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string> => {
  const { groupByItemId } = lookup(document)
  const firstByGroup = new Map<MoveGroup, string>()
  const contradicted = new Map<string, string>()
  for (const [itemId, waveId] of waveIdByItemId) {
    const group = groupByItemId.get(itemId)
    if (!group) continue
    const first = firstByGroup.get(group)
    if (first === undefined) firstByGroup.set(group, itemId)
    else if (waveIdByItemId.get(first) !== waveId) contradicted.set(itemId, first)
  }
  return contradicted
}
