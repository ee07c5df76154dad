import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ProgramVersions } from '@main/contract/state-file'
import { compareVersions, isNewerThan } from '@main/snapshots/newer-than'
import { openStateStore } from '@main/snapshots/state-store'
import { temporaryFolder } from '../temporary-folder'

const ours: ProgramVersions = { program: '0.2.0', electron: '45.4.1', chromium: '146.0.1.2', database: 1, planFile: 1 }
const openPlan = { planId: 'p1', planName: 'North', revision: 7 }

describe('the state file', () => {
  it('is none at the first start', async () => {
    const store = await openStateStore(join(temporaryFolder(), 'state.json'), ours, false)
    expect(store.reading).toEqual({ type: 'none' })
  })

  it('says at the next start what was open, and what was kept of it', async () => {
    const path = join(temporaryFolder(), 'state.json')
    const store = await openStateStore(path, ours, false)
    await store.keepOpenPlan(openPlan)
    await store.keepSnapshot({ id: 's1', planId: 'p1', planName: 'North', revision: 6, at: '', reason: 'change', bytes: 1 })
    expect((await openStateStore(path, ours, true)).reading).toEqual({
      type: 'kept',
      state: { openPlan, lastSnapshot: { id: 's1', planId: 'p1', revision: 6 }, versions: ours },
    })
  })

  it('says that nothing was open, after a plan was closed', async () => {
    const path = join(temporaryFolder(), 'state.json')
    const store = await openStateStore(path, ours, false)
    await Promise.all([store.keepOpenPlan(openPlan), store.keepOpenPlan(null)])
    expect((await openStateStore(path, ours, false)).reading).toMatchObject({ type: 'kept', state: { openPlan: null } })
  })

  it('that is missing beside snapshots is no first start', async () => {
    const store = await openStateStore(join(temporaryFolder(), 'state.json'), ours, true)
    expect(store.reading).toEqual({ type: 'unreadable' })
  })

  it.each(['', '{', 'null', '{"version":1}', '{"version":1,"openPlan":{"planId":1}}'])('that holds %j is unreadable', async (text) => {
    const path = join(temporaryFolder(), 'state.json')
    await writeFile(path, text)
    expect((await openStateStore(path, ours, false)).reading).toEqual({ type: 'unreadable' })
  })

  it('of a later program is respected, and never written over', async () => {
    const path = join(temporaryFolder(), 'state.json')
    await (await openStateStore(path, { ...ours, program: '0.3.0' }, false)).keepOpenPlan(openPlan)
    const theirs = await readFile(path, 'utf8')
    const store = await openStateStore(path, ours, false)
    expect(store.reading).toEqual({ type: 'newer-program', program: '0.3.0' })
    expect(await store.keepOpenPlan(null)).toEqual({ ok: true, value: null })
    expect(await readFile(path, 'utf8')).toBe(theirs)
  })

  it('in a later format is respected too', async () => {
    const path = join(temporaryFolder(), 'state.json')
    await writeFile(path, JSON.stringify({ version: 2, versions: { program: '9.1.0' }, plans: [] }))
    expect((await openStateStore(path, ours, false)).reading).toEqual({ type: 'newer-program', program: '9.1.0' })
  })
})

describe('what was written here', () => {
  it.each<[string, Partial<ProgramVersions>, boolean]>([
    ['by the same program', {}, false],
    ['by an earlier program', { program: '0.1.9', chromium: '140.0.0.0', electron: '40.0.0' }, false],
    ['by a later program', { program: '0.10.0' }, true],
    ['with a later database', { database: 2 }, true],
    ['with a later plan file', { planFile: 2 }, true],
    ['by a later Chromium', { chromium: '147.0.0.0' }, true],
    ['by a Chromium of the same major version', { chromium: '146.9.9.9' }, false],
    ['by a program without Chromium', { chromium: null }, false],
  ])('%s', (_what, there, isNewer) => {
    expect(isNewerThan({ ...ours, ...there }, ours)).toBe(isNewer)
  })

  it('is compared by number, not by text', () => {
    expect(Math.sign(compareVersions('1.10.0', '1.9.2'))).toBe(1)
    expect(Math.sign(compareVersions('1.9', '1.9.1'))).toBe(-1)
    expect(compareVersions('2.0', '2.0.0')).toBe(0)
  })
})
