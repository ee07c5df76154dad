import { describe, expect, it } from 'vitest'
import { applyChange } from '@core/plan/apply-change'
import type { Change } from '@core/plan/change'
import {
  addDependencies, addItems, assignGroups, assignWaves, contradictedWaves, dependenciesWithIds, editItemRows, editItemTable,
  itemsWithIds, removeDependencies, removeItems,
} from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { aDependency, aHardDependency, anItem, aPlatform, aServer } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { newIds } from '@test/builders/new-ids'

const world = aPlan({
  items: [anItem('A', { effort: 3 }), aServer('S'), anItem('B', { effort: 2 }), anItem('C'), aPlatform('P')],
  dependencies: [aHardDependency('A', 'S'), aDependency('B', 'C')],
  waves: 3,
  placed: { A: 1, B: 2 },
  rules: [{ type: 'apart', itemIds: ['A', 'B'] }, { type: 'apart', itemIds: ['A', 'B', 'C'] }],
})

const after = (change: Change, plan: PlanDocument = world) => applyChange(plan, change).document
const groupsOf = (plan: PlanDocument) => activeScenario(plan).groups.map(({ name, itemIds, waveId, origin }) => [name, itemIds.join(), waveId, origin])

describe('editing many items', () => {
  it('sets different fields of each in one change, and nothing of those that stay as they are', () => {
    const change = editItemRows(world, [
      { itemId: 'A', fields: { owner: 'Kari' } }, { itemId: 'A', fields: { effort: undefined } }, { itemId: 'C', fields: { name: 'C' } },
    ], newIds())
    expect(change).toEqual({ items: { put: [{ row: anItem('A', { owner: 'Kari' }) }] } })
  })

  it('says of a field that was edited that no cell of a workbook says so any longer', () => {
    const plan = aPlan({ items: [anItem('A', { owner: 'Ola', extra: [['Rack', 'R1'], ['Row', 2]], sources: [[0, 0, 4]] })] })
    const change = editItemRows(plan, [{ itemId: 'A', fields: { owner: 'Kari', team: undefined, extra: [['Row', 2]] } }], newIds())
    expect(change.items?.put?.[0]?.row.sources).toEqual([[0, 0, 4, 'owner', 'extra:Rack']])
  })
})

describe('what Move group cells say', () => {
  const assign = (cells: readonly (readonly [string, string | null])[], plan = world) => groupsOf(after(assignGroups(plan, new Map(cells), newIds()), plan))

  it('puts an item into a group that is there, which becomes the planner\'s', () => {
    expect(assign([['C', 'A'], ['P', 'A']])).toEqual([['A', 'A,S,C', 'wave1', 'planner'], ['B', 'B', 'wave2', 'computed']])
  })

  it('makes a group of a new name out of parts of others, in the wave of most of the effort', () => {
    expect(assign([['S', 'New'], ['B', 'New']])).toEqual([['A', 'A', 'wave1', 'planner'], ['New', 'S,B', 'wave2', 'planner'], ['C', 'C', null, 'computed']])
  })

  it('renames a group when all of it, and nothing else, gets a new name', () => {
    expect(assign([['A', 'Journal'], ['S', 'Journal']])[0]).toEqual(['Journal', 'A,S', 'wave1', 'computed'])
    expect(assign([['A', 'A'], ['S', 'A']])).toEqual(groupsOf(world))
  })

  it('keeps a group for those who join it while all of its own leave for a new name', () => {
    const groups = assign([['A', 'Journal'], ['S', 'Journal'], ['B', 'A']])
    expect(groups.map(([name, items]) => [name, items])).toEqual([['Journal', 'A,S'], ['A', 'B'], ['C', 'C']])
  })

  it('lets an item follow its dependencies again where the cell is blank', () => {
    const split = after(assignGroups(world, new Map([['S', 'Apart']]), newIds()))
    expect(groupsOf(split).map(([name]) => name)).toEqual(['A', 'Apart', 'B', 'C'])
    expect(assign([['S', null], ['A', null], ['C', null]], split)).toEqual(groupsOf(world))
  })

  it('lets two groups change places', () => {
    expect(assign([['B', 'C'], ['C', 'B']])).toEqual([['A', 'A,S', 'wave1', 'computed'], ['C', 'B', null, 'planner'], ['B', 'C', 'wave2', 'planner']])
  })
})

