import { describe, expect, it } from 'vitest'
import type { Dependency } from '@core/estate/dependency'
import { applyChange } from '@core/plan/apply-change'
import { moveItems, regroup, releaseGroups, renameGroup } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { aHardDependency, anItem, aServer } from '@test/builders/an-item'
import { aPlan, groupWith } from '@test/builders/a-plan'
import { newIds } from '@test/builders/new-ids'

const items = [anItem('A', { effort: 2 }), anItem('B', { effort: 5 }), aServer('S'), anItem('C')]
const joined = aPlan({
  items, dependencies: [aHardDependency('A', 'S'), aHardDependency('B', 'S')], waves: 2, placed: { A: 2 }, groups: { Mine: ['C'] },
})

const withDependencies = (plan: PlanDocument, dependencies: readonly Dependency[]): PlanDocument => ({
  ...plan, estate: { ...plan.estate, dependencies },
})

const regrouped = (plan: PlanDocument) => applyChange(plan, regroup(plan, newIds())).document

describe('computing the groups again', () => {
  it('gives id, name and wave on to the part with most of the effort, and the wave to the others', () => {
    const plan = withDependencies(joined, [aHardDependency('A', 'S')])
    expect(activeScenario(regrouped(plan)).groups).toEqual([
      { id: 'new-group1', name: 'A', itemIds: ['A', 'S'], waveId: 'wave2', origin: 'computed' },
      { id: 'group2', name: 'B', itemIds: ['B'], waveId: 'wave2', origin: 'computed' },
      { id: 'group1', name: 'Mine', itemIds: ['C'], waveId: null, origin: 'planner' },
    ])
  })

  it('keeps a chosen name with the part that has most of the effort', () => {
    const renamed = applyChange(joined, renameGroup(joined, groupWith(joined, 'A').id, 'Journals')).document
    const names = activeScenario(regrouped(withDependencies(renamed, []))).groups.map(({ name, itemIds }) => [name, itemIds])
    expect(names).toEqual([['A', ['A']], ['Journals', ['B']], ['S', ['S']], ['Mine', ['C']]])
  })

  it('leaves the planner\'s groups as they are, whatever binds them', () => {
    const plan = withDependencies(joined, [...joined.estate.dependencies, aHardDependency('C', 'A')])
    expect(regroup(plan, newIds())).toEqual({})
  })

  it('takes the wave of most effort when groups grow together, and unplanned only when all are', () => {
    const apart = aPlan({ items, waves: 2, placed: { A: 1, S: 1, B: 2 } })
    const grown = regrouped(withDependencies(apart, [aHardDependency('A', 'B'), aHardDependency('B', 'S'), aHardDependency('C', 'S')]))
    expect(activeScenario(grown).groups).toEqual([
      { id: 'group2', name: 'B', itemIds: ['A', 'B', 'S', 'C'], waveId: 'wave2', origin: 'computed' },
    ])
  })
})

describe('handing groups back', () => {
  it('lets them follow their dependencies again, in the wave of most of the effort', () => {
    const split = applyChange(joined, moveItems(joined, ['B'], 'wave1', newIds())).document
    const ids = ['A', 'B'].map((itemId) => groupWith(split, itemId).id)
    expect(activeScenario(applyChange(split, releaseGroups(split, ids, newIds())).document).groups).toEqual([
      { id: 'new-group1', name: 'B', itemIds: ['A', 'B', 'S'], waveId: 'wave1', origin: 'computed' },
      { id: 'group1', name: 'Mine', itemIds: ['C'], waveId: null, origin: 'planner' },
    ])
  })

  it('changes nothing for groups that follow them already', () => {
    expect(releaseGroups(joined, [groupWith(joined, 'A').id], newIds())).toEqual({})
  })
})
