import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { noCorrections, type Corrections } from '@core/workbook/corrections'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { readingAs, recalledReading, rememberedMapping, withColumn, withRemembered } from '@core/workbook/mapping'
import type { RawSheet } from '@core/workbook/raw-workbook'
import { readingOfSheet } from '@core/workbook/recognise-sheet'
import { rawSheet } from './raw-builders'

const strange = rawSheet('Ark1', [
  ['Oversikt 2026'], null, ['Hva', 'Ansvar', 'Merke', 'Hvor mye'], ['Journal', 'Kari', 'rød', 12], ['Arkiv', 'Ola', null, 'mange'],
])

const importWith = (corrections: Partial<Corrections>, ...sheets: readonly RawSheet[]) =>
  interpretWorkbook({ fileName: 'x.xlsx', sheets }, { today: '2026-11-22', newId: countingIds(), corrections: { ...noCorrections, ...corrections } })

const headings = strange.rows[1]
const asItems = withColumn(withColumn(withColumn(readingAs('items', 'application', headings), 0, 'name'), 1, 'owner'), 3, 'effort')

describe('A sheet that nobody recognises', () => {
  it('is kept whole until the planner says what it is', () => {
    expect(readingOfSheet(strange)).toMatchObject({ role: 'kept' })
    expect(importWith({}, strange).document.estate.items).toEqual([])
    const { document, sheets, findings } = importWith({ mappings: [{ sheet: 'Ark1', reading: asItems }] }, strange)
    expect(document.estate.items).toEqual([
      { id: 'application:Journal', name: 'Journal', kind: 'application', owner: 'Kari', effort: 12, extra: [['Merke', 'rød']] },
      { id: 'application:Arkiv', name: 'Arkiv', kind: 'application', owner: 'Ola', extra: [['Hvor mye (as written)', 'mange']] },
    ])
    expect(sheets).toMatchObject([{ role: 'items', headerRow: 3, rows: 2 }])
    expect(findings.map(({ type, cell }) => `${type} ${cell ?? ''}`)).toEqual(['unreadable-number D5', 'effort-missing D5'])
    expect(document.estate.imports[0]?.sheets).toEqual([{ name: 'Ark1', columns: [['name', 0], ['owner', 1], ['extra:Merke', 2], ['effort', 3]] }])
  })

  it('gives a field to one column only', () => {
    expect(withColumn(asItems, 2, 'owner').columns.map((column) => column.field)).toEqual(['name', null, 'owner', 'effort'])
  })

  it('can be left as it is although it was recognised', () => {
    const sheet = rawSheet('Applications', [['Id', 'Name'], ['a', 'A']])
    const { document, findings } = importWith({ mappings: [{ sheet: 'Applications', reading: readingAs('kept', null, undefined) }] }, sheet)
    expect(document.estate.extraSheets.map(({ name }) => name)).toEqual(['Applications'])
    expect(findings.map(({ type }) => type)).toEqual(['no-items'])
  })
})

describe('Lists of dependencies beside a sheet that is said to hold items', () => {
  const lines = (...pairs: readonly string[]) => [['From', 'To'], ...pairs.map((pair) => pair.split('>'))]
  const [calls, hosts] = [rawSheet('Calls', lines('A>B', 'B>C', 'C>D')), rawSheet('Hosts', lines('A>s1', 'B>s1', 'C>s2'))]
  const asItems = withColumn(readingAs('items', 'application', hosts.rows[0]), 0, 'name')

  it('make items of what they join, as long as no sheet holds items', () => {
    const { counts, findings } = importWith({}, calls, hosts)
    expect([counts.items, counts.unresolved]).toEqual([6, 0])
    expect(findings.map(({ type }) => type)).not.toContain('ends-unlisted')
  })

  it('say why they point at nothing where the items are not those that they join', () => {
    const other = rawSheet('Hosts', lines('x>s1', 'y>s1', 'z>s2'))
    const { findings } = importWith({ mappings: [{ sheet: 'Hosts', reading: asItems }] }, calls, other)
    const [why] = findings.filter(({ type }) => type === 'ends-unlisted')
    expect(why).toEqual({
      type: 'ends-unlisted', severity: 'error', sheet: 'Calls', params: { rows: 3, all: 3, names: 'A\nB\nC\nD', of: 4, sheets: 'Hosts', listed: 1 },
    })
  })

  it('leave it at the cells where only a few names are not listed', () => {
    const { findings } = importWith({ mappings: [{ sheet: 'Hosts', reading: asItems }] }, calls, hosts)
    expect(findings.map(({ type }) => type).filter((type) => type.startsWith('ends') || type.startsWith('dangling'))).toEqual(['dangling-reference'])
  })
})

describe('A mapping that is remembered', () => {
  const mapping = rememberedMapping(asItems, '2026-11-22')
  const known = mapping ? withRemembered([], [mapping]) : []

  it('is used wherever the same headings stand, in any order and writing', () => {
    const next = rawSheet('Noe annet', [['ANSVAR', 'hvor mye', 'Hva', 'merke '], ['Kari', 3, 'Booking', null]], { from: 7 })
    expect(recalledReading(next, known)).toEqual({
      role: 'items', kind: 'application', headerRow: 7, preset: null, confidence: 1,
      columns: [
        { heading: 'ANSVAR', column: 0, field: 'owner', confidence: 1, reason: 'planner' },
        { heading: 'hvor mye', column: 1, field: 'effort', confidence: 1, reason: 'planner' },
        { heading: 'Hva', column: 2, field: 'name', confidence: 1, reason: 'planner' },
        { heading: 'merke', column: 3, field: null, confidence: 0, reason: 'planner' },
      ],
    })
  })

  it('is not used for other headings, and not made of fewer than two', () => {
    expect(recalledReading(rawSheet('x', [['Hva', 'Ansvar', 'Merke'], ['a', 'b', 'c']]), known)).toBeNull()
    expect(rememberedMapping(readingAs('items', null, { number: 1, cells: ['Name'] }), '2026-11-22')).toBeNull()
  })

  it('gives way to a newer one for the same headings, and the oldest go', () => {
    const many = Array.from({ length: 4 }, (_, index) => ({ ...(known[0] ?? fail()), headings: [`a${index}`, 'b'] }))
    const newer = { ...(many[1] ?? fail()), usedOn: '2027-01-01' }
    expect(withRemembered(many, [newer], 3)).toEqual([many[2], many[3], newer])
  })
})

const fail = (): never => { throw new Error('There is no mapping') }

describe('Corrections of cells and rows', () => {
  const sheet = rawSheet('Applications', [['Id', 'Name', 'Effort'], ['a', 'A', 'ten'], ['b', 'B', 4], ['c', 'C', 5]])

  it('are read instead of what is written, and leave all other sheets alone', () => {
    const { document, findings } = importWith({
      cells: [{ sheet: 'Applications', row: 2, column: 2, value: '10' }, { sheet: 'Applications', row: 3, column: 2, value: ' ' }],
      leftOut: [{ sheet: 'Applications', row: 4 }],
    }, sheet)
    expect(document.estate.items).toEqual([
      { id: 'a', name: 'A', kind: 'application', effort: 10 }, { id: 'b', name: 'B', kind: 'application' },
    ])
    expect(findings.map(({ type, cell }) => `${type} ${cell ?? ''}`)).toEqual(['effort-missing C3'])
    expect(sheet.rows[1]?.cells).toEqual(['a', 'A', 'ten'])
  })
})
