import { describe, expect, it } from 'vitest'
import { applyChange } from '@core/plan/apply-change'
import { moveGroups } from '@core/plan/commands'
import { activeScenario } from '@core/plan/plan-document'
import { aHardDependency, anItem, aServer } from '@test/builders/an-item'
import { aPlan, groupWith } from '@test/builders/a-plan'

describe('moving groups', () => {
  it('puts them into the wave and leaves the rest where it is', () => {
    const plan = aPlan({ items: [anItem('A'), anItem('B'), anItem('C')], waves: 2, placed: { B: 1 } })
    const change = moveGroups(plan, [groupWith(plan, 'A').id, groupWith(plan, 'B').id], 'wave2')
    const { document } = applyChange(plan, change)
    expect(['A', 'B', 'C'].map((id) => groupWith(document, id).waveId)).toEqual(['wave2', 'wave2', null])
    expect(groupWith(document, 'C')).toBe(groupWith(plan, 'C'))
  })

  it('is no change for groups that are there already, and for none', () => {
    const plan = aPlan({ items: [anItem('A')], waves: 1, placed: { A: 1 } })
    expect(moveGroups(plan, [groupWith(plan, 'A').id], 'wave1')).toEqual({})
    expect(moveGroups(plan, [], 'wave1')).toEqual({})
  })

  it('throws on a group or a wave that is not in the plan', () => {
    const plan = aPlan({ items: [anItem('A')], waves: 1 })
    expect(() => moveGroups(plan, ['nothing'], 'wave1')).toThrow('no move group nothing')
    expect(() => moveGroups(plan, [groupWith(plan, 'A').id], 'wave9')).toThrow('no wave wave9')
  })

  it('touches neither the estate nor the waves', () => {
    const plan = aPlan({ items: [anItem('A'), aServer('S')], dependencies: [aHardDependency('A', 'S')], waves: 1 })
    const { document } = applyChange(plan, moveGroups(plan, [groupWith(plan, 'A').id], 'wave1'))
    expect(document.estate).toBe(plan.estate)
    expect(activeScenario(document).waves).toBe(activeScenario(plan).waves)
  })
})
