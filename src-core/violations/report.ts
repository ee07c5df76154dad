import type { Violation } from './violation'

/** Where rules tell what they find. A violation is only made when somebody wants to read it. */
export type Report = {
  readonly hard: (make: () => Violation) => void
  readonly warning: (make: () => Violation) => void
}

export type Count = { hard: number; warnings: number }

/** Counts, and makes nothing. */
export const counting = (count: Count): Report => ({
  hard: () => {
    count.hard += 1
  },
  warning: () => {
    count.warnings += 1
  },
})

/** Keeps every violation. */
export const collecting = (violations: Violation[]): Report => ({
  hard: (make) => {
    violations.push(make())
  },
  warning: (make) => {
    violations.push(make())
  },
})
