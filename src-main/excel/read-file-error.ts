import type { RefusalReason } from './refusal'

const reasonByCode: ReadonlyMap<string, RefusalReason> = new Map<string, RefusalReason>([
  ['ENOENT', { type: 'not-found' }],
  ['ENOTDIR', { type: 'not-found' }],
  ['EACCES', { type: 'no-permission' }],
  ['EPERM', { type: 'no-permission' }],
  ['EISDIR', { type: 'is-folder' }],
  ['EBUSY', { type: 'in-use' }],
  ['ETXTBSY', { type: 'in-use' }],
])

/** What an error of the file system means for the reader; null for what is no such error. */
export const fileErrorReason = (error: unknown): RefusalReason | null => {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null
  const code = String(error.code)
  return reasonByCode.get(code) ?? { type: 'disk-error', code }
}
