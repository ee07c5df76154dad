import type { PlanFileError } from '@core/formats/plan-file'

/** What the file system said. `storage.ts` of the catalogue says each. */
export type FileError =
  | { readonly type: 'not-found'; readonly path: string }
  | { readonly type: 'no-permission'; readonly path: string }
  | { readonly type: 'is-folder'; readonly path: string }
  /** Another program holds the file, and did not let go while we tried again. */
  | { readonly type: 'in-use'; readonly path: string }
  | { readonly type: 'disk-full'; readonly path: string }
  | { readonly type: 'read-only'; readonly path: string }
  | { readonly type: 'too-large'; readonly path: string; readonly megabytes: number }
  | { readonly type: 'disk-error'; readonly path: string; readonly code: string }
  /** What was read back is not what was written: the disk lies. */
  | { readonly type: 'not-kept'; readonly path: string }

/** The file was read, but is not a plan that we understand. */
export type PlanContentError = { readonly type: 'not-a-plan'; readonly path: string; readonly reason: PlanFileError }

export type OpenPlanError = FileError | PlanContentError

export type SnapshotError = FileError | { readonly type: 'no-such-snapshot' } | { readonly type: 'damaged-snapshot' }
