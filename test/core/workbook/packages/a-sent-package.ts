import { applyChange } from '@core/plan/apply-change'
import type { Exchange } from '@core/plan/exchange'
import type { PlanDocument } from '@core/plan/plan-document'
import { logExchanges } from '@core/workbook/packages/exchange-commands'
import { packageWorkbook } from '@core/workbook/packages/package-workbook'
import { defaultProfile } from '@core/workbook/packages/redaction'
import { readReturn, type ReturnedPackage } from '@core/workbook/packages/returned-package'
import { sentTables, supplierPackage } from '@core/workbook/packages/supplier-package'
import type { RawCell, RawSheet, RawWorkbook } from '@core/workbook/raw-workbook'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, aHardDependency, anItem, aServer } from '@test/builders/an-item'
import { rawFromModel } from '../raw-from-model'

/** Two items of Fjord AS, in wave 1 and in none, and one of somebody else's. */
export const plan = aPlan({
  items: [
    anItem('mine', { name: 'Journal', supplier: 'Fjord AS', effort: 5, endOfSupport: '2029-12-31' }), aServer('srv', { supplier: 'Fjord AS' }),
    anItem('other', { name: 'Portal', supplier: 'Rival AS' }),
  ],
  dependencies: [aHardDependency('mine', 'srv'), aDependency('mine', 'other')],
  waves: [{ start: '2027-03-01', end: '2027-03-20' }],
  placed: { mine: 1 },
})

export const sent = supplierPackage(plan, { supplier: 'Fjord AS', profile: defaultProfile, language: 'en' })
export const exchange: Exchange = {
  id: 'package-1', supplier: 'Fjord AS', sentOn: '2027-01-10', fileName: 'f.xlsx', sha256: '0'.repeat(64), profile: 'internal', fields: [],
  withheld: [], tables: sentTables(sent),
}
/** The plan whose log knows that the package left. */
export const document = applyChange(plan, logExchanges([exchange])).document
/** The package as it left. */
export const raw = rawFromModel(packageWorkbook(plan, sent, 'package-1'))

/** Rows count from 0, the headings; the items stand in 1 and 2. */
export type Fill = readonly [heading: string, row: number, value: RawCell]

export const filledSheet = (sheet: RawSheet, fills: readonly Fill[]): RawSheet => {
  const headings = sheet.rows[0]?.cells ?? []
  const rows = sheet.rows.map((row, index) => {
    const cells: RawCell[] = [...row.cells]
    for (const [heading, at, value] of fills) {
      const column = headings.indexOf(heading)
      if (at !== index) continue
      while (cells.length <= column) cells.push(null)
      cells[column] = value
    }
    return { ...row, cells }
  })
  return { ...sheet, rows }
}

export const returnedWith = (...fills: readonly Fill[]): RawWorkbook =>
  ({ ...raw, sheets: raw.sheets.map((sheet) => (sheet.name === 'Items' ? filledSheet(sheet, fills) : sheet)) })

export const read = (workbook: RawWorkbook, of: PlanDocument = document): ReturnedPackage => {
  const returned = readReturn(of, workbook)
  if ('type' in returned) throw new Error(`Not read: ${returned.type}`)
  return returned
}
