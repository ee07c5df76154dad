/** Arguments that give a least number of waves. */
export const waveArguments = [
  'any', 'sum', 'halves', 'thirds', 'packing', 'items', 'capacity-rule', 'chain', 'apart', 'windows', 'search',
] as const
/**
 * - any: something is to be placed
 * - sum, items: all of the effort, all of the items, over what the waves hold
 * - halves, thirds, packing: groups of more than half, a third, some part of a wave cannot share one
 * - capacity-rule: what one capacity rule counts, over its limit
 * - chain: each strictly before the next
 * - apart: each apart from every other
 * - windows: what must lie in some stretches of waves, over what these hold
 * - search: the best possible for sizes and order, proved by branch, bound and remember
 */
export type WaveArgument = (typeof waveArguments)[number]

export type WaveBound = {
  /** Waves in use, settled ones included, that no complete plan is below. */
  readonly waves: number
  readonly argument: WaveArgument
  /** Of these, settled waves in use. */
  readonly settled: number
  /** The groups of the argument, where it is about few. */
  readonly groupIds: readonly string[]
  readonly ruleIds: readonly string[]
}

/** Why a bridge cannot be avoided. */
export const bridgeArguments = ['retained', 'settled', 'windows', 'lag', 'apart', 'room', 'too-large'] as const
/**
 * - retained: one end stays where it is: the bridge stands until the last wave ends, whenever the other one goes
 * - settled: both ends are in settled waves
 * - windows: no wave is open to both ends (pins, windows, freezes, order)
 * - lag: one is strictly before the other
 * - apart: a rule keeps them apart
 * - room: no wave holds both
 * - too-large: a set that hangs together is larger than any wave
 */
export type BridgeArgument = (typeof bridgeArguments)[number]

export type BridgePart = { readonly argument: BridgeArgument; readonly price: number; readonly bridges: number }

export type BridgeBound = {
  /** No complete plan has bridges of a smaller price. */
  readonly price: number
  /** The dearest first. */
  readonly parts: readonly BridgePart[]
}

export type PlanBounds = {
  readonly waves: WaveBound
  readonly bridges: BridgeBound
  /** Person-days of a new wave that a proposal took because nobody gave any: the bounds hold with these only. */
  readonly assumedCapacity: number | null
}
