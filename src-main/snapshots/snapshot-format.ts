import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { z } from 'zod'
import { failure, ok } from '@core/result'
import type { Result } from '@core/result'
import { snapshotReasons } from '../contract/state-file'
import type { SnapshotInfo } from '../contract/state-file'
import { sha256 } from '../files/atomic-write'

const zipped = promisify(gzip)

/**
 * A snapshot file: one line of JSON, so that a list needs no unpacking, then the packed text of a `.waveplan`, whose
 * hash the line holds. What is in a snapshot is thereby an ordinary plan file with its own versions and migrations.
 */
const headerSchema = z.object({
  format: z.literal('wavewright-snapshot'),
  version: z.literal(1),
  planId: z.string(),
  planName: z.string(),
  revision: z.int().nonnegative(),
  at: z.iso.datetime(),
  reason: z.enum(snapshotReasons),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  items: z.int().nonnegative().optional(),
  file: z.string().optional(),
})

export type SnapshotHeader = z.infer<typeof headerSchema>
export type SnapshotFields = Pick<SnapshotInfo, 'planId' | 'planName' | 'revision' | 'at' | 'reason' | 'items' | 'file'>

/** Longer than any header: names are cut. */
export const headerLimit = 4096
const nameLimit = 300

export const packSnapshot = async (fields: SnapshotFields, planText: string): Promise<Uint8Array> => {
  const packed = await zipped(planText, { level: 3 })
  const header: SnapshotHeader = {
    format: 'wavewright-snapshot',
    version: 1,
    ...fields,
    planId: fields.planId.slice(0, nameLimit),
    planName: fields.planName.slice(0, nameLimit),
    sha256: sha256(packed),
    bytes: packed.byteLength,
  }
  return Buffer.concat([headerLine(header), packed])
}

/** Without the file's path where that would make it too long to be found again. */
const headerLine = (header: SnapshotHeader): Buffer => {
  const line = Buffer.from(`${JSON.stringify(header)}\n`)
  const { file: _tooLong, ...rest } = header
  return line.byteLength <= headerLimit ? line : Buffer.from(`${JSON.stringify(rest)}\n`)
}

/** The header out of the first bytes of a file, or null where this is no snapshot. */
export const readHeader = (start: Uint8Array): { header: SnapshotHeader; length: number } | null => {
  const end = start.subarray(0, headerLimit).indexOf(0x0a)
  if (end < 0) return null
  try {
    const parsed = headerSchema.safeParse(JSON.parse(new TextDecoder().decode(start.subarray(0, end))))
    return parsed.success ? { header: parsed.data, length: end + 1 } : null
  } catch {
    return null
  }
}

/** The packed plan text, once its hash has been found right. */
export const unpackSnapshot = (file: Uint8Array): Result<Uint8Array, { readonly type: 'damaged-snapshot' }> => {
  const found = readHeader(file)
  if (!found) return failure({ type: 'damaged-snapshot' })
  const packed = file.subarray(found.length)
  const isWhole = packed.byteLength === found.header.bytes && sha256(packed) === found.header.sha256
  return isWhole ? ok(packed) : failure({ type: 'damaged-snapshot' })
}
