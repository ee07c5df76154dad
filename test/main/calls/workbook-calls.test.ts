import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failure, ok } from '@core/result'
import type { WorkbookJobs } from '@main/calls/workbook-calls'
import { aPlan } from '@test/builders/a-plan'
import { temporaryFolder } from '../temporary-folder'
import { callWorld } from './call-world'

/** A job that ends only when it is cancelled, and tells how far it is. */
const endless: WorkbookJobs['open'] = (path, { signal, onProgress }) => {
  onProgress({ stage: 'reading', fraction: 0.5 })
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(failure({ fileName: path, type: 'cancelled' }))),
  )
}

describe('reading a workbook', () => {
  it('tells how far it is, and can be cancelled', async () => {
    const { handlers, sent } = await callWorld({ choices: ['/a.xlsx'], jobs: { open: endless } })
    await handlers.chooseWorkbook()
    const reading = handlers.readWorkbook({ path: '/a.xlsx', jobId: 'j1' })
    await handlers.cancelRead('another')
    await handlers.cancelRead('j1')
    expect(await reading).toEqual({ ok: false, error: { fileName: '/a.xlsx', type: 'cancelled' } })
    expect(sent).toEqual([['readProgress', { jobId: 'j1', stage: 'reading', fraction: 0.5 }]])
  })

  it('is possible for what was dropped, for a sample, and for the file of the start', async () => {
    const open: WorkbookJobs['open'] = (path) => Promise.resolve(failure({ fileName: path, type: 'empty-file' }))
    const file = { path: '/start.xlsx', name: 'start.xlsx', kind: 'workbook' } as const
    const { handlers } = await callWorld({ jobs: { open }, file })
    await handlers.fileFromDrop('/dropped.xlsx')
    const sample = await handlers.sampleWorkbook('nb')
    await handlers.start()
    for (const path of ['/dropped.xlsx', sample.path, '/start.xlsx']) {
      expect(await handlers.readWorkbook({ path, jobId: path })).toMatchObject({ error: { fileName: path } })
    }
    await expect(handlers.readWorkbook({ path: '/etc/passwd', jobId: 'x' })).rejects.toThrow('may not read')
  })
})

describe('choosing a workbook', () => {
  it('has a thread made ready meanwhile, which is let go when nothing is chosen', async () => {
    const told: boolean[] = []
    const { handlers } = await callWorld({ choices: ['/a.xlsx', null, '/a.waveplan'], jobs: { expect: (soon) => told.push(soon) } })
    await handlers.chooseWorkbook()
    expect(told).toEqual([true])
    await handlers.chooseWorkbook()
    await handlers.chooseWorkbook()
    expect(told).toEqual([true, true, false, true, false])
  })
})

describe('an export', () => {
  const document = aPlan({ name: 'Nordvest', waves: 1 })
  const request = { document, suggestedName: 'Nordvest', language: 'en' } as const
  const write: WorkbookJobs['write'] = () => Promise.resolve(ok(new TextEncoder().encode('a workbook')))

  it('is written where the person says', async () => {
    const folder = temporaryFolder()
    const { handlers, asked } = await callWorld({ choices: [join(folder, 'out')], jobs: { write } })
    const path = join(folder, 'out.xlsx')
    expect(await handlers.exportWorkbook(request)).toEqual({ ok: true, value: { path, name: 'out.xlsx', kind: 'workbook' } })
    expect(asked).toMatchObject([{ title: 'Export to Excel', suggestedName: 'Nordvest.xlsx' }])
    expect(await readFile(path, 'utf8')).toBe('a workbook')
  })

  it('is not begun when the person thinks better of it', async () => {
    const { handlers } = await callWorld({ choices: [null] })
    expect(await handlers.exportWorkbook(request)).toEqual({ ok: true, value: null })
  })

  it('that fails leaves no file behind', async () => {
    const folder = temporaryFolder()
    const failing: WorkbookJobs['write'] = () => Promise.resolve(failure({ type: 'timeout', seconds: 1 }))
    const { handlers } = await callWorld({ choices: [join(folder, 'out.xlsx')], jobs: { write: failing } })
    expect(await handlers.exportWorkbook(request)).toEqual({ ok: false, error: { type: 'timeout', seconds: 1 } })
    expect(await readdir(folder)).toEqual([])
  })
})

describe('mappings of sheets', () => {
  it('are remembered with the preferences of the laptop, and given to the next reading', async () => {
    const mapping = { headings: ['ansvar', 'hva'], role: 'items', kind: null, preset: null, fields: [['hva', 'name']], usedOn: '2026-11-22' } as const
    const given: unknown[] = []
    const open: WorkbookJobs['open'] = (path, { remembered }) => {
      given.push(remembered)
      return Promise.resolve(failure({ fileName: path, type: 'empty-file' }))
    }
    const { handlers, folder } = await callWorld({ jobs: { open } })
    await handlers.rememberMappings([mapping])
    await handlers.fileFromDrop('/next.xlsx')
    await handlers.readWorkbook({ path: '/next.xlsx', jobId: 'j' })
    expect(given).toEqual([[mapping]])
    expect(JSON.parse(await readFile(join(folder, 'preferences.json'), 'utf8'))).toMatchObject({ mappings: { version: 1, sheets: [mapping] } })
  })

  it('and decisions on items that look alike are remembered beside them', async () => {
    const decisions = [{ pair: ['a\nDIPS', 'b\nDips'], keep: 'a\nDIPS' }, { pair: ['c\nLab', 'd\nLAB'], keep: null }] as const
    const given: unknown[] = []
    const open: WorkbookJobs['open'] = (path, options) => {
      given.push(options.decisions)
      return Promise.resolve(failure({ fileName: path, type: 'empty-file' }))
    }
    const { handlers } = await callWorld({ jobs: { open } })
    await handlers.rememberDecisions(decisions)
    await handlers.fileFromDrop('/next.xlsx')
    await handlers.readWorkbook({ path: '/next.xlsx', jobId: 'j' })
    expect(given).toEqual([decisions])
  })

  it('ask nothing of a workbook that is closed', async () => {
    const { handlers } = await callWorld()
    expect(await handlers.workbookRows({ jobId: 'gone', sheet: 'a', from: 0, count: 1 })).toMatchObject({ ok: false, error: { type: 'cancelled' } })
    await handlers.closeWorkbook('gone')
  })
})
