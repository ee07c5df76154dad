import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlankHeading } from '@core/workbook/content/blank-heading'
import { namesOfItems } from '@core/workbook/content/known-names'
import { readingAs } from '@core/workbook/mapping'
import type { RawCell, RawSheet } from '@core/workbook/raw-workbook'
import { readingOfSheet } from '@core/workbook/recognise-sheet'
import { recogniseWorkbook } from '@core/workbook/recognise-workbook'
import type { SheetReading } from '@core/workbook/sheet-reading'
import { readWorkbook } from '@main/excel/read-workbook'
import { importSheets, rawSheet } from '../raw-builders'

const people = ['Kari Nordmann', 'Ola Hansen', 'Hansen, Per', 'Anne-Lise Berg', 'Jon Dahl', 'Siri Vik', 'Kari Nordmann', 'Lars Moe']
const systems = ['DIPS Arena', 'Metavision', 'Sectra PACS', 'Medikamentbok', 'Booking', 'Lab', 'Imatis', 'Visma HRM']
const hosts = systems.map((_, index) => `ahus-srv-${index + 10}.helse.local`)

const columnsOf = (rows: number, ...columns: readonly (readonly RawCell[])[]): readonly RawCell[][] =>
  Array.from({ length: rows }, (_, row) => columns.map((column) => column[row % column.length] ?? null))

const readingsOf = (...sheets: readonly RawSheet[]): readonly SheetReading[] =>
  recogniseWorkbook({ fileName: 'a.xlsx', sheets }).map(({ sheet, recognised }) => readingOfSheet(sheet, recognised))

const fieldsOf = ({ columns }: SheetReading): readonly (string | null)[] => columns.map((column) => column.field)

const inventory = rawSheet('Applikasjoner', [['Id', 'Navn'], ...systems.map((name, index) => [`A-${100 + index}`, name])])

describe('A column whose heading says nothing', () => {
  it('is told by its cells, with how sure that is and why', () => {
    const [reading] = readingsOf(rawSheet('Applikasjoner', [
      ['Navn', 'Spalte 2', '', 'Kolonne D', 'Unnamed: 4', 'F', 'Column 7', null],
      ...columnsOf(8, systems, people, ['Produksjon', 'Test'], ['Behold', 'Avvikle', 'Rehost'], ['DIPS AS', 'Sectra AB', 'Visma ASA'], ['31.12.2027', '2028-06-30', '30.11.2029'],
        ['Ahus HF', 'Helse Bergen', 'Sørlandet sykehus'], ['kr 12 000,-', '450 NOK']),
    ]))
    expect(reading?.columns).toEqual([
      { heading: 'Navn', column: 0, field: 'name', confidence: 1, reason: 'heading' },
      { heading: 'Spalte 2', column: 1, field: 'owner', confidence: 0.62, reason: 'content' },
      { heading: '', column: 2, field: 'environment', confidence: 0.75, reason: 'content' },
      { heading: 'Kolonne D', column: 3, field: 'disposition', confidence: 0.75, reason: 'content' },
      { heading: 'Unnamed: 4', column: 4, field: 'supplier', confidence: 0.62, reason: 'content' },
      { heading: 'F', column: 5, field: 'endOfSupport', confidence: 0.58, reason: 'content' },
      { heading: 'Column 7', column: 6, field: 'organisation', confidence: 0.62, reason: 'content' },
      { heading: '', column: 7, field: 'cost', confidence: 0.6, reason: 'content' },
    ])
  })

  it('is read as it is told, and a finding says so', () => {
    const imported = importSheets(rawSheet('Servere', [['Navn', 'Spalte 2'], ...hosts.map((host, index) => [host, people[index] ?? null])]))
    expect(imported.document.estate.items[0]).toEqual({ id: `server:${hosts[0]}`, name: hosts[0], kind: 'server', owner: 'Kari Nordmann' })
    expect(imported.findings.filter((one) => one.type === 'column-by-content')).toEqual([
      { type: 'column-by-content', severity: 'note', sheet: 'Servere', row: 1, cell: 'B1', params: { heading: 'Spalte 2', field: 'owner' } },
    ])
  })

  it('is left alone where its cells may mean anything', () => {
    const [reading] = readingsOf(rawSheet('Applikasjoner', [
      ['Navn', 'Spalte 2', 'Spalte 3', 'Spalte 4', 'Spalte 5'],
      ...columnsOf(8, systems, ['Ja', 'Nei'], [3, 17, 250], ['10.0.0.1', '10.0.0.2'], ['2026-03-14', '2025-11-02']),
    ]))
    expect(reading && fieldsOf(reading)).toEqual(['name', null, null, null, null])
  })

  it('gives the id and the name of a sheet without headings that is named like one', () => {
    const [reading] = readingsOf(rawSheet('Applikasjoner', [['Register'], ['Spalte 1', 'Spalte 2'], ...systems.map((name, index) => [`A-${index + 100}`, name])]))
    expect(reading).toMatchObject({ role: 'items', kind: 'application', headerRow: 2, confidence: 0.6 })
    expect(reading && fieldsOf(reading)).toEqual(['id', 'name'])
  })

  it('refers to the servers of another sheet', () => {
    const servers = rawSheet('Servere', [['Navn'], ...hosts.map((host) => [host])])
    const readings = readingsOf(rawSheet('Applikasjoner', [['Navn', 'Spalte 2'], ...systems.map((name, index) => [name, hosts[index] ?? null])]), servers)
    expect(readings[0] && fieldsOf(readings[0])).toEqual(['name', 'server'])
  })
})

