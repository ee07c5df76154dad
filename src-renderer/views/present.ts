import { leaveFocus } from '../canvas/focus/focus-store'
import { clearSelection, showView } from '../stores/view-store'
import { currentViewPlace, hasViews, showViewAt } from './apply-view'
import { setPresenting, viewsStore } from './views-store'

/** The whole screen where the system allows it; a window that stays a window presents as well. */
const askForScreen = (): void => {
  void document.documentElement.requestFullscreen().catch(() => undefined)
}

const giveScreenBack = (): void => {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
}

/** Nothing but the picture, large: from the view that was shown last, or the first. */
export const startPresenting = (): void => {
  leaveFocus()
  clearSelection()
  showView('graph')
  setPresenting(true)
  askForScreen()
  if (hasViews()) showViewAt(Math.max(0, currentViewPlace()))
}

export const stopPresenting = (): void => {
  setPresenting(false)
  giveScreenBack()
}

export const togglePresenting = (): void => {
  if (viewsStore.getState().isPresenting) stopPresenting()
  else startPresenting()
}
