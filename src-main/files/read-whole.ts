import { readFile, stat } from 'node:fs/promises'
import { failure, ok } from '@core/result'
import type { Result } from '@core/result'
import type { FileError } from '../contract/errors'
import { fileErrorOf } from './file-error'

const megabyte = 1024 * 1024

/** The bytes of an ordinary file, which may be at most `maxMegabytes` large: looked at before anything is read. */
export const readWhole = async (path: string, maxMegabytes: number): Promise<Result<Uint8Array, FileError>> => {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return failure({ type: 'is-folder', path })
    // A pipe or a device would be read for ever.
    if (!found.isFile()) return failure({ type: 'disk-error', path, code: 'not a file' })
    if (found.size > maxMegabytes * megabyte) return failure({ type: 'too-large', path, megabytes: maxMegabytes })
    return ok(await readFile(path))
  } catch (error) {
    return failure(fileErrorOf(error, path))
  }
}
