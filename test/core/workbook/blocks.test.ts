import { describe, expect, it } from 'vitest'
import { readingAs, rememberedMapping, recalledReading, withColumn, withRepeats } from '@core/workbook/mapping'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { RawCell, RawSheet } from '@core/workbook/raw-workbook'
import { readingOfSheet } from '@core/workbook/recognise-sheet'
import { recogniseWorkbook } from '@core/workbook/recognise-workbook'
import type { SheetReading } from '@core/workbook/sheet-reading'
import { countingIds } from '@core/ids'
import { findingsOf, importSheets, rawSheet } from './raw-builders'

const linksOf = ({ document: { estate } }: ImportedWorkbook): readonly string[] => {
  const names = new Map(estate.items.map((item) => [item.id, item.name]))
  return estate.dependencies.map(({ from, to, type, strength }) => `${names.get(from)} ${type} ${names.get(to)}, ${strength}`)
}

const readingOf = (sheet: RawSheet): SheetReading => {
  const [found] = recogniseWorkbook({ fileName: 'a.xlsx', sheets: [sheet] })
  if (!found) throw new Error('The sheet was not recognised at all.')
  return readingOfSheet(sheet, found.recognised)
}

const importAs = (sheet: RawSheet, reading: SheetReading): ImportedWorkbook =>
  interpretWorkbook({ fileName: 'a.xlsx', sheets: [sheet] }, {
    today: '2026-11-21', newId: countingIds(), corrections: { mappings: [{ sheet: sheet.name, reading }], cells: [], leftOut: [] },
  })

const servers: readonly RawCell[][] = [
  ['DIPS', 'srv-1', 'Prod'], [null, 'srv-2', 'Prod'], [null, 'srv-3', 'Test'], ['Lab', 'srv-4', 'Prod'],
] as RawCell[][]

