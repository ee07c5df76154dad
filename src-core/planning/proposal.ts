import type { NewId } from '../ids'
import type { Wave } from '../plan/wave'
import type { PlanBounds } from './plan-bounds'
import type { Weights } from './weights'

export const objectives = ['balanced', 'waves', 'bridges'] as const
export type Objective = (typeof objectives)[number]

/**
 * What may be moved. Settled waves never are.
 * - fill: groups that have a wave keep it where that breaks nothing; the others are placed around them
 * - replan: every group of a planned wave may go elsewhere
 * - repair: as few groups as possible are moved until no hard violation is left; what is unplanned stays so unless it is needed
 */
export const modes = ['fill', 'replan', 'repair'] as const
export type Mode = (typeof modes)[number]

/** What a proposal holds that another search can go on from. */
export type StartingPlan = Pick<Proposal, 'placements' | 'newWaves'>

export type ProposeOptions = {
  /** Person-days a wave; overrides the waves' own. */
  readonly capacity?: number
  /** Items a wave; overrides the waves' own. */
  readonly maxItems?: number
  /** The most waves allowed, those that exist included. */
  readonly maxWaves?: number
  readonly objective: Objective
  /** `fill` where nothing is said. */
  readonly mode?: Mode
  /** How much each aim counts beside its usual weight for the objective. */
  readonly weights?: Partial<Weights>
  /** The search goes on until then while it may find better; results repeat by `steps` and `seed` only. */
  readonly seconds?: number
  /** How many moves the improvement tries. */
  readonly steps?: number
  /**
   * A plan found before for the same document and options, to go on from: nothing is constructed or proved anew, its new
   * waves keep their ids, and what comes is never worse. Give another seed, or the same is searched again.
   */
  readonly start?: StartingPlan
  readonly seed: number
  readonly newId: NewId
}

/** What is said of a plan while the search goes on. */
export type PlanMeasures = {
  /** Waves that hold anything. */
  readonly waves: number
  /** Price of all bridges over their time. */
  readonly bridgePrice: number
  readonly unplaced: number
  /** Groups in another wave than before, those newly planned included. */
  readonly moved: number
}

export type ProposeProgress = {
  readonly phase: 'preparing' | 'placing' | 'improving'
  /** 0 to 1. */
  readonly done: number
  readonly steps: number
  /** Of the best plan so far. */
  readonly best?: PlanMeasures
}

export type ProposeControl = {
  /** Milliseconds from any fixed point. */
  readonly now: () => number
  readonly isCancelled: () => boolean
  /** About ten times a second. */
  readonly onProgress: (progress: ProposeProgress) => void
  /** The first plan at once, then better ones as they come (about twice a second); each could be accepted as it is. */
  readonly onBetter?: (proposal: Proposal) => void
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
  /** What no complete plan can do without, and why. */
  readonly bounds: PlanBounds
  readonly measures: PlanMeasures
}
