import { describe, expect, it } from 'vitest'
import { newestSource, sourceOfField } from '@core/estate/source'
import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { editDependency, editItems, replaceContents } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import { acceptImport } from '@core/workbook/accept-import'
import { compareImport } from '@core/workbook/compare-import'
import { withMerges } from '@core/workbook/duplicates-merge'
import { dependencyEdits } from '@core/workbook/dependency-edits'
import { importOver } from '@core/workbook/import-over'
import { acceptAnswers } from '@core/workbook/packages/exchange-commands'
import { documentWithSources } from '@core/workbook/sources'
import { aPlan, groupWith } from '@test/builders/a-plan'
import { aDependency, aHardDependency, anItem, aServer } from '@test/builders/an-item'
import { importFile, importSheets, rawSheet } from './raw-builders'
import { writtenRows as written } from './written-rows'

const open = aPlan({
  name: 'Our plan',
  items: [anItem('a', { name: 'Journal', effort: 5, notes: 'ours' }), aServer('s'), aServer('old'), anItem('n', { name: 'Named' })],
  dependencies: [aHardDependency('a', 's')],
  waves: 3,
  rules: [{ type: 'pin', itemIds: ['a'], wave: 2 }, { type: 'together', itemIds: ['a', 'old'] }],
  groups: { Mine: ['n', 'old'] },
  placed: { a: 2, n: 3 },
})

const newer = importSheets(
  rawSheet('Applications', [['Id', 'Name', 'Owner'], ['a', 'Journal 2', 'Kari'], [null, 'Named', 'Ola'], ['b', 'Brand new', 'Ola']]),
  rawSheet('Servers', [['Id', 'Name'], ['s', 's'], ['s2', 's2']]),
  rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength'], ['a', 's', 'Runs on', 'Hard'], ['a', 's2', 'Runs on', 'Hard'], ['Named', 'b', 'Uses']]),
  rawSheet('Waves', [['Wave', 'Name'], [9, 'Theirs']]),
)

const waveOf = (document: PlanDocument, itemId: string): number | undefined =>
  activeScenario(document).waves.find((wave) => wave.id === groupWith(document, itemId).waveId)?.number

describe('A newer inventory over an open plan', () => {
  const { document, compared } = importOver(open, newer, countingIds())

  it('offers what is new, renamed, filled and gone, row by row', () => {
    expect(written(compared.rows)).toEqual([
      'new-item b', 'new-item s2', 'renamed a name: Journal -> Journal 2', 'filled a owner:  -> Kari', 'filled n owner:  -> Ola',
      '(not) gone-item old', 'new-dependency a>s2', 'new-dependency n>b', '(not) new-wave 9',
    ])
    expect(compared.unchanged).toBe(1)
  })

  it('keeps what is gone, ids, groups, waves and rules, and fields for which it has no column', () => {
    expect(document.estate.items.map(({ sources: _sources, ...item }) => item)).toEqual([
      { id: 'a', name: 'Journal 2', kind: 'application', owner: 'Kari', effort: 5, notes: 'ours' },
      { id: 's', name: 's', kind: 'server' },
      { id: 'old', name: 'old', kind: 'server' },
      { id: 'n', name: 'Named', kind: 'application', owner: 'Ola' },
      { id: 'b', name: 'Brand new', kind: 'application', owner: 'Ola' },
      { id: 's2', name: 's2', kind: 'server' },
    ])
    expect([waveOf(document, 'a'), waveOf(document, 'n'), waveOf(document, 'b')]).toEqual([2, 3, undefined])
    expect(groupWith(document, 'a').itemIds).toEqual(['a', 's', 's2'])
    expect(groupWith(document, 'n')).toMatchObject({ name: 'Mine', itemIds: ['old', 'n'], origin: 'planner' })
    expect(activeScenario(document).waves).toBe(activeScenario(open).waves)
    expect(activeScenario(document).rules).toBe(activeScenario(open).rules)
  })

  it('puts what is new beside its kind, so that an export goes on having a sheet for each', () => {
    const sorted = aPlan({ items: [anItem('a'), anItem('b'), aServer('s')] })
    const theirs = importSheets(rawSheet('Servers', [['Id', 'Name'], ['t', 't']]), rawSheet('Applications', [['Id', 'Name'], ['c', 'c']]), rawSheet('Platforms', [['Id', 'Name'], ['p', 'p']]))
    expect(importOver(sorted, theirs, countingIds(), { way: 'addition' }).document.estate.items.map(({ id }) => id)).toEqual(['a', 'b', 'c', 's', 't', 'p'])
  })

  it('takes what is gone with its rules where the planner says so', () => {
    const without = acceptImport(compared, (row) => row.kind === 'gone-item', countingIds())
    expect(without.estate.items.map((item) => item.id)).toEqual(['a', 's', 'n'])
    expect(activeScenario(without).rules.map((rule) => rule.type)).toEqual(['pin'])
    expect(groupWith(without, 'n')).toMatchObject({ name: 'Mine', itemIds: ['n'] })
  })

  it('takes single fields, and nothing when nothing is taken', () => {
    const one = acceptImport(compared, (row) => row.key === 'owner a', countingIds())
    expect(one.estate.items[0]).toEqual({ ...open.estate.items[0], owner: 'Kari', sources: [[0, 0, 2, 'name']] })
    expect(one.estate.items.slice(1)).toEqual(open.estate.items.slice(1))
    expect(one.estate.dependencies).toEqual(open.estate.dependencies)
    expect(acceptImport(compared, () => false, countingIds())).toBe(open)
  })

  it('is one step that can be undone', () => {
    const { document: after, inverse } = applyChange(open, replaceContents(open, document))
    expect(after.estate.items).toEqual(document.estate.items)
    expect(applyChange(after, inverse).document).toEqual(open)
  })

  it('offers nothing and changes nothing when it says the same', () => {
    const first = documentWithSources(newer)
    const again = importOver(first, newer, countingIds())
    expect(again.compared.rows).toEqual([])
    expect(again.document).toBe(first)
  })
})

