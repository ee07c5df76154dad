import { describe, expect, it } from 'vitest'
import { documentToSheets } from '@core/workbook/document-to-sheets'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, aHardDependency, anItem, aServer } from '@test/builders/an-item'

const document = aPlan({
  items: [
    anItem('SECRET-1', { name: 'Hidden journal', sensitivity: 'confidential', supplier: 'Rival AS', notes: 'not theirs' }),
    anItem('OPEN-1', { name: 'Known portal', supplier: 'Rival AS', notes: 'not theirs' }),
    anItem('mine', { name: 'Their app', supplier: 'Fjord AS', organisation: 'Ahus', consolidateInto: 'SECRET-1' }),
    aServer('srv', { name: 'Their server', supplier: 'Fjord AS' }),
  ],
  dependencies: [
    aHardDependency('mine', 'srv'), aHardDependency('SECRET-1', 'mine', { notes: 'internal price talk', pricePerDay: 99 }),
    aDependency('mine', 'OPEN-1'), aDependency('SECRET-1', 'OPEN-1'),
  ],
  waves: [{ budget: 77, capacity: 10 }, { name: 'Not theirs' }],
  rules: [{ type: 'together', itemIds: ['mine', 'SECRET-1'], reason: 'hush' }, { type: 'pin', itemIds: ['mine'], wave: 1 }],
  freezeWindows: [
    { name: 'Theirs', start: '2027-01-01', end: '2027-01-02', organisation: 'Ahus' },
    { name: 'Elsewhere', start: '2027-01-01', end: '2027-01-02', organisation: 'Bodø' },
  ],
  placed: { mine: 1 },
})

describe('The package of one supplier', () => {
  const { sheets } = documentToSheets(document, { supplier: 'fjord as' })
  const text = JSON.stringify(sheets)

  it('holds their items, their waves, and what concerns them', () => {
    const firstCells = sheets.map((sheet) => [sheet.name, ...sheet.rows.map((row) => row.slice(0, 2))])
    expect(firstCells).toEqual([
      ['Applications', ['mine', 'Their app']],
      ['Servers', ['srv', 'Their server']],
      ['Dependencies', ['mine', 'srv'], ['Confidential', 'mine'], ['mine', 'Known portal']],
      ['Waves', [1, null]],
      ['Rules', ['Pin', 'mine']],
      ['Freeze windows', ['Theirs', { date: '2027-01-01' }]],
    ])
  })

  it('tells nothing else', () => {
    for (const secret of ['SECRET-1', 'OPEN-1', 'Hidden', 'not theirs', 'price talk', 'hush', 'Not theirs', 'Elsewhere', 'Rival AS', '99', '77']) {
      expect(text, secret).not.toContain(secret)
    }
  })
})
