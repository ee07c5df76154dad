import { runAction } from '../actions/action-registry'
import { notifyDone } from '../app/notify'
import { currentTranslate } from '../i18n/words'
import { planStore } from '../stores/plan-store'
import { viewStore } from '../stores/view-store'
import { wantFocus } from './board-state'

/**
 * Says what the last step did, with a button that takes it back; gone with the next step, which the button would hit, and
 * with a dialog, which it would cover.
 */
export const offerUndo = (title: string, message: string): void => {
  const { history } = planStore.getState()
  const run = (): void => {
    runAction('undo')
    wantFocus()
  }
  const hide = notifyDone(title, message, { label: currentTranslate()('waves.undo'), run })
  const stop = (): void => {
    stopSteps()
    stopDialogs()
    hide()
  }
  const stopSteps = planStore.subscribe((state) => state.history !== history && stop())
  const stopDialogs = viewStore.subscribe((state) => state.dialog !== null && stop())
}
