import { describe, expect, it } from 'vitest'
import type { PlanDocument } from '@core/plan/plan-document'
import { editItem, moveGroups, renamePlan } from '@core/plan/commands'
import { openDatabase } from '@renderer/db/plan-store-db'
import { aPlan } from '@test/builders/a-plan'
import { anItem } from '@test/builders/an-item'
import { bigPlan } from '@test/builders/big-plan'
import { countingIds } from '@core/ids'
import { afterRestart, changing, freshName, loaded, opened, raw, records, stored, tamper } from './db-world'

const someHundred = (): PlanDocument => bigPlan({ items: 3500, dependencies: 9000, waves: 4, seed: 7 })
const small = (): PlanDocument => aPlan({ items: ['a', 'b', 'c'].map((id) => anItem(id)), waves: 2 })

const firstGroups = (document: PlanDocument, count: number): readonly string[] =>
  (document.scenarios[0]?.groups ?? []).slice(0, count).map((group) => group.id)

describe('the working copy', () => {
  it('is empty at first', async () => {
    const database = await opened(freshName())
    expect(await loaded(database)).toBeNull()
    await database.close()
  })

  it('gives back a whole plan exactly', async () => {
    const name = freshName()
    const plan = { ...stored(someHundred()), revision: 12, filePath: '/plans/a.waveplan', fileRevision: 11 }
    const database = await opened(name)
    expect(await database.storeWholePlan(plan)).toEqual({ ok: true, value: null })
    expect(await afterRestart(name, database)).toEqual(plan)
  })

  it('gives back everything that a plan can hold', async () => {
    const name = freshName()
    const document: PlanDocument = {
      ...small(),
      estate: {
        ...small().estate,
        items: [anItem('a', { extra: [['__proto__', 'x'], ['Room', 3], ['Live', true]] })],
        unresolved: [{ id: 'u1', fromText: 'x', toText: 'y', type: 'uses', strength: 'soft', order: 'any' }],
        extraSheets: [{ name: 'Notes', rows: [['a', 1, null, false]] }],
        imports: [{ fileName: 'a.xlsx', day: '2027-01-01', items: 1, dependencies: 0 }],
      },
      filters: [{ id: 'f1', name: 'Lab', filter: { match: 'all', conditions: [{ field: 'name', test: 'contains', values: ['lab'] }] } }],
      exchanges: [{ id: 'e1', supplier: 'Fjord AS', sentOn: '2027-01-02', fileName: 'fjord.xlsx', sha256: '0'.repeat(64), profile: 'internal', fields: ['Name'], withheld: [], tables: [] }],
    }
    const database = await opened(name)
    await database.storeWholePlan(stored(document))
    expect(await afterRestart(name, database)).toEqual(stored(document))
  })

  it('holds one plan: another takes its place', async () => {
    const name = freshName()
    const database = await opened(name)
    await database.storeWholePlan(stored(someHundred()))
    await database.storeWholePlan(stored(small()))
    expect(await afterRestart(name, database)).toEqual(stored(small()))
    expect((await records(name, 'blocks')).size).toBe(2)
  })

  it('is empty again when the plan was closed', async () => {
    const name = freshName()
    const database = await opened(name)
    await database.storeWholePlan(stored(small()))
    await database.forget()
    expect(await afterRestart(name, database)).toBeNull()
  })

  it('remembers the file of the plan', async () => {
    const name = freshName()
    const database = await opened(name)
    await database.storeWholePlan(stored(small()))
    await database.storeFile('/plans/b.waveplan', 1)
    expect(await afterRestart(name, database)).toEqual({ ...stored(small()), filePath: '/plans/b.waveplan', fileRevision: 1 })
  })
})

