import { readFile, readdir, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodePlanFile } from '@core/formats/plan-file'
import { emptyHistory } from '@core/plan/history'
import type { SnapshotToWrite } from '@main/contract/host-api'
import type { SnapshotReason } from '@main/contract/state-file'
import { createSnapshotStore } from '@main/snapshots/snapshot-store'
import { aPlan } from '@test/builders/a-plan'
import { anItem } from '@test/builders/an-item'
import { temporaryFolder } from '../temporary-folder'

const document = aPlan({ name: 'Nordvest', items: [anItem('a'), anItem('b')], waves: 1 })

const asText = (plan = document): Pick<SnapshotToWrite, 'plan' | 'text'> =>
  ({ plan: { id: plan.id, name: plan.name, items: plan.estate.items.length }, text: encodePlanFile(plan, emptyHistory) })

/** A store whose clock goes on by a minute with every look. */
const world = (freeBytes: number | null = null) => {
  const folder = join(temporaryFolder(), 'snapshots')
  let time = Date.parse('2027-03-01T08:00:00.000Z')
  const now = (): Date => new Date((time += 60_000))
  const store = createSnapshotStore({ folder, now, freeBytes: () => Promise.resolve(freeBytes) })
  const write = async (revision: number, reason: SnapshotReason = 'change') => {
    const written = await store.write({ ...asText(), revision, reason })
    if (!written.ok) throw new Error(written.error.type)
    return written.value
  }
  return { folder, store, write }
}

describe('a snapshot', () => {
  it('gives back the plan, and says what it holds', async () => {
    const { store, write } = world()
    const info = await write(5, 'import')
    expect(info).toMatchObject({ planId: 'plan1', planName: 'Nordvest', revision: 5, reason: 'import', at: '2027-03-01T08:01:00.000Z' })
    expect(await store.list()).toEqual([info])
    expect(await store.read(info.id)).toEqual({ ok: true, value: { document, history: emptyHistory } })
  })

  it('says how many items the plan has and which file holds it, unless the path is too long for its first line', async () => {
    const { store } = world()
    for (const file of ['/plans/a.waveplan', `/${'x'.repeat(5000)}`]) await store.write({ ...asText(), revision: 1, reason: 'close', file })
    expect((await store.list()).map(({ items, file }) => ({ items, file })))
      .toEqual([{ items: 2, file: undefined }, { items: 2, file: '/plans/a.waveplan' }])
  })

  it('is listed with others, newest first', async () => {
    const { store, write } = world()
    for (const revision of [1, 2, 3]) await write(revision)
    expect((await store.list()).map(({ revision }) => revision)).toEqual([3, 2, 1])
  })

  it('makes the old ones go', async () => {
    const { store, folder, write } = world()
    for (let revision = 1; revision <= 25; revision++) await write(revision)
    expect((await store.list()).map(({ revision }) => revision)).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index))
    expect(await readdir(folder)).toHaveLength(20)
  })

  it('is written in the order asked for, also when several are asked for at once', async () => {
    const { store } = world()
    await Promise.all([1, 2, 3].map((revision) => store.write({ ...asText(), revision, reason: 'change' })))
    expect((await store.list()).map(({ revision }) => revision)).toEqual([3, 2, 1])
  })

  it('is not written onto a disk that it would fill', async () => {
    const { store, folder } = world(1000)
    const written = await store.write({ ...asText(), revision: 1, reason: 'change' })
    expect(written).toMatchObject({ ok: false, error: { type: 'disk-full' } })
    expect(await readdir(folder).catch(() => [])).toEqual([])
  })

  it('with one wrong bit is left out, and the one before it is offered', async () => {
    const { store, folder, write } = world()
    const first = await write(1)
    const second = await write(2)
    const path = join(folder, second.id)
    const bytes = await readFile(path)
    const middle = bytes.length - 20
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    await writeFile(path, bytes)
    expect(await store.list()).toEqual([first])
    expect(await store.read(second.id)).toEqual({ ok: false, error: { type: 'damaged-snapshot' } })
  })

  it('that ends early, is empty, or is another file is left out', async () => {
    const { store, folder, write } = world()
    const [first, second, third] = [await write(1), await write(2), await write(3)]
    await truncate(join(folder, first.id), 300)
    await truncate(join(folder, second.id), 0)
    await writeFile(join(folder, 'x.wavesnapshot'), '{"format":"wavewright-snapshot","version":1}\nabc')
    await writeFile(join(folder, 'notes.txt'), 'abc')
    expect(await store.list()).toEqual([third])
  })

  it('may have been given another name', async () => {
    const { store, folder, write } = world()
    const { id } = await write(1)
    await rename(join(folder, id), join(folder, 'kept aside.wavesnapshot'))
    expect(await store.read('kept aside.wavesnapshot')).toMatchObject({ ok: true })
  })

  it.each(['../state.json', '/etc/passwd', '', 'x.wavesnapshot'])('called %j does not exist', async (id) => {
    const { store, write } = world()
    await write(1)
    expect(await store.read(id)).toEqual({ ok: false, error: { type: 'no-such-snapshot' } })
  })

  it('keeps a name of any length in its place', async () => {
    const { store } = world()
    const name = 'Ø'.repeat(5000)
    await store.write({ ...asText({ ...document, name }), revision: 1, reason: 'change' })
    const [info] = await store.list()
    expect(info?.planName).toHaveLength(300)
    expect(await store.read(info?.id ?? '')).toMatchObject({ ok: true, value: { document: { name } } })
  })
})
