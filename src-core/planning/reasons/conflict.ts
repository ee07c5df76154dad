import type { Proof } from './reason'

/**
 * Why no plan is without a hard violation, as small as it was found.
 * - window: the reasons leave one group without any wave
 * - cut: a hard dependency binds two move groups that were made by hand
 * - room: the groups must all lie in `waveIds`, by the reasons, and these hold less than they take together
 * - search: the reasons (and the room of `waveIds`) hold for no placing of the groups; all were tried
 */
export type Conflict = {
  readonly type: 'window' | 'cut' | 'room' | 'search'
  readonly groupIds: readonly string[]
  readonly reasons: Proof
  readonly waveIds: readonly string[]
  /** Of room: `effort` and `limit` in person-days, or `items` and `limit`. */
  readonly params: Readonly<Record<string, string | number>>
}
