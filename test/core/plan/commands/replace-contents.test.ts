import { describe, expect, it } from 'vitest'
import { applyChange } from '@core/plan/apply-change'
import { renamePlan, replaceContents } from '@core/plan/commands'
import { activeScenario } from '@core/plan/plan-document'
import { anItem } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'

const items = [anItem('A'), anItem('B'), anItem('C')]
const plan = aPlan({ items, waves: 1, placed: { A: 1 } })
const copy = structuredClone(plan)

describe('an import over an open plan', () => {
  it('holds only what differs', () => {
    expect(replaceContents(plan, copy)).toEqual({})
    const next = { ...copy, name: 'Next', estate: { ...copy.estate, items: [anItem('C'), anItem('A'), anItem('B', { effort: 2 }), anItem('D')] } }
    expect(replaceContents(plan, next)).toEqual({
      planName: 'Next',
      items: { remove: ['C'], put: [{ row: anItem('C'), at: 0 }, { row: anItem('B', { effort: 2 }) }, { row: anItem('D'), at: 3 }] },
    })
  })

  it('changes the scenario row by row', () => {
    const [scenario] = copy.scenarios
    const next = { ...copy, scenarios: scenario ? [{ ...scenario, waves: [], name: 'Other' }] : [] }
    expect(replaceContents(plan, next)).toEqual({ scenarioId: 'scenario1', scenarioName: 'Other', waves: { remove: ['wave1'] } })
  })

  it('keeps the rows and lists that are the same', () => {
    const next = { ...copy, estate: { ...copy.estate, items: [...copy.estate.items, anItem('D')] } }
    const { document } = applyChange(plan, replaceContents(plan, next))
    expect(document.estate.items[0]).toBe(plan.estate.items[0])
    expect(activeScenario(document)).toBe(activeScenario(plan))
  })

  it('can bring other scenarios in another order', () => {
    const scenario = activeScenario(plan)
    const two = { ...scenario, id: 'two', name: 'Two' }
    const three = { ...scenario, id: 'three', name: 'Three', waves: [] }
    const before = { ...plan, scenarios: [scenario, two], activeScenarioId: 'two' }
    const after = { ...plan, scenarios: [{ ...two, rules: [{ id: 'r', type: 'apart' as const, itemIds: [] }] }, three, scenario], activeScenarioId: 'two' }
    const done = applyChange(before, replaceContents(before, after))
    expect(done.document).toEqual(after)
    expect(applyChange(done.document, done.inverse).document).toEqual(before)
  })
})

describe('a scenario that comes whole and is changed in the same step', () => {
  it('goes back to what it was', () => {
    const scenario = activeScenario(plan)
    const added = { ...scenario, id: 'two' }
    const change = { scenarios: { put: [{ row: added }] }, scenarioId: 'two', scenarioName: 'Two', waves: { remove: ['wave1'] } }
    const done = applyChange(plan, change)
    expect(done.document.scenarios[1]).toEqual({ ...added, name: 'Two', waves: [] })
    expect(applyChange(done.document, done.inverse).document).toEqual(plan)
  })
})

describe('renaming the plan', () => {
  it('trims, and changes nothing for a blank name or its own', () => {
    expect(renamePlan(plan, ' Region ')).toEqual({ planName: 'Region' })
    expect([renamePlan(plan, ' '), renamePlan(plan, 'Plan')]).toEqual([{}, {}])
  })
})
