import { activeScenario } from '@core/plan/plan-document'
import { itemKey } from '../filter/hidden-items'
import { graphModel } from '../canvas/graph-model'
import { groupKey } from '../canvas/mass/picture-layout'
import { lanesFor, type LaneKind } from '../canvas/mass/picture-lanes'
import { graphSettingsStore, setSettings } from '../stores/graph-settings-store'
import { setHides } from '../filter/filter-store'
import { planStore } from '../stores/plan-store'
import { clearSelection, viewStore } from '../stores/view-store'
import type { GraphGrouping } from '@core/plan/view'
import type { MoveGroup, PlanDocument } from '@core/plan/plan-document'

export type Column = { readonly lane: LaneKind; readonly items: number }

/** The columns of a grouping, with how many items stand in each. */
export const columnsOf = (document: PlanDocument, grouping: GraphGrouping): readonly Column[] => {
  const { lanes, laneOf } = lanesFor(graphModel(document, []), grouping)
  const counts = lanes.map(() => 0)
  for (const lane of laneOf) counts[lane] = (counts[lane] ?? 0) + 1
  return lanes.map((lane, place) => ({ lane, items: counts[place] ?? 0 }))
}

/** The keys with or without these. */
export const withKeys = (keys: readonly string[], changed: readonly string[], isIn: boolean): readonly string[] => {
  const others = keys.filter((key) => !changed.includes(key))
  return isIn ? [...others, ...changed] : others
}

/** Whole groups by the group's key, so that they stay hidden when members come; other items one by one. */
export const keysOfItems = (groups: readonly MoveGroup[], itemIds: ReadonlySet<string>): readonly string[] => {
  const whole = groups.filter((group) => group.itemIds.length > 0 && group.itemIds.every((id) => itemIds.has(id)))
  const inWhole = new Set(whole.flatMap((group) => group.itemIds))
  return [...whole.map(({ id }) => groupKey(id)), ...[...itemIds].filter((id) => !inWhole.has(id)).map(itemKey)]
}

const openPlan = (): PlanDocument | null => planStore.getState().document

/** Hides what is selected; how many items that is. */
export const hideSelection = (): number => {
  const document = openPlan()
  const { itemIds } = viewStore.getState().selection
  if (!document || itemIds.size === 0) return 0
  const { hidden } = graphSettingsStore.getState().settings
  setSettings({ hidden: withKeys(hidden, keysOfItems(activeScenario(document).groups, itemIds), true) })
  clearSelection()
  return itemIds.size
}

/** Everything is there again; what was looked for stays marked. */
export const showHidden = (): void => {
  setSettings({ hidden: [] })
  setHides(false)
}

export const isAnythingHidden = (): boolean => {
  const { settings } = graphSettingsStore.getState()
  return settings.hidden.length > 0 || (settings.filter !== null && settings.marks !== true)
}

export const openAll = (): void => setSettings({ closed: [] })

/** All groups of more than one; asked again, the columns too. */
export const closeAll = (): void => {
  const document = openPlan()
  if (!document) return
  const { closed, grouping } = graphSettingsStore.getState().settings
  const groups = activeScenario(document).groups.filter(({ itemIds }) => itemIds.length > 1).map(({ id }) => groupKey(id))
  const now = new Set(closed)
  const lanes = groups.every((key) => now.has(key)) ? columnsOf(document, grouping).map(({ lane }) => lane.key) : []
  setSettings({ closed: [...new Set([...closed, ...groups, ...lanes])] })
}
