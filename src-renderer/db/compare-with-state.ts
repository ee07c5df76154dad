import type { KeptStateReading, OpenPlanState } from '@main/contract/state-file'

/** What the database and the state file of the main process say together (storage.md, point 3). */
export type StartDecision =
  /** Neither knows of an open plan. */
  | { readonly type: 'nothing' }
  /** Continue with what the database holds. */
  | { readonly type: 'continue' }
  /** The database lost something: offer the snapshots, never an empty screen. */
  | { readonly type: 'restore'; readonly why: 'empty' | 'older' | 'other-plan' | 'damaged'; readonly expected: OpenPlanState | null }
  /** A later program worked here: do not open the database, offer to open a file. */
  | { readonly type: 'newer-program'; readonly program: string }

export type DatabaseContents =
  | { readonly type: 'empty' }
  | { readonly type: 'damaged' }
  | { readonly type: 'plan'; readonly planId: string; readonly revision: number }

export const compareWithState = (database: DatabaseContents, reading: KeptStateReading): StartDecision => {
  if (reading.type === 'newer-program') return { type: 'newer-program', program: reading.program }
  // Without a readable state file an empty database proves nothing: somebody has worked here before.
  if (reading.type === 'unreadable' && database.type === 'empty') return { type: 'restore', why: 'empty', expected: null }
  const expected = reading.type === 'kept' ? reading.state.openPlan : null
  if (database.type === 'damaged') return { type: 'restore', why: 'damaged', expected }
  if (!expected) return { type: database.type === 'plan' ? 'continue' : 'nothing' }
  if (database.type === 'empty') return { type: 'restore', why: 'empty', expected }
  if (database.planId !== expected.planId) return { type: 'restore', why: 'other-plan', expected }
  return database.revision < expected.revision ? { type: 'restore', why: 'older', expected } : { type: 'continue' }
}
