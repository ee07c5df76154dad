import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noCorrections } from '@core/workbook/corrections'
import { readingAs, rememberedMapping, withColumn } from '@core/workbook/mapping'
import { unpackImport, unpackRows, unpackWorkbook } from '@core/workbook/packed-workbook'
import { openWorkbookInWorker, type OpenOptions, type OpenWorkbook } from '@main/excel/open-workbook'
import { SpareThread } from '@main/excel/spare-thread'
import { bundledWorker } from './builders/bundled-worker'

let folder = ''
let worker: Awaited<ReturnType<typeof bundledWorker>>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wavewright-open-'))
  worker = await bundledWorker()
}, 60_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await worker.remove()
})

const strange = ['Oversikt;;', 'Hva;Ansvar;Merke', 'Journal;Kari;x', 'Arkiv;Ola;y'].join('\n')
const header = { number: 2, cells: ['Hva', 'Ansvar', 'Merke'] }
const reading = withColumn(withColumn(readingAs('items', 'application', header), 0, 'name'), 1, 'owner')

const open = async (contents: string, more: Partial<OpenOptions> = {}): Promise<OpenWorkbook> => {
  const file = path.join(folder, 'estate.csv')
  await writeFile(file, contents)
  const result = await openWorkbookInWorker(file, { today: '2026-11-22', ids: 'counted', workerUrl: worker.url, remembered: [], ...more })
  if (!result.ok) throw new Error(result.error.type)
  return result.value
}

describe('A workbook that a thread holds open', () => {
  it('is understood again as the planner says, and shows its rows page by page', async () => {
    const workbook = await open(strange)
    const opened = unpackWorkbook(workbook.opened)
    expect(opened.imported.document.estate.items).toEqual([])
    expect(opened.readings).toMatchObject([{ sheet: 'estate', reading: { role: 'kept' } }])
    const [again, page] = await Promise.all([
      workbook.ask({ ask: 'interpret', corrections: { ...noCorrections, mappings: [{ sheet: 'estate', reading }] } }),
      workbook.ask({ ask: 'rows', sheet: 'estate', from: 2, count: 1 }),
    ])
    expect(again.ok && again.value.answer === 'interpret' && unpackImport(again.value.imported).document.estate.items.map((item) => [item.name, item.owner]))
      .toEqual([['Journal', 'Kari'], ['Arkiv', 'Ola']])
    expect(page).toEqual({
      ok: true, value: { answer: 'rows', page: { sheet: 'estate', from: 2, rows: [{ number: 3, cells: ['Journal', 'Kari', 'x'] }], all: 4 } },
    })
    await workbook.close()
  }, 30_000)

  it('has each table of a sheet as a sheet of its own', async () => {
    const workbook = await open(['Navn;Foretak', 'DIPS;Ahus', '', 'Servere', 'Servernavn;Merke', 'srv1;x', 'srv2;y'].join('\n'))
    const opened = unpackWorkbook(workbook.opened)
    expect(opened.readings.map(({ sheet, reading: { role, kind } }) => [sheet, role, kind])).toEqual([['estate', 'items', null], ['estate (Servere)', 'items', 'server']])
    const page = await workbook.ask({ ask: 'rows', sheet: 'estate (Servere)', from: 0, count: 9 })
    expect(page.ok && page.value.answer === 'rows' && page.value.page.rows.map(({ number }) => number)).toEqual([4, 5, 6, 7])
    const again = await workbook.ask({ ask: 'interpret', corrections: { ...noCorrections, leftOut: [{ sheet: 'estate (Servere)', row: 6 }] } })
    expect(again.ok && again.value.answer === 'interpret' && unpackImport(again.value.imported).document.estate.items.map(({ name }) => name)).toEqual(['DIPS', 'srv2'])
    await workbook.close()
  }, 30_000)

  it('is opened by the thread that was started ahead, and by one of its own where that was let go', async () => {
    const spare = new SpareThread({ workerUrl: worker.url })
    spare.prepare()
    const nowhere = new URL('data:text/javascript,throw new Error("started although one was waiting")')
    const ahead = await open(strange, { spare, workerUrl: nowhere })
    expect((await ahead.ask({ ask: 'rows', sheet: 'estate', from: 2, count: 1 })).ok).toBe(true)
    await ahead.close()
    spare.prepare()
    spare.discard()
    expect(spare.take()).toBeNull()
    await (await open(strange, { spare })).close()
  }, 30_000)

  it('is read as before where its headings are remembered', async () => {
    const mapping = rememberedMapping(reading, '2026-11-22')
    const workbook = await open(strange, { remembered: mapping ? [mapping] : [] })
    const opened = unpackWorkbook(workbook.opened)
    expect(opened.recalled).toEqual(['estate'])
    expect(opened.imported.document.estate.items.map((item) => item.name)).toEqual(['Journal', 'Arkiv'])
    await workbook.close()
  }, 30_000)

  it('shows its first rows before it is read', async () => {
    const rows = Array.from({ length: 4_000 }, (_, row) => `S-${row},Server ${row} ${'x'.repeat(120)},Server`)
    const looks: number[] = []
    const workbook = await open(['Id,Name,Kind', ...rows].join('\n'), { onFirstLook: (page) => looks.push(unpackRows(page).rows.length) })
    expect(looks).toEqual([1_000])
    expect(unpackWorkbook(workbook.opened).imported.counts.items).toBe(4_000)
    await workbook.close()
  }, 30_000)

  it('answers with an error once it is closed', async () => {
    const workbook = await open(strange)
    await workbook.close()
    expect(await workbook.ask({ ask: 'rows', sheet: 'estate', from: 0, count: 1 })).toMatchObject({ ok: false, error: { type: 'failed' } })
  }, 30_000)
})
