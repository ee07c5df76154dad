import { compileFilter } from '@core/estate/find/compile-filter'
import type { FindWorld } from '@core/estate/find/item-fields'
import type { Item } from '@core/estate/item'
import { translator } from '@core/messages/translator'
import type { Translate } from '@core/messages/translator'
import type { PlanDocument } from '@core/plan/plan-document'
import { findWorldOf, prepareText } from '../find/find-words'
import { setHiddenItems, setMatchedItems, setSettings, graphSettingsStore } from '../stores/graph-settings-store'
import { planStore } from '../stores/plan-store'
import { preferencesStore } from '../stores/preferences-store'
import { hiddenByKey } from './hidden-items'
import { filterOf, filterStore, isLooking, setFound, setHides } from './filter-store'
import { searchInSlices, windowClock } from './search-in-slices'

/** By wave, then as in the estate; what has no wave comes last. */
const walkingOrder = (items: readonly Item[], { placeOf }: FindWorld): readonly string[] => {
  const rows = items.map((item, place) => ({ id: item.id, wave: placeOf(item.id).wave ?? Infinity, place }))
  rows.sort((a, b) => (a.wave === b.wave ? a.place - b.place : a.wave - b.wave))
  return rows.map(({ id }) => id)
}

const isSameSet = (left: ReadonlySet<string> | null, right: ReadonlySet<string> | null): boolean => {
  if (left === null || right === null || left.size !== right.size) return left === right
  for (const id of right) if (!left.has(id)) return false
  return true
}

/** Tells the graph only of what is new, so that it draws nothing anew for a move that changed no finding. */
const publish = (matched: ReadonlySet<string> | null, hidden: ReadonlySet<string> | null): void => {
  const now = graphSettingsStore.getState()
  if (!isSameSet(now.matchedItemIds, matched)) setMatchedItems(matched)
  if (!isSameSet(now.hiddenItemIds, hidden)) setHiddenItems(hidden)
}

const isSameList = (left: readonly string[] | null, right: readonly string[] | null): boolean =>
  left === right || (left !== null && right !== null && left.length === right.length && left.every((id, at) => id === right[at]))

const keep = (found: readonly string[] | null): void => {
  if (!isSameList(filterStore.getState().found, found)) setFound(found)
}

const hiddenItems = (document: PlanDocument, found: ReadonlySet<string> | null): ReadonlySet<string> | null => {
  const byKey = hiddenByKey(document, graphSettingsStore.getState().settings.hidden)
  if (found === null || !filterStore.getState().hides) return byKey.size > 0 ? byKey : null
  const hidden = new Set(byKey)
  for (const { id } of document.estate.items) if (!found.has(id)) hidden.add(id)
  return hidden
}

let turn = 0

const search = async (document: PlanDocument, t: Translate): Promise<void> => {
  const mine = ++turn
  const state = filterStore.getState()
  if (state.planId !== document.id || !isLooking(state)) {
    keep(null)
    publish(null, hiddenItems(document, null))
    return
  }
  const world = findWorldOf(t, document)
  const passes = compileFilter(filterOf(state), world)
  const found = await searchInSlices(document.estate.items, passes, () => mine !== turn, windowClock())
  if (found === null || mine !== turn) return
  const ids = new Set(found.map(({ id }) => id))
  keep(walkingOrder(found, world))
  publish(filterStore.getState().hides ? null : ids, hiddenItems(document, ids))
}

/** While nobody waits for it, so that the first letter finds everything prepared. */
const prepareWhenIdle = (document: PlanDocument, t: Translate, start = 0): void => {
  requestIdleCallback((deadline) => {
    if (planStore.getState().document?.estate.items !== document.estate.items) return
    const now = (): number => performance.now()
    const next = prepareText(document.estate.items, findWorldOf(t, document), start, now() + Math.min(8, deadline.timeRemaining()), now)
    if (next < document.estate.items.length) prepareWhenIdle(document, t, next)
  })
}

const currentTranslate = (): Translate => translator(preferencesStore.getState().language)

const searchNow = (): void => {
  const { document } = planStore.getState()
  if (document) void search(document, currentTranslate())
}

/** The filter of the picture is part of its settings, so that a view that is named keeps it. */
const keepSettings = (): void => {
  const state = filterStore.getState()
  const filter = isLooking(state) ? filterOf(state) : null
  const { settings } = graphSettingsStore.getState()
  if (settings.filter !== filter) setSettings({ filter, marks: filter !== null && !state.hides })
}

/**
 * Keeps what is found up to date with the plan, the filter and the language, for as long as a plan is shown. Returns what
 * stops it.
 */
export const keepFound = (): (() => void) => {
  const prepare = (): void => {
    const { document } = planStore.getState()
    if (document) prepareWhenIdle(document, currentTranslate())
  }
  prepare()
  searchNow()
  const stops = [
    planStore.subscribe((now, before) => {
      if (now.document === before.document) return
      searchNow()
      if (now.document?.estate.items !== before.document?.estate.items) prepare()
    }),
    preferencesStore.subscribe((now, before) => {
      if (now.language === before.language) return
      searchNow()
      prepare()
    }),
    filterStore.subscribe((now, before) => {
      if (now.text === before.text && now.conditions === before.conditions && now.match === before.match && now.hides === before.hides && now.planId === before.planId) return
      keepSettings()
      searchNow()
    }),
    graphSettingsStore.subscribe((now, before) => {
      // Whoever takes the filter out of the picture has ended the hiding.
      if (now.settings.filter === null && before.settings.filter !== null && filterStore.getState().hides) setHides(false)
      if (now.settings.hidden !== before.settings.hidden) searchNow()
    }),
  ]
  return () => stops.forEach((stop) => stop())
}
