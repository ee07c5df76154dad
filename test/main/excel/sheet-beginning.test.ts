import { readNumberFormats } from '@main/excel/ooxml/number-formats'
import { SheetReader } from '@main/excel/ooxml/sheet-reader'
import { readLimits } from '@main/excel/read-limits'
import { newTally } from '@main/excel/read-tally'
import { readWorkbook } from '@main/excel/read-workbook'
import { Refusal } from '@main/excel/refusal'
import type { RowsPage } from '@core/workbook/opened-workbook'
import { describe, expect, it } from 'vitest'
import { textCell, xlsxOf, xlsxParts } from './builders/xlsx'
import { zipOf } from './builders/zip'

const rowsOf = (count: number): string => Array.from({ length: count }, (_, index) =>
  `<row r="${index + 1}">${textCell(`A${index + 1}`, `Server ${index + 1}`)}<c r="B${index + 1}"><v>${index * 31}</v></c></row>`).join('')

const readerOf = (xml: Buffer): SheetReader => {
  const facts = { strings: null, formats: readNumberFormats(undefined), date1904: false }
  return new SheetReader(xml, { name: 'Servers', facts, limits: readLimits, tally: newTally() })
}

/** null too where the cut makes an address of what is none. */
const beginningOf = (xml: Buffer): ReturnType<SheetReader['begin']> => {
  try {
    return readerOf(xml).begin(3)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

const shownOf = (file: Buffer): readonly RowsPage[] => {
  const shown: RowsPage[] = []
  readWorkbook(file, 'a.xlsx', { firstRows: { count: 1000, show: (page) => shown.push(page) } })
  return shown
}

describe('The beginning of a sheet', () => {
  const xml = Buffer.from(`<worksheet><sheetData>${rowsOf(6)}</sheetData></worksheet>`)
  const whole = readerOf(xml).read().rows

  it('gives whole rows or none, wherever it is cut off', () => {
    for (let length = 0; length <= xml.length; length++) {
      const rows = beginningOf(xml.subarray(0, length))
      if (length < xml.indexOf('<row r="4"')) expect(rows, `cut at ${length}`).toBeNull()
      else if (rows !== null) expect(rows, `cut at ${length}`).toEqual(whole.slice(0, 3))
    }
    expect(readerOf(xml).begin(3)).toEqual(whole.slice(0, 3))
  })

  it('is shown of the first sheet that is long enough', () => {
    const [page, ...others] = shownOf(xlsxOf([{ name: 'Cover', data: rowsOf(20) }, { name: 'Servers', data: rowsOf(3000) }, { name: 'More', data: rowsOf(3000) }]))
    expect([page?.sheet, page?.rows.length, page?.rows[999]?.cells, others.length]).toEqual(['Servers', 1000, ['Server 1000', 999 * 31], 0])
  })

  it('is not shown of a sheet that nobody may read', () => {
    const hostile = xlsxParts([{ data: rowsOf(3000) }], { prolog: '<!DOCTYPE a [<!ENTITY b "c">]>' })
    expect(shownOf(zipOf(hostile))).toEqual([])
  })
})
