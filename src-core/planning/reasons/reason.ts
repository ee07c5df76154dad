/**
 * One constraint of a plan, named: what keeps a move group out of waves, or binds two of them. Reasons of the same
 * constraint have the same id; `reasonSentence` says them.
 */
export const reasonTypes = [
  'pin', 'earliest', 'latest', 'freeze', 'capacity', 'max-items', 'capacity-rule', 'settled-wave', 'settled-group',
  'before', 'provider-first', 'retired', 'same-wave', 'together', 'apart', 'hard-cut',
] as const
export type ReasonType = (typeof reasonTypes)[number]

export type Reason = {
  readonly id: string
  readonly type: ReasonType
  /** The group that is kept out of waves; of two, the one that goes first. */
  readonly groupIds: readonly string[]
  /** The items that the constraint itself names; of an order, the first and the next. */
  readonly itemIds: readonly string[]
  /** The dependencies between the two groups that say the same. */
  readonly dependencyIds: readonly string[]
  readonly freezeWindowIds: readonly string[]
  /** The waves that it keeps the group out of, where it does so by itself. */
  readonly waveIds: readonly string[]
  readonly ruleId?: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Reasons that together rule something out, none of which could be left away. */
export type Proof = readonly Reason[]
