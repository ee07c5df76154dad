import type { NewId } from '../ids'
import type { Wave } from '../plan/wave'

export const objectives = ['balanced', 'waves', 'bridges'] as const
export type Objective = (typeof objectives)[number]

export type ProposeOptions = {
  /** Person-days a wave; overrides the waves' own. */
  readonly capacity?: number
  /** Items a wave; overrides the waves' own. */
  readonly maxItems?: number
  /** The most waves allowed, those that exist included. */
  readonly maxWaves?: number
  readonly objective: Objective
  /** Only stops the search; results repeat by `steps` and `seed`. */
  readonly seconds?: number
  /** How many moves the improvement tries. */
  readonly steps?: number
  readonly seed: number
  readonly newId: NewId
}

export type ProposeProgress = {
  readonly phase: 'preparing' | 'placing' | 'improving'
  /** 0 to 1. */
  readonly done: number
  readonly steps: number
}

export type ProposeControl = {
  /** Milliseconds from any fixed point. */
  readonly now: () => number
  readonly isCancelled: () => boolean
  /** About ten times a second. */
  readonly onProgress: (progress: ProposeProgress) => void
}

export const obstacleTypes = [
  'too-large', 'too-many-items', 'no-wave', 'no-room', 'pin-unknown-wave', 'conflicting-rules', 'frozen', 'settled',
  'provider-unplaced', 'order-cycle', 'split-by-hand',
] as const
export type ObstacleType = (typeof obstacleTypes)[number]

/**
 * What stands in the way of a group that found no wave, or (`split-by-hand`) of a plan without a hard violation;
 * `obstacleSentence` says it.
 */
export type Obstacle = {
  readonly groupId: string
  readonly type: ObstacleType
  /** Other groups, rules, freeze windows and waves that take part. */
  readonly groupIds: readonly string[]
  readonly ruleIds: readonly string[]
  readonly freezeWindowIds: readonly string[]
  readonly waveIds: readonly string[]
  readonly params: Readonly<Record<string, string | number>>
}

/** What `placeGroups` accepts: a place for every group. Groups in settled waves are not among them: they stay. */
export type Proposal = {
  /** Group id to wave id, an existing one or one of `newWaves`; null for a group that is left out of every wave. */
  readonly placements: ReadonlyMap<string, string | null>
  /** Existing waves that get another capacity or item limit come with the same id; the rest are new. */
  readonly newWaves: readonly Wave[]
  /** Groups that are left out of every wave. */
  readonly unplaced: readonly string[]
  readonly obstacles: readonly Obstacle[]
  readonly steps: number
  /** Of the chosen objective; null when it is not known. */
  readonly provenOptimal: boolean | null
  readonly lowerBoundWaves: number | null
}
