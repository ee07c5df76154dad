/** Shapes of what the main process keeps outside Chromium, so that a loss inside it is noticed (storage.md, 3). */

/** The plan that was open last, as far as main was told. */
export type OpenPlanState = {
  readonly planId: string
  readonly planName: string
  /** Counts the changes of the plan, from 1; the same number as in the database. */
  readonly revision: number
}

export type ProgramVersions = {
  /** The product, `0.1.0`. */
  readonly program: string
  /** `45.4.1`, or null where there is none (tests). */
  readonly electron: string | null
  /** Chromium's, which decides whether it can read its own database. */
  readonly chromium: string | null
  /** The version of our IndexedDB layout. */
  readonly database: number
  /** The version of `.waveplan`. */
  readonly planFile: number
}

export type KeptState = {
  /** null: no plan was open, so an empty database is as it should be. */
  readonly openPlan: OpenPlanState | null
  readonly lastSnapshot: { readonly id: string; readonly planId: string; readonly revision: number } | null
  readonly versions: ProgramVersions
}

/** `newer-program`: a later version has written here, so the database must not be opened; `none`: first start. */
export type KeptStateReading =
  | { readonly type: 'none' }
  | { readonly type: 'kept'; readonly state: KeptState }
  | { readonly type: 'newer-program'; readonly program: string }
  /** The state file is damaged; snapshots may still be there. */
  | { readonly type: 'unreadable' }

export const snapshotReasons = ['change', 'opened', 'import', 'migration', 'restore', 'delete', 'close'] as const
/** What the snapshot was written for; all but `change` are written at once, before that happens. */
export type SnapshotReason = (typeof snapshotReasons)[number]

export type SnapshotInfo = {
  /** What `readSnapshot` takes. Not a path. */
  readonly id: string
  readonly planId: string
  readonly planName: string
  readonly revision: number
  /** When it was written, ISO with milliseconds, UTC. */
  readonly at: string
  readonly reason: SnapshotReason
  readonly bytes: number
  /** How many items the plan has. Absent in snapshots of earlier versions. */
  readonly items?: number
  /** The plan file that held exactly this when it was written; absent where none did. */
  readonly file?: string
}
