import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstPreferences, openPreferences } from '@main/files/preferences'
import { forgetRecent, presentRecents, rememberRecent, withRecent } from '@main/files/recent-plans'
import { temporaryFolder } from '../temporary-folder'

describe('preferences', () => {
  it('begin with the language of the system', async () => {
    const store = await openPreferences(join(temporaryFolder(), 'p.json'), 'nn-NO')
    expect(store.get()).toEqual(firstPreferences('nb'))
    expect(store.get().language).toBe('nb')
  })

  it('are there again at the next start', async () => {
    const path = join(temporaryFolder(), 'p.json')
    const store = await openPreferences(path, 'en')
    await Promise.all([store.change({ theme: 'dark' }), store.change({ language: 'nb' })])
    expect((await openPreferences(path, 'en')).get()).toEqual({ ...firstPreferences('en'), theme: 'dark', language: 'nb' })
  })

  it.each(['', '{', '[]', '{"version":1,"theme":"pink"}'])('begin anew where the file holds %j', async (text) => {
    const path = join(temporaryFolder(), 'p.json')
    await writeFile(path, text)
    const store = await openPreferences(path, 'en')
    expect(store.get()).toEqual(firstPreferences('en'))
    await store.change({ theme: 'light' })
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ theme: 'light' })
  })
})

describe('recent plans', () => {
  const at = '2027-01-01T00:00:00.000Z'

  it('have each plan once, newest first, ten at most', () => {
    const twelve = Array.from({ length: 12 }, (_, index) => `/p/${index}.waveplan`)
    const plans = twelve.reduce<ReturnType<typeof withRecent>>((list, path) => withRecent(list, path, at), [])
    expect(plans.map(({ path }) => path)).toEqual(twelve.toReversed().slice(0, 10))
    expect(withRecent(plans, '/p/5.waveplan', at)[0]).toEqual({ path: '/p/5.waveplan', name: '5.waveplan', openedAt: at })
    expect(withRecent(plans, '/p/5.waveplan', at)).toHaveLength(10)
  })

  it('are shown while their files are there', async () => {
    const folder = temporaryFolder()
    const store = await openPreferences(join(folder, 'p.json'), 'en')
    const [here, gone] = [join(folder, 'here.waveplan'), join(folder, 'gone.waveplan')]
    await writeFile(here, '')
    await rememberRecent(store, here, at)
    await rememberRecent(store, gone, at)
    expect((await presentRecents(store)).map(({ path }) => path)).toEqual([here])
    await forgetRecent(store, here)
    expect(await presentRecents(store)).toEqual([])
    expect(store.get().recentPlans.map(({ path }) => path)).toEqual([gone])
  })
})