describe('What stands only on the first row of a block', () => {
  it('is read for all rows of the block: the application of a list of servers', () => {
    const imported = importSheets(rawSheet('Servere', [['Applikasjon', 'Server', 'Miljø'], ...servers]))
    expect(linksOf(imported)).toEqual(['DIPS runs-on srv-1, hard', 'DIPS runs-on srv-2, hard', 'DIPS runs-on srv-3, hard', 'Lab runs-on srv-4, hard'])
    expect(imported.document.estate.items.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'server srv-1', 'server srv-2', 'server srv-3', 'server srv-4', 'application DIPS', 'application Lab',
    ])
    expect(imported.findings.find(({ type }) => type === 'keys-filled-down')?.params).toEqual({ count: 2, headings: 'Applikasjon' })
  })

  it('is read so on a sheet whose name says nothing as well', () => {
    const imported = importSheets(rawSheet('Ark1', [['Application', 'Server', 'Environment'], ...servers]))
    expect(linksOf(imported)).toHaveLength(4)
    expect(imported.findings.find(({ type }) => type === 'sheet-by-content')?.params).toEqual({ role: 'items', headed: 1 })
  })

  it('is read for what a list has in common to the left of its names, block within block', () => {
    const imported = importSheets(rawSheet('Ark1', [
      ['Foretak', 'Applikasjon', 'Server', 'Miljø'],
      ['Ahus', 'Lab', 'srv-1', 'Prod'], [null, null, 'srv-2', 'Test'], ['Bergen', null, 'srv-3', 'Prod'], [null, 'Lab', 'srv-4', 'Prod'], [null, null, 'srv-5', 'Test'],
    ]))
    const organisations = imported.document.estate.items.flatMap(({ name, organisation }) => (organisation ? `${name} ${organisation}` : []))
    expect(organisations).toEqual(['srv-1 Ahus', 'srv-2 Ahus', 'srv-3 Bergen', 'srv-4 Bergen', 'srv-5 Bergen', 'Lab Ahus', 'Lab Bergen'])
    expect(linksOf(imported)).toEqual(['Lab runs-on srv-1, hard', 'Lab runs-on srv-2, hard', 'Lab runs-on srv-4, hard', 'Lab runs-on srv-5, hard'])
  })

  it('makes one application for each organisation whose block names it, and none where a sheet describes it', () => {
    const blocks = rawSheet('Ark1', [
      ['Foretak', 'Applikasjon', 'Server', 'Miljø'],
      ['Ahus', 'Lab', 'srv-1', 'Prod'], [null, null, 'srv-2', 'Prod'], ['Bergen', 'Lab', 'srv-3', 'Prod'], [null, null, 'srv-4', 'Prod'], [null, 'Pacs', 'srv-5', 'Test'],
    ])
    const applications = (...sheets: readonly RawSheet[]): readonly string[] => importSheets(...sheets).document.estate.items
      .flatMap(({ kind, id, organisation }) => (kind === 'application' ? [`${id} ${organisation}`] : []))
    expect(applications(blocks)).toEqual(['application:Lab Ahus', 'application:Lab#2 Bergen', 'application:Pacs Bergen'])
    expect(applications(blocks, rawSheet('Applikasjoner', [['Navn', 'Organisasjon'], ['Lab', 'Region'], ['Pacs', 'Bergen']]))).toEqual([
      'application:Lab Region', 'application:Pacs Bergen',
    ])
  })

  it('is one item where it is the name, and another where the same name begins a block of another organisation', () => {
    const imported = importSheets(rawSheet('Applikasjoner', [
      ['Organisasjon', 'Navn', 'Merknader'], ['Ahus', 'Lab', 'a'], [null, null, 'b'], ['Bergen', 'Lab', 'c'], [null, null, 'd'],
    ]))
    expect(imported.document.estate.items).toEqual([
      { id: 'application:Lab', name: 'Lab', kind: 'application', organisation: 'Ahus', notes: 'a', extra: [['Merknader (as written)', 'b']] },
      { id: 'application:Lab#2', name: 'Lab', kind: 'application', organisation: 'Bergen', notes: 'c', extra: [['Merknader (as written)', 'd']] },
    ])
  })

  it('says where an item goes on any row of its block, and what it says otherwise is kept', () => {
    const imported = importSheets(rawSheet('Elementer', [
      ['Id', 'Navn', 'Slag', 'Bølge', 'Merknader'], ['a', 'DIPS', 'Applikasjon', null, 'x'], [null, null, null, 2, 'y'], [null, null, 'Server', 3, 'z'], ['b', 'Lab', 'Applikasjon', 1, null],
    ]))
    const [scenario] = imported.document.scenarios
    expect(scenario?.groups.map(({ itemIds, waveId }) => [itemIds, scenario.waves.find(({ id }) => id === waveId)?.number])).toEqual([[['a'], 2], [['b'], 1]])
    expect(imported.document.estate.items[0]?.extra).toEqual([
      ['Merknader (as written)', 'y'], ['Merknader (as written)', 'z'], ['Slag (as written)', 'Server'], ['Bølge (as written)', 3],
    ])
  })

  it('is not guessed where blanks are merely not filled in', () => {
    const sheet = rawSheet('Applikasjoner', [
      ['Organisasjon', 'Navn'], ['Ahus', 'A'], [null, 'B'], ['Ahus', 'C'], [null, 'D'], ['Bergen', 'E'], ['Bergen', 'F'],
    ])
    expect(readingOf(sheet).columns.some(({ repeats }) => repeats)).toBe(false)
    expect(importSheets(sheet).document.estate.items.map(({ organisation }) => organisation)).toEqual(['Ahus', undefined, 'Ahus', undefined, 'Bergen', 'Bergen'])
  })

  it('is read as the planner says, and so again next time', () => {
    const lines: readonly RawCell[][] = [['Navn', 'Organisasjon'], ['A', 'Ahus'], ['B', null], ['C', 'Bergen']] as RawCell[][]
    const sheet = rawSheet('Applikasjoner', lines)
    const said = withRepeats(readingOf(sheet), 1, true)
    const organisations = ({ document }: ImportedWorkbook): readonly unknown[] => document.estate.items.map(({ organisation }) => organisation)
    expect(organisations(importSheets(sheet))).toEqual(['Ahus', undefined, 'Bergen'])
    expect(organisations(importAs(sheet, said))).toEqual(['Ahus', 'Ahus', 'Bergen'])
    const remembered = rememberedMapping(said, '2026-11-21')
    const recalled = remembered && recalledReading(rawSheet('Annet', lines), [remembered])
    expect(recalled?.columns.map(({ repeats }) => repeats)).toEqual([undefined, true])
  })

  it('is left blank where the planner says that blank is blank', () => {
    const sheet = rawSheet('Servere', [['Applikasjon', 'Server', 'Miljø'], ...servers])
    expect(linksOf(importAs(sheet, withRepeats(readingOf(sheet), 0, false)))).toEqual(['DIPS runs-on srv-1, hard', 'Lab runs-on srv-4, hard'])
  })
})

