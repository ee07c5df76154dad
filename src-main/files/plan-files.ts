import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { decodePlanFile, encodePlanFile } from '@core/formats/plan-file'
import type { PlanFile } from '@core/formats/plan-file'
import { failure, ok } from '@core/result'
import type { Result } from '@core/result'
import type { FileError, OpenPlanError } from '../contract/errors'
import { writeFileSafely } from './atomic-write'
import { readWhole } from './read-whole'

const gunzipped = promisify(gunzip)

/** A region's plan is some 30 MB; a text of more than 512 MB does not fit into a string. */
const maxMegabytes = 400

/** Reads a `.waveplan` of this or any earlier version. */
export const openPlanFile = async (path: string): Promise<Result<PlanFile, OpenPlanError>> => {
  const bytes = await readWhole(path, maxMegabytes)
  if (!bytes.ok) return bytes
  return decodePlanBytes(bytes.value, path)
}

/** Plan text as bytes, packed or not. `path` is only for the error. */
export const decodePlanBytes = async (bytes: Uint8Array, path: string): Promise<Result<PlanFile, OpenPlanError>> => {
  const text = await textOf(bytes)
  if (text === null) return failure({ type: 'not-a-plan', path, reason: { type: 'not-a-plan-file' } })
  const decoded = decodePlanFile(text)
  return decoded.ok ? decoded : failure({ type: 'not-a-plan', path, reason: decoded.error })
}

/** The file is on the disk, synced and read back, when this says so. */
export const savePlanFile = async (path: string, plan: PlanFile): Promise<Result<null, FileError>> => {
  const bytes = new TextEncoder().encode(encodePlanFile(plan.document, plan.history))
  const written = await writeFileSafely(path, bytes)
  return written.ok ? ok(null) : written
}

const textOf = async (bytes: Uint8Array): Promise<string | null> => {
  try {
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
    const plain = isPacked ? await gunzipped(bytes, { maxOutputLength: maxMegabytes * 1024 * 1024 }) : bytes
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    return null
  }
}