describe('A dependency that comes with a newer inventory', () => {
  const plan = aPlan({
    items: [anItem('a'), aServer('s'), anItem('b'), aServer('t'), anItem('c')],
    dependencies: [aHardDependency('a', 's'), aHardDependency('b', 't')],
    waves: 4,
    placed: { a: 1, b: 4 },
  })
  const inventory = (...more: readonly (readonly string[])[]) => importSheets(
    rawSheet('Items', [['Id', 'Name', 'Kind'], ['a', 'a', 'Application'], ['s', 's', 'Server'], ['b', 'b', 'Application'], ['t', 't', 'Server'], ['c', 'c', 'Application']]),
    rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength'], ['a', 's', 'Runs on', 'Hard'], ['b', 't', 'Runs on', 'Hard'], ...more]),
  )

  it('moves no item to another wave: what it breaks is a violation', () => {
    const { document } = importOver(plan, inventory(['a', 't', 'Runs on', 'Hard'], ['c', 'a', 'Runs on', 'Hard']), countingIds())
    expect([waveOf(document, 'a'), waveOf(document, 's'), waveOf(document, 'b'), waveOf(document, 't')]).toEqual([1, 1, 4, 4])
    expect(groupWith(document, 'c')).toMatchObject({ itemIds: ['a', 's', 'c'], origin: 'planner' })
    expect(evaluate(document).violations.map(({ type, dependencyId }) => [type, dependencyId])).toEqual([['hard-dependency', 'a>t']])
  })

  it('draws together what is not planned yet', () => {
    const { document } = importOver(plan, inventory(['c', 't', 'Runs on', 'Hard']), countingIds())
    expect(groupWith(document, 'c')).toMatchObject({ itemIds: ['b', 't', 'c'], origin: 'computed' })
    expect(waveOf(document, 'c')).toBe(4)
  })
})

