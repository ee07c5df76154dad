import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { OpenPlanState, SnapshotInfo } from '@main/contract/state-file'
import type { StoredPlan } from '../db/plan-store-db'

export type RestoreReason =
  | 'empty' | 'older' | 'other-plan' | 'damaged' | 'newer-program' | 'locked' | 'unavailable'

export type RestoreState = {
  readonly why: RestoreReason
  /** What was open last, as the main process remembers it. */
  readonly expected: OpenPlanState | null
  /** What the working copy holds all the same. */
  readonly stored: StoredPlan | null
  readonly snapshots: readonly SnapshotInfo[]
  /** The version that has worked here, or why the database could not be used. */
  readonly detail: string
}

export const restoreStore = createStore<RestoreState>()(() => ({
  why: 'empty',
  expected: null,
  stored: null,
  snapshots: [],
  detail: '',
}))

export const useRestoreState = (): RestoreState => useStore(restoreStore)