describe('a step', () => {
  it('is there after a restart, with its inverse', async () => {
    const name = freshName()
    const database = await opened(name)
    const plan = changing(stored(someHundred()))
    await database.storeWholePlan(plan.now())
    for (const waveId of ['wave1', 'wave2', null]) {
      const { document } = plan.now()
      expect(await database.storeStep(plan.run(moveGroups(document, firstGroups(document, 3), waveId)))).toMatchObject({ ok: true })
    }
    expect(await afterRestart(name, database)).toEqual(plan.now())
  })

  it('writes only the blocks that it touches', async () => {
    const name = freshName()
    const database = await opened(name)
    const plan = changing(stored(someHundred()))
    await database.storeWholePlan(plan.now())
    const before = await records(name, 'blocks')
    const { document } = plan.now()
    const itemId = document.estate.items[1500]?.id ?? ''
    await database.storeStep(plan.run(editItem(document, itemId, { owner: 'Kari' }, countingIds())))
    // Marks what was there: a block that is written again loses the mark.
    await tamper(name, 'blocks', (store) => before.forEach((block) => store.put({ ...(block as object), mark: true })))
    const next = plan.now().document
    await database.storeStep(plan.run(editItem(next, itemId, { owner: 'Ola' }, countingIds())))
    const after = [...(await records(name, 'blocks')).values()] as { rows: string; mark?: boolean }[]
    const written = after.filter((block) => !block.mark)
    expect(written).toHaveLength(1)
    expect((JSON.parse(written[0]?.rows ?? '[]') as { id: string }[]).some(({ id }) => id === itemId)).toBe(true)
    expect(after.length).toBe(before.size)
    await database.close()
  })

  it('keeps what has happened outside the plan, whatever is undone, also after a restart', async () => {
    const name = freshName()
    const database = await opened(name)
    const plan = changing(stored(small()))
    await database.storeWholePlan(plan.now())
    await database.storeStep(plan.run(renamePlan(plan.now().document, 'Sent')))
    const row = {
      id: 'e1', supplier: 'Fjord AS', sentOn: '2027-01-02', fileName: 'fjord.xlsx', sha256: '0'.repeat(64), profile: 'open' as const, fields: ['name'],
      withheld: [], tables: [],
    }
    await database.storeStep(plan.fact({ exchanges: { put: [{ row }] } }))
    await database.storeStep(plan.undo())
    const found = await afterRestart(name, database)
    expect(found).toEqual(plan.now())
    expect([found?.document.name, found?.document.exchanges]).toEqual(['Plan', [row]])
  })

  it('can be undone and done again after a restart, as often as one likes', async () => {
    const name = freshName()
    let database = await opened(name)
    const plan = changing(stored(small()))
    await database.storeWholePlan(plan.now())
    for (let turn = 1; turn <= 30; turn++) await database.storeStep(plan.run(renamePlan(plan.now().document, `Name ${turn}`)))
    for (let turn = 0; turn < 20; turn++) await database.storeStep(plan.undo())
    expect(await afterRestart(name, database)).toEqual(plan.now())

    database = await opened(name)
    const found = await loaded(database)
    expect(found?.document.name).toBe('Name 10')
    expect(found?.history.undone).toHaveLength(20)
    const again = changing(found ?? stored(small()))
    for (let turn = 0; turn < 5; turn++) await database.storeStep(again.redo())
    expect(await afterRestart(name, database)).toEqual(again.now())
    expect(again.now().document.name).toBe('Name 15')
  })

  it('cuts off what could have been done again', async () => {
    const name = freshName()
    const database = await opened(name)
    const plan = changing(stored(small()))
    await database.storeWholePlan(plan.now())
    for (const text of ['One', 'Two', 'Three']) await database.storeStep(plan.run(renamePlan(plan.now().document, text)))
    await database.storeStep(plan.undo())
    await database.storeStep(plan.undo())
    await database.storeStep(plan.run(renamePlan(plan.now().document, 'Other')))
    expect(await afterRestart(name, database)).toEqual(plan.now())
    expect((await records(name, 'log')).size).toBe(2)
  })

  it('is kept in order when several are handed over at once', async () => {
    const name = freshName()
    const database = await opened(name)
    const plan = changing(stored(small()))
    void database.storeWholePlan(plan.now())
    const steps = ['One', 'Two', 'Three'].map((text) => plan.run(renamePlan(plan.now().document, text)))
    steps.push(plan.undo())
    await Promise.all(steps.map((step) => database.storeStep(step)))
    expect(await afterRestart(name, database)).toEqual(plan.now())
  })

  it('writes the whole plan where the database holds another state than it thinks', async () => {
    const name = freshName()
    const database = await opened(name)
    const plan = changing(stored(small()))
    await database.storeWholePlan(plan.now())
    plan.run(renamePlan(plan.now().document, 'Never stored'))
    await database.storeStep(plan.run(renamePlan(plan.now().document, 'Stored')))
    expect(await afterRestart(name, database)).toEqual(plan.now())
  })

  it('that cannot be written says so, and the next one brings everything', async () => {
    const name = freshName()
    const database = await opened(name)
    const plan = changing(stored(small()))
    await database.storeWholePlan(plan.now())
    // No text can hold such a number: the transaction fails as a whole.
    const impossible = { owner: 1n as unknown as string }
    const { document } = plan.now()
    const broken = { ...document, estate: { ...document.estate, items: [anItem('a', impossible)] } }
    const failed = await database.storeStep({ ...plan.run(renamePlan(document, 'One')), next: broken })
    expect(failed).toMatchObject({ ok: false, error: { type: 'write-failed' } })
    expect(await loaded(database)).toEqual(stored(small()))
    await database.storeStep(plan.run(renamePlan(plan.now().document, 'Two')))
    expect(await afterRestart(name, database)).toEqual(plan.now())
  })
})

