import { activeScenario } from '@core/plan/plan-document'
import type { MoveGroup, PlanDocument } from '@core/plan/plan-document'
import {
  addWave, editWave, joinItems, mergeGroups, moveGroups, moveItems, placeGroups, removeWave, reorderWave, settledInTheWay, splitItems,
  stepLabels,
} from '@core/plan/commands'
import type { StepLabel } from '@core/plan/history'
import { lookup } from '@core/plan/lookup'
import type { Wave } from '@core/plan/wave'
import { evaluate } from '@core/violations/evaluate'
import type { Translate } from '@core/messages/translator'
import { announce } from '../app/announcer'
import { translationFor } from '../i18n/use-translate'
import { newId } from '../new-id'
import { planStore, runChange } from '../stores/plan-store'
import { preferencesStore } from '../stores/preferences-store'
import { loadOf } from './board-selection'
import type { Load } from './board-selection'
import { settledWords, waveName } from './lane-names'
import { offerUndo } from './offer-undo'

const openDocument = (): PlanDocument => {
  const { document } = planStore.getState()
  if (!document) throw new Error('The board works on an open plan')
  return document
}

const words = (): Translate => translationFor(preferencesStore.getState().language).t

/** What is moved, as a person would call it: a name where it is one thing, otherwise counts. */
export const whatOf = (t: Translate, document: PlanDocument, load: Load): string => {
  const { itemById } = lookup(document)
  const [group] = load.groups
  const [itemId] = load.looseItemIds
  if (load.groups.length === 1 && group && itemId === undefined) return group.name
  if (load.looseItemIds.length === 1 && itemId !== undefined && !group) return itemById.get(itemId)?.name ?? itemId
  const groups = t('waves.what', { count: load.groups.length })
  const items = t('waves.whatItems', { count: load.looseItemIds.length })
  if (itemId === undefined) return groups
  return group ? t('waves.whatBoth', { groups, items }) : items
}

/** The whole plan after a change, for those who do not see the counts turn. */
const stateOf = (t: Translate): string => {
  const { hard, warnings } = evaluate(openDocument())
  return t('waves.saidState', { hard: t('waves.hard', { count: hard }), warnings: t('waves.warnings', { count: warnings }) })
}

export const loadFor = (itemIds: Iterable<string>, document = openDocument()): Load => loadOf(lookup(document).groupByItemId, itemIds)

/** True when every part is a whole group that lies there already. */
const isThere = (load: Load, waveId: string | null): boolean =>
  load.looseItemIds.length === 0 && load.groups.every((group) => group.waveId === waveId)

const moveLabel = (document: PlanDocument, load: Load, waveId: string | null): StepLabel =>
  load.looseItemIds.length > 0
    ? stepLabels.moveItems(document, load.itemIds, waveId)
    : stepLabels.moveGroups(document, load.groups.map((group) => group.id), waveId)

/** Shows that settled waves, which no proposal touches, were changed by hand; nothing where none was. */
const showSettled = (before: PlanDocument, load: Load, what: string, waveId: string | null): void => {
  const t = words()
  const { waveById, groupByItemId } = lookup(before)
  const sources = new Set(load.itemIds.flatMap((id) => groupByItemId.get(id)?.waveId ?? []))
  if (load.itemIds.length === 0) return
  const touched = [waveId, ...sources].flatMap((id) => (id === null ? [] : (waveById.get(id) ?? [])))
  const sentences = [...new Set(touched)].flatMap((wave) => {
    const status = settledWords(t, wave)
    if (status === null || (wave.id === waveId && sources.size === 1 && sources.has(waveId))) return []
    const params = { what, wave: wave.number, status }
    return t(wave.id === waveId ? 'waves.settledInto' : 'waves.settledOutOf', params)
  })
  if (sentences.length > 0) offerUndo(t('waves.settledChanged'), sentences.join(' '))
}

/**
 * Moves whole groups and parts of groups to a wave, or out of every wave, as one undoable step, and says so. False when
 * there was nothing to do.
 */
export const moveTo = (itemIds: Iterable<string>, waveId: string | null): boolean => {
  const document = openDocument()
  const t = words()
  const load = loadFor(itemIds)
  if (load.itemIds.length === 0) return false
  const what = whatOf(t, document, load)
  if (isThere(load, waveId)) {
    announce(t('waves.saidAlready', { what }))
    return false
  }
  const wave = waveId === null ? null : (lookup(document).waveById.get(waveId) ?? null)
  const change = load.looseItemIds.length > 0
    ? moveItems(document, load.itemIds, waveId, newId)
    : moveGroups(document, load.groups.map((group) => group.id), waveId)
  runChange(moveLabel(document, load, waveId), change)
  const state = stateOf(t)
  announce(wave ? t('waves.saidMoved', { what, wave: wave.number, state }) : t('waves.saidUnplanned', { what, state }))
  showSettled(document, load, what, waveId)
  return true
}

const nextNumber = (document: PlanDocument): number =>
  activeScenario(document).waves.reduce((most, wave) => Math.max(most, wave.number), 0) + 1

