import { expect, it } from 'vitest'
import { emptyEstate } from '@core/estate/estate'
import type { RawCell } from '@core/workbook/raw-workbook'
import { suggestedWay } from '@core/workbook/suggested-way'
import { anItem } from '@test/builders/an-item'
import { importSheets, rawSheet } from './raw-builders'

const portfolio = { ...emptyEstate, items: [anItem('a', { name: 'Journal' }), anItem('b', { name: 'Portal' })] }
const applications = (...rows: readonly (readonly RawCell[])[]) => importSheets(rawSheet('Applications', [['Id', 'Name'], ...rows]))

it.each([
  ['the same ids', applications(['a', 'Patient journal'], ['x', 'New']), 'newer'],
  ['the same names', applications([null, 'PORTAL'], [null, 'New']), 'newer'],
  ['neither', applications(['x', 'vm-1'], ['y', 'vm-2']), 'addition'],
  ['dependencies alone', importSheets(rawSheet('Dependencies', [['From', 'To'], ['Journal', 'Portal']])), 'addition'],
] as const)('A workbook with %s is suggested to be taken for what it is', (_what, imported, way) => {
  expect(suggestedWay(portfolio, imported)).toBe(way)
})

it('A plan without items has nothing that another source could stand beside', () => {
  expect(suggestedWay(emptyEstate, applications(['x', 'vm-1']))).toBe('newer')
})
