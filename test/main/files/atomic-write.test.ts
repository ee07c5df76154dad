import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFileSafely } from '@main/files/atomic-write'
import type { WriteSystem } from '@main/files/atomic-write'
import { temporaryFolder } from '../temporary-folder'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const failing = (code: string): Error => Object.assign(new Error(`${code}: the disk says no`), { code })

/** The real file system, on which some calls do something else; waiting takes no time, but is written down. */
const systemWith = (changes: Partial<WriteSystem>): WriteSystem & { readonly pauses: number[] } => {
  const pauses: number[] = []
  const pause = (milliseconds: number): Promise<void> => Promise.resolve(void pauses.push(milliseconds))
  return { ...fs, pause, ...changes, pauses }
}

/** A file handle whose `method` does something else. */
const openWith = (change: (handle: fs.FileHandle, path: string) => void): WriteSystem['open'] =>
  (async (path: string, flags?: string, mode?: number) => {
    const handle = await fs.open(path, flags, mode)
    change(handle, path)
    return handle
  }) as WriteSystem['open']

describe('writing a file', () => {
  it('puts the bytes there, and leaves nothing else', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.waveplan')
    await writeFileSafely(path, bytes('old'))
    const written = await writeFileSafely(path, bytes('new'))
    expect(written).toEqual({ ok: true, value: { sha256: '11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437' } })
    expect(await fs.readFile(path, 'utf8')).toBe('new')
    expect(await fs.readdir(folder)).toEqual(['a.waveplan'])
  })

  it('makes the folder where it is missing', async () => {
    const path = join(temporaryFolder(), 'x', 'y', 'a.json')
    expect(await writeFileSafely(path, bytes('a'))).toMatchObject({ ok: true })
    expect(await fs.readFile(path, 'utf8')).toBe('a')
  })

  it('keeps the mode of the file, and writes through a link', async () => {
    const folder = temporaryFolder()
    await fs.writeFile(join(folder, 'real'), 'old', { mode: 0o640 })
    await fs.symlink(join(folder, 'real'), join(folder, 'link'))
    await writeFileSafely(join(folder, 'link'), bytes('new'))
    expect((await fs.lstat(join(folder, 'link'))).isSymbolicLink()).toBe(true)
    expect(await fs.readFile(join(folder, 'real'), 'utf8')).toBe('new')
    expect((await fs.stat(join(folder, 'real'))).mode & 0o777).toBe(0o640)
  })

  it('syncs the bytes before the rename, and the folder after it', async () => {
    const folder = temporaryFolder()
    const order: string[] = []
    const system = systemWith({
      open: openWith((handle, path) => {
        const sync = handle.sync.bind(handle)
        handle.sync = async () => {
          order.push(path === folder ? 'sync folder' : 'sync file')
          await sync()
        }
      }),
      rename: async (from, to) => {
        order.push('rename')
        await fs.rename(from, to)
      },
    })
    await writeFileSafely(join(folder, 'a'), bytes('a'), system)
    expect(order).toEqual(['sync file', 'rename', 'sync folder'])
  })

  it('waits while a virus scanner holds the file', async () => {
    const path = join(temporaryFolder(), 'a')
    const answers = ['EBUSY', 'EPERM', 'EACCES']
    const system = systemWith({
      rename: (from, to) => {
        const code = answers.shift()
        return code ? Promise.reject(failing(code)) : fs.rename(from, to)
      },
    })
    expect(await writeFileSafely(path, bytes('new'), system)).toMatchObject({ ok: true })
    expect(system.pauses).toEqual([10, 30, 60])
    expect(await fs.readFile(path, 'utf8')).toBe('new')
  })

  it.each([
    ['EBUSY', 'in-use'],
    ['EPERM', 'no-permission'],
    ['EROFS', 'read-only'],
    ['ENOSPC', 'disk-full'],
    ['EXDEV', 'disk-error'],
  ])('leaves the old contents where the rename ends with %s', async (code, type) => {
    const folder = temporaryFolder()
    const path = join(folder, 'a')
    await fs.writeFile(path, 'old')
    const system = systemWith({ rename: () => Promise.reject(failing(code)) })
    expect(await writeFileSafely(path, bytes('new'), system)).toMatchObject({ ok: false, error: { type, path } })
    expect(await fs.readFile(path, 'utf8')).toBe('old')
    expect(await fs.readdir(folder)).toEqual(['a'])
  })

  it('leaves the old contents where the disk is full', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a')
    await fs.writeFile(path, 'old')
    const system = systemWith({
      open: openWith((handle) => {
        handle.writeFile = () => Promise.reject(failing('ENOSPC'))
      }),
    })
    expect(await writeFileSafely(path, bytes('new'), system)).toEqual({ ok: false, error: { type: 'disk-full', path } })
    expect(await fs.readFile(path, 'utf8')).toBe('old')
    expect(await fs.readdir(folder)).toEqual(['a'])
  })

  it('does not say that it is kept when something else is read back', async () => {
    const path = join(temporaryFolder(), 'a')
    const system = systemWith({ readFile: (() => Promise.resolve(bytes('rotten'))) as unknown as WriteSystem['readFile'] })
    expect(await writeFileSafely(path, bytes('new'), system)).toEqual({ ok: false, error: { type: 'not-kept', path } })
  })

  it('refuses a folder, and a file that may not be written', async () => {
    const folder = temporaryFolder()
    expect(await writeFileSafely(folder, bytes('a'))).toEqual({ ok: false, error: { type: 'is-folder', path: folder } })
    const path = join(folder, 'a')
    await fs.writeFile(path, 'old')
    const system = systemWith({ access: () => Promise.reject(failing('EACCES')) })
    expect(await writeFileSafely(path, bytes('new'), system)).toEqual({ ok: false, error: { type: 'no-permission', path } })
    expect(await fs.readFile(path, 'utf8')).toBe('old')
  })

  it('in a folder that may not be written says so', async ({ skip }) => {
    skip(process.getuid?.() === 0 || process.platform === 'win32', 'the superuser may write everywhere')
    const folder = temporaryFolder()
    await fs.chmod(folder, 0o500)
    const path = join(folder, 'a')
    expect(await writeFileSafely(path, bytes('new'))).toEqual({ ok: false, error: { type: 'no-permission', path } })
    await fs.chmod(folder, 0o700)
  })

  it('does not hide a bug of ours as a fault of the disk', async () => {
    const system = systemWith({ rename: () => Promise.reject(new TypeError('ours')) })
    await expect(writeFileSafely(join(temporaryFolder(), 'a'), bytes('new'), system)).rejects.toThrow('ours')
  })
})
