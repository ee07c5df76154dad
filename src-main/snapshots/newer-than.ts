import type { ProgramVersions } from '../contract/state-file'

const partsOf = (version: string): readonly number[] => version.split('.').map((part) => Number.parseInt(part, 10) || 0)

/** Compares `1.10.0` and `1.9.2` by number. Positive: `a` is later. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [partsOf(a), partsOf(b)]
  const length = Math.max(left.length, right.length)
  for (let index = 0; index < length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const major = (version: string): number => partsOf(version)[0] ?? 0

/**
 * Whether what was written by `there` must not be touched by `here`. Chromium clears a database whose format is
 * newer than it knows, and its format goes with its major version.
 */
export const isNewerThan = (there: ProgramVersions, here: ProgramVersions): boolean =>
  compareVersions(there.program, here.program) > 0 ||
  there.database > here.database ||
  there.planFile > here.planFile ||
  (there.chromium !== null && here.chromium !== null && major(there.chromium) > major(here.chromium))
