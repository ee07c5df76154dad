import type { Reason } from './reason'

/** A reason as the propagation reads it; groups are indexes into the plan's groups, waves are positions. */
export type Constraint = Exclusion | Arc

/** Keeps one group out of the waves marked 1. `isFixed`: the group lies where it lies, whatever else is asked of it. */
export type Exclusion = {
  readonly kind: 'exclusion'
  readonly reason: Reason
  readonly group: number
  readonly excludes: Uint8Array
  readonly isFixed: boolean
}

/** `next` lies at least `lag` waves, by number, after `first`. */
export type Arc = {
  readonly kind: 'arc'
  readonly reason: Reason
  readonly first: number
  readonly next: number
  readonly lag: number
}

/** Constraints over waves of these numbers, ascending. */
export type Constraints = { readonly numbers: Float64Array; readonly list: readonly Constraint[] }

const mirrored = (constraint: Constraint): Constraint =>
  constraint.kind === 'arc'
    ? { ...constraint, first: constraint.next, next: constraint.first }
    : { ...constraint, excludes: constraint.excludes.toReversed() }

/** The same with time running backwards, so that what finds first waves finds last ones. Position p becomes K - 1 - p. */
export const mirror = ({ numbers, list }: Constraints): Constraints => ({
  numbers: numbers.map((number) => -number).toReversed(),
  list: list.map(mirrored),
})
