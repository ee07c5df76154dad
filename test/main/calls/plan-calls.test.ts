import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodePlanFile } from '@core/formats/plan-file'
import { emptyHistory } from '@core/plan/history'
import { aPlan } from '@test/builders/a-plan'
import { anItem } from '@test/builders/an-item'
import { temporaryFolder } from '../temporary-folder'
import { callWorld } from './call-world'

const document = aPlan({ name: 'Nordvest', items: [anItem('a')], waves: 1 })
const plan = { document, history: emptyHistory, suggestedName: 'Nord/vest' }

describe('saving a plan', () => {
  it('asks where to, suggests a name, and adds the ending', async () => {
    const folder = temporaryFolder()
    const { handlers, asked } = await callWorld({ choices: [join(folder, 'Nordvest')] })
    const saved = await handlers.savePlan({ ...plan, path: null })
    const path = join(folder, 'Nordvest.waveplan')
    expect(saved).toEqual({ ok: true, value: { path, name: 'Nordvest.waveplan', kind: 'plan' } })
    expect(asked).toMatchObject([{ title: 'Save the plan', suggestedName: 'Nord-vest.waveplan' }])
    expect(await handlers.openPlan({ path })).toEqual({ ok: true, value: { document, history: emptyHistory, path } })
  })

  it('does nothing when the person thinks better of it', async () => {
    const { handlers } = await callWorld({ choices: [null] })
    expect(await handlers.savePlan({ ...plan, path: null })).toEqual({ ok: true, value: null })
    expect(await handlers.recentPlans()).toEqual([])
  })

  it('goes to the same place again without asking', async () => {
    const path = join(temporaryFolder(), 'a.waveplan')
    const { handlers, asked } = await callWorld({ choices: [path] })
    await handlers.savePlan({ ...plan, path: null })
    expect(await handlers.savePlan({ ...plan, path })).toMatchObject({ ok: true })
    expect(asked).toHaveLength(1)
  })

  it('to a place that nobody chose is refused', async () => {
    const { handlers } = await callWorld()
    const path = join(temporaryFolder(), 'a.waveplan')
    await expect(handlers.savePlan({ ...plan, path })).rejects.toThrow('may not write')
  })

  it('over a workbook that was only chosen for reading is refused', async () => {
    const path = join(temporaryFolder(), 'a.xlsx')
    const { handlers } = await callWorld({ choices: [path] })
    await handlers.chooseWorkbook()
    await expect(handlers.savePlan({ ...plan, path })).rejects.toThrow('may not write')
  })

  it('says what the disk said', async () => {
    const folder = temporaryFolder()
    await writeFile(join(folder, 'a'), '')
    const path = join(folder, 'a', 'b.waveplan')
    const { handlers } = await callWorld({ choices: [path] })
    const saved = await handlers.savePlan({ ...plan, path: null })
    expect(saved).toMatchObject({ ok: false, error: { path } })
  })
})

describe('opening a plan', () => {
  it('that nobody chose is refused', async () => {
    const path = join(temporaryFolder(), 'a.waveplan')
    await writeFile(path, '')
    await expect((await callWorld()).handlers.openPlan({ path })).rejects.toThrow('may not read')
  })

  it('that is none says so', async () => {
    const path = join(temporaryFolder(), 'a.waveplan')
    await writeFile(path, 'hello')
    const { handlers } = await callWorld({ choices: [path] })
    expect(await handlers.choosePlan()).toEqual({ path, name: 'a.waveplan', kind: 'plan' })
    expect(await handlers.openPlan({ path })).toMatchObject({ ok: false, error: { type: 'not-a-plan' } })
    expect(await handlers.recentPlans()).toEqual([])
  })

  it('puts it on top of the recent ones, from which it may be opened again', async () => {
    const path = join(temporaryFolder(), 'a.waveplan')
    const { handlers } = await callWorld({ choices: [path] })
    await handlers.savePlan({ ...plan, path: null })
    expect(await handlers.recentPlans()).toEqual([{ path, name: 'a.waveplan', openedAt: '2027-03-01T08:00:00.000Z' }])
    await handlers.forgetRecent(path)
    expect(await handlers.recentPlans()).toEqual([])
  })

  it('asks in the language of the window', async () => {
    const { handlers, asked, shown, preferences } = await callWorld()
    await handlers.setLanguage('nb')
    await handlers.choosePlan()
    expect(asked).toMatchObject([{ title: 'Åpne en plan', filters: [{ name: 'Wavewright-planer', extensions: ['waveplan'] }] }])
    expect(shown).toEqual(['nb'])
    expect(preferences.get().language).toBe('nb')
  })
})

describe('a snapshot', () => {
  it('is noted in the state file, which the next start reads', async () => {
    const { handlers } = await callWorld()
    await handlers.keepState({ planId: document.id, planName: document.name, revision: 3 })
    const written = await handlers.writeSnapshot({
      plan: { id: document.id, name: document.name, items: 1 }, text: encodePlanFile(document, emptyHistory), revision: 3, reason: 'change',
    })
    const [info] = await handlers.listSnapshots()
    expect(written).toEqual({ ok: true, value: info })
    expect(await handlers.readSnapshot(info?.id ?? '')).toEqual({ ok: true, value: { document, history: emptyHistory } })
  })
})
