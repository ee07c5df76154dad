import { useRef } from 'react'
import type { RefObject } from 'react'

/** The focus is nowhere, or in a menu that is going. */
const isFocusFree = (): boolean => {
  const { activeElement, body } = document
  return activeElement === null || activeElement === body || activeElement.closest('[role="menu"]') !== null
}

type MenuReturn = {
  /** For the button that opens the menu. */
  readonly target: RefObject<HTMLButtonElement | null>
  readonly menu: { readonly returnFocus: false; readonly onClose: () => void }
}

/**
 * Gives the focus back to the button of a menu that has closed, unless what was chosen has taken it: a dialog in which one
 * goes on writing at once keeps it.
 */
export const useMenuReturn = (): MenuReturn => {
  const target = useRef<HTMLButtonElement>(null)
  const onClose = (): void => void requestAnimationFrame(() => {
    if (isFocusFree()) target.current?.focus({ preventScroll: true })
  })
  return { target, menu: { returnFocus: false, onClose } }
}
