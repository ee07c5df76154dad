import { effortOf, type Item } from '../../estate/item'
import type { NewId } from '../../ids'
import { mostEffort } from '../../planning/form-groups'
import { automaticName, isAutomaticName, leadingItem, uniqueName } from '../../planning/group-names'
import type { Change } from '../change'
import { lookup, type PlanLookup } from '../lookup'
import { activeScenario, type MoveGroup, type PlanDocument } from '../plan-document'
import { mustFind, mustFindGroups, mustHaveItems, mustHaveWave } from './find-rows'
import { groupsChange, inEstateOrder } from './groups-change'

/**
 * Items to a wave; null takes them out of the plan. A group whose items are all named moves whole. Part of a group is
 * split off as a planner's group of its own, unless it is in that wave already; the rest stays, as a planner's group
 * too. Items that have no group (platforms, retained) stay where they are.
 */
export const moveItems = (
  document: PlanDocument, itemIds: readonly string[], waveId: string | null, newId: NewId,
): Change => {
  mustHaveWave(activeScenario(document), waveId)
  return takeApart(document, itemIds, newId, (group, isWhole) => (isWhole || group.waveId !== waveId ? { waveId } : null))
}

/** Makes planner's groups of the named parts of groups; waves stay as they are. */
export const splitItems = (document: PlanDocument, itemIds: readonly string[], newId: NewId): Change =>
  takeApart(document, itemIds, newId, (group, isWhole) => (isWhole ? null : { waveId: group.waveId }))

type Target = { readonly waveId: string | null }

/** `targetOf` says where the named part of a group goes; null leaves the group as it is. */
const takeApart = (
  document: PlanDocument, itemIds: readonly string[], newId: NewId,
  targetOf: (group: MoveGroup, isWhole: boolean) => Target | null,
): Change => {
  const found = lookup(document)
  mustHaveItems(document, found.itemById, itemIds)
  const partByGroup = partsByGroup(itemIds, found)
  const taken = new Set(found.scenario.groups.map((group) => group.name))
  const groups = found.scenario.groups.flatMap((group): readonly MoveGroup[] => {
    const part = partByGroup.get(group)
    if (!part) return [group]
    const isWhole = part.size === group.itemIds.length
    const target = targetOf(group, isWhole)
    if (!target || (isWhole && target.waveId === group.waveId)) return [group]
    if (isWhole) return [{ ...group, waveId: target.waveId }]
    return splitGroup(group, part, { id: newId('group'), waveId: target.waveId }, found, taken)
  })
  return partByGroup.size === 0 ? {} : groupsChange(document, groups)
}

const partsByGroup = (itemIds: readonly string[], found: PlanLookup): ReadonlyMap<MoveGroup, ReadonlySet<string>> => {
  const parts = new Map<MoveGroup, Set<string>>()
  for (const itemId of itemIds) {
    const group = found.groupByItemId.get(itemId)
    if (!group) continue
    const part = parts.get(group)
    if (part) part.add(itemId)
    else parts.set(group, new Set([itemId]))
  }
  return parts
}

/** The rest, then the part. `taken` holds the names in use, and learns those that are given here. */
const splitGroup = (
  group: MoveGroup, part: ReadonlySet<string>, made: { readonly id: string; readonly waveId: string | null },
  found: PlanLookup, taken: Set<string>,
): readonly MoveGroup[] => {
  const rest = withoutItems(group, part, found, taken)
  const itemIds = group.itemIds.filter((itemId) => part.has(itemId))
  const leads = leadingItem(itemsOf(itemIds, found))
  const name = leads ? automaticName(leads, taken) : uniqueName(group.name, taken)
  taken.add(name)
  return [rest, { id: made.id, name, itemIds, waveId: made.waveId, origin: 'planner' }]
}

const itemsOf = (itemIds: readonly string[], found: PlanLookup): readonly Item[] =>
  itemIds.flatMap((itemId) => found.itemById.get(itemId) ?? [])

