/** Long enough for a window that is just closing or reloading to let go. */
const patienceMilliseconds = 3000

/** Takes the Web Lock `name` and gives what releases it; null while another window holds it. */
export const takeWriterLock = (name: string): Promise<(() => void) | null> =>
  new Promise((resolve) => {
    const hold = (): Promise<void> => new Promise((release) => resolve(() => release()))
    navigator.locks
      .request(name, { signal: AbortSignal.timeout(patienceMilliseconds) }, hold)
      .catch(() => resolve(null))
  })
