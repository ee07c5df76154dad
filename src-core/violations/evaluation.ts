import type { Violation } from './violation'

/** What lies in one wave, summed over the items of its move groups. A missing effort counts 1, a missing cost 0. */
export type WaveLoad = {
  readonly waveId: string
  /** Person-days. */
  readonly effort: number
  readonly items: number
  readonly cost: number
  readonly groups: number
}

/** All soft dependencies that span waves, and what they cost together (DESIGN 2 and 5, point 9). */
export type BridgeTotals = { readonly count: number; readonly price: number }

/** Something that was not checked, and why. */
export type Notice = {
  readonly type: 'undated-waves'
  readonly waveIds: readonly string[]
  readonly params: Readonly<Record<string, string | number>>
}

/** Everything that is wrong with the active scenario, and the figures beside it. */
export type Evaluation = {
  /** Hard ones first, then by type; complete: nothing is capped. */
  readonly violations: readonly Violation[]
  /** How many of them are hard. */
  readonly hard: number
  readonly warnings: number
  readonly bridges: BridgeTotals
  readonly notices: readonly Notice[]
  /** An entry for every wave of the scenario. */
  readonly loadByWaveId: ReadonlyMap<string, WaveLoad>
  /** Made when first asked for; a missing key means none. */
  readonly violationsByItemId: ReadonlyMap<string, readonly Violation[]>
  readonly violationsByGroupId: ReadonlyMap<string, readonly Violation[]>
  readonly violationsByDependencyId: ReadonlyMap<string, readonly Violation[]>
  readonly violationsByWaveId: ReadonlyMap<string, readonly Violation[]>
}
