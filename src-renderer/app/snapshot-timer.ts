export type SnapshotTimerOptions = {
  /** Milliseconds of quiet after the last change. */
  readonly quiet: number
  /** Milliseconds that changes may go on without a snapshot. */
  readonly longest: number
  readonly write: () => void
  readonly now: () => number
  /** Returns what calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void
}

export type SnapshotTimer = { readonly changed: () => void; readonly stop: () => void }

/** Some seconds after the last change, and every few minutes while changes go on (storage.md, point 2). */
export const createSnapshotTimer = (options: SnapshotTimerOptions): SnapshotTimer => {
  let firstChange: number | null = null
  let callOff: () => void = () => undefined
  const write = (): void => {
    firstChange = null
    options.write()
  }
  const changed = (): void => {
    callOff()
    firstChange ??= options.now()
    const left = firstChange + options.longest - options.now()
    callOff = options.after(Math.max(0, Math.min(options.quiet, left)), write)
  }
  return { changed, stop: () => callOff() }
}
