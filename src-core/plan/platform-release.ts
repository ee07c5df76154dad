import type { IsoDate } from '../estate/item'
import type { PlanDocument } from './plan-document'

export type PlatformHolder = {
  readonly itemId: string
  /** null for a retained or unplanned item. */
  readonly waveId: string | null
  readonly reason: 'retained' | 'unplanned' | 'last-wave'
}

export type PlatformRelease = {
  readonly platformId: string
  /**
   * empty: nothing is on it, or all has left in waves that are done. dated: `freeOn` is known. undated: everything on
   * it is planned, but the last wave has no end. unplanned: something on it has no wave yet. never: something on it
   * is retained.
   */
  readonly state: 'empty' | 'dated' | 'undated' | 'unplanned' | 'never'
  readonly freeOn: IsoDate | null
  /** The wave in which the last planned item leaves. */
  readonly waveId: string | null
  /** How many items are on it, those that have left included. */
  readonly items: number
  readonly holders: readonly PlatformHolder[]
}

/** When each legacy platform is free, and what holds it up (DESIGN 5, point 10). */
export const platformReleases = (_document: PlanDocument): readonly PlatformRelease[] => {
  throw new Error('not written yet')
}
