import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RawCell, RawSheet } from '@core/workbook/raw-workbook'
import { tablesApart } from '@core/workbook/tables-apart'
import { importSheets, rawSheet } from './raw-builders'

const headings = [
  'Navn', 'Id', 'Applikasjon', 'Server', 'Foretak', 'Leverandør', 'Avhengig av', 'Miljø', 'Merke', 'Fra', 'Til', 'Kilde', 'Mål', 'Eier', 'Kommentar', 'Fra \\ Til', 'Antall servere',
  'Flyttegruppe', 'Bølge', 'Konsolideres i', 'Merknader', 'Kritikalitet', 'Tiltak', 'Sluttdato support', 'Innsats', 'Type', 'Styrke', 'Start', 'Slutt', 'Kapasitet', 'Elementer',
]
const sheetNames = ['Ark1', 'Applikasjoner', 'Servere', 'Avhengigheter', 'Oversikt', 'Kobling', 'Bølger', 'Regler', 'Frysperioder', 'Elementer']

/** Words that are no values of their own: each is found again by its number. */
const word = (index: number, form: number): string => ['Navn', 'srv', 'Helse', 'APP-', 'System '][form % 5] + String(index + 1000)

const line = fc.oneof(
  { weight: 8, arbitrary: fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom('* ', 'Sum ', 'HELSE ', 'Note: ', 'Servere:') },
  { weight: 1, arbitrary: fc.constant('headings') },
)

const sheet = fc.record({
  name: fc.constantFrom(...sheetNames), heads: fc.uniqueArray(fc.constantFrom(...headings), { minLength: 1, maxLength: 6 }), lines: fc.array(line, { maxLength: 14 }),
  gap: fc.boolean(),
})

const written = fc.uniqueArray(sheet, { selector: ({ name }) => name, minLength: 1, maxLength: 3 }).map((sheets) => {
  let count = 0
  const next = (form: number): string => word(count++, form)
  const cellOf = (form: number): RawCell => (form > 7 ? null : form > 5 && count > 4 ? word(count % 5, form) : next(form))
  return sheets.map(({ name, heads, lines, gap }): RawSheet => rawSheet(name, [
    ...(gap ? [['Oversikt'], null] : []), heads,
    ...lines.map((one): readonly RawCell[] | null => {
      if (one === null) return null
      if (typeof one === 'string') return one === 'headings' ? heads : [`${one}${next(0)}`]
      const cells = one.map(cellOf)
      return cells.every((cell) => cell === null) ? null : cells
    }),
  ]))
})

it('Nothing that stands below the headings of any sheet is lost', () => {
  let items = 0
  fc.assert(fc.property(written, (sheets) => {
    const imported = importSheets(...tablesApart({ fileName: 'a.xlsx', sheets }).sheets)
    const kept = JSON.stringify(imported.document)
    items += imported.counts.items
    const headerRows = new Map(imported.sheets.map(({ name, headerRow }) => [name, headerRow ?? 0]))
    const texts = sheets.flatMap(({ name, rows }) => rows.filter(({ number }) => number > (headerRows.get(name) ?? 0)).flatMap(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : [String(cell)]))))
    expect(texts.filter((text) => !headings.includes(text) && !kept.includes(text))).toEqual([])
  }), { numRuns: 400 })
  expect(items).toBeGreaterThan(0)
})
