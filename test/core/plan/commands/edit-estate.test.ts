import { describe, expect, it } from 'vitest'
import { applyChange } from '@core/plan/apply-change'
import type { Change } from '@core/plan/change'
import { acceptSharedServices, addRule, editDependency, editItem, editItems, editRule, moveItems, removeRule } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { aDependency, aHardDependency, anItem, aServer } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { newIds } from '@test/builders/new-ids'

const world = aPlan({
  items: [anItem('A', { effort: 3 }), anItem('B'), anItem('Proxy'), aServer('S'), anItem('C', { notes: 'old' })],
  dependencies: [aHardDependency('A', 'Proxy'), aHardDependency('B', 'Proxy'), aHardDependency('A', 'S'), aDependency('B', 'C')],
  waves: 2,
  placed: { A: 1, C: 2 },
})

const after = (change: Change, plan: PlanDocument = world) =>
  activeScenario(applyChange(plan, change).document).groups.map(({ name, itemIds, waveId }) => [name, itemIds, waveId])

describe('editing an item', () => {
  it('sets and clears fields, and touches no group that does not depend on them', () => {
    const change = editItem(world, 'C', { notes: undefined, owner: 'Kari' }, newIds())
    expect(change).toEqual({ items: { put: [{ row: anItem('C', { owner: 'Kari' }) }] } })
    expect(editItem(world, 'C', { notes: 'old' }, newIds())).toEqual({})
  })

  it('takes a retained item out of its group, and the rest falls into pieces in the same wave', () => {
    expect(after(editItem(world, 'Proxy', { disposition: 'retain' }, newIds()))).toEqual([
      ['A', ['A', 'S'], 'wave1'], ['B', ['B'], 'wave1'], ['C', ['C'], 'wave2'],
    ])
  })

  it('lets a computed group follow the name of the item that leads it', () => {
    expect(after(editItem(world, 'A', { name: 'Journal' }, newIds()))[0]?.[0]).toBe('Journal')
  })

  it('regroups every scenario over the estate', () => {
    const other = { ...activeScenario(world), id: 'scenario2', name: 'Other' }
    const plan = { ...world, scenarios: [other, ...world.scenarios] }
    const { document, inverse } = applyChange(plan, editItem(plan, 'Proxy', { sharedService: true }, newIds()))
    expect(document.scenarios.map((scenario) => scenario.groups.length)).toEqual([4, 4])
    expect(applyChange(document, inverse).document).toEqual(plan)
  })

  it('edits several as one step', () => {
    expect(editItems(world, ['A', 'C', 'A'], { owner: 'Kari' }, newIds()).items?.put?.map(({ row }) => row.id)).toEqual(['A', 'C'])
    expect(() => editItems(world, ['A', 'X'], {}, newIds())).toThrow('no item X')
  })
})

describe('accepting a shared service', () => {
  it('frees its consumers: each keeps the wave', () => {
    expect(after(acceptSharedServices(world, ['Proxy'], newIds()))).toEqual([
      ['A', ['A', 'S'], 'wave1'], ['B', ['B'], 'wave1'], ['Proxy', ['Proxy'], 'wave1'], ['C', ['C'], 'wave2'],
    ])
  })

  it('does nothing to one that is accepted, and leaves the planner\'s groups alone', () => {
    const accepted = applyChange(world, acceptSharedServices(world, ['Proxy'], newIds())).document
    expect(acceptSharedServices(accepted, ['Proxy'], newIds())).toEqual({})
    const split = applyChange(world, moveItems(world, ['B'], 'wave2', newIds())).document
    expect(after(acceptSharedServices(split, ['Proxy'], newIds()), split)).toEqual(after({}, split))
  })
})

describe('editing a dependency', () => {
  it('joins what it now binds, in the wave of most of the effort', () => {
    expect(after(editDependency(world, 'B>C', { strength: 'hard' }, newIds()))).toEqual([
      ['A', ['A', 'B', 'Proxy', 'S', 'C'], 'wave1'],
    ])
  })

  it('changes notes without regrouping, and throws on ends that are not there', () => {
    expect(editDependency(world, 'B>C', { notes: 'x' }, newIds())).toEqual({
      dependencies: { put: [{ row: aDependency('B', 'C', { notes: 'x' }) }] },
    })
    expect(() => editDependency(world, 'B>C', { to: 'X' }, newIds())).toThrow('no item X')
    expect(() => editDependency(world, 'x', {}, newIds())).toThrow('no dependency x')
  })
})

describe('a together rule', () => {
  it('joins when it comes, and lets go when it is changed or removed', () => {
    const ruled = applyChange(world, addRule(world, { type: 'together', itemIds: ['S', 'C'] }, newIds())).document
    expect(after({}, ruled)).toEqual([['A', ['A', 'B', 'Proxy', 'S', 'C'], 'wave1']])
    const free = [['A', ['A', 'B', 'Proxy', 'S'], 'wave1'], ['C', ['C'], 'wave1']]
    expect(after(removeRule(ruled, 'new-rule1', newIds()), ruled)).toEqual(free)
    expect(after(editRule(ruled, 'new-rule1', { type: 'apart' }, newIds()), ruled)).toEqual(free)
  })
})
