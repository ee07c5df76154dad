import { z } from 'zod'
import { ok } from '@core/result'
import type { Result } from '@core/result'
import type { FileError } from '../contract/errors'
import type { KeptState, KeptStateReading, OpenPlanState, ProgramVersions, SnapshotInfo } from '../contract/state-file'
import { readJsonFile, writeJsonFile } from '../files/json-file'
import { oneAtATime } from '@core/one-at-a-time'
import { isNewerThan } from './newer-than'

const revision = z.int().nonnegative()

const stateSchema = z.object({
  version: z.literal(1),
  openPlan: z.object({ planId: z.string(), planName: z.string(), revision }).nullable(),
  lastSnapshot: z.object({ id: z.string(), planId: z.string(), revision }).nullable(),
  versions: z.object({
    program: z.string(),
    electron: z.string().nullable(),
    chromium: z.string().nullable(),
    database: z.number(),
    planFile: z.number(),
  }),
})

/** What every later version will also have, whatever else changes. */
const laterSchema = z.object({ version: z.number().gt(1), versions: z.object({ program: z.string() }) })

export type StateStore = {
  readonly reading: KeptStateReading
  readonly keepOpenPlan: (openPlan: OpenPlanState | null) => Promise<Result<null, FileError>>
  readonly keepSnapshot: (snapshot: SnapshotInfo) => Promise<Result<null, FileError>>
}

/**
 * The small file beside Chromium's data. `hasSnapshots` turns a missing file into an unreadable one: somebody has
 * worked here before.
 */
export const openStateStore = async (
  path: string,
  versions: ProgramVersions,
  hasSnapshots: boolean,
): Promise<StateStore> => {
  const reading = await readState(path, versions, hasSnapshots)
  let current: KeptState = reading.type === 'kept' ? { ...reading.state, versions } : { openPlan: null, lastSnapshot: null, versions }
  const inOrder = oneAtATime()
  const keep = (fields: Partial<KeptState>): Promise<Result<null, FileError>> => {
    // What a later program has noted stays as it is: it is what keeps us from opening its database.
    if (reading.type === 'newer-program') return Promise.resolve(ok(null))
    current = { ...current, ...fields }
    const next = { version: 1, ...current }
    return inOrder(async () => {
      const written = await writeJsonFile(path, next)
      return written.ok ? ok(null) : written
    })
  }
  return {
    reading,
    keepOpenPlan: (openPlan) => keep({ openPlan }),
    keepSnapshot: ({ id, planId, revision }) => keep({ lastSnapshot: { id, planId, revision } }),
  }
}

const readState = async (path: string, versions: ProgramVersions, hasSnapshots: boolean): Promise<KeptStateReading> => {
  const found = await readJsonFile(path, stateSchema)
  if (found.type === 'none') return { type: hasSnapshots ? 'unreadable' : 'none' }
  if (found.type === 'unreadable') return laterProgramOf(found.text) ?? { type: 'unreadable' }
  const { version: _version, ...state } = found.value
  return isNewerThan(state.versions, versions)
    ? { type: 'newer-program', program: state.versions.program }
    : { type: 'kept', state }
}

const laterProgramOf = (text: string): KeptStateReading | null => {
  try {
    const later = laterSchema.safeParse(JSON.parse(text))
    return later.success ? { type: 'newer-program', program: later.data.versions.program } : null
  } catch {
    return null
  }
}
