import { useEffect, useEffectEvent, useId } from 'react'

/** An open list, menu or calendar takes the key for itself, and says so. */
const isTaken = (element: Element | null): boolean => element?.getAttribute('data-mantine-stop-propagation') === 'true'

const topmost = (): Element | null => [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? null

/**
 * Closes what has the returned id by Escape, unless the key is meant for what lies over it, such as a popover or another
 * dialog. Mantine's own way closes every dialog at once.
 */
export const useEscape = (isOpen: boolean, close: () => void): string => {
  const id = useId()
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : null
    if (event.key !== 'Escape' || event.isComposing || isTaken(target)) return
    const meant = target?.closest('[role="dialog"]') ?? topmost()
    if (meant !== null && document.getElementById(id)?.contains(meant)) close()
  })
  useEffect(() => {
    if (!isOpen) return undefined
    // Before anything within handles the key: what closes by it is still open, and so known to be meant.
    const listen = (event: KeyboardEvent): void => onKeyDown(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [isOpen])
  return id
}
