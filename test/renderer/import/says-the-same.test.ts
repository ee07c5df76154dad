import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { replaceContents } from '@core/plan/commands'
import { importOver } from '@core/workbook/import-over'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import type { RawWorkbook } from '@core/workbook/raw-workbook'
import { saysTheSame } from '@renderer/import/says-the-same'

const workbook = (effort: number): RawWorkbook => ({
  fileName: 'inventory.csv',
  sheets: [{
    name: 'inventory', hidden: false, declaredRows: 3, formulas: [],
    rows: [
      { number: 1, cells: ['Id', 'Name', 'Kind', 'Effort', 'Colour'] },
      { number: 2, cells: ['A-1', 'Journal', 'Application', effort, 'red'] },
      { number: 3, cells: ['A-2', 'Archive', 'Application', 5, 'blue'] },
    ],
  }],
})

const imported = (effort: number) => interpretWorkbook(workbook(effort), { today: '2027-03-01', newId: countingIds() })

const changeBy = (effort: number) => {
  const { document } = imported(10)
  return replaceContents(document, importOver(document, imported(effort), countingIds()).document)
}

describe('an import over the open plan', () => {
  it('says the same when the workbook is the one that the plan came from', () => {
    expect(saysTheSame(changeBy(10))).toBe(true)
  })

  it('says something else when one cell does', () => {
    expect(saysTheSame(changeBy(11))).toBe(false)
  })
})
