import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { translator } from '@core/messages/translator'
import { acceptImport } from '@core/workbook/accept-import'
import { compareImport } from '@core/workbook/compare-import'
import { findingsWorkbook } from '@core/workbook/findings-workbook'
import { importConsequences } from '@core/workbook/import-consequences'
import { aPlan } from '@test/builders/a-plan'
import { anItem, aServer } from '@test/builders/an-item'
import { importSheets, rawSheet } from './raw-builders'

describe('What an import breaks', () => {
  const open = aPlan({
    items: [anItem('a'), anItem('b'), aServer('s'), aServer('t'), anItem('x')],
    waves: 4,
    rules: [{ type: 'together', itemIds: ['a', 'x'] }, { type: 'pin', itemIds: ['b'], wave: 4 }],
    placed: { a: 1, b: 4, s: 4, t: 4, x: 1 },
  })
  const newer = importSheets(
    rawSheet('Items', [['Id', 'Name', 'Kind'], ['a', 'a', 'Application'], ['b', 'b', 'Application'], ['s', 's', 'Server'], ['t', 't', 'Server']]),
    rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength'], ['a', 's', 'Runs on', 'Hard'], ['a', 't', 'Runs on', 'Hard']]),
  )
  const compared = compareImport(open, newer, { way: 'newer' })

  it('is said by type and wave, before it is taken', () => {
    const after = acceptImport(compared, (row) => row.suggested, countingIds())
    const { broken, ...figures } = importConsequences(open, after)
    expect(broken.map(({ type, severity, waves, violations }) => [type, severity, waves, violations.length])).toEqual([['hard-dependency', 'hard', [1, 4], 2]])
    expect(figures).toEqual({
      hardBefore: 0, hardAfter: 2, warningsBefore: 0, warningsAfter: 0, mended: 0, bridgePrice: 0, groupsChanged: 0, itemsMoved: 0, rulesGone: 0,
      groupsHeld: ['a', 's', 't'],
    })
  })

  it('counts the rules that go with their items', () => {
    const after = acceptImport(compared, (row) => row.kind === 'gone-item', countingIds())
    expect(importConsequences(open, after)).toMatchObject({ broken: [], rulesGone: 1, groupsChanged: 1 })
  })

  it('is nothing when nothing is taken', () => {
    expect(importConsequences(open, acceptImport(compared, () => false, countingIds()))).toMatchObject({ broken: [], mended: 0, groupsChanged: 0 })
  })
})

describe('The findings of an import as a workbook', () => {
  it('name sheet, row, cell and sentence in the language of the planner', () => {
    const { findings, fileName } = importSheets(rawSheet('Applications', [['Id', 'Name', 'Effort'], ['a', 'A', 'mye']]))
    expect(findingsWorkbook(translator('nb'), fileName, findings.slice(0, 1))).toMatchObject({
      title: 'Funn i estate.xlsx',
      sheets: [{
        name: 'Funn', banner: [{ text: 'Funn i estate.xlsx' }, { text: '0 feil · 1 advarsel · 0 merknader' }], columns: [{ heading: 'Alvor' }, { heading: 'Ark' }, { heading: 'Rad' }, { heading: 'Celle' }, { heading: 'Hva som ble lagt merke til' }],
        rows: [['Advarsel', 'Applications', 2, 'C2', expect.stringContaining('mye')]],
      }],
    })
  })
})