describe('An item that was renamed', () => {
  const estate = (name: string, id: string) => importSheets(
    rawSheet('Applications', [['Id', 'Name', 'Supplier'], [id, name, 'Fjord AS'], ['b', 'Portal', ''], ['c', 'Archive', '']]),
    rawSheet('Dependencies', [['From', 'To'], [id, 'b'], ['c', id]]),
  )
  const before = estate('Nordic Patient Journal', 'a').document

  it.each([
    ['the same but for its writing', 'nordic  PATIENT-journal', 'x'],
    ['a new version', 'Nordic Patient Journal 21.1', 'x'],
    ['somewhat alike among the same neighbours', 'Regional Patient Journal', 'x'],
    ['of the same id', 'Something else', 'a'],
  ])('is known again by a name that is %s', (_how, name, id) => {
    const { rows } = compareImport(before, estate(name, id), { way: 'newer' })
    expect(written(rows)).toEqual([`renamed a name: Nordic Patient Journal -> ${name}`])
  })

  it.each([['of another name', 'Storage'], ['of another number', 'Nordic Patient Journal 2']])('is not mistaken for one %s', (_how, name) => {
    const other = importSheets(rawSheet('Applications', [['Id', 'Name', 'Supplier'], ['x', name, 'Fjord AS'], ['b', 'Portal', ''], ['c', 'Archive', '']]))
    const numbered = name.endsWith('2') ? estate('Nordic Patient Journal 1', 'a').document : before
    expect(written(compareImport(numbered, other, { way: 'newer' }).rows)).toEqual(['new-item x', '(not) gone-item a'])
  })

  it('is two items where the planner says so', () => {
    const { rows } = compareImport(before, estate('Nordic Patient Journal 21.1', 'x'), { way: 'newer', apart: new Set(['x']) })
    expect(written(rows)).toEqual(['new-item x', '(not) gone-item a', 'new-dependency x>b', 'new-dependency c>x', '(not) gone-dependency a>b', '(not) gone-dependency c>a'])
  })
})

describe('Another source that is added', () => {
  const portfolio = documentWithSources(importSheets(
    rawSheet('Applications', [['Id', 'Name', 'Owner'], ['1', 'Journal', 'Kari'], ['2', 'Archive', '']]),
    rawSheet('Servers', [['Id', 'Name', 'Site'], ['7', 'db01', 'Oslo']]),
  ))

  it('fills blanks, offers conflicts, lets ids that mean something else be, and takes nothing away', () => {
    const machines = importSheets(rawSheet('Servers', [['Id', 'Name', 'Site', 'Supplier'], ['1', 'db01.helse.example', 'Bergen', 'Fjord AS'], ['9', 'db02', 'Oslo', '']]))
    const { compared, document } = importOver(portfolio, machines, countingIds(), { way: 'addition' })
    expect(written(compared.rows)).toEqual([
      'new-item 9', '(not) renamed 7 name: db01 -> db01.helse.example', '(not) changed 7 site: Oslo -> Bergen', 'filled 7 supplier:  -> Fjord AS',
    ])
    expect(document.estate.items).toEqual([
      ...portfolio.estate.items.slice(0, 2),
      { id: '7', name: 'db01', kind: 'server', site: 'Oslo', supplier: 'Fjord AS', sources: [[0, 1, 2], [1, 0, 2, 'id', 'name', 'site']] },
      { id: '9', name: 'db02', kind: 'server', site: 'Oslo', sources: [[1, 0, 3]] },
    ])
  })

  it('is not gone from a newer edition of the first, nor the first from one of its own', () => {
    const rows = [['1', 'Journal'], ['2', 'Archive'], ['3', 'Booking']]
    const first = documentWithSources(importFile('portfolio.xlsx', rawSheet('Applications', [['Id', 'Name'], ...rows])))
    const machines = (...names: readonly string[]) => importFile('machines.xlsx', rawSheet('Servers', [['Id', 'Name'], ...names.map((name) => [name, name])]))
    const { document } = importOver(first, machines('db01', 'db02'), countingIds(), { way: 'addition' })
    const goneIn = (newer: ReturnType<typeof importFile>) => written(compareImport(document, newer, { way: 'newer' }).rows)
    const portfolio = (fileName: string) => importFile(fileName, rawSheet('Applications', [['Id', 'Name'], ...rows.slice(0, 2)]))
    expect(goneIn(portfolio('portfolio.xlsx'))).toEqual(['(not) gone-item 3'])
    expect(goneIn(portfolio('portfolio in spring.xlsx'))).toEqual(['(not) gone-item 3'])
    expect(goneIn(machines('db01'))).toEqual(['(not) gone-item db02'])
  })

  it('of text says a number, and yes or no, in letters: that is no change', () => {
    const typed = documentWithSources(importSheets(rawSheet('Applications', [['Id', 'Name', 'Cost centre', 'Zero', 'Audited', 'Rooms'], ['1', 'Journal', 4101.5, 0, true, 3]])))
    const text = importSheets(rawSheet('Applications', [['Id', 'Name', 'Cost centre', 'Zero', 'Audited', 'Rooms'], ['1', 'Journal', '4101,5', '0', 'Yes', '4']]))
    expect(written(compareImport(typed, text, { way: 'newer' }).rows)).toEqual(['changed 1 extra:Rooms: 3 -> 4'])
  })

  it('of dependencies finds its ends among the items, whatever their kind, by id, name and host name', () => {
    const calls = importSheets(rawSheet('Dependencies', [['From', 'To'], ['Journal', 'db01.helse.example'], ['2', 'Journal'], ['Journal', 'Directory']]))
    const { document } = importOver(portfolio, calls, countingIds(), { way: 'addition' })
    expect(document.estate.dependencies.map(({ from, to }) => [from, to])).toEqual([['1', '7'], ['2', '1'], ['1', 'application:Directory']])
    expect(document.estate.items.map((item) => item.name)).toEqual(['Journal', 'Archive', 'Directory', 'db01'])
  })

  it('finds an item by the id that it had before it became part of another, and by the one of another source', () => {
    const portfolio = importSheets(rawSheet('Applications', [['Id', 'Name'], ['A1', 'DIPS Arena'], ['A2', 'Dips arena 21.1'], ['A3', 'Journal']]))
    const merged = documentWithSources(withMerges(portfolio, [{ keep: 'A1', drop: 'A2' }], countingIds()))
    const machines = importSheets(rawSheet('Applications', [['Id', 'Name', 'Owner'], ['J-77', 'Journal', 'Kari']]))
    const both = importOver(merged, machines, countingIds(), { way: 'addition' }).document
    const joins = importSheets(rawSheet('Dependencies', [['From', 'To', 'Type'], ['A2', 'J-77', 'Uses']]))
    const { document, compared } = importOver(both, joins, countingIds(), { way: 'addition' })
    expect(written(compared.rows)).toEqual(['new-dependency A1>A3'])
    expect(document.estate.items.map(({ id }) => id)).toEqual(['A1', 'A3'])
  })

  it('does not take the id of another source for an item of another kind and name', () => {
    const plan = { ...open, estate: { ...open.estate, imports: [{ fileName: 'b.xlsx', day: '2026-01-01', items: 1, dependencies: 0, otherIds: [['17', 's'] as const] }] } }
    const theirs = importSheets(rawSheet('Applications', [['Id', 'Name'], ['17', 'Payroll']]))
    expect(written(importOver(plan, theirs, countingIds(), { way: 'addition' }).compared.rows)).toEqual(['new-item 17'])
  })

  it('with dependencies onto items of its own and of the plan finds both', () => {
    const own = importSheets(
      rawSheet('Applications', [['Id', 'Name'], ['x', 'Booking']]),
      rawSheet('Dependencies', [['From', 'To'], ['Booking', 'Journal'], ['Booking', 'Nowhere']]),
    )
    const { document } = importOver(portfolio, own, countingIds(), { way: 'addition' })
    expect(document.estate.dependencies).toEqual([{ ...aDependency('x', '1'), id: 'x>1', sources: [[1, 1, 2]] }])
    expect(document.estate.unresolved.map(({ fromText, toText }) => [fromText, toText])).toEqual([['Booking', 'Nowhere']])
  })
})

