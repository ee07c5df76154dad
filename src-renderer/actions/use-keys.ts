import { useEffect } from 'react'
import { isMac } from '../app/platform-store'
import { planStore } from '../stores/plan-store'
import { runAction } from './action-registry'
import { actionOfKey, belongsToText, isOtherRedo, isSelectAll } from './keys'
import { createRunOnceStarted } from './run-once-started'

const isText = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}

/** While a dialog is open, plain letters are not commands to what lies behind it, wherever the focus is. */
const isInDialog = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"][aria-modal="true"]') !== null
  || (target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null)

const runOnceStarted = createRunOnceStarted(planStore, runAction)

const handleKey = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing) return
  // Where nothing else is meant by it, it would select every word of the window.
  if (isSelectAll(event) && !isText(event.target)) event.preventDefault()
  const id = isOtherRedo(event) ? 'redo' : actionOfKey(event, isMac())
  if (!id) return
  const plain = !event.ctrlKey && !event.metaKey && event.key.length === 1
  if (isText(event.target) && belongsToText(id, event)) return
  if (plain && isInDialog(event.target)) return
  // The browser's own meaning (print, close the tab, reload) must not happen even when ours is not possible now.
  event.preventDefault()
  if (planStore.getState().phase === 'starting') runOnceStarted(id)
  else if (!event.repeat || id === 'undo' || id === 'redo') runAction(id)
}

/** Every key of the table of actions, once for the window. */
export const useKeys = (): void => {
  useEffect(() => {
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [])
}
