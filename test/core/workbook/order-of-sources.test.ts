import { describe, expect, it } from 'vitest'
import { sourceOfField } from '@core/estate/source'
import { countingIds, type NewId } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { editDependency, editItems } from '@core/plan/commands'
import type { PlanDocument } from '@core/plan/plan-document'
import { acceptImport } from '@core/workbook/accept-import'
import { compareImport, type ImportWay } from '@core/workbook/compare-import'
import { dependencyEdits } from '@core/workbook/dependency-edits'
import { importOver } from '@core/workbook/import-over'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { RawCell } from '@core/workbook/raw-workbook'
import { documentWithSources } from '@core/workbook/sources'
import { suggestedWay } from '@core/workbook/suggested-way'
import { groupWith } from '@test/builders/a-plan'
import { importFile, rawSheet } from './raw-builders'

type Cells = readonly RawCell[]

const calls = (...rows: readonly Cells[]) => importFile('calls.xlsx', rawSheet('Dependencies', [['From', 'To', 'Type'], ...rows]))
const servers = (...rows: readonly Cells[]) => importFile('servers.xlsx', rawSheet('Servers', [['Id', 'Name', 'Site'], ...rows]))
const applications = (...rows: readonly Cells[]) => importFile('portfolio.xlsx', rawSheet('Applications', [['Id', 'Name', 'Owner', 'Site'], ...rows]))

const freshIds = (): NewId => {
  const count = countingIds()
  return (prefix) => count(`fresh-${prefix}`)
}

const over = (plan: PlanDocument, imported: ImportedWorkbook, way: ImportWay = suggestedWay(plan.estate, imported)): PlanDocument =>
  importOver(plan, imported, freshIds(), { way }).document

const items = ({ estate }: PlanDocument) => estate.items.map(({ id, name, kind }) => `${id} = ${kind} ${name}`)
const strengths = ({ estate }: PlanDocument) => estate.dependencies.map(({ from, to, type, strength }) => `${from} ${type} ${to}: ${strength}`)

/** `field: before -> after`, with marks for what is not suggested and what is said to be edited. */
const offers = (plan: PlanDocument, imported: ImportedWorkbook, way: ImportWay = suggestedWay(plan.estate, imported)): readonly string[] =>
  compareImport(plan, imported, { way }).rows.map((row) =>
    `${row.suggested ? '' : '(not) '}${row.edited ? '(edited) ' : ''}${row.kind}${'field' in row ? ` ${row.field}: ${String(row.before ?? '')} -> ${String(row.after ?? '')}` : ''}`)

const origin = ({ estate }: PlanDocument, name: string, field: string): string => {
  const item = estate.items.find((one) => one.name === name)
  const source = item ? sourceOfField(estate, item, field) : null
  return source ? `${source.fileName} ${source.sheet} ${source.row} ${source.column}` : 'nobody'
}

