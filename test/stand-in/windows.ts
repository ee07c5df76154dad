import type { StandInWindow } from './browser-window.ts'

/** Apart from the window itself, so that the application can count windows without knowing what one is made of. */
const open = new Set<StandInWindow>()

export const openWindows = (): readonly StandInWindow[] => [...open]

export const addWindow = (window: StandInWindow): void => {
  open.add(window)
}

export const removeWindow = (window: StandInWindow): void => {
  open.delete(window)
}
