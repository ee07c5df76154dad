import fc from 'fast-check'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import type { CellObject } from 'xlsx'
import type { RawSheet, RawWorkbook } from '@core/workbook/raw-workbook'
import type { ReadContext } from '@main/excel/read-context'
import { readLimits } from '@main/excel/read-limits'
import { readOoxml } from '@main/excel/ooxml/read-ooxml'
import { openZip, readByParser } from '@main/excel/read-zip-workbook'
import { xlsxOf } from './builders/xlsx'

const contextFor = (fileName: string): ReadContext => ({ fileName, limits: readLimits, onProgress: () => undefined })

/** What our own reader and SheetJS make of one file. */
const both = (file: Buffer): readonly [RawWorkbook, RawWorkbook] => {
  const context = contextFor('a.xlsx')
  const own = readOoxml(openZip(file, context).parts, context)
  return [own, readByParser(openZip(file, context), context)]
}

/** SheetJS tells neither how many rows a sheet declares nor which formulas have no value. */
const shape = ({ name, hidden, rows }: RawSheet) => ({ name, hidden, rows })

/** No U+FFFE and U+FFFF, no halves of characters: XML has no way to write them. No `_x` and no `&amp;`, which SheetJS takes apart twice. */
const text = fc.oneof(
  fc.constantFrom('Blåbær & co', '<b>', ' a ', 'line\nbreak', '"x"', "it's", '__proto__', '日本', '12', '1e5', ']]>', '\t'),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
).filter((made) => made !== '' && !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x|&\w+;|\r/.test(made))

const number = fc.oneof(
  fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0.1, 1e21, 1e-7, -0.5, 123456789012345680),
)
const dateFormat = fc.constantFrom('yyyy-mm-dd', 'dd/mm/yyyy hh:mm', 'h:mm', '[h]:mm', '0.00', 'General', 'mmm-yy', '"d"0')
const cell: fc.Arbitrary<CellObject | null> = fc.oneof(
  fc.constant(null),
  text.map((v): CellObject => ({ t: 's', v })),
  number.map((v): CellObject => ({ t: 'n', v })),
  fc.boolean().map((v): CellObject => ({ t: 'b', v })),
  fc.tuple(fc.double({ min: 0, max: 80_000, noNaN: true }), dateFormat).map(([v, z]): CellObject => ({ t: 'n', v, z })),
  fc.integer({ min: 1, max: 99 }).map((v): CellObject => ({ t: 'n', v, f: `A1+${v}` })),
)
const sheet = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 })

const bookOf = (sheets: readonly (readonly (readonly (CellObject | null)[])[])[], options: object): Buffer => {
  const book = utils.book_new()
  sheets.forEach((rows, index) => {
    const made = utils.aoa_to_sheet([[]])
    rows.forEach((cells, row) => cells.forEach((one, column) => {
      if (one) made[utils.encode_cell({ r: row, c: column })] = one
    }))
    made['!ref'] = 'A1:H10'
    utils.book_append_sheet(book, made, `Ark ${index + 1}`)
  })
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true, ...options }) as Buffer
}

describe('Our own reading of xlsx', () => {
  it('is that of SheetJS for any workbook that it writes', () => {
    fc.assert(fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), fc.boolean(), (sheets, bookSST) => {
      const [own, parsed] = both(bookOf(sheets, { bookSST }))
      expect(own.sheets.map(shape)).toEqual(parsed.sheets.map(shape))
    }), { numRuns: Number(process.env['RUNS'] ?? 150), seed: 5 })
  }, 120_000)

  const inputs = fileURLToPath(new URL('../../../../shared/inputs/', import.meta.url))
  // The biggest is for the long tests: SheetJS needs ten seconds for it.
  const files = existsSync(inputs)
    ? readdirSync(inputs).filter((file) => file.endsWith('.xlsx') && (process.env['RUNS'] || !file.startsWith('debian')))
    : []
  if (files.length === 0) process.stdout.write('skipped: real workbooks, as there is no inputs folder beside the repository\n')

  it.each(files)('is that of SheetJS for %s', (file) => {
    const [own, parsed] = both(readFileSync(path.join(inputs, file)))
    expect(own.sheets.map(shape).map(({ rows, ...rest }) => ({ ...rest, rows: rows.length })))
      .toEqual(parsed.sheets.map(shape).map(({ rows, ...rest }) => ({ ...rest, rows: rows.length })))
    own.sheets.forEach((one, index) => expect(one.rows).toEqual(parsed.sheets[index]?.rows))
  }, 60_000)

  it('sees what SheetJS does not: rows out of order, comments, sections, prefixes and characters beyond the plane', () => {
    const data =
      '<row r="3"><c r="A3"><v>3</v></c></row><!-- <row r="9"><c r="A9"><v>9</v></c></row> -->' +
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> &#x1F600;</t></r><rPh><t>no</t></rPh></is></c>' +
      "<c r='B1' t='str'><v><![CDATA[<&>]]></v></c></row>"
    const context = contextFor('a.xlsx')
    expect(readOoxml(openZip(xlsxOf([{ data }]), context).parts, context).sheets[0]?.rows).toEqual([
      { number: 1, cells: ['a \u{1f600}', '<&>'] }, { number: 3, cells: [3] },
    ])
  })
})