describe('An inventory after a dependency export', () => {
  const first = documentWithSources(calls(['Journal', 'srv1', 'Runs on'], ['Journal', 'Directory', 'Uses']))
  const machines = servers(['S-17', 'srv1', 'Oslo'])

  it('describes the items that the export names: they keep their ids, and get their kind and values', () => {
    expect(offers(first, machines)).toEqual(['changed kind: application -> server', 'filled site:  -> Oslo', 'changed-dependency strength: soft -> hard'])
    const plan = over(first, machines)
    expect(items(plan)).toEqual(['application:Journal = application Journal', 'application:srv1 = server srv1', 'application:Directory = application Directory'])
    expect([origin(plan, 'srv1', 'name'), origin(plan, 'srv1', 'site'), origin(plan, 'Journal', 'name')]).toEqual(['servers.xlsx Servers 2 1', 'servers.xlsx Servers 2 2', 'nobody'])
  })

  it('makes hard what nobody called soft, now that an application is known to run on a server', () => {
    const plan = over(first, machines)
    expect(strengths(plan)).toEqual(['application:Journal runs-on application:srv1: hard', 'application:Journal uses application:Directory: soft'])
    expect(groupWith(plan, 'application:srv1').itemIds).toEqual(['application:Journal', 'application:srv1'])
  })

  it('leaves the strength that the export says, and the one that was set here', () => {
    const said = (strength: string | null) => documentWithSources(importFile('calls.xlsx', rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength'], ['Journal', 'srv1', 'Runs on', strength]])))
    const both = importFile('both.xlsx', rawSheet('Servers', [['Name'], ['srv1']]), rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength'], ['Journal', 'srv1', 'Runs on', 'Soft']]))
    expect(offers(said('Hard'), both)).toEqual(['changed kind: application -> server', '(not) changed-dependency strength: hard -> soft'])
    expect(offers(said(null), both)).toEqual(['changed kind: application -> server'])
    expect(offers(said('Soft'), machines)).not.toContain('changed-dependency strength: soft -> hard')
    expect(offers(said(null), machines)).toContain('changed-dependency strength: soft -> hard')
    const change = editDependency(first, 'application:Journal>application:srv1', { strength: 'hard' }, countingIds())
    const { document, inverse } = applyChange(first, change)
    const isDependencyEdited = dependencyEdits({ done: [{ label: { key: 'x' }, change, inverse }], undone: [] })
    const platforms = importFile('platforms.xlsx', rawSheet('Platforms', [['Name'], ['srv1']]))
    expect(compareImport(document, platforms, { way: 'addition', isDependencyEdited }).rows.map(({ key }) => key)).toEqual(['kind application:srv1'])
  })

  it('takes no blank cell of another source for a strength, and a blank one of a newer edition for none any longer', () => {
    const inventory = rawSheet('Items', [['Name', 'Kind'], ['Journal', 'Application'], ['srv1', 'Server'], ['db1', 'Database']])
    const said = (...cells: Cells) => importFile('all.xlsx', inventory, rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength'], ['Journal', 'srv1', 'Runs on', cells[0] ?? null], ['Journal', 'db1', 'Runs on', cells[1] ?? null]]))
    const plan = documentWithSources(said('Soft', 'Hard'))
    expect([offers(plan, said(), 'addition'), offers(plan, said(), 'newer')]).toEqual([[], ['changed-dependency strength: soft -> hard', 'changed-dependency strength: hard -> soft']])
    const alone = importFile('calls.xlsx', rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength'], ['Journal', 'srv1', 'Runs on', null], ['Journal', 'db1', 'Runs on', null]]))
    expect(offers(documentWithSources(said('Hard', 'Soft')), alone, 'newer').filter((row) => row.includes('strength'))).toEqual([])
    expect(offers(documentWithSources(said()), said('Soft', 'Soft'), 'addition')).toEqual(['changed-dependency strength: hard -> soft'])
  })

  it('is another source, however much of it the export names, and nothing looks gone', () => {
    const both = servers(['S-17', 'srv1', 'Oslo'], ['S-18', 'Directory', 'Oslo'])
    expect(suggestedWay(first.estate, both)).toBe('addition')
    const beside = over(first, applications(['A1', 'Meals', null, null]))
    for (const open of [first, beside]) expect(offers(open, machines, 'newer').filter((row) => row.includes('gone'))).toEqual([])
    expect(offers(beside, both, 'newer').filter((row) => row.includes('gone'))).toEqual([])
    const plan = over(first, both)
    expect(suggestedWay(plan.estate, applications(['A1', 'Journal', 'Kari', null]))).toBe('addition')
    expect(suggestedWay(plan.estate, servers(['S-17', 'srv1', 'Bergen']))).toBe('newer')
  })

  it('is what its own newer edition takes the place of, and a newer edition of the export is what the export does', () => {
    const gone = (plan: PlanDocument, newer: ImportedWorkbook) => compareImport(plan, newer, { way: 'newer' }).rows.flatMap((row) => (row.kind === 'gone-item' ? row.item.name : []))
    const plan = over(over(first, servers(['S-17', 'srv1', 'Oslo'], ['S-18', 'srv2', 'Oslo'], ['S-19', 'srv3', 'Oslo'])), applications(['A1', 'Meals', null, null], ['A2', 'Payroll', null, null]))
    const intake = (...rows: readonly Cells[]) => importFile('intake.xlsx', rawSheet('Intake', [['server_name', 'server_os_family', 'app_name'], ...rows]))
    expect(gone(plan, intake(['srv1', null, 'Meals'], ['srv2', null, 'Meals']))).toEqual(['srv3'])
    expect(gone(plan, importFile('calls in spring.xlsx', rawSheet('Dependencies', [['From', 'To'], ['Journal', 'srv1']])))).toEqual(['Directory'])
  })

  it('knows its items by the id that the export calls them, by host name, and by a name in other letters', () => {
    const plan = over(documentWithSources(calls(['S-17', 'DB01.helse.example', 'Uses'], ['S-17', 'Old mail', 'Uses'])), servers(['S-17', 'srv1', null], ['S-18', 'db01', null], ['S-19', 'old MAIL', null]))
    expect(items(plan)).toEqual(['application:S-17 = server srv1', 'application:DB01.helse.example = server db01', 'application:Old mail = server old MAIL'])
  })

  it('leaves the kind that was set here, and asks before it changes a name that was', () => {
    const edited = applyChange(first, editItems(first, ['application:srv1'], { kind: 'database', name: 'Our database' }, countingIds())).document
    expect(offers(edited, machines)).toEqual(['new-item'])
    const database = applyChange(first, editItems(first, ['application:srv1'], { kind: 'database' }, countingIds())).document
    expect(offers(database, machines)).toEqual(['new-item'])
    const renamed = applyChange(first, editItems(first, ['application:srv1'], { kind: 'server', name: 'srv1' }, countingIds())).document
    expect(offers(renamed, machines)).toEqual(['filled site:  -> Oslo'])
  })

  it('does not take an item of the same name for one that is described already, though both ids would be the same', () => {
    const plan = over(over(first, servers([null, 'Journal', 'Oslo'])), applications([null, 'Journal', 'Kari', null]), 'addition')
    expect(items(plan)).toEqual([
      'application:Journal = server Journal', 'application:srv1 = application srv1', 'application:Directory = application Directory', 'application:Journal#2 = application Journal',
    ])
  })

  it('leaves it open which of two items of that name is meant', () => {
    const two = importFile('two.xlsx', rawSheet('Items', [['Name', 'Kind'], ['srv1', 'Server'], ['srv1', 'Database']]))
    expect(items(over(first, two)).filter((item) => item.endsWith('srv1'))).toEqual(['application:srv1 = application srv1', 'server:srv1 = server srv1', 'database:srv1 = database srv1'])
  })

  it('that says no more than the name describes the item, too', () => {
    const named = importFile('named.xlsx', rawSheet('Applications', [['Name'], ['Directory']]))
    expect(offers(first, named)).toEqual([])
    const plan = over(first, named)
    expect(origin(plan, 'Directory', 'name')).toBe('named.xlsx Applications 2 0')
    expect(items(over(plan, servers([null, 'Directory', null]))).filter((item) => item.endsWith('Directory'))).toEqual(['application:Directory = application Directory', 'server:Directory = server Directory'])
  })

  it('leaves all as it is where all that it offers is declined', () => {
    const both = importFile('both.xlsx', rawSheet('Applications', [['Name', 'Owner'], ['Directory', null], ['Journal', 'Kari']]))
    expect(acceptImport(compareImport(first, both, { way: 'addition' }), () => false, freshIds())).toBe(first)
  })

  it('takes its kinds back where the planner declines them', () => {
    const declined = acceptImport(compareImport(first, machines, { way: 'addition' }), (row) => row.key === 'site application:srv1', freshIds())
    expect(items(declined)[1]).toBe('application:srv1 = application srv1')
    expect([origin(declined, 'srv1', 'site'), strengths(declined)[0]]).toEqual(['servers.xlsx Servers 2 2', 'application:Journal runs-on application:srv1: soft'])
  })
})

describe('A dependency whose end no file knew', () => {
  const portfolio = importFile('portfolio.xlsx',
    rawSheet('Applications', [['Id', 'Name'], ['A1', 'Journal']]),
    rawSheet('Dependencies', [['From', 'To', 'Type', 'Notes'], ['Journal', 'srv1', 'Runs on', 'by night'], ['Journal', 'Nowhere', 'Uses', null]]),
  )
  const machines = servers(['S-17', 'srv1', 'Oslo'])

  it('is found when another file describes it, hard as if it had been known, and still knows its cells', () => {
    const first = documentWithSources(portfolio)
    expect(offers(first, machines)).toEqual(['new-item', 'new-dependency'])
    const [late, early] = [over(first, machines), over(documentWithSources(machines), portfolio)]
    for (const plan of [late, early]) {
      expect(strengths(plan)).toEqual(['A1 runs-on S-17: hard'])
      expect(plan.estate.unresolved.map(({ toText }) => toText)).toEqual(['Nowhere'])
      const [dependency] = plan.estate.dependencies
      expect(dependency && sourceOfField(plan.estate, dependency, 'notes')).toMatchObject({ fileName: 'portfolio.xlsx', sheet: 'Dependencies', row: 2, column: 3 })
    }
  })

  it('is one with what the other file says of the same two, and is found by the id of an item in a third', () => {
    const list = importFile('portfolio.xlsx',
      rawSheet('Applications', [['Id', 'Name'], ['A1', 'Journal'], ['A2', 'Portal']]),
      rawSheet('Dependencies', [['From', 'To', 'Strength', 'Notes'], ['srv1', 'esx1', 'Hard', 'rack 7'], ['A2', 'srv1', 'Soft', null]]),
    )
    const machines = importFile('rvtools.xlsx', rawSheet('vInfo', [['VM', 'Powerstate', 'CPUs', 'Memory', 'Disks', 'Host'], ['srv1', null, null, null, null, 'esx1']]))
    const export1 = calls(['Portal', 'Journal', 'Uses'])
    const said = ({ estate }: PlanDocument) => estate.dependencies.map(({ from, to, type, strength, notes }) =>
      [from, to].map((id) => estate.items.find((item) => item.id === id)?.name).join(' ') + ` ${type} ${strength} ${notes ?? ''}`).sort()
    const first = over(over(documentWithSources(export1), list), machines)
    expect(said(first)).toEqual(['Portal Journal uses soft ', 'Portal srv1 uses soft ', 'srv1 esx1 runs-on hard rack 7'])
    expect(first.estate.unresolved).toEqual([])
    expect(said(over(over(documentWithSources(machines), list), export1))).toEqual(said(first))
  })

  it('stays as it was written where the planner does not take it', () => {
    const first = documentWithSources(portfolio)
    const without = acceptImport(compareImport(first, machines, { way: 'addition' }), ({ kind }) => kind === 'new-item', freshIds())
    expect([strengths(without), without.estate.unresolved]).toEqual([[], first.estate.unresolved])
    expect(offers(without, calls(['srv1', 'Meals', 'Uses']))).toEqual(['new-item', 'new-dependency', 'new-dependency'])
  })
})

describe('A newer edition of a list with ends that nothing had', () => {
  it('takes the place of them', () => {
    const list = (...rows: readonly Cells[]) => importFile('list.xlsx', rawSheet('Servers', [['Name'], ['srv1'], ['srv2'], ...rows.map(([, to]) => [to ?? null]).slice(1)]), rawSheet('Dependencies', [['From', 'To'], rows[0] ?? []]))
    const plan = documentWithSources(list(['srv1', 'srv3']))
    expect(plan.estate.unresolved).toHaveLength(1)
    expect(over(plan, list(['srv1', 'srv2'], [null, 'srv3']), 'newer').estate.dependencies.map(({ to }) => to)).toEqual(['server:srv2'])
  })
})

describe('A column that names other items', () => {
  const machines = importFile('rvtools.xlsx', rawSheet('vInfo', [['VM', 'Powerstate', 'CPUs', 'Memory', 'Disks', 'Host'], ['srv1', null, null, null, null, 'esx1']]))

  it('says their kind and that something runs on them, whichever came first', () => {
    const export1 = importFile('calls.xlsx', rawSheet('Dependencies', [['From', 'To'], ['srv1', 'esx1'], ['Journal', 'srv1']]))
    const [late, early] = [over(documentWithSources(export1), machines), over(documentWithSources(machines), export1)]
    const said = (plan: PlanDocument) => plan.estate.items.map(({ name, kind }) => `${kind} ${name}`).sort()
    expect(said(late)).toEqual(['application Journal', 'platform esx1', 'server srv1'])
    expect(said(early)).toEqual(said(late))
    expect([late, early].map(({ estate }) => estate.dependencies.map(({ type }) => type).sort())).toEqual([['runs-on', 'uses'], ['runs-on', 'uses']])
  })
})

describe('A kind that a column says', () => {
  const hosts = importFile('rvtools.xlsx', rawSheet('vInfo', [['VM', 'Powerstate', 'CPUs', 'Memory', 'Disks', 'Host'], ['srv1', null, null, null, null, 'esx1']]))
  const intake = (server: string, application: string) => importFile('intake.xlsx', rawSheet('Intake', [['server_name', 'server_os_family', 'app_name'], [server, null, application]]))

  it('stays where another column says another, and where a row says it', () => {
    expect(items(over(documentWithSources(hosts), intake('srv2', 'esx1')))).toContain('platform:esx1 = platform esx1')
    const named = documentWithSources(calls(['srv1', 'esx1', 'Uses']))
    const service = applyChange(named, editItems(named, ['application:esx1'], { kind: 'service' }, countingIds())).document
    expect(items(over(service, hosts))).toContain('application:esx1 = service esx1')
    expect(items(over(documentWithSources(servers(['S-1', 'esx1', null], ['S-2', 'x', null], ['S-3', 'y', null])), hosts))).toContain('S-1 = server esx1')
  })

  it('is not taken for that of another of the same name, where two are named', () => {
    const two = over(documentWithSources(importFile('rvtools.xlsx',
      rawSheet('vInfo', [['VM', 'Powerstate', 'CPUs', 'Memory', 'Disks', 'Host', 'Cluster'], ['srv1', null, null, null, null, 'esx1', null]]),
      rawSheet('Intake', [['server_name', 'server_os_family', 'app_name'], ['srv2', null, 'esx1']]))), importFile('databases.xlsx', rawSheet('Items', [['Name', 'Kind'], ['esx1', 'Database']])))
    expect(items(two).filter((item) => item.endsWith('esx1')).sort()).toEqual(['application:esx1 = application esx1', 'database:esx1 = database esx1', 'platform:esx1 = platform esx1'])
  })

  it('makes hard what a list named before the server was known, unless that says soft', () => {
    const list = (strength: string | null) => documentWithSources(importFile('portfolio.xlsx', rawSheet('Applications', [['Id', 'Name'], ['A1', 'Journal']]),
      rawSheet('Dependencies', [['From', 'To', 'Strength'], ['Journal', 'srv1', strength]])))
    expect([list(null), list('Soft')].map((plan) => strengths(over(plan, intake('srv1', 'Journal'), 'addition'))))
      .toEqual([['A1 runs-on server:srv1: hard'], ['A1 runs-on server:srv1: soft']])
  })

  it('makes hard what was only said to be used, where nobody had said how', () => {
    const known = over(documentWithSources(applications(['A1', 'Journal', null, null])), servers(['S-1', 'srv1', null], ['S-2', 'x', null], ['S-3', 'y', null]))
    const plan = over(known, importFile('calls.xlsx', rawSheet('Dependencies', [['From', 'To'], ['Journal', 'srv1']])))
    expect(strengths(over(plan, intake('srv1', 'Journal')))).toEqual(['A1 runs-on S-1: hard'])
  })
})

describe('Where a value is from', () => {
  const portfolio = documentWithSources(applications(['A1', 'Journal', 'Kari', 'Oslo'], ['A2', 'Portal', null, null]))
  const other = (site: string) => importFile('other.xlsx', rawSheet('Applications', [['Name', 'Site', 'Team'], ['Journal', site, 'Blue']]))

  it('stays the first cell that said it, though another source says the same', () => {
    const plan = over(portfolio, other('Oslo'), 'addition')
    expect(['name', 'site', 'team'].map((field) => origin(plan, 'Journal', field))).toEqual(['portfolio.xlsx Applications 2 1', 'portfolio.xlsx Applications 2 3', 'other.xlsx Applications 2 2'])
  })

  it('stays the planner, though a source agrees', () => {
    const typed = applyChange(portfolio, editItems(portfolio, ['A1'], { site: 'Bergen' }, countingIds())).document
    const plan = over(typed, other('Bergen'), 'addition')
    expect(origin(plan, 'Journal', 'site')).toBe('nobody')
    expect(offers(plan, applications(['A1', 'Journal', 'Kari', 'Oslo'], ['A2', 'Portal', null, null]))).toEqual(['(not) (edited) changed site: Bergen -> Oslo'])
  })

  it('is no edit: what another source says otherwise, or has filled in, a newer edition changes as before', () => {
    const plan = over(portfolio, other('Bergen'), 'addition')
    expect(plan.estate.items[0]).toMatchObject({ site: 'Oslo', team: 'Blue' })
    expect(offers(plan, applications(['A1', 'Journal', 'Kari', 'Tromsø'], ['A2', 'Portal', null, null]))).toEqual(['changed site: Oslo -> Tromsø'])
    const inventory = (team: string | null, owner: string) => importFile('portfolio.xlsx', rawSheet('Applications', [['Id', 'Name', 'Owner', 'Team'], ['A1', 'Journal', owner, team], ['A2', 'Portal', null, null]]))
    const next = over(plan, inventory(null, 'Ola'))
    expect([next.estate.items[0]?.team, origin(next, 'Journal', 'team')]).toEqual(['Blue', 'other.xlsx Applications 2 2'])
    expect(offers(next, inventory('Red', 'Ola'))).toEqual(['changed team: Blue -> Red'])
  })

  it('is the planner where a newer edition was declined, in every edition after it', () => {
    const edition = (fileName: string, owner: string, site: string) => importFile(fileName, rawSheet('Applications', [['Id', 'Name', 'Owner', 'Site'], ['A1', 'Journal', owner, site], ['A2', 'Portal', null, null]]))
    const spring = acceptImport(compareImport(portfolio, edition('spring.xlsx', 'Ola', 'Bergen'), { way: 'newer' }), ({ key }) => key === 'site A1', freshIds())
    expect(origin(spring, 'Journal', 'owner')).toBe('portfolio.xlsx Applications 2 2')
    expect(offers(spring, edition('summer.xlsx', 'Ola', 'Tromsø'))).toEqual(['changed site: Bergen -> Tromsø', '(not) (edited) changed owner: Kari -> Ola'])
    const autumn = over(spring, edition('autumn.xlsx', 'Kari', 'Narvik'))
    expect(offers(autumn, edition('winter.xlsx', 'Ola', 'Narvik'))).toEqual(['changed owner: Kari -> Ola'])
  })
})
