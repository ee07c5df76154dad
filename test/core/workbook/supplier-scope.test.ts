import { describe, expect, it } from 'vitest'
import { packageWorkbook } from '@core/workbook/packages/package-workbook'
import type { RedactionProfile } from '@core/workbook/packages/redaction'
import { supplierPackage } from '@core/workbook/packages/supplier-package'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, aHardDependency, anItem, aServer } from '@test/builders/an-item'

const document = aPlan({
  items: [
    anItem('SECRET-1', { name: 'Hidden journal', sensitivity: 'confidential', supplier: 'Rival AS', notes: 'not theirs', organisation: 'Bodø' }),
    anItem('OPEN-1', { name: 'Known portal', supplier: 'Rival AS', notes: 'not theirs' }),
    anItem('mine', { name: 'Their app', supplier: 'Fjord AS', organisation: 'Ahus', consolidateInto: 'SECRET-1', effort: 5, cost: 4711, notes: 'own note', extra: [['Rack', 'R-17']] }),
    aServer('srv', { name: 'Their server', supplier: 'Fjord AS', sensitivity: 'confidential', owner: 'Kari', cost: 12 }),
  ],
  dependencies: [
    aHardDependency('mine', 'srv'), aHardDependency('SECRET-1', 'mine', { notes: 'internal price talk', pricePerDay: 99 }),
    aDependency('mine', 'OPEN-1'), aDependency('SECRET-1', 'OPEN-1'),
  ],
  waves: [{ budget: 77, capacity: 10, start: '2027-03-01', end: '2027-03-20' }, { name: 'Not theirs' }],
  rules: [{ type: 'together', itemIds: ['mine', 'SECRET-1'], reason: 'hush' }, { type: 'pin', itemIds: ['mine'], wave: 1 }],
  freezeWindows: [
    { name: 'Theirs', start: '2027-01-01', end: '2027-01-02', organisation: 'Ahus' },
    { name: 'Elsewhere', start: '2027-01-01', end: '2027-01-02', organisation: 'Bodø' },
  ],
  placed: { mine: 1 },
})

const packageFor = (profile: Partial<RedactionProfile> = {}) =>
  supplierPackage(document, { supplier: 'fjord as', language: 'en', profile: { level: 'internal', withheld: [], ...profile } })

const cells = (profile: Partial<RedactionProfile> = {}): readonly (readonly unknown[])[] =>
  packageFor(profile).tables.map(({ sheet }) => [
    sheet.name, ...sheet.rows.map((row) => Object.fromEntries(row.flatMap((cell, index) => (cell === null ? [] : [[sheet.columns[index]?.heading ?? '', cell]])))),
  ])

const start = { date: '2027-03-01' }
const end = { date: '2027-03-20' }

describe('The package of one supplier', () => {
  it('holds their items, their waves, and of what these touch just enough', () => {
    expect(cells()).toEqual([
      ['Items',
        { Id: 'mine', Name: 'Their app', Kind: 'Application', Organisation: 'Ahus', Supplier: 'Fjord AS', 'Consolidate into': 'Confidential', 'Effort (person-days)': 5, 'Move group': 'Their app', Wave: 1, 'Wave start': start, 'Wave end': end },
        { Id: 'srv', Name: 'Their server', Kind: 'Server', 'Move group': 'Their app', Wave: 1, 'Wave start': start, 'Wave end': end }],
      ['Related items',
        { Id: 'other-1', Name: 'Confidential 1', Kind: 'Application', 'Move group': 'Their app', Wave: 1, 'Wave start': start, 'Wave end': end },
        { Id: 'other-2', Name: 'Known portal', Kind: 'Application', 'Move group': 'other-2' }],
      ['Dependencies',
        { From: 'mine', To: 'srv', Type: 'Runs on', Strength: 'Hard', Order: 'Together' },
        { From: 'other-1', To: 'mine', Type: expect.any(String), Strength: 'Hard', Order: expect.any(String) },
        { From: 'mine', To: 'other-2', Type: expect.any(String), Strength: 'Soft', Order: expect.any(String) }],
      ['Waves', { Wave: 1, Start: start, End: end, Status: 'Planned' }],
      ['Rules', { Type: 'Pin', Items: 'mine', Wave: 1 }],
      ['Freeze windows', { Name: 'Theirs', Start: { date: '2027-01-01' }, End: { date: '2027-01-02' }, Organisation: 'Ahus' }],
    ])
  })

  it('tells nothing else, in the whole workbook', () => {
    const text = JSON.stringify(packageWorkbook(document, packageFor(), 'p1').sheets.map(({ name, columns, rows }) => [name, columns, rows]))
    for (const secret of ['SECRET-1', 'OPEN-1', 'Hidden', 'not theirs', 'own note', 'price talk', 'hush', 'Not theirs', 'Elsewhere', 'Rival AS', 'R-17', 'Kari', '4711', '99', '77']) {
      expect(text, secret).not.toContain(secret)
    }
  })

  it('says what stays at home, and how much is told of others', () => {
    const { tables, items, named, redacted, reduced } = packageFor()
    expect({ items, named, redacted, reduced, withheld: tables[0]?.withheld }).toEqual({
      items: 2, named: 1, redacted: 1, reduced: 1, withheld: ['Cost', 'Notes', 'Rack'],
    })
  })

  it('lets more or less leave by the level of its profile, and keeps back what it is told to', () => {
    const headings = (profile: Partial<RedactionProfile>) => packageFor(profile).tables[0]?.sheet.columns.filter((column) => !column.input).map((column) => column.heading)
    expect(headings({ level: 'open' })).toEqual(['Id', 'Name', 'Kind', 'Organisation', 'Supplier', 'Consolidate into', 'Move group', 'Wave', 'Wave start', 'Wave end'])
    expect(headings({ level: 'confidential', withheld: ['Cost', 'Organisation', 'Id'] })).toEqual([
      'Id', 'Name', 'Kind', 'Owner', 'Supplier', 'Consolidate into', 'Effort (person-days)', 'Sensitivity', 'Move group', 'Wave', 'Notes', 'Rack', 'Wave start', 'Wave end',
    ])
  })

  it('can be filled in only where it asks', () => {
    const sheets = packageFor().tables.map(({ sheet }) => sheet)
    expect(sheets.every((sheet) => sheet.isProtected)).toBe(true)
    expect(sheets.flatMap((sheet) => sheet.columns.filter((column) => column.input).map((column) => column.heading))).toEqual([
      'Supplier answer', 'Confirmed date', 'Supplier effort (person-days)', 'Supplier price', 'Supplier comment',
    ])
  })
})
