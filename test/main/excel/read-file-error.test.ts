import { expect, it } from 'vitest'
import { fileErrorReason } from '@main/excel/read-file-error'

const systemError = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'open' })

it('says what the file system said', () => {
  const reasons = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR', 'EBUSY', 'EIO'].map((code) => fileErrorReason(systemError(code)))
  expect(reasons).toEqual([
    { type: 'not-found' }, { type: 'not-found' }, { type: 'no-permission' }, { type: 'no-permission' },
    { type: 'is-folder' }, { type: 'in-use' }, { type: 'disk-error', code: 'EIO' },
  ])
})

it('leaves a bug a bug', () => {
  expect(fileErrorReason(new TypeError('x is not a function'))).toBeNull()
  expect(fileErrorReason('text')).toBeNull()
})