describe('opening', () => {
  it('brings what version 1 stored, with what can be undone, to the present version', async () => {
    const name = freshName()
    const plan = changing(stored(small()))
    plan.run(renamePlan(plan.now().document, 'North'))
    const { document, history } = plan.now()
    const [scenario] = document.scenarios
    if (!scenario) throw new Error('The plan has no scenario')
    const { groups, ...frame } = scenario
    const { items } = document.estate
    const old = await raw(name, 10, (database) => {
      const blocks = database.createObjectStore('blocks', { keyPath: 'id' })
      blocks.put({ id: 1, rows: items })
      blocks.put({ id: 2, rows: groups })
      database.createObjectStore('log', { keyPath: 'seq' }).put({ seq: 0, step: history.done[0] })
      const kept = database.createObjectStore('records', { keyPath: 'key' })
      const { id, name: planName, activeScenarioId } = document
      const planFrame = { id, name: planName, activeScenarioId, imports: [], scenarioIds: [scenario.id] }
      kept.put({ key: 'head', frame: planFrame, revision: 2, filePath: null, fileRevision: null, done: 1, logged: 1 })
      kept.put({ key: 'sheets', extraSheets: [] })
      kept.put({ key: `scenario:${scenario.id}`, scenario: frame })
      const layouts = {
        items: [{ id: 1, length: items.length }], dependencies: [], unresolved: [],
        [`groups:${scenario.id}`]: [{ id: 2, length: groups.length }],
      }
      kept.put({ key: 'layouts', layouts })
    })
    old.close()
    const database = await opened(name)
    expect(database.isUpgraded).toBe(true)
    expect(await loaded(database)).toEqual(plan.now())
    await database.close()
    const again = await opened(name)
    expect(again.isUpgraded).toBe(false)
    await again.close()
  })

  it('says what cannot be read, and does not take it for an empty plan', async () => {
    const name = freshName()
    const database = await opened(name)
    await database.storeWholePlan(stored(small()))
    await tamper(name, 'blocks', (store) => store.put({ id: 1, rows: '[{"id":' }))
    expect(await database.loadOpenPlan()).toEqual({ ok: false, error: { type: 'damaged', reason: 'a block of the list items cannot be read' } })
    await database.close()
  })

  it('refuses what a later program has written, and leaves it as it is', async () => {
    const name = freshName()
    const later = await raw(name, 40, (database) => database.createObjectStore('things').put('theirs', 1))
    later.close()
    expect(await openDatabase(name)).toEqual({ ok: false, error: { type: 'newer-version', found: 4, known: 3 } })
    expect([...(await records(name, 'things')).values()]).toEqual(['theirs'])
  })

  it('is for one window at a time', async () => {
    const name = freshName()
    const first = await opened(name)
    expect(await openDatabase(name)).toEqual({ ok: false, error: { type: 'locked' } })
    await first.close()
    const second = await opened(name)
    await second.close()
  })

  it.each([
    ['a block', 'blocks', (store: IDBObjectStore) => store.delete(1)],
    ['a step of the log', 'log', (store: IDBObjectStore) => store.delete(0)],
    ['the head', 'records', (store: IDBObjectStore) => store.delete('head')],
    ['a scenario', 'records', (store: IDBObjectStore) => store.delete('scenario:scenario1')],
  ])('notices that %s is missing', async (_what, store, remove) => {
    const name = freshName()
    const database = await opened(name)
    const plan = changing(stored(small()))
    await database.storeWholePlan(plan.now())
    await database.storeStep(plan.run(renamePlan(plan.now().document, 'One')))
    await database.close()
    await tamper(name, store, remove)
    const again = await opened(name)
    expect(await again.loadOpenPlan()).toMatchObject({ ok: false, error: { type: 'damaged' } })
    await again.close()
  })
})