/** What stays of a group. It keeps its name, unless we gave it after an item that leaves. */
export const withoutItems = (
  group: MoveGroup, leaving: ReadonlySet<string>, found: PlanLookup, taken: Set<string>,
): MoveGroup => {
  const itemIds = group.itemIds.filter((itemId) => !leaving.has(itemId))
  const ledBy = leadingItem(itemsOf(group.itemIds, found))
  const leads = leadingItem(itemsOf(itemIds, found))
  const isRenamed = ledBy && leads && leaving.has(ledBy.id) && isAutomaticName(group.name, ledBy)
  if (isRenamed) taken.delete(group.name)
  const name = isRenamed ? automaticName(leads, taken) : group.name
  taken.add(name)
  return { ...group, itemIds, name, origin: 'planner' }
}

/** Takes items out of their groups into one, which becomes the planner's; a group that is left empty goes. */
export const joinItems = (document: PlanDocument, itemIds: readonly string[], groupId: string): Change => {
  const found = lookup(document)
  mustHaveItems(document, found.itemById, itemIds)
  const target = mustFind(found.scenario.groups, groupId, 'move group')
  const partByGroup = new Map(partsByGroup(itemIds, found))
  partByGroup.delete(target)
  if (partByGroup.size === 0) return {}
  const joining = [...partByGroup.values()].flatMap((part) => [...part])
  const taken = new Set(found.scenario.groups.map((group) => group.name))
  const groups = found.scenario.groups.flatMap((group): readonly MoveGroup[] => {
    if (group === target) return [{ ...group, itemIds: inEstateOrder(document, [...group.itemIds, ...joining]), origin: 'planner' }]
    const part = partByGroup.get(group)
    if (!part) return [group]
    return part.size === group.itemIds.length ? [] : [withoutItems(group, part, found, taken)]
  })
  return groupsChange(document, groups)
}

/**
 * Makes one planner's group of several, named as the one with the most effort, in the wave that holds most of their
 * effort (unplanned only when all are).
 */
export const mergeGroups = (document: PlanDocument, groupIds: readonly string[], newId: NewId): Change => {
  const found = lookup(document)
  const merging = mustFindGroups(found.scenario, groupIds)
  const [first, ...others] = merging
  if (!first || others.length === 0) return {}
  const largest = others.reduce((best, group) => (found.effortOfGroup(group) > found.effortOfGroup(best) ? group : best), first)
  const merged: MoveGroup = {
    id: newId('group'),
    name: largest.name,
    itemIds: inEstateOrder(document, merging.flatMap((group) => group.itemIds)),
    waveId: waveOfMost(merging, found),
    origin: 'planner',
  }
  const rest = found.scenario.groups.filter((group) => !merging.includes(group))
  return groupsChange(document, [...rest, merged])
}

export const waveOfMost = (groups: readonly MoveGroup[], found: PlanLookup): string | null => {
  const effortByWaveId = new Map<string, number>()
  for (const group of groups) {
    if (group.waveId === null) continue
    const effort = itemsOf(group.itemIds, found).reduce((sum, item) => sum + effortOf(item), 0)
    effortByWaveId.set(group.waveId, (effortByWaveId.get(group.waveId) ?? 0) + effort)
  }
  return mostEffort(effortByWaveId)
}

/** A name in use gets a number behind it; a blank name changes nothing. */
export const renameGroup = (document: PlanDocument, groupId: string, name: string): Change => {
  const scenario = activeScenario(document)
  const group = mustFind(scenario.groups, groupId, 'move group')
  const taken = new Set(scenario.groups.filter((other) => other !== group).map((other) => other.name))
  const unique = uniqueName(name.trim(), taken)
  if (name.trim() === '' || unique === group.name) return {}
  return { scenarioId: scenario.id, groups: { put: [{ row: { ...group, name: unique } }] } }
}