describe('What is known better than the workbook says', () => {
  const applications = (effort: number) => importSheets(
    rawSheet('Applications', [['Id', 'Name', 'Effort'], ['a', 'Journal', effort], ['b', 'Portal', effort]]),
  )
  const first = documentWithSources(applications(5))
  const answer = { key: 'a\neffort', itemId: 'a', itemName: 'Journal', field: 'effort', value: 8 } as const
  const answered = applyChange(first, acceptAnswers(first, 'p', [answer], '2027-02-01')).document

  it('is what a supplier has answered: an older workbook takes it back only where the planner says so', () => {
    const again = importOver(answered, applications(5), countingIds())
    expect(written(again.compared.rows)).toEqual(['(not) changed a effort: 8 -> 5'])
    expect(again.compared.rows[0]?.edited).toBe(true)
    expect(again.document).toBe(answered)
  })

  it('stays known after a workbook that has no such column', () => {
    const owners = importSheets(rawSheet('Applications', [['Id', 'Name', 'Owner'], ['a', 'Journal', 'Kari']]))
    const { document } = importOver(answered, owners, countingIds(), { way: 'addition' })
    expect(document.estate.items[0]).toMatchObject({ effort: 8, owner: 'Kari' })
    expect(written(compareImport(document, applications(5), { way: 'newer' }).rows)).toContain('(not) changed a effort: 8 -> 5')
  })

  it('is what was emptied by hand, too', () => {
    const emptied = applyChange(first, editItems(first, ['a'], { effort: undefined }, countingIds())).document
    expect(written(compareImport(emptied, applications(5), { way: 'newer' }).rows)).toEqual(['(not) filled a effort:  -> 5'])
  })

  it('is not what another row of the same workbook has said', () => {
    const twice = (owner: string, cost: number) => withMerges(importSheets(
      rawSheet('Applications', [['Id', 'Name', 'Cost'], ['a', 'Journal', cost]]), rawSheet('Portfolio', [['Id', 'Name', 'Kind', 'Owner'], ['x', 'Journal 2', 'Application', owner]]),
    ), [{ keep: 'a', drop: 'x' }], countingIds())
    const plan = documentWithSources(twice('Kari', 5))
    expect(written(compareImport(plan, twice('Ola', 5), { way: 'newer' }).rows)).toEqual(['changed a owner: Kari -> Ola'])
    const later = importOver(plan, twice('Kari', 7), countingIds()).document
    expect(later.estate.items[0]).toMatchObject({ owner: 'Kari', cost: 7 })
    expect(written(compareImport(later, twice('Ola', 7), { way: 'newer' }).rows)).toEqual(['changed a owner: Kari -> Ola'])
    const declined = acceptImport(compareImport(plan, twice('Ola', 7), { way: 'newer' }), (row) => row.key === 'cost a', countingIds())
    expect(written(compareImport(declined, twice('Ola', 7), { way: 'newer' }).rows)).toEqual(['(not) changed a owner: Kari -> Ola'])
  })

  it('is a dependency that was edited or added here, which the log of steps knows', () => {
    const theirs = (latency: number, type = 'Uses') => importSheets(
      rawSheet('Applications', [['Id', 'Name'], ['a', 'Journal'], ['b', 'Portal'], ['c', 'Archive']]),
      rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength', 'Max latency (ms)', 'Port', 'Zone'], ['a', 'b', type, 'Soft', latency, latency, latency], ['b', 'c', 'Uses', 'Soft', latency, 5, 5]]),
    )
    const plan = documentWithSources(theirs(5))
    const [edited] = plan.estate.dependencies
    if (!edited) throw new Error('no dependency')
    const change = editDependency(plan, edited.id, { maxLatencyMs: 8, extra: [['Port', 8], ['Zone', 5]] }, countingIds())
    const { document, inverse } = applyChange(plan, change)
    const compared = compareImport(document, theirs(6, 'Data flow'), {
      way: 'newer', isDependencyEdited: dependencyEdits({ done: [structuredClone({ label: { key: 'x' }, change, inverse })], undone: [] }),
    })
    expect(written(compared.rows)).toEqual([
      'changed-dependency b>c maxLatencyMs: 5 -> 6', 'changed-dependency a>b type: uses -> data-flow', '(not) changed-dependency a>b maxLatencyMs: 8 -> 6',
      '(not) changed-dependency a>b extra:Port: 8 -> 6', 'changed-dependency a>b extra:Zone: 5 -> 6',
    ])
  })

  it('leaves the cells of a dependency known that still say what it is', () => {
    const theirs = (latency: number, file: string) => importFile(file,
      rawSheet('Applications', [['Id', 'Name'], ['a', 'Journal'], ['b', 'Portal']]),
      rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength', 'Max latency (ms)'], ...(latency > 0 ? [] : [['b', 'a', 'Uses', 'Soft', 1]]), ['a', 'b', 'Uses', 'Soft', Math.abs(latency)]]),
    )
    const plan = documentWithSources(theirs(5, 'first.xlsx'))
    const cells = ({ estate }: PlanDocument): readonly string[] => ['type', 'strength', 'maxLatencyMs'].map((field) => {
      const source = estate.dependencies[0] && sourceOfField(estate, estate.dependencies[0], field)
      return source ? `${source.fileName} ${source.sheet} ${source.row} ${source.column}` : 'nobody'
    })
    expect(cells(plan)).toEqual(['first.xlsx Dependencies 2 2', 'first.xlsx Dependencies 2 3', 'first.xlsx Dependencies 2 4'])
    const edited = applyChange(plan, editDependency(plan, 'a>b', { strength: 'hard' }, countingIds())).document
    expect(cells(edited)).toEqual(['first.xlsx Dependencies 2 2', 'nobody', 'first.xlsx Dependencies 2 4'])
    const later = importOver(plan, theirs(-6, 'later.xlsx'), countingIds()).document
    expect(cells(later)).toEqual(['first.xlsx Dependencies 2 2', 'first.xlsx Dependencies 2 3', 'later.xlsx Dependencies 3 4'])
    expect(newestSource(later.estate, later.estate.dependencies[1] ?? {})).toMatchObject({ fileName: 'later.xlsx', row: 2 })
  })

  it('is what was typed for an item that no workbook has named', () => {
    const items = [...first.estate.items, anItem('c', { name: 'Archive', effort: 3, notes: 'ours' })]
    const typed = { ...first, estate: { ...first.estate, items } }
    const theirs = importSheets(rawSheet('Applications', [['Id', 'Name', 'Effort'], ['a', 'Journal', 6], ['b', 'Portal', 5], ['c', 'Archive', 9]]))
    expect(written(compareImport(typed, theirs, { way: 'newer' }).rows)).toEqual(['changed a effort: 5 -> 6', '(not) changed c effort: 3 -> 9'])
  })
})