describe('A heading', () => {
  it('says nothing where it only counts columns', () => {
    expect(['', 'Spalte 3', 'Column C', 'Kolonne AB', 'Unnamed: 3', 'B', '7', 'Felt1'].filter((heading) => !isBlankHeading(heading))).toEqual([])
    expect(['Id', 'Navn', 'Rack', 'Kolonnevekt', 'Valuta', 'Ansvar'].filter(isBlankHeading)).toEqual([])
  })

  it('that we know wins over what stands below it', () => {
    const [reading] = readingsOf(rawSheet('Applikasjoner', [['Navn', 'Team', 'Spalte 3'], ...columnsOf(8, systems, people, people)]))
    expect(reading && fieldsOf(reading)).toEqual(['name', 'team', 'owner'])
  })

  it('that we do not know stays an extra field, unless its cells are words that mean nothing else', () => {
    const [reading] = readingsOf(rawSheet('Applikasjoner', [['Navn', 'Kontakt', 'Livsløp'], ...columnsOf(8, systems, people, ['Behold', 'Avvikle', 'Kjøp nytt'])]))
    expect(reading && fieldsOf(reading)).toEqual(['name', null, 'disposition'])
  })

  it('that stands twice is that of the column that is filled', () => {
    const twice = rawSheet('Applikasjoner', [['Navn', 'Eier', 'Eier', 'Kostnad', 'Pris'], ...columnsOf(8, systems, [null], people, ['ukjent'], [500, 1200])])
    const [reading] = readingsOf(twice)
    expect(reading && fieldsOf(reading)).toEqual(['name', null, 'owner', null, 'cost'])
    const both = rawSheet('Applikasjoner', [['Navn', 'Eier', 'Eier'], ...columnsOf(8, systems, people, people)])
    expect(readingsOf(both).map(fieldsOf)).toEqual([['name', 'owner', null]])
  })
})

