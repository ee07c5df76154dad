import { failure, ok } from '@core/result'
import type { Result } from '@core/result'
import type { PlanDatabase, StoreError } from '../db/plan-store-db'
import type { Kept } from './plan-store'

/** Where the working copy lies. The database is one; a test may pass another. */
export type PlanKeeper = Pick<PlanDatabase, 'storeWholePlan' | 'storeStep' | 'storeFile' | 'forget'>

type Write = (keeper: PlanKeeper) => Promise<Result<null, StoreError>>
type Report = (kept: Kept, reason: string | null) => void

const notYet = (): Promise<Result<null, StoreError>> =>
  Promise.resolve(failure({ type: 'write-failed', reason: 'the working copy is not open' }))

const noKeeper: PlanKeeper = { storeWholePlan: notYet, storeStep: notYet, storeFile: notYet, forget: notYet }

/** Until the database is open nothing is kept, and that is said; only forgetting nothing succeeds. */
let keeper: PlanKeeper = { ...noKeeper, forget: () => Promise.resolve(ok(null)) }
let writes: Promise<void> = Promise.resolve()
let waiting = 0
/** Why the database is behind the plan, since a write failed; null while it is not. */
let gap: string | null = null

/** Names where the working copy is kept; called once when the program starts, before a plan opens. */
export const setKeeper = (next: PlanKeeper): void => {
  keeper = next
}

/** Why nothing may be written now, or null. */
let held: string | null = null

/**
 * Stops writing, with the reason that is shown, and goes on again with null: on a disk that is nearly full Chromium can
 * lose the whole database, so keeping nothing more is safer than keeping a little (reference figures: 9 times of 10).
 */
export const holdWrites = (reason: string | null): void => {
  held = reason
}

const attempt = async (write: Write): Promise<string | null> => {
  if (held !== null) return held
  try {
    const result = await write(keeper)
    return result.ok ? null : result.error.reason
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** `plan`: after it the database holds the plan whole. `place`: it only says which file the plan belongs to. */
export type WriteKind = 'plan' | 'place'

/**
 * Writes follow each other in the order of the changes. `kept` is reported only when nothing waits any more, so it is
 * never said of a plan that is ahead of the database. A step after a failed write is the whole plan again: the database
 * sees that by itself, from the step's `previous`. Until such a write has succeeded, it stays `failed`.
 */
export const queueWrite = (kind: WriteKind, write: Write, report: Report): Promise<void> => {
  waiting += 1
  if (gap === null) report('keeping', null)
  writes = writes.then(async () => {
    const reason = await attempt(write)
    waiting -= 1
    if (reason !== null) gap = reason
    else if (kind === 'plan') gap = null
    if (gap !== null) report('failed', gap)
    else report(waiting === 0 ? 'kept' : 'keeping', null)
  })
  return writes
}

/** Resolves when all that was asked to be kept is kept, or has failed. */
export const flushWrites = (): Promise<void> => writes