describe('What a planner says of columns that stand in blocks', () => {
  const pairs = rawSheet('Ark1', [['Trenger', 'Hva', 'X'], ['DIPS', 'srv-1', 'DIPS'], [null, 'srv-2', null], [null, 'srv-3', null], ['Lab', 'srv-4', 'Lab']] as RawCell[][])
  const below = pairs.rows.slice(1)
  const ticks = ({ columns }: SheetReading): readonly unknown[] => columns.map(({ repeats }) => repeats)
  const asList = (role: 'items' | 'dependencies'): SheetReading => readingAs(role, null, pairs.rows[0])

  it('is read from the row above, as where the headings say so', () => {
    const joined = withColumn(withColumn(asList('dependencies'), 1, 'to', below), 0, 'from', below)
    expect(ticks(joined)).toEqual([true, undefined, undefined])
    expect(ticks(withColumn(asList('items'), 0, 'name', below))).toEqual([true, undefined, undefined])
    expect(ticks(withColumn(asList('items'), 1, 'name', below))).toEqual([true, undefined, undefined])
  })

  it('is guessed anew where another column is said to be the key', () => {
    const first = withColumn(asList('items'), 0, 'name', below)
    expect(ticks(withColumn(first, 2, 'name', below))).toEqual([true, undefined, true])
    expect(ticks(withColumn(first, 0, 'cost', below))).toEqual([undefined, undefined, undefined])
  })

  it('stays as the planner has said of the blank cells', () => {
    const said = withRepeats(withRepeats(asList('dependencies'), 0, false), 1, true)
    const joined = withColumn(withColumn(said, 0, 'from', below), 1, 'to', below)
    expect(ticks(joined)).toEqual([false, true, undefined])
    expect(ticks(withColumn(joined, 1, null, below))).toEqual([false, true, undefined])
  })
})

describe('A row of totals', () => {
  it('is no item, is kept, and a finding says so', () => {
    const imported = importSheets(rawSheet('Applikasjoner', [['Navn', 'Antall'], ['DIPS', 2], ['Sum klinisk', 2], ['Total Care', 'x'], ['Totalt', 3], ['Antall system: 2', null]]))
    expect(imported.document.estate.items.map(({ name }) => name)).toEqual(['DIPS', 'Total Care'])
    expect(findingsOf(imported).filter((one) => one.includes('total-row'))).toEqual(['note total-row Applikasjoner A3', 'note total-row Applikasjoner A5', 'note total-row Applikasjoner A6'])
    expect(imported.document.estate.extraSheets.flatMap(({ rows }) => rows).flat()).toEqual(expect.arrayContaining(['Sum klinisk', 'Totalt']))
  })

  it('is an item where it has an id and a name', () => {
    const imported = importSheets(rawSheet('Applikasjoner', [['Id', 'Navn', 'Antall'], ['Sum', '5', 2], ['Totalt', null, 2]]))
    expect(imported.document.estate.items.map(({ id, name }) => [id, name])).toEqual([['Sum', '5']])
  })
})
