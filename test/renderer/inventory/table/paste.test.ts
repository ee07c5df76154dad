import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange } from '@core/plan/apply-change'
import { editItemTable } from '@core/plan/commands'
import { lookup } from '@core/plan/lookup'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import { plainText } from '@renderer/inventory/table/field'
import { itemAdapter } from '@renderer/inventory/table/item-adapter'
import { itemEdits } from '@renderer/inventory/table/item-edits'
import { dependencyAdapter } from '@renderer/inventory/table/dependency-adapter'
import { columnsNamed, pastedGrid, planCells } from '@renderer/inventory/table/plan-paste'
import { rowsLeftOut, withoutProblems } from '@renderer/inventory/table/table-acts'
import { translationFor } from '@renderer/i18n/use-translate'
import { aHardDependency, anItem, aPlatform, aServer } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { arbitraryPlan } from '@test/builders/arbitrary-plan'
import { newIds } from '@test/builders/new-ids'

const words = translationFor('en')
const adapterOf = (document: PlanDocument) => itemAdapter({ document, found: lookup(document), evaluation: evaluate(document), words }, null)
const namesOf = (adapter: ReturnType<typeof adapterOf>) => ({ idOf: adapter.idOf, nameOf: adapter.nameOf, nameOfAdded: (index: number) => `New row ${index + 1}`, fixed: 'fixed' })

const world = aPlan({
  items: [anItem('A', { name: 'Journal', effort: 3 }), aServer('S'), anItem('B'), aPlatform('P')],
  dependencies: [aHardDependency('A', 'S')], waves: 3,
})

/** Rows of texts by field, onto the items of those ids; `+` adds a row. */
const pasted = (fields: readonly string[], rows: readonly (readonly [itemId: string, ...texts: string[]])[], document = world) => {
  const adapter = adapterOf(document)
  let added = -1
  const targets = rows.flatMap(([itemId, ...texts]) => {
    if (itemId === '+') added += 1
    const row = document.estate.items.find((item) => item.id === itemId) ?? null
    return texts.map((text, at) => {
      const field = adapter.fields.find((one) => one.id === fields[at])
      if (!field) throw new Error(fields[at])
      return { row, added, field, text }
    })
  })
  const plan = planCells(targets, namesOf(adapter))
  return { adapter, plan, problems: [...plan.problems, ...adapter.check(plan)] }
}

const after = (plan: ReturnType<typeof pasted>['plan'], document = world) =>
  applyChange(document, editItemTable(document, itemEdits(document, plan), newIds()))

