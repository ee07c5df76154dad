import type { ExtraField, IsoDate } from '../estate/item'

export const waveStatuses = ['planned', 'committed', 'running', 'done'] as const
export type WaveStatus = (typeof waveStatuses)[number]

export type Wave = {
  readonly id: string
  /** What people call it. Waves are kept in ascending number; gaps are allowed, so that a told number stays true. */
  readonly number: number
  readonly name?: string
  readonly start?: IsoDate
  readonly end?: IsoDate
  /** Person-days; absent means unlimited. */
  readonly capacity?: number
  readonly maxItems?: number
  readonly budget?: number
  readonly supplier?: string
  readonly status: WaveStatus
  readonly extra?: readonly ExtraField[]
}

/** Committed, running and done waves are facts: proposals leave their groups alone. */
export const isSettled = (wave: Wave): boolean => wave.status !== 'planned'
