import { describe, expect, it } from 'vitest'
import { savedStateOf } from '@renderer/app/saved-state-of'

describe('what is said of where a plan is kept', () => {
  it('is a failure before anything else', () => {
    expect(savedStateOf({ kept: 'failed', filePath: '/a', fileSaved: true })).toBe('not-kept')
  })
  it('claims nothing while it is being kept', () => {
    expect(savedStateOf({ kept: 'keeping', filePath: '/a', fileSaved: true })).toBe('keeping')
  })
  it('tells a plan in a file from one that is newer than its file, and from one in no file', () => {
    expect(savedStateOf({ kept: 'kept', filePath: '/a', fileSaved: true })).toBe('in-file')
    expect(savedStateOf({ kept: 'kept', filePath: '/a', fileSaved: false })).toBe('newer-than-file')
    expect(savedStateOf({ kept: 'kept', filePath: null, fileSaved: false })).toBe('in-no-file')
  })
})