describe('pasting onto items', () => {
  it('sets every cell as one change, which undo takes back exactly', () => {
    const { plan, problems } = pasted(['owner', 'effort', 'wave', 'criticality'], [['A', 'Kari', '12.5', 'Wave 2', 'High'], ['B', '', '1,200', '3', '4']])
    expect(problems).toEqual([])
    const done = after(plan)
    expect(done.document.estate.items.slice(0, 3)).toEqual([
      anItem('A', { name: 'Journal', effort: 12.5, owner: 'Kari', criticality: 3 }), aServer('S'), anItem('B', { effort: 1200, criticality: 4 }),
    ])
    expect(activeScenario(done.document).groups.map(({ waveId }) => waveId)).toEqual(['wave2', 'wave3'])
    expect(applyChange(done.document, done.inverse).document).toEqual(world)
  })

  it('says of each cell why it cannot be taken, and what could be', () => {
    const { adapter, plan, problems } = pasted(['name', 'effort', 'wave', 'id', 'violations'], [['A', '', 'x', '9', 'Z', 'many'], ['P', 'P', '5', '1', 'P', '']])
    expect(problems.map(({ row, heading, problem }) => `${row}, ${heading}: ${problem}`)).toEqual([
      'Journal, Name: An item needs a name',
      'Journal, Effort (person-days): “x” is not a number of 0 or more',
      'Journal, Wave: There is no wave “9”',
      'Journal, Id: The Id stays: files know the item by it',
      'Journal, Violations: fixed',
      'P, Wave: Platforms and retained items have no wave and no move group',
    ])
    const rest = withoutProblems({ plan, problems, kind: 'paste' }, adapter)
    expect(rest.writes.map(({ row, fieldId }) => [row.id, fieldId])).toEqual([['P', 'effort']])
  })

  it('says where two rows of one group are given different waves, also when the paste makes the group', () => {
    expect(pasted(['wave'], [['A', '1'], ['S', '2']]).problems.map(({ problem }) => problem)).toEqual(['S moves together with Journal, which is given another wave here'])
    expect(pasted(['wave'], [['A', '1'], ['S', '1']]).problems).toEqual([])
    expect(pasted(['group', 'wave'], [['A', 'New', '1'], ['S', 'New', '1'], ['B', 'New', '3']]).problems.map(({ row }) => row)).toEqual(['B'])
    expect(pasted(['group', 'wave'], [['A', 'X', '1'], ['S', 'Y', '3']]).problems).toEqual([])
  })

  it('makes a new row of the cells that it can take, and leaves out one without what a row needs', () => {
    const { adapter, plan, problems } = pasted(['name', 'kind', 'owner'], [['+', 'Gamma', 'spaceship', 'Kari'], ['+', '', 'VM', 'Ola']])
    expect(rowsLeftOut(problems, adapter.needed)).toEqual(['New row 2'])
    const { document } = after(withoutProblems({ plan, problems, kind: 'paste' }, adapter))
    expect(document.estate.items.slice(4)).toEqual([{ id: 'application:Gamma', name: 'Gamma', kind: 'application', owner: 'Kari' }])
  })

  it('adds rows, which need a name, with group, wave and extra fields', () => {
    const { plan, problems } = pasted(['name', 'kind', 'group', 'wave'], [['+', 'New one', 'VM', 'Journal', '2'], ['+', 'Other', '', '', '3']])
    expect(problems).toEqual([])
    const { document } = after(plan)
    expect(document.estate.items.slice(4)).toEqual([{ id: 'server:New one', name: 'New one', kind: 'server' }, { id: 'application:Other', name: 'Other', kind: 'application' }])
    expect(activeScenario(document).groups.map(({ name, waveId }) => [name, waveId])).toEqual([['Journal', 'wave2'], ['B', null], ['Other', 'wave3']])
    expect(pasted(['owner'], [['+', 'Kari']]).problems.map(({ row, problem }) => [row, problem])).toEqual([['New row 1', 'An item needs a name']])
  })

  it('changes nothing where everything is pasted back onto itself', () => {
    fc.assert(fc.property(arbitraryPlan({ maxScenarios: 1 }), (document) => {
      const adapter = adapterOf(document)
      const targets = adapter.rows.flatMap((row) => adapter.fields.map((field) => ({ row, field, text: plainText(field, row) })))
      const plan = planCells(targets, namesOf(adapter))
      expect([plan.problems, plan.writes]).toEqual([[], []])
    }), { numRuns: 40 })
  })

  it('reads every cell that can be edited as what it holds', () => {
    fc.assert(fc.property(arbitraryPlan({ maxScenarios: 1 }), (document) => {
      const adapter = adapterOf(document)
      for (const row of adapter.rows) {
        for (const field of adapter.fields) {
          if (!field.read || field.id === 'consolidateInto') continue
          expect({ id: field.id, read: field.read(plainText(field, row), row).ok }).toEqual({ id: field.id, read: true })
        }
      }
    }), { numRuns: 40 })
  })
})

describe('pasting onto dependencies', () => {
  it('finds the ends by name and Id, and refuses what is none', () => {
    const adapter = dependencyAdapter({ document: world, found: lookup(world), evaluation: evaluate(world), words }, null)
    const read = (id: string, text: string) => adapter.fields.find((field) => field.id === id)?.read?.(text, null)
    expect([read('from', 'journal'), read('to', 'S'), read('to', ''), read('to', 'X')]).toEqual([
      { ok: true, write: { type: 'fields', fields: { from: 'A' } } },
      { ok: true, write: { type: 'fields', fields: { to: 'S' } } },
      { ok: false, problem: 'A dependency needs an item at both ends' },
      { ok: false, problem: 'No item has the name or Id “X”' },
    ])
  })
})

describe('the cells to paste', () => {
  const range = (height: number, width: number) => ({ top: 0, bottom: height - 1, left: 1, right: width })
  const headings = ['Name', 'Owner', 'Effort (person-days)', 'Cost']
  it('leave out the row of headings that a copy begins with', () => {
    expect(pastedGrid([['owner', 'EFFORT person-days'], ['Kari', '3']], range(1, 1), headings)).toEqual([['Kari', '3']])
    expect(pastedGrid([['Owner'], ['Name']], range(1, 1), ['', 'Site'])).toEqual([['Owner'], ['Name']])
  })

  it('go to the columns that their headings name, where several do', () => {
    expect(columnsNamed([['effort (person-days)', 'NAME'], ['3', 'Kari']], headings)).toEqual([2, 0])
    const others = [[['Owner'], ['Kari']], [['Owner', 'Owner'], ['a', 'b']], [['Owner', 'x'], ['a', 'b']], [['Owner', 'Name']]]
    expect(others.map((cells) => columnsNamed(cells, headings))).toEqual([null, null, null, null])
  })

  it('are repeated where the range is a multiple of them', () => {
    expect(pastedGrid([['x']], range(2, 2), headings)).toEqual([['x', 'x'], ['x', 'x']])
    expect(pastedGrid([['1'], ['2']], range(4, 1), headings)).toEqual([['1'], ['2'], ['1'], ['2']])
    expect(pastedGrid([['1'], ['2']], range(3, 1), headings)).toEqual([['1'], ['2']])
  })
})
