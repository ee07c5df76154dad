import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { compareImport } from '@core/workbook/compare-import'
import { documentToSheets } from '@core/workbook/document-to-sheets'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { acceptAnswers } from '@core/workbook/packages/exchange-commands'
import { readReturn } from '@core/workbook/packages/returned-package'
import type { RawWorkbook } from '@core/workbook/raw-workbook'
import { rawFromModel } from '../raw-from-model'
import { document, exchange, plan, read, returnedWith, type Fill } from './a-sent-package'

/** The sheet of items alone, as somebody copies it into a workbook of their own. */
const copied = (...fills: readonly Fill[]): RawWorkbook => {
  const filled = returnedWith(...fills)
  return { fileName: 'copy.xlsx', sheets: filled.sheets.filter(({ name }) => name === 'Items').map((sheet) => ({ ...sheet, name: 'Sheet1' })) }
}

const imported = (raw: RawWorkbook): ImportedWorkbook => interpretWorkbook(raw, { today: '2027-02-01', newId: countingIds() })

const sentAgain = { ...document, exchanges: [exchange, { ...exchange, id: 'package-2' }] }

describe('A package that came back without its key', () => {
  it('is compared with the one package of the log that has its items, and says that it does not name it', () => {
    const { isKeyLost, answers, outside, ...returned } = read(copied(['Supplier effort (person-days)', 1, 8], ['Name', 2, 'Renamed']))
    expect([isKeyLost, returned.exchange]).toEqual([true, exchange])
    expect(answers.map(({ itemId, field, value }) => [itemId, field, value])).toEqual([['mine', 'effort', 8]])
    expect(outside[0]).toMatchObject({ type: 'cell', row: 'srv', heading: 'Name' })
    expect(outside.slice(1).map(({ type }) => type)).toEqual(exchange.tables.slice(1).map(() => 'sheet-gone'))
  })

  it('is refused where two packages of the log have its items, or none', () => {
    expect(readReturn(sentAgain, copied())).toEqual({ type: 'key-lost', fitting: 2 })
    expect(readReturn(plan, copied())).toEqual({ type: 'key-lost', fitting: 0 })
    expect(readReturn(document, copied(['Id', 1, 'a'], ['Id', 2, 'b']))).toEqual({ type: 'key-lost', fitting: 0 })
  })

  it('is warned of where it is opened as an inventory, and nothing of it is ticked', () => {
    const read = imported(copied(['Name', 1, 'Renamed'], ['Supplier price', 1, 900]))
    expect(read.packageId).toBeNull()
    expect(read.findings.filter(({ type }) => type === 'package-without-key').map(({ severity }) => severity)).toEqual(['warning'])
    const { rows } = compareImport(plan, read, { way: 'newer' })
    expect([rows.length > 0, rows.filter((row) => row.suggested)]).toEqual([true, []])
  })
})

describe('A workbook of the plan', () => {
  it('is no package for the answers that the plan has taken', () => {
    const { answers } = read(returnedWith(
      ['Supplier answer', 1, 'Done'], ['Confirmed date', 1, { date: '2027-03-05' }], ['Supplier comment', 1, 'Well'], ['Supplier price', 1, 900],
    ))
    const { document: after } = applyChange(document, acceptAnswers(document, exchange.id, answers, '2027-02-01'))
    expect(imported(rawFromModel(documentToSheets(after))).packageId).toBeUndefined()
  })
})
