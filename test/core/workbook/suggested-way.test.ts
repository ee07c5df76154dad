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

it('A list that knows a few of many items is another source, unless it has the name of the file that brought them', () => {
  const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => anItem(id, { sources: [[0, 0, 1, 'A']] }))
  const small = applications(['a', 'Journal'], ['b', 'Portal'])
  const of = (fileName: string) => ({ ...emptyEstate, items, imports: [{ fileName, day: '2027-01-04', items: 6, dependencies: 0 }] })
  expect(suggestedWay({ ...emptyEstate, items }, small)).toBe('addition')
  expect(suggestedWay(of('other.xlsx'), small)).toBe('addition')
  expect(suggestedWay(of(small.fileName), small)).toBe('newer')
})

it('Numbers that two sources each count for themselves make no edition of one in the other', () => {
  const servers = importSheets(rawSheet('Servers', [['Id', 'Name'], ['a', 'vm-1'], ['b', 'vm-2']]))
  expect(suggestedWay(portfolio, servers)).toBe('addition')
})

it('A list of servers that names the applications on them is no newer edition of these', () => {
  const servers = importSheets(rawSheet('Intake', [['server_name', 'server_os_family', 'app_name'], ['vm-1', null, 'Journal'], ['vm-2', null, 'Portal']]))
  expect(suggestedWay(portfolio, servers)).toBe('addition')
})

it('A plan without items has nothing that another source could stand beside', () => {
  expect(suggestedWay(emptyEstate, applications(['x', 'vm-1']))).toBe('newer')
})
