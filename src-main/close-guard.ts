/** Asks the page before its window goes, so that what is pending is written first. */
export type CloseGuard = {
  /** The page listens from now on. */
  readonly watch: () => void
  /** A new page was loaded, or the page has crashed: nobody listens. */
  readonly forget: () => void
  /** Whether the window must stay for now; the page has then been asked. */
  readonly holds: () => boolean
  readonly confirm: () => void
  readonly refuse: () => void
}

export type CloseGuardOptions = {
  readonly ask: () => void
  readonly close: () => void
  /** Runs `act` after the patience is over; gives what calls that off. */
  readonly later: (act: () => void) => () => void
}

export const createCloseGuard = ({ ask, close, later }: CloseGuardOptions): CloseGuard => {
  let isWatched = false
  let callOff: (() => void) | null = null
  const stopWaiting = (): void => {
    callOff?.()
    callOff = null
  }
  const confirm = (): void => {
    stopWaiting()
    isWatched = false
    close()
  }
  return {
    watch: () => {
      isWatched = true
    },
    forget: () => {
      isWatched = false
      if (callOff) confirm()
    },
    holds: () => {
      if (!isWatched) return false
      if (!callOff) {
        callOff = later(confirm)
        ask()
      }
      return true
    },
    confirm,
    refuse: stopWaiting,
  }
}