/** Moves whole groups to a wave made for them, as one step; parts of groups stay. Returns the new wave's id. */
export const moveToNewWave = (itemIds: Iterable<string>): string | null => {
  const document = openDocument()
  const t = words()
  const groups = loadFor(itemIds).groups
  if (groups.length === 0) return null
  const wave: Wave = { id: newId('wave'), number: nextNumber(document), status: 'planned' }
  const load: Load = { itemIds: groups.flatMap((group) => group.itemIds), groups, looseItemIds: [] }
  const placements = new Map(groups.map((group) => [group.id, wave.id]))
  const label: StepLabel = { key: 'waves.stepMoveToNew', params: { what: whatOf(t, document, load), wave: wave.number } }
  runChange(label, placeGroups(document, placements, [wave]))
  const what = whatOf(t, document, load)
  announce(t('waves.saidMoved', { what, wave: wave.number, state: stateOf(t) }))
  showSettled(document, load, what, wave.id)
  return wave.id
}

/** Takes items into a group, which keeps its wave. */
export const joinTo = (itemIds: Iterable<string>, group: MoveGroup): boolean => {
  const document = openDocument()
  const t = words()
  const inside = new Set(group.itemIds)
  const load = loadFor([...itemIds].filter((id) => !inside.has(id)))
  if (load.itemIds.length === 0) return false
  const what = whatOf(t, document, load)
  runChange(stepLabels.joinItems(document, load.itemIds, group.id), joinItems(document, load.itemIds, group.id))
  announce(t('waves.saidJoined', { what, name: group.name, state: stateOf(t) }))
  showSettled(document, load, what, group.waveId)
  return true
}

/** Makes one group of several. */
export const mergeSelected = (itemIds: Iterable<string>): boolean => {
  const document = openDocument()
  const t = words()
  const { groups } = loadFor(itemIds)
  const groupIds = groups.map((group) => group.id)
  const [first] = groups
  if (groupIds.length < 2 || first === undefined) return false
  runChange(stepLabels.mergeGroups(groupIds), mergeGroups(document, groupIds, newId))
  const merged = lookup(openDocument()).groupByItemId.get(first.itemIds[0] ?? '')
  announce(t('waves.saidMerged', { name: merged?.name ?? '', state: stateOf(t) }))
  const waveId = merged?.waveId ?? null
  const moved = loadFor(groups.filter((group) => group.waveId !== waveId).flatMap((group) => group.itemIds), document)
  showSettled(document, moved, whatOf(t, document, moved), waveId)
  return true
}

/** Makes a group of its own of items that lie in a larger one; their wave stays. */
export const takeOut = (itemIds: readonly string[]): void => {
  const document = openDocument()
  const t = words()
  const what = whatOf(t, document, loadFor(itemIds))
  runChange(stepLabels.splitItems(itemIds), splitItems(document, itemIds, newId))
  announce(t('waves.saidTakenOut', { what, state: stateOf(t) }))
}

/** Adds a wave after the last and returns its id. */
export const appendWave = (): string => {
  const document = openDocument()
  const number = nextNumber(document)
  runChange(stepLabels.addWave(document), addWave(document, newId))
  announce(words()('waves.saidAdded', { number }))
  return activeScenario(openDocument()).waves.at(-1)?.id ?? ''
}

export const saveWave = (wave: Wave, fields: Partial<Omit<Wave, 'id'>>): void => {
  const document = openDocument()
  runChange(stepLabels.editWave(document, wave.id), editWave(document, wave.id, fields))
  announce(words()('waves.saidEdited', { number: wave.number }))
}

/** Why a wave cannot get that place: a settled wave would get another number or other dates. null when it can. */
export const whyWaveStays = (t: Translate, document: PlanDocument, wave: Wave, toIndex: number): string | null => {
  const settled = settledInTheWay(document, wave.id, toIndex)
  return settled && t('waves.settledKeeps', { wave: waveName(t, settled), status: settledWords(t, settled) ?? '' })
}

/** Places the wave at `toIndex` among the waves; the numbers stay where they are, so the wave gets another one. Says why not. */
export const moveWave = (wave: Wave, toIndex: number): boolean => {
  const document = openDocument()
  const { waves } = activeScenario(document)
  const index = waves.findIndex((candidate) => candidate.id === wave.id)
  const place = Math.max(0, Math.min(waves.length - 1, toIndex))
  if (index === -1 || index === place) return false
  const why = whyWaveStays(words(), document, wave, place)
  if (why !== null) {
    announce(why)
    return false
  }
  runChange(stepLabels.reorderWave(document, wave.id), reorderWave(document, wave.id, place))
  announce(words()('waves.saidReordered', { number: lookup(openDocument()).waveById.get(wave.id)?.number ?? 0 }))
  return true
}

export const waveIndex = (wave: Wave): number =>
  activeScenario(openDocument()).waves.findIndex((candidate) => candidate.id === wave.id)

/** Its groups become unplanned; undo brings it back with them. */
export const dropWave = (wave: Wave): void => {
  const document = openDocument()
  const t = words()
  const count = activeScenario(document).groups.filter((group) => group.waveId === wave.id).length
  runChange(stepLabels.removeWave(document, wave.id), removeWave(document, wave.id))
  offerUndo(t('waves.removedTitle', { number: wave.number }), count === 0 ? t('waves.removedEmpty') : t('waves.removedGroups', { count }))
}
