import { useEffect } from 'react'
import { focusViewIfLost } from '../app/focus-view'

const overlays = '[role="dialog"], [role="menu"], [role="listbox"]'

let lastBehind: HTMLElement | null = null

if (typeof document !== 'undefined') {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.closest(overlays) === null) lastBehind = target
  })
}

const isModalOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null

/**
 * Gives the keyboard back to what had it before a dialog, or to the view where that is gone; unless something else has
 * it by then. Remembered from outside, as what is in a dialog may take the focus before the dialog can look.
 */
export const useFocusBack = (isOpen: boolean): void => {
  useEffect(() => {
    if (!isOpen) return
    const before = lastBehind
    // Once what the dialog leads to has had its turn: another dialog, a card that was moved, a field that is filled in.
    return () => void setTimeout(() => {
      const { activeElement, body } = document
      if (isModalOpen() || (activeElement !== null && activeElement !== body)) return
      if (before?.isConnected) before.focus({ preventScroll: true })
      focusViewIfLost()
    })
  }, [isOpen])
}
