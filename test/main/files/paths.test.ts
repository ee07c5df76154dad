import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAllowedPaths } from '@main/files/allowed-paths'
import { fileArgument } from '@main/files/file-argument'
import { fileReferenceOf, safeFileName, withExtension } from '@main/files/file-reference'
import { freeSpaceLevel } from '@main/files/free-space'

describe('the paths that a page may name', () => {
  it('are those that were handed out, for what they were handed out for', () => {
    const paths = createAllowedPaths()
    paths.allow('/home/k/a.xlsx', 'read')
    paths.allow('/home/k/a.waveplan', 'write')
    expect(() => paths.check('/home/k/a.xlsx', 'read')).not.toThrow()
    expect(() => paths.check('/home/k/x/../a.waveplan', 'write')).not.toThrow()
    expect(() => paths.check('/home/k/a.waveplan', 'read')).not.toThrow()
    expect(() => paths.check('/home/k/a.xlsx', 'write')).toThrow('may not write')
    expect(() => paths.check('/home/k/b.xlsx', 'read')).toThrow('may not read')
  })
})

describe('a file', () => {
  it.each([
    ['/a/Estate.XLSX', 'workbook'],
    ['/a/list.csv', 'workbook'],
    ['/a/North.waveplan', 'plan'],
    ['/a/picture.png', 'other'],
    ['/a/xlsx', 'other'],
  ])('%s is a %s', (path, kind) => {
    expect(fileReferenceOf(path).kind).toBe(kind)
  })

  it.each([
    ['Helse Midt: bølge 1/2', 'Helse Midt- bølge 1-2.waveplan'],
    ['..', 'plan.waveplan'],
    ['  ', 'plan.waveplan'],
    ['a\u0000b\nc', 'a-b-c.waveplan'],
  ])('for the plan %j is called %s', (name, expected) => {
    expect(safeFileName(name, 'waveplan')).toBe(expected)
  })

  it('gets its ending where none was typed', () => {
    expect(withExtension('/a/North', 'waveplan')).toBe('/a/North.waveplan')
    expect(withExtension('/a/North.WAVEPLAN', 'waveplan')).toBe('/a/North.WAVEPLAN')
    expect(withExtension('/a/v1.2', 'waveplan')).toBe('/a/v1.2.waveplan')
  })
})

describe('the file that the program is started with', () => {
  it.each([
    [['/usr/bin/wavewright', 'plans/a.waveplan'], 'plans/a.waveplan'],
    [['/usr/bin/electron', '.', '--lang=nb', 'b.xlsx'], 'b.xlsx'],
  ])('is found in %j', (argv, expected) => {
    expect(fileArgument(argv, '/home/k')?.path).toBe(resolve('/home/k', expected))
  })

  it.each([[['/usr/bin/wavewright']], [['/usr/bin/electron', '.']], [['/usr/bin/wavewright', '--x=a.xlsx']]])(
    'is none in %j',
    (argv) => {
      expect(fileArgument(argv, '/home/k')).toBeNull()
    },
  )
})

describe('free space', () => {
  it('is warned of before it is gone', () => {
    const levels = [2e9, 4e8, 3e7, null].map((bytes) => freeSpaceLevel(bytes).level)
    expect(levels).toEqual(['enough', 'low', 'full', 'enough'])
  })
})
