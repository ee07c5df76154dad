import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effortOf, isMovable } from '@core/estate/item'
import { applyChange, isEmptyChange } from '@core/plan/apply-change'
import type { Change } from '@core/plan/change'
import { replaceContents } from '@core/plan/commands'
import { lookup } from '@core/plan/lookup'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { anItem } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { arbitraryCommand, changeOf } from '@test/builders/arbitrary-command'
import { arbitraryPlan } from '@test/builders/arbitrary-plan'
import { newIds } from '@test/builders/new-ids'

const stored = (change: Change): Change => JSON.parse(JSON.stringify(change)) as Change

describe('applying a change', { timeout: 60_000 }, () => {
  it('followed by its inverse gives the same plan, and once more the same step', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.array(arbitraryCommand(), { minLength: 1, maxLength: 6 }), (plan, commands) => {
        const newId = newIds()
        let document = plan
        for (const command of commands) {
          const change = stored(changeOf(document, command, newId))
          const done = applyChange(document, change)
          const undone = applyChange(done.document, stored(done.inverse))
          const redone = applyChange(undone.document, change)
          expect(undone.document).toEqual(document)
          expect(redone.document).toEqual(done.document)
          expect(stored(redone.inverse)).toEqual(stored(done.inverse))
          document = done.document
        }
      }),
      { numRuns: 150 },
    )
  })

  it('undoes a whole row of steps back to the beginning', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.array(arbitraryCommand(), { maxLength: 12 }), (plan, commands) => {
        const newId = newIds()
        let document = plan
        const inverses: Change[] = []
        for (const command of commands) {
          const applied = applyChange(document, changeOf(document, command, newId))
          inverses.push(applied.inverse)
          document = applied.document
        }
        for (const inverse of inverses.toReversed()) document = applyChange(document, inverse).document
        expect(document).toEqual(plan)
      }),
      { numRuns: 40 },
    )
  })

  it('keeps every movable item in one group of a name of its own, and the waves in order', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.array(arbitraryCommand(), { maxLength: 6 }), (plan, commands) => {
        const newId = newIds()
        let document = plan
        for (const command of commands) document = applyChange(document, changeOf(document, command, newId)).document
        for (const scenario of document.scenarios) expectSound(document, scenario.id)
      }),
      { numRuns: 120 },
    )
  })

  it('makes one plan of another, whatever they are', () => {
    fc.assert(
      fc.property(arbitraryPlan(), arbitraryPlan(), (plan, other) => {
        const done = applyChange(plan, stored(replaceContents(plan, other)))
        expect(done.document).toEqual({ ...other, id: plan.id })
        expect(applyChange(done.document, stored(done.inverse)).document).toEqual(plan)
      }),
      { numRuns: 80 },
    )
  })

  it('is the same document in other words when nothing changes', () => {
    const plan = aPlan({ items: [anItem('A')], waves: 1 })
    const { document, inverse } = applyChange(plan, {})
    expect(document).toEqual(plan)
    expect(document.estate).toBe(plan.estate)
    expect(document.scenarios).toBe(plan.scenarios)
    expect(isEmptyChange(inverse)).toBe(true)
  })

  it('puts rows where they are told to be', () => {
    const plan = aPlan({ items: [anItem('A'), anItem('B'), anItem('C')] })
    const change: Change = {
      items: { remove: ['B'], put: [{ row: anItem('first'), at: 0 }, { row: anItem('C', { effort: 2 }) }, { row: anItem('third'), at: 2 }, { row: anItem('last') }] },
    }
    const { document, inverse } = applyChange(plan, change)
    expect(document.estate.items.map((item) => item.id)).toEqual(['first', 'A', 'third', 'C', 'last'])
    expect(document.estate.items.map(effortOf)).toEqual([1, 1, 1, 2, 1])
    expect(document.estate.items[1]).toBe(plan.estate.items[0])
    expect(inverse).toEqual({
      items: { remove: ['first', 'third', 'last'], put: [{ row: anItem('B'), at: 1 }, { row: anItem('C') }] },
    })
  })

  it('leaves lists and scenarios alone that it does not touch', () => {
    const plan = aPlan({ items: [anItem('A')], waves: 1, rules: [{ type: 'apart', itemIds: ['A'] }] })
    const { document } = applyChange(plan, { waves: { put: [{ row: { id: 'wave2', number: 2, status: 'planned' } }] } })
    const [before, after] = [activeScenario(plan), activeScenario(document)]
    expect([after.groups, after.rules, after.freezeWindows]).toEqual([before.groups, before.rules, before.freezeWindows])
    expect(after.groups).toBe(before.groups)
    expect(after.rules).toBe(before.rules)
    expect(document.estate).toBe(plan.estate)
  })

  it('throws on what cannot be meant', () => {
    const plan = aPlan({ items: [anItem('A')] })
    expect(() => applyChange(plan, { items: { remove: ['B'] } })).toThrow('no row B')
    expect(() => applyChange(plan, { scenarioId: 'other', scenarioName: 'x' })).toThrow('no scenario other')
    expect(() => applyChange(plan, { activeScenarioId: 'other' })).toThrow('without its active scenario')
  })
})

const expectSound = (document: PlanDocument, activeScenarioId: string): void => {
  const found = lookup({ ...document, activeScenarioId })
  const { groups, waves } = found.scenario
  const grouped = groups.flatMap((group) => group.itemIds)
  const movable = document.estate.items.filter(isMovable).map((item) => item.id)
  expect(grouped.toSorted()).toEqual(movable.toSorted())
  expect(groups.filter((group) => group.itemIds.length === 0)).toEqual([])
  expect(new Set(groups.map((group) => group.name)).size).toBe(groups.length)
  expect(new Set(groups.map((group) => group.id)).size).toBe(groups.length)
  expect(groups.filter((group) => group.waveId !== null && !found.waveById.has(group.waveId))).toEqual([])
  const numbers = waves.map((wave) => wave.number)
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
}
