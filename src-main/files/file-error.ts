import type { FileError } from '../contract/errors'

/** The code that Node gives an error of the operating system, or an empty text for any other. */
export const errorCode = (error: unknown): string => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

const typeByCode: Readonly<Record<string, Exclude<FileError['type'], 'too-large' | 'disk-error' | 'not-kept'>>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EISDIR: 'is-folder',
  EBUSY: 'in-use',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
}

/** What went wrong with `path`, as a value. An error that did not come from the operating system is a bug, and thrown. */
export const fileErrorOf = (error: unknown, path: string): FileError => {
  const code = errorCode(error)
  if (code === '') throw error
  const type = typeByCode[code]
  return type ? { type, path } : { type: 'disk-error', path, code }
}
