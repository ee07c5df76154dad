import { describe, expect, it } from 'vitest'
import { applyChange } from '@core/plan/apply-change'
import { editItem, moveGroups } from '@core/plan/commands'
import { lookup } from '@core/plan/lookup'
import { aDependency, aHardDependency, anItem, aPlatform, aServer } from '@test/builders/an-item'
import { aPlan, groupWith } from '@test/builders/a-plan'
import { newIds } from '@test/builders/new-ids'

const plan = aPlan({
  items: [anItem('A', { effort: 4 }), aServer('S'), aPlatform('P')],
  dependencies: [aHardDependency('A', 'S'), aDependency('A', 'P')],
  waves: [{ number: 7 }],
  placed: { A: 7 },
})

describe('the lookup of a plan', () => {
  it('finds every row', () => {
    const found = lookup(plan)
    expect(found.itemById.get('S')).toBe(plan.estate.items[1])
    expect(found.dependencyById.get('A>S')).toBe(plan.estate.dependencies[0])
    expect(found.dependenciesFrom('A')).toEqual(plan.estate.dependencies)
    expect(found.dependenciesTo('P')).toEqual([plan.estate.dependencies[1]])
    expect(found.dependenciesTo('A')).toEqual([])
    expect(found.groupByItemId.get('S')).toBe(groupWith(plan, 'A'))
    expect(found.groupById.get(groupWith(plan, 'A').id)).toBe(groupWith(plan, 'A'))
    expect(found.waveByNumber.get(7)).toBe(found.waveById.get('wave1'))
    expect(found.effortOfGroup(groupWith(plan, 'A'))).toBe(5)
  })

  it('knows the wave of an item, and none of a platform', () => {
    expect(lookup(plan).waveOfItem('S')?.number).toBe(7)
    expect(lookup(plan).waveOfItem('P')).toBe(null)
    expect(lookup(plan).waveOfItem('nowhere')).toBe(null)
  })

  it('is made once, and shares what a change did not touch', () => {
    expect(lookup(plan)).toBe(lookup(plan))
    const moved = applyChange(plan, moveGroups(plan, [groupWith(plan, 'A').id], null)).document
    expect(lookup(moved).waveOfItem('A')).toBe(null)
    expect(lookup(moved).itemById).toBe(lookup(plan).itemById)
    expect(lookup(moved).waveById).toBe(lookup(plan).waveById)
    expect(lookup(moved).groupById).not.toBe(lookup(plan).groupById)
    const edited = applyChange(plan, editItem(plan, 'A', { effort: 9 }, newIds())).document
    expect(lookup(edited).effortOfGroup(groupWith(edited, 'A'))).toBe(10)
    expect(lookup(edited).dependencyById).toBe(lookup(plan).dependencyById)
  })
})
