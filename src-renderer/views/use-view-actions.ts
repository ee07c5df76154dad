import { useAction } from '../actions/use-action'
import { announce } from '../app/announcer'
import { currentTranslate } from '../i18n/words'
import { planStore } from '../stores/plan-store'
import { showView, viewStore } from '../stores/view-store'
import { hasViews, stepView } from './apply-view'
import { togglePresenting } from './present'
import { closeAll, hideSelection, isAnythingHidden, openAll, showHidden } from './today'
import { showViewsDialog, viewsStore } from './views-store'

/** Not behind a dialog of our own: what is typed there is meant for it, however soon. */
const hasPlan = (): boolean => planStore.getState().phase === 'open' && viewsStore.getState().dialog === null
const hasSelection = (): boolean => hasPlan() && viewStore.getState().selection.itemIds.size > 0

const hideAloud = (): void => {
  const count = hideSelection()
  if (count > 0) announce(currentTranslate()('views.saysHidden', { count }))
}

const foldAloud = (): void => {
  closeAll()
  announce(currentTranslate()('views.saysFolded'))
}

const openAloud = (): void => {
  openAll()
  announce(currentTranslate()('views.saysOpened'))
}

const showAloud = (): void => {
  showHidden()
  announce(currentTranslate()('views.saysShown'))
}

/** Named views, what is hidden today, and presenting, for as long as a plan is shown. */
export const useViewActions = (): void => {
  const inGraph = (run: () => void) => () => {
    showView('graph')
    run()
  }
  useAction('views', () => showViewsDialog('views'), hasPlan)
  useAction('name-view', inGraph(() => showViewsDialog('name')), hasPlan)
  useAction('next-view', () => stepView(1), hasViews)
  useAction('previous-view', () => stepView(-1), hasViews)
  useAction('present', togglePresenting, hasPlan)
  useAction('show-today', inGraph(() => showViewsDialog('today')), hasPlan)
  useAction('open-blocks', inGraph(openAloud), hasPlan)
  useAction('close-blocks', inGraph(foldAloud), hasPlan)
  useAction('hide-selection', hideAloud, hasSelection)
  useAction('show-hidden', showAloud, () => hasPlan() && isAnythingHidden())
}
