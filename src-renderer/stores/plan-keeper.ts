import type { Step, History } from '@core/plan/history'
import type { PlanDocument } from '@core/plan/plan-document'

export type KeptPlan = {
  readonly document: PlanDocument
  readonly history: History
  readonly filePath: string | null
  /** True when the file at `filePath` holds exactly this. */
  readonly fileSaved: boolean
}

/** What happened to the log: a new step (which forgets what was undone), the last one undone, or one done again. */
export type StepKind = 'do' | 'undo' | 'redo'

/**
 * Where the working copy lies (src-renderer/db). Each promise resolves only when its transaction is committed and
 * rejects with the reason when it is not. The plan store calls one at a time, in order.
 */
export type PlanKeeper = {
  readonly storeWholePlan: (plan: KeptPlan) => Promise<void>
  readonly storeStep: (kind: StepKind, step: Step, after: KeptPlan) => Promise<void>
  readonly storeFile: (document: PlanDocument, filePath: string | null, fileSaved: boolean) => Promise<void>
  readonly clear: () => Promise<void>
}

/** Keeps nothing: before the database is open, and in tests of other things. */
export const noKeeper: PlanKeeper = {
  storeWholePlan: () => Promise.resolve(),
  storeStep: () => Promise.resolve(),
  storeFile: () => Promise.resolve(),
  clear: () => Promise.resolve(),
}
