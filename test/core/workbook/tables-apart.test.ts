import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceOfField } from '@core/estate/source'
import { translator } from '@core/messages/translator'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { RawCell, RawSheet } from '@core/workbook/raw-workbook'
import { documentWithSources } from '@core/workbook/sources'
import { tablesApart } from '@core/workbook/tables-apart'
import { findingsOf, importSheets, rawSheet } from './raw-builders'

const pieces = (...sheets: readonly RawSheet[]): readonly RawSheet[] => tablesApart({ fileName: 'a.xlsx', sheets }).sheets
const read = (sheet: RawSheet): ImportedWorkbook => importSheets(...pieces(sheet))
const idsOf = ({ document }: ImportedWorkbook): readonly string[] => document.estate.items.map(({ id }) => id)

const stacked = rawSheet('Ark1', [
  ['Applikasjoner'], null,
  ['Navn', 'Foretak', 'Leverandør'], ['DIPS', 'HB', 'DIPS AS'], ['PACS', 'HF', 'Sectra'], null,
  ['Servere'], null,
  ['Servernavn', 'OS', 'Miljø', 'Applikasjon'], ['srv1', 'Windows', 'Prod', 'DIPS'], ['srv2', 'Linux', 'Test', 'PACS'], null,
  ['Avhengigheter'], ['Fra', 'Til', 'Type'], ['DIPS', 'PACS', 'Dataflyt'],
])

describe('Tables one below the other on a sheet', () => {
  it('are read each by itself, by the titles above them', () => {
    const imported = read(stacked)
    expect(idsOf(imported)).toEqual(['application:DIPS', 'application:PACS', 'server:srv1', 'server:srv2'])
    expect(imported.document.estate.dependencies.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'application:DIPS>server:srv1 runs-on', 'application:PACS>server:srv2 runs-on', 'application:DIPS>application:PACS data-flow',
    ])
    expect(imported.sheets.map(({ name }) => name)).toEqual(['Ark1', 'Ark1 (Servere)', 'Ark1 (Avhengigheter)'])
    expect(findingsOf(imported)).toContain('note several-tables Ark1')
  })

  it('keep what stands right below them, and only their own titles', () => {
    const titled = (...between: readonly (readonly RawCell[] | null)[]): readonly unknown[] => pieces(rawSheet('Ark1', [
      ['Navn', 'Foretak'], ['DIPS', 'HB'], ...between, ['Servernavn', 'Miljø'], ['srv1', 'Prod'],
    ])).map(({ rows }) => rows[0]?.cells[0])
    expect(titled(['MEDS'], ['* Tall'], null, ['Servere'])).toEqual(['Navn', 'Servere'])
    expect(titled(['MEDS'], null, ['Servere'], null)).toEqual(['Navn', 'Servere'])
    expect(titled(['MEDS'], null)).toEqual(['Navn', 'Servernavn'])
    expect(titled(['MEDS'], ['Servere'])).toEqual(['Navn', 'Servere'])
    expect(titled(null, ['Drift'], ['Servere'])).toEqual(['Navn', 'Drift'])
  })

  it('come from the sheet of the file and the cell there', () => {
    const { estate } = documentWithSources(read(stacked))
    const server = estate.items.find(({ id }) => id === 'server:srv2')
    expect(server && sourceOfField(estate, server, 'environment')).toMatchObject({ sheet: 'Ark1', row: 11, column: 2 })
  })

  it('are one where the same headings stand again', () => {
    expect(pieces(rawSheet('Ark1', [['Navn', 'Foretak'], ['DIPS', 'HB'], null, ['Navn', 'Foretak'], ['PACS', 'HF']]))).toHaveLength(1)
  })

  it('are not looked for in a workbook that we wrote', () => {
    const derived = rawSheet('Cover', [[translator('en')('workbook.derived')]])
    expect(pieces(stacked, derived).map(({ name }) => name)).toEqual(['Ark1', 'Cover'])
  })
})

describe('Tables beside each other with an empty column between', () => {
  it('are read each by itself where one is longer', () => {
    const imported = read(rawSheet('Ark1', [
      ['Applikasjon', 'Foretak', null, 'Server', 'OS'], ['DIPS', 'HB', null, 'srv1', 'Windows'], ['PACS', 'HF', null, 'srv2', 'Linux'], [null, null, null, 'srv3', 'Linux'],
    ]))
    expect(idsOf(imported)).toEqual(['application:DIPS', 'application:PACS', 'server:srv1', 'server:srv2', 'server:srv3'])
    expect(imported.document.estate.dependencies).toEqual([])
    expect(imported.sheets.map(({ name }) => name)).toEqual(['Ark1', 'Ark1 (D1)'])
  })

  it('leave the items alone where one is the key to the codes of the other', () => {
    const imported = read(rawSheet('Applikasjoner', [
      ['Navn', 'Kritikalitet', null, 'Kode', 'Betydning'], ['DIPS', 1, null, 1, 'Lav'], ['PACS', 2, null, 2, 'Middels'], ['Lab', 2],
    ]))
    expect(imported.document.estate.items.every(({ extra }) => extra === undefined)).toBe(true)
    expect(imported.document.estate.extraSheets.map(({ name }) => name)).toEqual(['Applikasjoner (D1)'])
  })

  it('are one list where every row has both, or the right one is filled in here and there', () => {
    const lines: readonly (readonly RawCell[])[] = [['Navn', 'Foretak', null, 'Server', 'OS'], ['DIPS', 'HB', null, 'srv1', 'Windows'], ['PACS', 'HF', null, 'srv2', 'Linux']]
    expect(pieces(rawSheet('Ark1', lines))).toHaveLength(1)
    expect(pieces(rawSheet('Ark1', [...lines, ['Lab', 'HF'], ['MEDS', 'HF', null, 'srv4', 'Linux']]))).toHaveLength(1)
  })
})

it('Taking tables apart moves and loses no cell', () => {
  const words = fc.constantFrom<RawCell>('Navn', 'Server', 'Foretak', 'Fra', 'Til', 'DIPS', 'srv1', 3, null, null)
  const lines = fc.array(fc.option(fc.array(words, { minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 14 })
  const cellsOf = (sheets: readonly RawSheet[]): readonly string[] => sheets.flatMap(({ rows }) =>
    rows.flatMap(({ number, cells }) => cells.flatMap((cell, column) => (cell === null ? [] : [`${number} ${column} ${String(cell)}`])))).sort()
  let several = 0
  fc.assert(fc.property(lines, (written) => {
    const sheet = rawSheet('Ark1', written.map((line) => (line?.some((cell) => cell !== null) ? line : null)))
    const apart = pieces(sheet)
    if (apart.length > 1) several += 1
    expect(cellsOf(apart)).toEqual(cellsOf([sheet]))
    expect(new Set(apart.map(({ name }) => name)).size).toBe(apart.length)
  }), { numRuns: 500 })
  expect(several).toBeGreaterThan(0)
})