describe('Waves and move groups in a workbook over an open plan', () => {
  const sheet = (waves: readonly (number | null)[], group = 'Labs') => importSheets(
    rawSheet('Applications', [
      ['Id', 'Name', 'Move group', 'Wave'], ['a', 'Journal', 'Labs', waves[0] ?? null], ['b', 'Portal', group, waves[1] ?? null], ['c', 'Archive', null, waves[2] ?? null],
    ]),
    rawSheet('Waves', [['Wave'], [2], [9]]),
  )
  const plan = documentWithSources(sheet([9, 9, 9]))
  const otherwise = (imported: ReturnType<typeof sheet>) => {
    const { document, compared } = importOver(plan, imported, countingIds())
    expect([compared.rows, document]).toEqual([[], plan])
    return compared.otherPlaces
  }

  it('are shown and not taken, also where only one row of a group says so', () => {
    expect(otherwise(sheet([2, 9, 9]))).toEqual([{ field: 'wave', name: 'Labs', items: 1, before: 9, after: 2 }])
    expect(otherwise(sheet([9, 2, 9]))).toEqual([{ field: 'wave', name: 'Labs', items: 1, before: 9, after: 2 }])
    expect(otherwise(sheet([2, 2, 2]))).toEqual([
      { field: 'wave', name: 'Labs', items: 2, before: 9, after: 2 }, { field: 'wave', name: 'Archive', items: 1, before: 9, after: 2 },
    ])
    expect(otherwise(sheet([9, 9, 9], 'Wards'))).toEqual([{ field: 'moveGroup', name: 'Portal', items: 1, before: 'Labs', after: 'Wards' }])
  })

  it('say nothing where they are the same, or blank', () => {
    expect([otherwise(sheet([9, 9, 9])), otherwise(sheet([9, null, null])), otherwise(sheet([null, null, null]))]).toEqual([[], [], []])
  })

  it('are taken by a plan without waves, so that nothing stays', () => {
    const open = aPlan({ items: [anItem('a', { name: 'Journal' })] })
    expect(compareImport(open, sheet([2, 9, 9]), { way: 'newer' }).otherPlaces).toEqual([])
  })
})

describe('A dependency without a strength', () => {
  it('is hard where an application runs on what the plan knows to be a server, whatever file says so', () => {
    const mine = aPlan({ items: [anItem('a', { name: 'Journal' }), aServer('s', { name: 'srv1' })], dependencies: [] })
    const links = importSheets(rawSheet('Dependencies', [['From', 'To', 'Type'], ['Journal', 'srv1', 'runs on']]))
    const { rows } = compareImport(mine, links, { way: 'addition' })
    expect(rows.flatMap((row) => (row.kind === 'new-dependency' ? [[row.dependency.from, row.dependency.to, row.dependency.strength]] : []))).toEqual([['a', 's', 'hard']])
    const said = importSheets(rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength'], ['Journal', 'srv1', 'runs on', 'soft']]))
    expect(compareImport(mine, said, { way: 'addition' }).rows.flatMap((row) => ('dependency' in row ? [row.dependency.strength] : []))).toEqual(['soft'])
  })
})
