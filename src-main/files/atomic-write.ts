import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import * as fs from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { failure, ok } from '@core/result'
import type { Result } from '@core/result'
import type { FileError } from '../contract/errors'
import { errorCode, fileErrorOf } from './file-error'

/** The calls that are made, so that tests can make one of them fail as a disk or a virus scanner does. */
export type WriteSystem = Pick<
  typeof fs,
  'access' | 'mkdir' | 'open' | 'readFile' | 'realpath' | 'rename' | 'stat' | 'unlink'
> & {
  /** Milliseconds. */
  readonly pause: (milliseconds: number) => Promise<unknown>
}

const realSystem: WriteSystem = { ...fs, pause }

/** Milliseconds between attempts while a virus scanner or an indexer holds the file: 1.6 s together. */
const patience = [10, 30, 60, 100, 200, 400, 800]
const heldCodes = new Set(['EBUSY', 'EPERM', 'EACCES'])

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Puts `bytes` into `path` so that at every moment, power cuts included, either the old contents or the new are
 * there: a temporary file in the same folder, fsync, rename, fsync of the folder, read back and compared. Missing
 * folders are made. Gives the SHA-256 of what is on the disk.
 */
export const writeFileSafely = async (
  path: string,
  bytes: Uint8Array,
  system: WriteSystem = realSystem,
): Promise<Result<{ readonly sha256: string }, FileError>> => {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await system.mkdir(dirname(path), { recursive: true })
    const target = await targetOf(path, system)
    await writeSynced(temporary, bytes, target.mode, system)
    await whileHeld(() => system.rename(temporary, target.path), system)
    await syncFolder(dirname(target.path), system)
    const wanted = sha256(bytes)
    const kept = sha256(await system.readFile(target.path))
    return kept === wanted ? ok({ sha256: kept }) : failure({ type: 'not-kept', path })
  } catch (error) {
    await system.unlink(temporary).catch(() => undefined)
    return failure(fileErrorOf(error, path))
  }
}

/** Writes through a link instead of replacing it, keeps the mode, and respects a file that is marked read-only. */
const targetOf = async (path: string, system: WriteSystem): Promise<{ path: string; mode: number | undefined }> => {
  try {
    const real = await system.realpath(path)
    const stat = await system.stat(real)
    if (stat.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' })
    await system.access(real, constants.W_OK)
    return { path: real, mode: stat.mode & 0o777 }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { path, mode: undefined }
    throw error
  }
}

const writeSynced = async (
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
  system: WriteSystem,
): Promise<void> => {
  const file = await system.open(path, 'wx', mode)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

const whileHeld = async (act: () => Promise<void>, system: WriteSystem): Promise<void> => {
  for (const milliseconds of patience) {
    try {
      return await act()
    } catch (error) {
      if (!heldCodes.has(errorCode(error))) throw error
      await system.pause(milliseconds)
    }
  }
  return act()
}

/** The rename itself is on the disk only when the folder is. Windows cannot open a folder, and needs no such thing. */
const syncFolder = async (folder: string, system: WriteSystem): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await system.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
