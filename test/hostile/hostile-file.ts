/** A file that no one should have to open, made anew by the tests. */
export type HostileFile = {
  /** What is wrong with it; also the name of the test. */
  readonly name: string
  readonly fileName: string
  readonly bytes: () => Buffer
  /** How it must end: `rows`, a type of error, or either where it depends on the parser of that format. */
  readonly ends: string | readonly string[]
  /** Takes seconds to make or to read: only for the long tests and the bench. */
  readonly slow?: true
}

/** A stream of numbers from 0 up to 1, the same for the same seed. (mulberry32) */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
