import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import type { BookType, CellObject, Range, WorkSheet } from 'xlsx'
import { countingIds } from '@core/ids'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import type { RowsPage } from '@core/workbook/opened-workbook'
import { tablesApart } from '@core/workbook/tables-apart'
import { read } from './builders/reading'

type Line = readonly (string | number | boolean | null)[]

const understand = (bytes: Buffer, fileName: string): ImportedWorkbook =>
  interpretWorkbook(tablesApart(read(bytes, fileName)), { today: '2026-11-22', newId: countingIds() })

const sheetOf = (lines: readonly Line[], merges: readonly string[] = []): WorkSheet => {
  const sheet = utils.aoa_to_sheet(lines.map((line) => [...line]))
  sheet['!merges'] = merges.map((range): Range => utils.decode_range(range))
  return sheet
}

const formats = ['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods'] as const
const extension = (format: BookType): string => (format === 'biff8' ? 'xls' : format)

const bookOf = (format: BookType, sheets: Readonly<Record<string, WorkSheet>>, hidden: readonly string[] = []): Buffer => {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  book.Workbook = { Sheets: book.SheetNames.map((name) => ({ Hidden: hidden.includes(name) ? 1 : 0 })) }
  return write(book, { type: 'buffer', bookType: format, compression: true }) as Buffer
}

const itemsOf = (imported: ImportedWorkbook) => imported.document.estate.items
const typesOf = (imported: ImportedWorkbook): readonly string[] =>
  imported.findings.map((one) => one.type).filter((type) => type !== 'effort-missing')

