import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawCell } from '@core/workbook/raw-workbook'
import type { ColumnModel, SheetModel, WorkbookModel, WrittenCell } from '@core/workbook/workbook-model'
import { readLimits } from '@main/excel/read-limits'
import { writeWorkbook } from '@main/excel/write-workbook'
import { legalSheetNames } from '@main/excel/writing/legal-sheet-names'
import { readZipDirectory } from '@main/excel/zip/read-zip-directory'
import { unpackParts } from '@main/excel/zip/unpack-parts'
import { cellsOf, read } from './builders/reading'

const column = (heading: string, type: ColumnModel['type'] = 'any', more: Partial<ColumnModel> = {}): ColumnModel =>
  ({ heading, width: 12, type, ...more })

const bookOf = (...sheets: readonly SheetModel[]): WorkbookModel => ({ title: 'Plan', sheets })

const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const file = Buffer.from(bytes)
  const parts = unpackParts(file, readZipDirectory(file, readLimits), readLimits)
  return new Map(parts.map((part) => [part.name, part.content.toString('utf8')]))
}

const sheetPartOf = async (sheet: SheetModel): Promise<string> =>
  partsOf(await writeWorkbook(bookOf(sheet))).get('xl/worksheets/sheet1.xml') ?? ''

describe('A written workbook', () => {
  it('gives back the same cells when it is read', async () => {
    const rows: WrittenCell[][] = [
      ['a', '=SUM(A1)', 2.5, 12_000, { date: '2026-03-29' }, true],
      ['12', ' _x0041_ <&>"\' \t\n\u0001 æøå 😀 ', -0.1, 0, { date: '2026-03-29T02:30:59' }, false],
      [null, '-1+1', null, null, { date: '1899-12-24' }, null],
    ]
    const columns = [column('Id', 'text'), column('=Name', 'text'), column('Effort', 'decimal'), column('Users', 'integer'),
      column('End', 'date'), column('Flag')]
    expect(cellsOf(read(await writeWorkbook(bookOf({ name: 'Applications', columns, rows }))))).toEqual([
      ['Id', '=Name', 'Effort', 'Users', 'End', 'Flag'],
      ...rows.slice(0, 2),
      [null, '-1+1', null, null, '1899-12-24'],
    ])
  })

  it('gives back any cells when it is read', async () => {
    const cell: fc.Arbitrary<WrittenCell> = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('\r', '') || null),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
      fc.boolean(),
      fc.date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((day) => ({ date: day.toISOString().slice(0, 10) })),
      fc.constant(null),
    )
    const grid = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 })
    await fc.assert(fc.asyncProperty(grid, async (rows) => {
      const sheet = { name: 'X', columns: [column('A'), column('B', 'text'), column('C', 'decimal')], rows }
      expect(filledRows(cellsOf(read(await writeWorkbook(bookOf(sheet)))))).toEqual(filledRows([['A', 'B', 'C'], ...rows]))
    }), { numRuns: 200 })
  })

  it('has the same bytes every time', async () => {
    const book = bookOf({ name: 'A', columns: [column('Id')], rows: [['x'], [{ date: '2026-01-01' }]] })
    expect(Buffer.compare(await writeWorkbook(book), await writeWorkbook(book))).toBe(0)
  })

  it('says yes and no in the words that it is given', async () => {
    const sheet: SheetModel = { name: 'A', columns: [column('Felles', 'yes-no')], rows: [[true], [false]] }
    expect(cellsOf(read(await writeWorkbook({ ...bookOf(sheet), yesNo: ['Ja', 'Nei'] })))).toEqual([['Felles'], ['Ja'], ['Nei']])
  })

  it('has a frozen heading, a filter, widths, and prints the heading on each landscape page', async () => {
    const parts = partsOf(await writeWorkbook(bookOf(
      { name: "Freeze windows' end", columns: [column('Name', 'text', { width: 30, required: true }), column('Start', 'date')], rows: [['x']] },
    )))
    const sheet = parts.get('xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(sheet).toContain('<autoFilter ref="A1:B2"/>')
    expect(sheet).toContain('<col min="1" max="1" width="30" style="3" customWidth="1"/>')
    expect(sheet).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"')
    expect(parts.get('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Freeze windows'' end'!$1:$1</definedName>`)
  })

  it('marks text that could become a formula, in every column, and writes no formula at all', async () => {
    const rows = ['=1', '+1', '-1', '@a', '\tx', '\rx', 'safe'].map((text) => [text])
    const xml = await sheetPartOf({ name: 'A', columns: [column('Notes', 'text')], rows })
    expect([...xml.matchAll(/<c r="A(\d)" s="4" t="s">/g)].map((match) => match[1])).toEqual(['2', '3', '4', '5', '6', '7'])
    expect(xml).not.toContain('<f')
    expect(partsOf(await writeWorkbook(bookOf())).get('xl/styles.xml')).toContain('numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"')
  })

  it('offers the choices of a column as a list that warns', async () => {
    const choices = ['say "hi"', 'soft']
    expect(await sheetPartOf({ name: 'A', columns: [column('Id'), column('Kind', 'text', { choices })], rows: [] })).toContain(
      '<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" ' +
      'sqref="B2:B1048576"><formula1>&quot;say &quot;&quot;hi&quot;&quot;,soft&quot;</formula1></dataValidation>')
  })

  it('leaves out a list that Excel would not open', async () => {
    const long = Array.from({ length: 60 }, (_, index) => `choice ${index}`)
    for (const choices of [long, ['a,b']]) {
      expect(await sheetPartOf({ name: 'A', columns: [column('Kind', 'text', { choices })], rows: [] })).not.toContain('dataValidation')
    }
  })

  it('loses nothing of a text that is too long for a cell', async () => {
    const text = `${'x'.repeat(32_766)}😀${'y'.repeat(40_000)}`
    const cells = cellsOf(read(await writeWorkbook(bookOf({ name: 'A', columns: [column('Notes', 'text'), column('Id')], rows: [[text, 1]] }))))
    expect(cells[0]).toEqual(['Notes', 'Id', 'Notes (2)', 'Notes (3)'])
    const [first, id, second, third] = cells[1] ?? []
    expect(id).toBe(1)
    expect([first, second, third].join('')).toBe(text)
    expect([first, second, third].every((piece) => typeof piece === 'string' && piece.length <= 32_767)).toBe(true)
  })

  it('keeps sheets without a heading as they came', async () => {
    const sheet: SheetModel = { name: 'Egne notater', columns: [], rows: [[null, 'x'], [], [1, '2', true]], headless: true }
    expect(read(await writeWorkbook(bookOf(sheet))).sheets[0]?.rows).toEqual([
      { number: 1, cells: [null, 'x'] }, { number: 3, cells: [1, '2', true] },
    ])
  })

  it('refuses more rows than a sheet can have', async () => {
    const rows = Array.from({ length: 1_048_576 }, () => [])
    await expect(writeWorkbook(bookOf({ name: 'Big', columns: [column('Id')], rows }))).rejects.toThrow('more than 1048576 rows')
  })
})

/** Without blanks at the end, which a sheet does not have, and blank rows. */
const filledRows = (rows: readonly (readonly (RawCell | WrittenCell)[])[]): unknown =>
  rows.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1)).filter((cells) => cells.length > 0)

describe('Names of sheets', () => {
  it('become legal and stay apart', () => {
    expect(legalSheetNames(['a/b:c', "'quoted'", '', 'History', 'Æ'.repeat(40), 'Æ'.repeat(40), 'Waves', 'WAVES'])).toEqual([
      'a-b-c', 'quoted', 'Sheet', 'Sheet History', 'Æ'.repeat(31), `${'Æ'.repeat(27)} (2)`, 'Waves', 'WAVES (2)',
    ])
  })
})
