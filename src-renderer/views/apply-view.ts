import type { NamedView } from '@core/plan/view'
import { announce } from '../app/announcer'
import { leaveFocus } from '../canvas/focus/focus-store'
import { showFilter } from '../filter/filter-store'
import { currentTranslate } from '../i18n/words'
import { setSettings, showPlace } from '../stores/graph-settings-store'
import { planStore } from '../stores/plan-store'
import { showView } from '../stores/view-store'
import { setCurrentView, viewsStore } from './views-store'

/** Makes the graph look as it did when the view was named, and goes to the place. */
export const applyView = (view: NamedView): void => {
  leaveFocus()
  showView('graph')
  setSettings(view.settings)
  showFilter(view.settings.filter, view.settings.filter !== null && view.settings.marks !== true)
  showPlace(view.place)
  setCurrentView(view.id)
}

const views = (): readonly NamedView[] => planStore.getState().document?.views ?? []

export const hasViews = (): boolean => views().length > 0

/** The place in the list that is `by` further; from nowhere the first or the last. Stops at the ends. */
export const nextViewPlace = (at: number, count: number, by: 1 | -1): number => {
  if (at < 0) return by === 1 ? 0 : count - 1
  return Math.max(0, Math.min(count - 1, at + by))
}

/** Shows a view by its place in the list, and says which it is. */
export const showViewAt = (place: number): void => {
  const view = views()[place]
  if (!view) return
  applyView(view)
  announce(currentTranslate()('views.saysView', { name: view.name, place: place + 1, count: views().length }))
}

export const currentViewPlace = (): number => views().findIndex(({ id }) => id === viewsStore.getState().currentId)

/** The next or the previous named view, in the order of presenting. */
export const stepView = (by: 1 | -1): void => showViewAt(nextViewPlace(currentViewPlace(), views().length, by))
