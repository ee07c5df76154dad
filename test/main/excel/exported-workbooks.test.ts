import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import type { Language } from '@core/messages/translator'
import type { PlanDocument } from '@core/plan/plan-document'
import { exportFiles, type ExportRequest } from '@core/workbook/export-files'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { suppliersOf } from '@core/workbook/supplier-scope'
import { defaultProfile } from '@core/workbook/packages/redaction'
import { writeWorkbook } from '@main/excel/write-workbook'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, anItem } from '@test/builders/an-item'
import { temporaryFolder } from '../temporary-folder'
import { read } from './builders/reading'
import { openXmlErrors, reasonWithoutValidator } from './open-xml-validator'
import { workbookFaults } from './workbook-rules'

const sampleOf = (language: Language): PlanDocument => {
  const name = language === 'en' ? 'sample-region.xlsx' : 'sample-region-nb.xlsx'
  const path = fileURLToPath(new URL(`../../../resources/${name}`, import.meta.url))
  return interpretWorkbook(read(readFileSync(path), name), { today: '2027-01-15', newId: countingIds() }).document
}

/** Everything that people and attackers write, in every place that is written. */
const hostile = ((): PlanDocument => {
  const texts = ['=1+1', '+cmd', '-1', '@sum', '\tx', '<b>&"\'', '\u0000\u0001', '\ud800', '_x0041_', '😀', 'x'.repeat(40_000), "'", '[a]:*?/\\']
  const items = texts.map((text, index) => anItem(`i${index} ${text.slice(0, 20)}`, {
    name: text, notes: text, supplier: "A 'quoted' [firm]: */?", extra: [[text.slice(0, 30) || 'x', text.slice(0, 100)]], endOfSupport: '1899-01-01',
  }))
  const plan = aPlan({
    name: '=<plan> & "name"', items, dependencies: [aDependency(items[0]?.id ?? '', items[1]?.id ?? '', { notes: '=1' })],
    waves: [{ name: '=wave', start: '2027-01-01', end: '2027-02-01', capacity: 0 }, { name: "it's", start: '2040-01-01', end: '1999-01-01' }],
    freezeWindows: [{ name: '=freeze', start: '2027-01-05', end: '2027-01-10' }],
    rules: [{ type: 'before', itemIds: [items[1]?.id ?? '', items[0]?.id ?? ''], reason: '=why' }],
    placed: { [items[0]?.id ?? '']: 1, [items[1]?.id ?? '']: 2 },
  })
  return { ...plan, estate: { ...plan.estate, extraSheets: [{ name: 'Cover', rows: [['theirs']] }, { name: 'gantt', rows: [['=1']] }] } }
})()

const fixtures: readonly (readonly [name: string, document: PlanDocument, request: ExportRequest])[] = [
  ['the sample, with its changes since an earlier state', sampleOf('en'), { format: 'workbook', language: 'en', since: { name: 'yesterday', document: aPlan() } }],
  ['the Norwegian sample', sampleOf('nb'), { format: 'workbook', language: 'nb' }],
  ['an empty plan', aPlan(), { format: 'workbook', language: 'en' }],
  ['a plan of hostile text', hostile, { format: 'workbook', language: 'en', since: { name: '=since', document: aPlan() } }],
  ['the package of a supplier', sampleOf('en'), { format: 'packages', language: 'en', packages: [{ supplier: suppliersOf(sampleOf('en'))[0] ?? '', profile: defaultProfile }] }],
  ['a package of hostile text', hostile, { format: 'packages', language: 'nb', packages: [{ supplier: "A 'quoted' [firm]: */?", profile: { level: 'confidential', withheld: [] } }] }],
]

const bytesOf = async (document: PlanDocument, request: ExportRequest): Promise<Uint8Array> => {
  const [file] = exportFiles(document, request)
  if (!file || typeof file.content === 'string') throw new Error('Not a workbook')
  return writeWorkbook(file.content)
}

describe('An exported workbook', () => {
  it.each(fixtures)('keeps what Excel asks beyond the schema: %s', async (_name, document, request) => {
    expect(workbookFaults(await bytesOf(document, request))).toEqual([])
  })

  it.for(fixtures)("has no error in Microsoft's validator: %s", async ([, document, request], { skip }) => {
    skip(reasonWithoutValidator !== null, reasonWithoutValidator ?? '')
    const path = join(temporaryFolder(), 'out.xlsx')
    writeFileSync(path, await bytesOf(document, request))
    expect(await openXmlErrors(path)).toEqual([])
  })

  it.each(fixtures)('has the same bytes every time: %s', async (_name, document, request) => {
    expect(Buffer.compare(await bytesOf(document, request), await bytesOf(document, request))).toBe(0)
  })
})
