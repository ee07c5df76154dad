import { createHash } from 'node:crypto'
import { open, readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlanFile } from '@core/formats/plan-file'
import { failure, ok } from '@core/result'
import type { Result } from '@core/result'
import type { FileError, OpenPlanError, SnapshotError } from '../contract/errors'
import type { SnapshotToWrite } from '../contract/host-api'
import type { SnapshotInfo } from '../contract/state-file'
import { writeFileSafely } from '../files/atomic-write'
import { oneAtATime } from '@core/one-at-a-time'
import { decodePlanBytes } from '../files/plan-files'
import { readWhole } from '../files/read-whole'
import { snapshotsToRemove } from './rotation'
import { headerLimit, packSnapshot, readHeader, unpackSnapshot } from './snapshot-format'

export type SnapshotStore = {
  /** Packed, synced, read back, and the old ones rotated, when it resolves. */
  readonly write: (request: SnapshotToWrite) => Promise<Result<SnapshotInfo, FileError>>
  /** Newest first. What is damaged or no snapshot is left out: each file is read and its hash compared. */
  readonly list: () => Promise<readonly SnapshotInfo[]>
  /** Whether anybody has worked here before. */
  readonly isEmpty: () => Promise<boolean>
  readonly read: (id: string) => Promise<Result<PlanFile, SnapshotError | OpenPlanError>>
}

const extension = '.wavesnapshot'
const maxMegabytes = 400

export type SnapshotStoreOptions = {
  readonly folder: string
  readonly now: () => Date
  /** Bytes that may still be written where the folder is; null where unknown. */
  readonly freeBytes: () => Promise<number | null>
}

export const createSnapshotStore = (options: SnapshotStoreOptions): SnapshotStore => {
  const inOrder = oneAtATime()
  return {
    list: () => listWhole(options.folder),
    isEmpty: async () => (await listSnapshots(options.folder)).length === 0,
    write: (request) => inOrder(() => writeSnapshot(options, request)),
    read: async (id) => {
      // Only what is in the list is read, so that an id can never be a path to somewhere else.
      const found = (await listSnapshots(options.folder)).find((snapshot) => snapshot.id === id)
      return found ? readSnapshot(join(options.folder, found.id)) : failure({ type: 'no-such-snapshot' })
    },
  }
}

const writeSnapshot = async (
  options: SnapshotStoreOptions,
  { plan, text, revision, reason, file }: SnapshotToWrite,
): Promise<Result<SnapshotInfo, FileError>> => {
  const fields = {
    planId: plan.id, planName: plan.name, revision, at: options.now().toISOString(), reason,
    items: plan.items, ...(file !== undefined && { file }),
  }
  const bytes = await packSnapshot(fields, text)
  const id = nameOf(fields.at, plan.id, revision)
  const path = join(options.folder, id)
  const free = await options.freeBytes()
  // Filling the last of the disk with a copy would bring about the very loss that it is made against.
  if (free !== null && free < bytes.byteLength * 3) return failure({ type: 'disk-full', path })
  const written = await writeFileSafely(path, bytes)
  if (!written.ok) return written
  await rotate(options.folder)
  return ok({ id, ...fields, bytes: bytes.byteLength })
}

/** Sorts by time; two plans may be written in one millisecond. */
const nameOf = (at: string, planId: string, revision: number): string => {
  const plan = createHash('sha256').update(planId).digest('hex').slice(0, 8)
  return `${at.replaceAll(':', '')}-${plan}-${revision}${extension}`
}

const rotate = async (folder: string): Promise<void> => {
  const snapshots = await listSnapshots(folder)
  // One that cannot be removed now is removed another time.
  await Promise.all(snapshotsToRemove(snapshots).map((id) => unlink(join(folder, id)).catch(() => undefined)))
}

/** One after the other: together they may be some hundred megabytes. */
const listWhole = async (folder: string): Promise<readonly SnapshotInfo[]> => {
  const whole: SnapshotInfo[] = []
  for (const snapshot of await listSnapshots(folder)) {
    const file = await readWhole(join(folder, snapshot.id), maxMegabytes)
    if (file.ok && unpackSnapshot(file.value).ok) whole.push(snapshot)
  }
  return whole
}

/** By their headers and lengths only. */
const listSnapshots = async (folder: string): Promise<readonly SnapshotInfo[]> => {
  const names = await readdir(folder).catch(() => [])
  const snapshots = names.filter((name) => name.endsWith(extension)).map((name) => snapshotInfo(folder, name))
  const found = (await Promise.all(snapshots)).filter((snapshot) => snapshot !== null)
  return found.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

const snapshotInfo = async (folder: string, id: string): Promise<SnapshotInfo | null> => {
  const start = await firstBytes(join(folder, id)).catch(() => null)
  const found = start && readHeader(start)
  if (!found) return null
  const { planId, planName, revision, at, reason, items, file } = found.header
  const { size } = await stat(join(folder, id))
  return size === found.length + found.header.bytes ? { id, planId, planName, revision, at, reason, bytes: size, ...(items !== undefined && { items }), ...(file !== undefined && { file }) } : null
}

const firstBytes = async (path: string): Promise<Uint8Array> => {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerLimit), 0, headerLimit, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const readSnapshot = async (path: string): Promise<Result<PlanFile, SnapshotError | OpenPlanError>> => {
  const file = await readWhole(path, maxMegabytes)
  if (!file.ok) return file
  const packed = unpackSnapshot(file.value)
  return packed.ok ? decodePlanBytes(packed.value, path) : packed
}
