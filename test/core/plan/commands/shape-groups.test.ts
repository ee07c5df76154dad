import { describe, expect, it } from 'vitest'
import type { NewId } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { joinItems, mergeGroups, moveItems, regroup, renameGroup, splitItems } from '@core/plan/commands'
import { activeScenario, type MoveGroup, type PlanDocument } from '@core/plan/plan-document'
import type { Change } from '@core/plan/change'
import { aHardDependency, anItem, aPlatform, aServer } from '@test/builders/an-item'
import { aPlan, groupWith } from '@test/builders/a-plan'
import { newIds } from '@test/builders/new-ids'

const world = aPlan({
  items: [anItem('A'), anItem('B'), aServer('S'), anItem('C', { effort: 5 }), aPlatform('P'), anItem('R', { disposition: 'retain' })],
  dependencies: [aHardDependency('A', 'S'), aHardDependency('B', 'S')],
  waves: 2,
  placed: { A: 1 },
})

const groupsAfter = (plan: PlanDocument, change: Change): readonly MoveGroup[] =>
  activeScenario(applyChange(plan, change).document).groups

describe('moving items', () => {
  const move = (itemIds: readonly string[], waveId: string | null): Change => moveItems(world, itemIds, waveId, newIds())

  it('moves a group whole when all of it is named, and leaves alone what has no group', () => {
    expect(groupsAfter(world, move(['S', 'A', 'B', 'P', 'R'], 'wave2'))).toEqual([
      { id: 'group1', name: 'A', itemIds: ['A', 'B', 'S'], waveId: 'wave2', origin: 'computed' },
      { id: 'group2', name: 'C', itemIds: ['C'], waveId: null, origin: 'computed' },
    ])
  })

  it('splits off a part as the planner\'s group; the rest gets a name of its own when its leader left', () => {
    expect(groupsAfter(world, move(['A', 'C'], 'wave2'))).toEqual([
      { id: 'new-group1', name: 'A', itemIds: ['A'], waveId: 'wave2', origin: 'planner' },
      { id: 'group1', name: 'B', itemIds: ['B', 'S'], waveId: 'wave1', origin: 'planner' },
      { id: 'group2', name: 'C', itemIds: ['C'], waveId: 'wave2', origin: 'computed' },
    ])
  })

  it('keeps a name that somebody chose with what stays', () => {
    const { document } = applyChange(world, renameGroup(world, groupWith(world, 'A').id, 'Journal and all'))
    expect(groupsAfter(document, moveItems(document, ['A'], 'wave2', newIds())).map(({ name, itemIds }) => [name, itemIds])).toEqual([
      ['A', ['A']], ['Journal and all', ['B', 'S']], ['C', ['C']],
    ])
  })

  it('changes nothing for a part that is in that wave already, for items without a group, and for none', () => {
    expect(move(['A'], 'wave1')).toEqual({})
    expect(move(['P', 'R'], 'wave1')).toEqual({})
    expect(move([], 'wave1')).toEqual({})
  })

  it('throws on an item or a wave that is not there', () => {
    expect(() => move(['X'], 'wave1')).toThrow('no item X')
    expect(() => move(['A'], 'wave9')).toThrow('no wave wave9')
  })
})

describe('taking items out of a group', () => {
  it('leaves them in their wave', () => {
    expect(groupsAfter(world, splitItems(world, ['B'], newIds())).slice(0, 2)).toEqual([
      { id: 'group1', name: 'A', itemIds: ['A', 'S'], waveId: 'wave1', origin: 'planner' },
      { id: 'new-group1', name: 'B', itemIds: ['B'], waveId: 'wave1', origin: 'planner' },
    ])
  })

  it('is nothing for a whole group', () => {
    expect(splitItems(world, ['C'], newIds())).toEqual({})
  })
})

describe('joining items to a group', () => {
  it('takes them from where they were, and an empty group goes', () => {
    expect(groupsAfter(world, joinItems(world, ['C', 'A'], groupWith(world, 'S').id))).toEqual([
      { id: 'group1', name: 'A', itemIds: ['A', 'B', 'S', 'C'], waveId: 'wave1', origin: 'planner' },
    ])
  })

  it('makes what stays behind the planner\'s', () => {
    expect(groupsAfter(world, joinItems(world, ['A', 'P'], groupWith(world, 'C').id))).toEqual([
      { id: 'group2', name: 'C', itemIds: ['A', 'C'], waveId: null, origin: 'planner' },
      { id: 'group1', name: 'B', itemIds: ['B', 'S'], waveId: 'wave1', origin: 'planner' },
    ])
  })

  it('changes nothing for items that are there', () => {
    expect(joinItems(world, ['A'], groupWith(world, 'A').id)).toEqual({})
  })
})

describe('merging groups', () => {
  const ids: NewId = newIds()

  it('keeps the name of the largest, and a wave where any has one', () => {
    expect(groupsAfter(world, mergeGroups(world, ['group1', 'group2'], ids))).toEqual([
      { id: 'new-group1', name: 'C', itemIds: ['A', 'B', 'S', 'C'], waveId: 'wave1', origin: 'planner' },
    ])
  })

  it('goes to the wave that holds most of the effort', () => {
    const plan = aPlan({
      items: [anItem('A', { effort: 2 }), anItem('B', { effort: 2 }), anItem('C', { effort: 3 })], waves: 2, placed: { A: 2, B: 2, C: 1 },
    })
    const all = activeScenario(plan).groups.map((group) => group.id)
    expect(groupsAfter(plan, mergeGroups(plan, all, newIds()))).toEqual([
      { id: 'new-group1', name: 'C', itemIds: ['A', 'B', 'C'], waveId: 'wave2', origin: 'planner' },
    ])
  })

  it('is nothing for one group', () => {
    expect(mergeGroups(world, ['group1'], ids)).toEqual({})
  })
})

describe('renaming a group', () => {
  it('makes the name unique, and lets it follow the dependencies as before', () => {
    const { document } = applyChange(world, renameGroup(world, 'group1', ' C '))
    expect(groupWith(document, 'A')).toEqual({ id: 'group1', name: 'C 2', itemIds: ['A', 'B', 'S'], waveId: 'wave1', origin: 'computed' })
    expect(regroup(document, newIds())).toEqual({})
  })

  it('changes nothing for a blank name, or its own', () => {
    expect(renameGroup(world, 'group1', '  ')).toEqual({})
    expect(renameGroup(world, 'group1', 'A')).toEqual({})
  })
})
