import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingIds, type NewId } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { replaceContents } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { acceptImport } from '@core/workbook/accept-import'
import { compareImport } from '@core/workbook/compare-import'
import { importOver } from '@core/workbook/import-over'
import { aPlan } from '@test/builders/a-plan'
import { anItem } from '@test/builders/an-item'
import { importSheets, rawSheet } from './raw-builders'
import { writtenRows } from './written-rows'

const names = ['Journal', 'Archive', 'Booking', 'Laboratory', 'Pharmacy', 'Radiology', 'Payroll', 'Portal']
type Row = readonly [id: string, name: string]

const planOf = (rows: readonly Row[]): PlanDocument => aPlan({
  items: rows.map(([id, name]) => anItem(id, { name, notes: `ours of ${name}` })), waves: 3,
  rules: rows.slice(0, 1).map(([id]) => ({ type: 'pin', itemIds: [id], wave: 1 })),
  groups: { Mine: rows.slice(1, 3).map(([id]) => id) },
  placed: Object.fromEntries(rows.map(([id], index) => [id, index < 1 ? 1 : 2 + (index % 7 > 2 ? 1 : 0)])),
})
const inventory = (rows: readonly Row[]) => importSheets(rawSheet('Applications', [['Id', 'Name'], ...rows]))
const numbered = (list: readonly string[]): readonly Row[] => list.map((name, index) => [String(index + 1), name])

/** Ids that the plan does not have. */
const freshIds = (): NewId => {
  const count = countingIds()
  return (prefix) => count(`fresh-${prefix}`)
}

/** By name: wave, notes, group and pins, which are what a planner has done. */
const workOf = (plan: PlanDocument): ReadonlyMap<string, unknown> => {
  const { groups, rules } = activeScenario(plan)
  return new Map(plan.estate.items.map(({ id, name, notes }) => {
    const group = groups.find(({ itemIds }) => itemIds.includes(id))
    return [name, [notes, group?.waveId, group?.origin === 'planner' && group.name, rules.some(({ itemIds }) => itemIds.includes(id))]]
  }))
}

const someNames = fc.shuffledSubarray(names, { minLength: 5 })

describe('Ids that say otherwise than the names', () => {
  it('are running numbers where a row was put in above: every name keeps its plan, and only the row is new', () => {
    fc.assert(fc.property(someNames, (list) => {
      const open = planOf(numbered(list))
      const newer = inventory(numbered(['Brand new', ...list]))
      const compared = compareImport(open, newer, { way: 'newer' })
      expect(compared.rows.map(({ kind, suggested }) => [kind, suggested])).toEqual([['new-item', true]])
      const after = acceptImport(compared, () => true, freshIds())
      for (const [name, work] of workOf(open)) expect([name, workOf(after).get(name)]).toEqual([name, work])
      expect(compareImport(after, newer, { way: 'newer' }).rows).toEqual([])
      expect(applyChange(after, applyChange(open, replaceContents(open, after)).inverse).document).toEqual(open)
      const third = compareImport(after, inventory(numbered(['Newest', 'Brand new', ...list])), { way: 'newer' })
      expect(third.rows.map(({ kind }) => kind)).toEqual(['new-item'])
    }), { numRuns: 300 })
  })

  it('of running numbers give nobody what is gone: the new row and the one that went are two', () => {
    fc.assert(fc.property(someNames, (list) => {
      const rows = compareImport(planOf(numbered(list)), inventory(numbered(['Zebra', ...list.slice(1).toReversed()])), { way: 'newer' }).rows
      expect(rows.map(({ kind }) => kind)).toEqual(['new-item', 'gone-item'])
    }), { numRuns: 100 })
  })

  it('leave two that were swapped as they are, and show both unticked', () => {
    fc.assert(fc.property(someNames, (list) => {
      const rows = numbered(list)
      const [[one, a], [other, b], ...rest] = rows as [Row, Row, ...Row[]]
      const { compared, document } = importOver(planOf(rows), inventory([[one, b], [other, a], ...rest]), countingIds())
      expect(compared.rows.map(({ kind, suggested }) => [kind, suggested])).toEqual([['renamed', false], ['renamed', false]])
      expect(workOf(document)).toEqual(workOf(planOf(rows)))
    }), { numRuns: 300 })
  })

  it('do not rename an item in silence whose id was given to another, nor make it two', () => {
    const { compared } = importOver(planOf(numbered(names)), inventory([['1', 'Brand new'], ...numbered(names).slice(1), ['99', 'Journal']]), countingIds())
    expect(writtenRows(compared.rows)).toEqual(['(not) new-item 99', '(not) renamed 1 name: Journal -> Brand new'])
  })
})
