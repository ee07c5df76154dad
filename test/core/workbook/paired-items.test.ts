import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { activeScenario } from '@core/plan/plan-document'
import { acceptImport } from '@core/workbook/accept-import'
import { compareImport } from '@core/workbook/compare-import'
import { documentWithSources } from '@core/workbook/sources'
import { aPlan } from '@test/builders/a-plan'
import { anItem } from '@test/builders/an-item'
import { importSheets, rawSheet } from './raw-builders'
import { writtenRows } from './written-rows'

const open = aPlan({ items: [anItem('a', { name: 'Journal', notes: 'ours' }), anItem('b', { name: 'Archive' })], waves: 2, placed: { a: 2, b: 1 } })
const renewed = importSheets(rawSheet('Applications', [['Id', 'Name', 'Owner'], ['x-9', 'Hospital core', 'Kari'], ['b', 'Archive', null]]))

describe('An item that has got another id and another name', () => {
  it('looks new, and the one that it was looks gone', () => {
    expect(writtenRows(compareImport(open, renewed, { way: 'newer' }).rows)).toEqual(['new-item x-9', '(not) gone-item a'])
  })

  it('is the item of the plan that the planner says, which keeps its wave and notes', () => {
    const compared = compareImport(open, renewed, { way: 'newer', same: new Map([['x-9', 'a']]) })
    expect(writtenRows(compared.rows)).toEqual(['renamed a name: Journal -> Hospital core', 'filled a owner:  -> Kari'])
    const after = acceptImport(compared, ({ suggested }) => suggested, countingIds())
    expect(after.estate.items[0]).toMatchObject({ id: 'a', name: 'Hospital core', notes: 'ours', owner: 'Kari' })
    const placed = (plan: typeof open): unknown => activeScenario(plan).groups.map(({ itemIds, waveId }) => [itemIds, waveId])
    expect(placed(after)).toEqual(placed(open))
  })

  it('is known by its new id at the next import', () => {
    const after = acceptImport(compareImport(open, renewed, { way: 'newer', same: new Map([['x-9', 'a']]) }), () => true, countingIds())
    expect(compareImport(after, renewed, { way: 'newer' }).rows).toEqual([])
  })

  it('cannot be two at once: the id of an item that was given away is another item', () => {
    const both = importSheets(rawSheet('Applications', [['Id', 'Name'], ['x-9', 'Hospital core'], ['a', 'Journal'], ['b', 'Archive']]))
    const compared = compareImport(open, both, { way: 'newer', same: new Map([['x-9', 'a']]) })
    expect(writtenRows(compared.rows)).toEqual(['new-item a#2', 'renamed a name: Journal -> Hospital core'])
  })
})

describe('A dependency that a column of items has said', () => {
  const edition = (needs: string, server: string) => importSheets(rawSheet('Applikasjoner', [['Navn', 'Avhengig av', 'Server'], ['DIPS', needs, server], ['AD', null, 'srv-3'], ['Lab', 'AD', 'srv-4']]))

  it('is offered as gone, unticked, where the newer edition has the column and says another', () => {
    const before = documentWithSources(edition('AD', 'srv-1'))
    expect(writtenRows(compareImport(before, edition('Lab', 'srv-1'), { way: 'newer' }).rows)).toEqual([
      'new-dependency application:DIPS>application:Lab', '(not) gone-dependency application:DIPS>application:AD',
    ])
    const bare = importSheets(rawSheet('Applikasjoner', [['Navn', 'Eier'], ['DIPS', 'x'], ['AD', 'y'], ['Lab', 'z']]))
    expect(compareImport(before, bare, { way: 'newer' }).rows.filter(({ kind }) => kind === 'gone-dependency')).toEqual([])
  })
})
