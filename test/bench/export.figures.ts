import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import type { PlanDocument } from '@core/plan/plan-document'
import { documentToSheets } from '@core/workbook/document-to-sheets'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { packageWorkbook } from '@core/workbook/packages/package-workbook'
import { defaultProfile } from '@core/workbook/packages/redaction'
import { readReturn } from '@core/workbook/packages/returned-package'
import { sentTables, supplierPackage } from '@core/workbook/packages/supplier-package'
import { planWorkbook } from '@core/workbook/plan-workbook/plan-workbook'
import { suppliersOf } from '@core/workbook/supplier-scope'
import { readLimits } from '@main/excel/read-limits'
import { readWorkbook } from '@main/excel/read-workbook'
import { writeWorkbook } from '@main/excel/write-workbook'
import { readZipDirectory } from '@main/excel/zip/read-zip-directory'
import { unpackParts } from '@main/excel/zip/unpack-parts'
import { bigPlan } from '@test/builders/big-plan'

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const timed = async (work: () => unknown): Promise<number> => {
  const times: number[] = []
  for (let run = 0; run < 3; run++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return median(times)
}

const read = (path: string): PlanDocument => {
  const raw = readWorkbook(readFileSync(path), 'estate.xlsx')
  if (!raw.ok) throw new Error(JSON.stringify(raw.error))
  return interpretWorkbook(raw.value, { today: '2027-01-15', newId: countingIds() }).document
}

const measure = async (name: string, document: PlanDocument): Promise<void> => {
  const bytes = await writeWorkbook(planWorkbook(document))
  const file = Buffer.from(bytes)
  const parts = unpackParts(file, readZipDirectory(file, readLimits), readLimits)
  const xml = parts.reduce((sum, part) => sum + part.content.length, 0)
  const floor = await timed(() => parts.map((part) => deflateRawSync(part.content, { level: 6 })))
  const tables = await timed(async () => writeWorkbook(documentToSheets(document)))
  const whole = await timed(async () => writeWorkbook(planWorkbook(document)))
  const figure = (milliseconds: number): string => `${milliseconds.toFixed(0)} ms, ${(milliseconds / floor).toFixed(2)} x`
  console.log(`${name}: ${(xml / 1e6).toFixed(1)} MB of XML, ${(bytes.length / 1e6).toFixed(1)} MB packed`)
  console.log(`  deflate of the same XML  ${floor.toFixed(0)} ms`)
  console.log(`  tables only, styled      ${figure(tables)}`)
  console.log(`  whole plan workbook      ${figure(whole)} (reach 6 x, stretch 2.5 x)`)
}

const estate = new URL('../../../shared/inputs/debian-estate.xlsx', import.meta.url).pathname
const soffice = spawnSync('soffice', ['--version']).status === 0

/** Every value of a sheet as text, so that what LibreOffice saved can be compared with what we wrote. */
const valuesOf = (path: string): unknown => {
  const raw = readWorkbook(readFileSync(path), 'x.xlsx')
  if (!raw.ok) throw new Error(JSON.stringify(raw.error))
  return raw.value.sheets.map(({ name, rows }) => [name, rows.map((row) => row.cells)])
}

describe('Export', () => {
  it('of the big plan beside deflating the same XML', async () => {
    if (existsSync(estate)) await measure('debian-estate', read(estate))
    else console.log('skipped: shared/inputs/debian-estate.xlsx is not there')
    await measure('12,500 items, 70,000 dependencies, 12 waves', bigPlan({ items: 12_500, dependencies: 70_000, waves: 12, seed: 1 }))
  })

  it('opens in LibreOffice with the same values', async () => {
    if (!soffice) return console.log('skipped: LibreOffice (soffice) is not installed')
    const folder = mkdtempSync(join(tmpdir(), 'wavewright-soffice-'))
    const sample = read(new URL('../../resources/sample-region.xlsx', import.meta.url).pathname)
    const path = join(folder, 'plan.xlsx')
    writeFileSync(path, await writeWorkbook(planWorkbook(sample)))
    spawnSync('soffice', ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'again'), path])
    expect(valuesOf(join(folder, 'again', 'plan.xlsx'))).toEqual(valuesOf(path))
    console.log('LibreOffice: the same sheets, rows and values')
  })

  it('knows a package that LibreOffice has saved again, in each of its formats', () => {
    if (!soffice) return console.log('skipped: LibreOffice (soffice) is not installed')
    return savedAgain()
  })
})

const savedAgain = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'wavewright-soffice-'))
  const sample = read(new URL('../../resources/sample-region.xlsx', import.meta.url).pathname)
  const sent = supplierPackage(sample, { supplier: suppliersOf(sample)[0] ?? '', profile: defaultProfile, language: 'en' })
  const exchange = {
    id: 'package-1', supplier: sent.supplier, sentOn: '2027-01-10', fileName: 'p.xlsx', sha256: '', profile: 'internal', fields: [], withheld: [],
    tables: sentTables(sent),
  }
  const path = join(folder, 'package.xlsx')
  writeFileSync(path, await writeWorkbook(packageWorkbook(sample, sent, exchange.id)))
  for (const format of ['xlsx', 'ods', 'xls']) {
    spawnSync('soffice', ['--headless', '--convert-to', format, '--outdir', join(folder, 'again'), path])
    const raw = readWorkbook(readFileSync(join(folder, 'again', `package.${format}`)), `package.${format}`)
    if (!raw.ok) throw new Error(JSON.stringify(raw.error))
    expect(readReturn({ ...sample, exchanges: [exchange] }, raw.value)).toEqual({ exchange, answers: [], outside: [] })
  }
  console.log('LibreOffice: a package saved as xlsx, ods and xls comes back without a change that nobody made')
}
