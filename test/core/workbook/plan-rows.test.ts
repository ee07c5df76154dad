import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { activeScenario } from '@core/plan/plan-document'
import { acceptImport } from '@core/workbook/accept-import'
import { compareImport } from '@core/workbook/compare-import'
import type { ImportRow } from '@core/workbook/import-row'
import { aPlan } from '@test/builders/a-plan'
import { anItem } from '@test/builders/an-item'
import { importSheets, rawSheet } from './raw-builders'
import { writtenRows as written } from './written-rows'

describe('What a workbook says of the plan itself', () => {
  const mine = aPlan({
    items: [anItem('a', { name: 'A' }), anItem('b', { name: 'B' })], waves: [{ start: '2027-01-04', end: '2027-01-29' }, {}], placed: { a: 1, b: 2 },
  })
  const workbook = importSheets(
    rawSheet('Applications', [['Id', 'Name', 'Kind'], ['a', 'A', 'Application'], ['b', 'B', 'Application']]),
    rawSheet('Waves', [['Number', 'Start', 'End', 'Capacity'], [1, '2027-01-04', '2027-02-26', 40], [2, null, null, null]]),
    rawSheet('Rules', [['Type', 'Items', 'Wave'], ['pin', 'a', 1]]),
    rawSheet('Freeze windows', [['Start', 'End'], ['2027-12-20', '2028-01-02']]),
  )
  const compared = compareImport(mine, workbook, { way: 'newer' })

  it('is offered row by row, and nothing of it is taken where nothing is', () => {
    expect(written(compared.rows)).toEqual([
      'plan-part rules', 'plan-part freezeWindows',
      '(not) changed-wave wave1 end: 2027-01-29 -> 2027-02-26', '(not) changed-wave wave1 capacity:  -> 40',
    ])
    expect(acceptImport(compared, () => false, countingIds())).toBe(mine)
  })

  it('is taken as it is chosen, and items stay where they are', () => {
    const scenarioWith = (isTaken: (row: ImportRow) => boolean) => activeScenario(acceptImport(compared, isTaken, countingIds()))
    const parts = scenarioWith(({ suggested }) => suggested)
    expect([parts.rules.map(({ type, itemIds }) => [type, itemIds]), parts.freezeWindows.length, parts.waves]).toEqual([[['pin', ['a']]], 1, activeScenario(mine).waves])
    const dates = scenarioWith(({ kind }) => kind === 'changed-wave')
    expect([dates.rules, dates.waves[0]?.end, dates.waves[0]?.capacity, dates.waves[1]]).toEqual([[], '2027-02-26', 40, activeScenario(mine).waves[1]])
    expect(dates.groups).toEqual(activeScenario(mine).groups)
  })
})

describe('What a workbook says of a plan that has waves and rules', () => {
  const agreed = aPlan({
    items: [anItem('a', { name: 'A' }), anItem('b', { name: 'B' })], waves: [{}, {}], placed: { a: 1, b: 2 },
    rules: [{ type: 'pin', itemIds: ['a'], wave: 1 }],
  })
  const workbook = importSheets(
    rawSheet('Applications', [['Id', 'Name', 'Kind'], ['a', 'A', 'Application'], ['b', 'B', 'Application']]),
    rawSheet('Waves', [['Number', 'Name'], [1, null], [2, null], [7, 'Late']]),
    rawSheet('Rules', [['Type', 'Items', 'Wave'], ['pin', 'a', 1], ['apart', 'a;b', null]]),
  )
  const compared = compareImport(agreed, workbook, { way: 'newer' })

  it('is offered where the plan lacks it, and not taken unasked', () => {
    expect(written(compared.rows)).toEqual(['(not) new-wave 7', '(not) new-rule apart'])
    expect(acceptImport(compared, ({ suggested }) => suggested, countingIds())).toBe(agreed)
  })

  it('stands beside what the plan has when it is taken', () => {
    const scenario = activeScenario(acceptImport(compared, () => true, countingIds()))
    expect(scenario.waves.map(({ number, name }) => [number, name])).toEqual([[1, undefined], [2, undefined], [7, 'Late']])
    expect(scenario.rules.map(({ type, itemIds }) => [type, itemIds])).toEqual([['pin', ['a']], ['apart', ['a', 'b']]])
    expect(scenario.groups.map(({ waveId }) => waveId)).toEqual(activeScenario(agreed).groups.map(({ waveId }) => waveId))
  })
})

describe('A new item that the workbook has in a wave of its own', () => {
  it('goes with the item of the plan that it hangs on, and does not draw that to another wave', () => {
    const mine = aPlan({ items: [anItem('a', { name: 'A', effort: 1 })], waves: [{}, {}], placed: { a: 1 } })
    const workbook = importSheets(
      rawSheet('Applications', [['Id', 'Name', 'Effort', 'Wave'], ['b', 'B', 50, 2], ['c', 'C', 5, 2]]),
      rawSheet('Waves', [['Number'], [1], [2]]),
      rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength'], ['a', 'b', 'uses', 'hard']]),
    )
    const scenario = activeScenario(acceptImport(compareImport(mine, workbook, { way: 'addition' }), ({ suggested }) => suggested, countingIds()))
    const numbers = new Map(scenario.waves.map(({ id, number }) => [id, number]))
    expect(scenario.groups.map(({ itemIds, waveId }) => [itemIds, numbers.get(waveId ?? '')])).toEqual([[['a', 'b'], 1], [['c'], 2]])
  })
})
