import { oneAtATime } from '@core/one-at-a-time'
import { failure, ok } from '@core/result'
import type { Result } from '@core/result'
import { databaseVersion } from '@main/contract/versions'
import { loadPlan } from './load-plan'
import { declareWorkingCopy, storedVersion } from './schema'
import type { WorkingCopy } from './schema'
import { reasonOf, storeErrorOf } from './store-error'
import type { DatabaseError, PlanDatabase, StoreError } from './stored-plan'
import { clearAll, writePlace, writeStep, writeWholePlan } from './write-plan'
import type { Place, Stored } from './write-plan'
import { takeWriterLock } from './writer-lock'

export type { DatabaseError, LoadProblem, PlanDatabase, StepToStore, StoreError, StoredPlan } from './stored-plan'

/** Opens the working copy, for this window alone. `name` is for tests. */
export const openDatabase = async (name = 'wavewright'): Promise<Result<PlanDatabase, DatabaseError>> => {
  const release = await takeWriterLock(`${name}-writer`)
  if (!release) return failure({ type: 'locked' })
  const opened = await openLocked(name, release).catch((error: unknown) => {
    const unavailable: DatabaseError = { type: 'unavailable', reason: reasonOf(error) }
    return failure(unavailable)
  })
  if (!opened.ok) release()
  return opened
}

const openLocked = async (name: string, release: () => void): Promise<Result<PlanDatabase, DatabaseError>> => {
  const found = await withPatience(() => storedVersion(name))
  if (found !== null && found > databaseVersion) {
    return failure({ type: 'newer-version', found, known: databaseVersion })
  }
  const database = await withPatience(async () => {
    const declared = declareWorkingCopy(name)
    await declared.open()
    return declared
  })
  return ok(planDatabase(database, release, found !== null && found < databaseVersion))
}

/** Milliseconds between attempts. */
const patience = [50, 200, 800]

/**
 * Chromium answers the first question to a damaged store with an error and clears it; the next finds it empty, which
 * the state file of the main process then shows to be a loss. Without patience it would seem unusable.
 */
const withPatience = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (const milliseconds of patience) {
    try {
      return await ask()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
    }
  }
  return ask()
}

/** What the open handle remembers of the database, so that a step is compared with that instead of read again. */
type Memory = {
  /** null: unknown, since a write failed or nothing was read yet. The next step then writes the whole plan. */
  stored: Stored | null
  place: Place
}

const nowhere: Place = { filePath: null, fileRevision: null }

const planDatabase = (database: WorkingCopy, release: () => void, isUpgraded: boolean): PlanDatabase => {
  const inOrder = oneAtATime()
  const memory: Memory = { stored: null, place: nowhere }
  const write = (act: () => Promise<void>): Promise<Result<null, StoreError>> => inOrder(() => attempt(act))
  return {
    isUpgraded,
    loadOpenPlan: () => inOrder(() => load(database, memory)),
    storeWholePlan: (plan) =>
      write(async () => {
        memory.stored = null
        memory.place = { filePath: plan.filePath, fileRevision: plan.fileRevision }
        memory.stored = await writeWholePlan(database, plan)
      }),
    storeStep: (step) =>
      write(async () => {
        const { stored, place } = memory
        memory.stored = null
        memory.stored =
          stored?.document === step.previous
            ? await writeStep(database, stored, step, place)
            : await writeWholePlan(database, { ...place, ...step, document: step.next })
      }),
    storeFile: (filePath, fileRevision) =>
      write(async () => {
        memory.place = { filePath, fileRevision }
        await writePlace(database, memory.place)
      }),
    forget: () =>
      write(async () => {
        memory.stored = null
        memory.place = nowhere
        await clearAll(database)
      }),
    close: () =>
      inOrder(async () => {
        database.close()
        release()
      }),
  }
}

const load = async (database: WorkingCopy, memory: Memory): ReturnType<PlanDatabase['loadOpenPlan']> => {
  const loaded = await loadPlan(database)
  if (!loaded.ok) return loaded
  if (!loaded.value) return ok(null)
  const { plan, layouts, lastBlockId } = loaded.value
  memory.stored = { document: plan.document, layouts, lastBlockId }
  memory.place = { filePath: plan.filePath, fileRevision: plan.fileRevision }
  return ok(plan)
}

const attempt = async (act: () => Promise<void>): Promise<Result<null, StoreError>> => {
  try {
    await act()
    return ok(null)
  } catch (error) {
    return failure(storeErrorOf(error))
  }
}
