import type { Result } from '@core/result'
import type { History } from '@core/plan/history'
import type { PlanDocument } from '@core/plan/plan-document'

/** The working copy of the open plan: what the next start continues with. */
export type StoredPlan = {
  readonly document: PlanDocument
  readonly history: History
  /** Counts the changes of this plan, from 1. One higher with every `storeStep`. */
  readonly revision: number
  /** The `.waveplan` that it was opened from or saved to. */
  readonly filePath: string | null
  /** The revision that the file holds; null: never saved to a file. */
  readonly fileRevision: number | null
}

export type DatabaseError =
  /** A later program has written here. Nothing was opened. */
  | { readonly type: 'newer-version'; readonly found: number; readonly known: number }
  /** Another window writes. */
  | { readonly type: 'locked' }
  | { readonly type: 'unavailable'; readonly reason: string }

export type StoreError =
  | { readonly type: 'disk-full'; readonly reason: string }
  | { readonly type: 'write-failed'; readonly reason: string }

export type LoadProblem =
  /** Records that belong together are not all there, or do not fit. */
  { readonly type: 'damaged'; readonly reason: string }

export type StepToStore = {
  /** What the database holds now; where it does not (a write has failed before), the whole plan is written instead. */
  readonly previous: PlanDocument
  readonly next: PlanDocument
  /** What happened to the log: a new step at the end of `done`, one moved between `done` and `undone`, or nothing. */
  readonly kind: 'do' | 'undo' | 'redo' | 'fact'
  /** As it is after the step. */
  readonly history: History
  readonly revision: number
}

/** One window's hold on the database: only one exists at a time. Calls are carried out in the order they are made. */
export type PlanDatabase = {
  /** An earlier version of the program wrote it: what it held has just been brought to the present shape. */
  readonly isUpgraded: boolean
  loadOpenPlan(): Promise<Result<StoredPlan | null, LoadProblem>>
  /** Replaces whatever was stored, in one transaction. */
  storeWholePlan(plan: StoredPlan): Promise<Result<null, StoreError>>
  /** Writes the blocks that changed and the log, in one transaction, durable when it resolves. */
  storeStep(step: StepToStore): Promise<Result<null, StoreError>>
  /** After the plan was saved to a file, or opened from one. */
  storeFile(filePath: string | null, fileRevision: number | null): Promise<Result<null, StoreError>>
  /** The plan was closed: nothing is open at the next start. */
  forget(): Promise<Result<null, StoreError>>
  /** Lets go of the database and of the lock, after what was asked for before. */
  close(): Promise<void>
}