describe.each(formats)('A workbook that a planner really has, as %s,', (format) => {
  const file = `Kartlegging.${extension(format)}`

  it('may have its headings on row 10, under merged titles and a legend', () => {
    const blank: Line = []
    const lines: Line[] = [
      ['Kartlegging av fagsystemer'], ['Versjon 3, ført av Kari'], blank, ['Grønn', 'ferdig'], ['Rød', 'ukjent'], blank, blank, blank, blank,
      ['Systemnavn', 'Helseforetak', 'Systemeier', 'Antall brukere'], ['DIPS', 'Ahus', 4711, '1 200'], ['Metavision', 'OUS', 'Per', '900'],
    ]
    const imported = understand(bookOf(format, { Fagsystemer: sheetOf(lines, ['A1:D1', 'A2:D2']) }), file)
    expect(imported.sheets[0]?.headerRow).toBe(10)
    expect(itemsOf(imported)).toEqual([
      { id: 'application:DIPS', name: 'DIPS', kind: 'application', organisation: 'Ahus', owner: '4711', users: 1200 },
      { id: 'application:Metavision', name: 'Metavision', kind: 'application', organisation: 'OUS', owner: 'Per', users: 900 },
    ])
  })

  it('may hold a list of servers below one of applications, and sums and remarks between', () => {
    const blank: Line = []
    const lines: Line[] = [
      ['Systemoversikt'], blank, ['Navn', 'Foretak', 'Brukere'], ['DIPS', 'Ahus', 120], ['Lab', 'OUS', 60], ['Sum', null, 180], ['* Tall fra 2025'], blank,
      ['Servere'], ['Servernavn', 'Miljø', 'Applikasjon'], ['srv1', 'Prod', 'DIPS'], [null, null, null], ['srv2', 'Test', 'Lab'],
    ]
    const imported = understand(bookOf(format, { Ark1: sheetOf(lines, ['A1:C1']) }), file)
    expect(itemsOf(imported).map(({ id }) => id)).toEqual(['application:DIPS', 'application:Lab', 'server:srv1', 'server:srv2'])
    expect(imported.document.estate.dependencies.map(({ id }) => id)).toEqual(['application:DIPS>server:srv1', 'application:Lab>server:srv2'])
  })

  it('may have groups above its headings, in merged cells across and down', () => {
    const lines: Line[] = [
      ['Id', 'Navn', 'Forvaltning', null, 'Kommentar'], [null, null, 'Systemeier', 'Leverandør', null],
      ['a', 'Journal', 'Kari', 'DIPS AS', 'x'], ['b', 'Lab', 'Ola', 'Lab AS', null],
    ]
    const imported = understand(bookOf(format, { Applikasjoner: sheetOf(lines, ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2']) }), file)
    expect(itemsOf(imported)).toEqual([
      { id: 'a', name: 'Journal', kind: 'application', owner: 'Kari', supplier: 'DIPS AS', notes: 'x' },
      { id: 'b', name: 'Lab', kind: 'application', owner: 'Ola', supplier: 'Lab AS' },
    ])
  })

  it('may say a value once for the merged cells of many rows', () => {
    const lines: Line[] = [['Organisasjon', 'Id', 'Navn'], ['Ahus', 'a', 'A'], [null, 'b', 'B'], [null, 'c', 'C'], ['OUS', 'd', 'D']]
    const imported = understand(bookOf(format, { Servere: sheetOf(lines, ['A2:A4']) }), file)
    expect(itemsOf(imported).map(({ id, organisation }) => [id, organisation])).toEqual([['a', 'Ahus'], ['b', 'Ahus'], ['c', 'Ahus'], ['d', 'OUS']])
  })

  it('may have its key only on the first row of each block', () => {
    const dependencies: Line[] = [['Fra', 'Til'], ['a', 'b'], [null, 'c'], [null, 'd'], ['b', 'c'], [null, 'd']]
    const lines: Line[] = [['Id', 'Navn', 'Modul'], ['a', 'A', 'm1'], [null, null, 'm2'], [null, null, 'm3'], ['b', 'B', 'm4'], ['c', 'C', null], [null, null, 'm5'], ['d', 'D', null]]
    const imported = understand(bookOf(format, { Applikasjoner: sheetOf(lines), Avhengigheter: sheetOf(dependencies) }), file)
    expect(imported.document.estate.dependencies.map((one) => one.id)).toEqual(['a>b', 'a>c', 'a>d', 'b>c', 'b>d'])
    expect(itemsOf(imported).map(({ id, extra }) => [id, extra?.map(([, value]) => value)])).toEqual([
      ['a', ['m1', 'm2', 'm3']], ['b', ['m4']], ['c', ['m5']], ['d', undefined],
    ])
    expect(typesOf(imported)).toEqual(['keys-filled-down', 'keys-filled-down'])
  })

  it('may have dates as text and as dates in one column, numbers as text, and hidden sheets', () => {
    const sheet = sheetOf([['Id', 'Navn', 'Slutt på støtte', 'Kostnad'], ['a', 'A', null, '1 234,50'], ['b', 'B', '31.12.2027', 'kr 500,-'], ['c', 'C', '2028-06-30', 7], ['d', 'D', 'mars 2029', '']])
    sheet['C2'] = { t: 'n', v: 46_110, z: 'dd/mm/yyyy' } satisfies CellObject
    const imported = understand(bookOf(format, { Oversikt: sheetOf([['Til'], ['info']]), Servere: sheet }, ['Servere']), file)
    // SheetJS cannot hide a sheet where it writes ods.
    expect(imported.sheets.map(({ name, hidden, role }) => [name, hidden, role])).toEqual([['Oversikt', false, 'kept'], ['Servere', format !== 'ods', 'items']])
    expect(itemsOf(imported).map(({ id, endOfSupport, cost }) => [id, endOfSupport, cost])).toEqual([
      ['a', '2026-03-29', 1234.5], ['b', '2027-12-31', 500], ['c', '2028-06-30', 7], ['d', '2029-03-31', undefined],
    ])
  })
})

describe('A text file that a planner really has', () => {
  const lines = ['Register over fagsystemer;;', '', 'Id;Navn;Tjenesteområde', '1;Blåbær;Klinisk', '2;"Ærfugl; øst";Lab']
  const expected = [
    { id: '1', name: 'Blåbær', kind: 'application', serviceArea: 'Klinisk' }, { id: '2', name: 'Ærfugl; øst', kind: 'application', serviceArea: 'Lab' },
  ]
  const text = (separator: string): string => lines.map((line) => line.replaceAll(';', separator).replace(`Ærfugl${separator} øst`, 'Ærfugl; øst')).join('\r\n')

  it.each([[';', 'semicolon'], [',', 'comma'], ['\t', 'tab'], ['|', 'bar']])('may be separated by %j', (separator) => {
    for (const name of ['Applikasjoner.csv', 'Applikasjoner.tsv', 'Applikasjoner.txt']) {
      expect(itemsOf(understand(Buffer.from(text(separator)), name))).toEqual(expected)
    }
  })

  it.each([
    ['UTF-8', Buffer.from(text(';'))], ['UTF-8 with a mark', Buffer.from(`\ufeff${text(';')}`)],
    ['UTF-16', Buffer.from(`\ufeff${text(';')}`, 'utf16le')], ['UTF-16 without a mark', Buffer.from(text(';'), 'utf16le')],
    ['Windows-1252', Buffer.from(text(';'), 'latin1')],
  ])('may be in %s', (_, bytes) => {
    expect(itemsOf(understand(bytes, 'Applikasjoner.csv'))).toEqual(expected)
  })
})

describe('The first rows of a workbook', () => {
  it.each(['xlsx', 'csv'] as const)('are those of the whole, as %s', (format) => {
    const lines = Array.from({ length: 5000 }, (_, index) => [`a${index}`, `Name ${index}`, index * 7])
    const bytes = bookOf(format, { Servers: sheetOf([['Id', 'Name', 'Users'], ...lines]) })
    const shown: RowsPage[] = []
    const { sheets } = read(bytes, `a.${format}`, { firstRows: { count: 1000, show: (page) => shown.push(page) } })
    expect(shown).toEqual([{ sheet: sheets[0]?.name, from: 0, rows: sheets[0]?.rows.slice(0, 1000), all: 1000 }])
  })
})