describe('what Wave cells say', () => {
  it('moves groups whole, and says where two cells of one group cannot both be', () => {
    const cells = new Map([['S', 'wave3'], ['A', 'wave2'], ['C', 'wave3'], ['P', 'wave1']])
    expect(groupsOf(after(assignWaves(world, cells))).map(([, , waveId]) => waveId)).toEqual(['wave3', 'wave2', 'wave3'])
    expect([...contradictedWaves(world, cells)]).toEqual([['A', 'S']])
  })
})

describe('one act on the table', () => {
  it('adds, edits, groups and moves as one change with an exact inverse', () => {
    const [item] = itemsWithIds(world, [{ name: 'A', kind: 'application' }])
    expect(item).toEqual({ id: 'application:A', name: 'A', kind: 'application' })
    if (!item) return
    const change = editItemTable(world, {
      added: [item],
      fields: [{ itemId: item.id, fields: { owner: 'Kari' } }, { itemId: 'B', fields: { disposition: 'retain' } }],
      groups: new Map([[item.id, 'A']]),
      waves: new Map([[item.id, 'wave3']]),
    }, newIds())
    const done = applyChange(world, change)
    expect(groupsOf(done.document)).toEqual([['A', 'A,S,application:A', 'wave3', 'planner'], ['C', 'C', null, 'computed']])
    expect(applyChange(done.document, done.inverse).document).toEqual(world)
  })
})

describe('adding rows', () => {
  it('gives every item an id of its own and a group', () => {
    const items = itemsWithIds(world, [{ name: 'X', kind: 'server' }, { name: 'X', kind: 'server' }, { id: 'A', name: 'Y', kind: 'server' }])
    expect(items.map(({ id }) => id)).toEqual(['server:X', 'server:X#2', 'A#2'])
    expect(groupsOf(after(addItems(world, items, newIds()))).slice(3).map(([name]) => name)).toEqual(['X', 'X (server:X#2)', 'Y'])
    expect(() => addItems(world, [anItem('A')], newIds())).toThrow('has an item A already')
  })

  it('joins what a new hard dependency binds', () => {
    const row = { from: 'A', to: 'S', type: 'uses', strength: 'hard', order: 'any' } as const
    const rows = dependenciesWithIds(world, [row, { ...row, to: 'B' }])
    expect(rows.map(({ id }) => id)).toEqual(['A>S#2', 'A>B'])
    expect(groupsOf(after(addDependencies(world, rows, newIds())))[0]).toEqual(['A', 'A,S,B', 'wave1', 'computed'])
  })
})

describe('removing rows', () => {
  it('takes the dependencies of the item along, and what the rules say of it', () => {
    const done = applyChange(world, removeItems(world, ['A'], newIds()))
    expect(done.document.estate.dependencies.map(({ id }) => id)).toEqual(['B>C'])
    expect(activeScenario(done.document).rules).toEqual([{ id: 'rule2', type: 'apart', itemIds: ['B', 'C'] }])
    expect(groupsOf(done.document)).toEqual([['S', 'S', 'wave1', 'computed'], ['B', 'B', 'wave2', 'computed'], ['C', 'C', null, 'computed']])
    expect(applyChange(done.document, done.inverse).document).toEqual(world)
  })

  it('lets go what only the dependency held', () => {
    expect(groupsOf(after(removeDependencies(world, ['A>S'], newIds()))).map(([, ids]) => ids)).toEqual(['A', 'S', 'B', 'C'])
    expect(() => removeDependencies(world, ['x'], newIds())).toThrow('no dependency x')
  })
})