describe('A sheet whose headings say nothing', () => {
  const pairs = systems.slice(1).map((name, index): RawCell[] => [index % 2 === 0 ? name : `A-${101 + index}`, 'DIPS Arena'])

  it('holds dependencies where two of its columns name items of other sheets', () => {
    const [, reading] = readingsOf(inventory, rawSheet('Ark2', [['Hvem', 'Hva', 'Hvordan'], ...pairs.map((pair) => [...pair, 'Kjører på'])]))
    expect(reading).toMatchObject({ role: 'dependencies', headerRow: 1, confidence: 0.6 })
    expect(reading && fieldsOf(reading)).toEqual(['from', 'to', 'type'])
    const imported = importSheets(inventory, rawSheet('Ark2', pairs))
    expect(imported.counts).toMatchObject({ items: 8, dependencies: 7, unresolved: 0 })
    expect(imported.sheets[1]).toMatchObject({ role: 'dependencies', headerRow: null, rows: 7 })
    expect(imported.findings.map(({ type }) => type)).toContain('sheet-by-content')
  })

  it('holds none where its headings say that one follows the other, or is the same', () => {
    for (const headings of [['System', 'Erstattes av'], ['Old', 'New'], ['Navn', 'Duplikat av']]) {
      expect(readingsOf(inventory, rawSheet('Ark2', [headings, ...pairs])).map(({ role }) => role)).toEqual(['items', 'kept'])
    }
    expect(readingsOf(inventory, rawSheet('Ark2', [['System', 'Integrert med'], ...pairs]))[1]?.role).toBe('dependencies')
  })

  it('holds items where it lists new names and their kinds', () => {
    const [, reading] = readingsOf(inventory, rawSheet('Ark3', [
      ['Oversikt 2026'], ['Hva', 'Slags ting'], ...columnsOf(8, hosts.map((host) => `ny-${host}`), ['Server', 'Database']),
    ]))
    expect(reading).toMatchObject({ role: 'items', kind: null, headerRow: 2 })
    expect(reading && fieldsOf(reading)).toEqual(['name', 'kind'])
  })

  it('is kept where it lists people, words to choose from, counts, or more about what is listed elsewhere', () => {
    const kept = [
      rawSheet('Kontakter', [['Hvem', 'E-post'], ...people.map((name, index) => [name, `p${index}@helse.no`])]),
      rawSheet('Lister', [['Valg A', 'Valg B'], ['Server', 'Behold'], ['Database', 'Avvikle'], ['Nettverk', 'Rehost'], ['Tjeneste', 'Flytt']]),
      rawSheet('Tall', [['a', 'b'], ...columnsOf(9, [1, 2, 3], [4, 5, 6])]),
      rawSheet('Mer', [['Hva', 'Merke'], ...columnsOf(8, systems, ['x', 'y'])]),
    ]
    expect(readingsOf(inventory, ...kept).map(({ role }) => role)).toEqual(['items', 'kept', 'kept', 'kept', 'kept'])
  })
})

describe('What the planner says of a sheet', () => {
  it('is completed by its content', () => {
    const sheet = rawSheet('Ark2', [['Hvem', 'Spalte 2'], ['DIPS Arena', 'Lab'], ['Booking', 'Lab'], ['Lab', 'Imatis']])
    const items = importSheets(inventory).document.estate.items
    const content = { rows: sheet.rows, names: namesOfItems(items) }
    expect(fieldsOf(readingAs('dependencies', null, sheet.rows[0], content))).toEqual(['from', 'to'])
    expect(fieldsOf(readingAs('dependencies', null, sheet.rows[0]))).toEqual([null, null])
  })
})

describe('Guessing by content', () => {
  it('gives no field twice and takes none from a heading that has it', () => {
    const cell = fc.oneof(fc.constantFrom<RawCell>(...systems, ...people, ...hosts, 'Ja', 'Behold', 'Server', 'Prod', 'A-101', '31.12.2027', 'Wave 2', 'DIPS AS'), fc.integer({ min: 0, max: 9 }), fc.constant(null))
    const heading = fc.constantFrom<RawCell>('Navn', 'Id', 'Eier', 'Spalte 1', '', 'Rack', 'Kostnad', 'Type')
    fc.assert(fc.property(fc.array(heading, { minLength: 1, maxLength: 6 }), fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }), (headings, rows) => {
      const sheet = rawSheet('Applikasjoner', [headings, ...rows])
      for (const { columns } of readingsOf(sheet, inventory)) {
        const fields = columns.flatMap(({ field }) => field ?? [])
        expect(new Set(fields).size).toBe(fields.length)
        expect(columns.every(({ column }, index) => column === index)).toBe(true)
      }
      importSheets(sheet, inventory)
    }), { numRuns: 200 })
  })
})

const folder = fileURLToPath(new URL('../../../../../shared/inputs/', import.meta.url))
if (!existsSync(folder)) process.stdout.write(`skipped: guessing on real workbooks, as there is no ${path.basename(folder)} folder beside the repository\n`)

describe.runIf(existsSync(folder))('On workbooks that others wrote', () => {
  it('content changes nothing where the headings say enough', () => {
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => /\.(csv|xlsx)$/.test(file)) : []
    for (const file of files) {
      const raw = readWorkbook(readFileSync(path.join(folder, file)), file)
      if (!raw.ok) continue
      for (const { sheet, recognised } of recogniseWorkbook(raw.value)) {
        const [byAll, byHeadings] = [readingOfSheet(sheet, recognised), readingOfSheet(sheet)]
        expect([file, sheet.name, byAll]).toEqual([file, sheet.name, byHeadings])
      }
    }
  })
})
