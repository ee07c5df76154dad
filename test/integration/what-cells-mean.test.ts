import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { importOver } from '@core/workbook/import-over'
import { evaluate } from '@core/violations/evaluate'
import { platformReleases } from '@core/plan/platform-release'
import { groupsOf, importSheets, violationsOf, waveNumberOf, type Sheets } from './sheets'

const apps = (...rows: (readonly (string | number | null)[])[]) => [['Id', 'Name', 'Wave', 'Effort'], ...rows]
const dependencies = (...rows: (readonly (string | number | null)[])[]) => [['From', 'To', 'Type', 'Strength', 'Order'], ...rows]

describe('ids', () => {
  it('are trimmed text, so that the number 12 is "12"', () => {
    const { document } = importSheets({ Applications: apps([12, 'Tolv'], ['  A ', 'Aa']), Dependencies: dependencies([' 12', 'A']) })
    expect(document.estate.items.map((item) => item.id)).toEqual(['12', 'A'])
    expect(document.estate.dependencies.map(({ from, to }) => [from, to])).toEqual([['12', 'A']])
  })
  it('tell upper from lower case', () => {
    expect(importSheets({ Applications: apps(['a', 'Small'], ['A', 'Large']) }).document.estate.items.map(({ id }) => id)).toEqual(['a', 'A'])
  })
  it('that are repeated are kept as id#2 with a finding', () => {
    const imported = importSheets({ Applications: apps(['A', 'One'], ['A', 'Two']) })
    expect(imported.document.estate.items.map(({ id, name }) => [id, name])).toEqual([['A', 'One'], ['A#2', 'Two']])
    expect(imported.findings.filter((finding) => finding.type === 'duplicate-id').map(({ sheet, row }) => [sheet, row])).toEqual([['Applications', 3]])
  })
})

describe('strength and order', () => {
  it('make an application hard on its server and a container hard on its content, the rest soft', () => {
    const imported = importSheets({
      Applications: apps(['A', 'App'], ['B', 'Bus'], ['C', 'Case']),
      Servers: [['Id', 'Name'], ['S', 'Srv']],
      Dependencies: [['From', 'To', 'Type'], ['A', 'S', 'runs on'], ['A', 'B', 'uses'], ['B', 'C', 'contains']],
    })
    expect(imported.document.estate.dependencies.map(({ strength }) => strength)).toEqual(['hard', 'soft', 'hard'])
    expect(groupsOf(imported)).toEqual(['A+S', 'B+C'])
  })
  it('put a hard dependency into one group whatever its order', () => {
    expect(groupsOf(importSheets({ Applications: apps(['A', 'A'], ['B', 'B']), Dependencies: dependencies(['A', 'B', 'uses', 'hard', 'any']) }))).toEqual(['A+B'])
  })
  it('want soft together in one wave, but not in one group', () => {
    const imported = importSheets({ Applications: apps(['A', 'A', 1], ['B', 'B', 2]), Dependencies: dependencies(['A', 'B', 'uses', 'soft', 'together']) })
    expect([groupsOf(imported), violationsOf(imported).length]).toEqual([['A', 'B'], 1])
  })
  it('want a provider that comes first no later than its consumer', () => {
    const plan = (consumer: number, provider: number) =>
      violationsOf(importSheets({ Applications: apps(['A', 'A', consumer], ['B', 'B', provider]), Dependencies: dependencies(['A', 'B', 'uses', 'soft', 'provider first']) }))
    expect([plan(2, 1), plan(1, 1), plan(1, 2)]).toEqual([[], [], ['order:A+B']])
  })
  it('make one group of a cycle of provider first, with a finding', () => {
    const imported = importSheets({
      Applications: apps(['A', 'A'], ['B', 'B'], ['C', 'C']),
      Dependencies: dependencies(['A', 'B', 'uses', 'soft', 'provider first'], ['B', 'A', 'uses', 'soft', 'provider first'], ['B', 'C', 'uses', 'soft', 'provider first']),
    })
    expect(groupsOf(imported)).toEqual(['A+B', 'C'])
    expect(imported.findings.some((finding) => /cycle/.test(finding.type))).toBe(true)
  })
  it('never join a cycle of calls', () => {
    expect(groupsOf(importSheets({ Applications: apps(['A', 'A'], ['B', 'B']), Dependencies: dependencies(['A', 'B', 'uses'], ['B', 'A', 'uses']) }))).toEqual(['A', 'B'])
  })
})

describe('platforms, what is retained and what is retired', () => {
  it('leave platforms and retained items without group and wave', () => {
    const imported = importSheets({
      Items: [['Id', 'Name', 'Kind', 'Disposition', 'Wave'], ['A', 'App', 'application', null, 1], ['R', 'Stays', 'application', 'retain', 1], ['P', 'Old', 'platform', null, 1]],
      Dependencies: dependencies(['A', 'P', 'runs on', 'hard', null], ['A', 'R', 'uses', 'hard', null]),
    })
    expect([groupsOf(imported), waveNumberOf(imported, 'R'), waveNumberOf(imported, 'P')]).toEqual([['A'], null, null])
  })
  it('count a dependency on a retained item as a bridge to the last wave', () => {
    const imported = importSheets({
      Items: [['Id', 'Name', 'Kind', 'Disposition', 'Wave'], ['A', 'App', 'application', null, 1], ['R', 'Stays', 'application', 'retain', null]],
      Dependencies: [['From', 'To', 'Type', 'Price per day'], ['A', 'R', 'uses', 10]],
      Waves: [['Wave', 'Start', 'End'], [1, '2027-03-01', '2027-03-31'], [2, '2027-04-01', '2027-04-30']],
    })
    const { count, price } = evaluate(imported.document).bridges
    expect(count).toBe(1)
    expect(price).toBeGreaterThanOrEqual(600)
    expect(price).toBeLessThanOrEqual(610)
  })
  it('let a retired item go no earlier than the last that needs it', () => {
    const plan = (retired: number) =>
      violationsOf(importSheets({ Items: [['Id', 'Name', 'Disposition', 'Wave'], ['A', 'App', null, 2], ['R', 'Gone', 'retire', retired]], Dependencies: dependencies(['A', 'R', 'uses', 'soft', null]) })).length
    expect([plan(1), plan(2), plan(3)]).toEqual([1, 0, 0])
  })
  it('say when a platform is free and what holds it up', () => {
    const imported = importSheets({
      Items: [['Id', 'Name', 'Kind', 'Wave'], ['A', 'App', 'application', 1], ['B', 'Bpp', 'application', 2], ['P', 'Old', 'platform', null]],
      Dependencies: dependencies(['A', 'P', 'runs on', null, null], ['B', 'P', 'runs on', null, null]),
      Waves: [['Wave', 'Start', 'End'], [1, '2027-03-01', '2027-03-31'], [2, '2027-04-01', '2027-04-30']],
    })
    const [release] = platformReleases(imported.document)
    expect([release?.platformId, release?.freeOn, release?.holders.map((holder) => holder.itemId)]).toEqual(['P', '2027-04-30', ['B']])
  })
})

describe('shared services', () => {
  const sheets = (wave: number): Sheets => ({
    Items: [['Id', 'Name', 'Shared service', 'Wave'], ['AD', 'Directory', 'yes', wave], ['A', 'App', null, 2], ['B', 'Bpp', null, 3]],
    Dependencies: dependencies(['A', 'AD', 'authenticates', 'hard', null], ['B', 'AD', 'authenticates', 'hard', null]),
  })
  it('stay out of the groups of those that need them', () => {
    expect(groupsOf(importSheets(sheets(1)))).toEqual(['A', 'AD', 'B'])
  })
  it('must come first', () => {
    expect([violationsOf(importSheets(sheets(1))), violationsOf(importSheets(sheets(2))), violationsOf(importSheets(sheets(3))).length]).toEqual([[], [], 1])
  })
})

describe('the Move group cell', () => {
  const sheets: Sheets = {
    Items: [['Id', 'Name', 'Move group', 'Wave'], ['A', 'App', 'North', 1], ['B', 'Bpp', 'South', 2], ['C', 'Cpp', 'South', 3]],
    Dependencies: dependencies(['A', 'B', 'uses', 'hard', null]),
  }
  it('wins over computation, and a hard dependency that it cuts is a violation', () => {
    const imported = importSheets(sheets)
    expect([groupsOf(imported), violationsOf(imported)]).toEqual([['A', 'B+C'], ['hard-dependency:A+B']])
  })
  it('with different waves among its members takes the first row, with a finding', () => {
    const imported = importSheets(sheets)
    expect([waveNumberOf(imported, 'C'), imported.findings.some((finding) => /wave/.test(finding.type))]).toEqual([2, true])
  })
})

describe('freezes, capacity and unplanned dates', () => {
  const frozen = (freezeEnd: string, site: string | null) =>
    violationsOf(
      importSheets({
        Items: [['Id', 'Name', 'Site', 'Wave'], ['A', 'App', 'Bergen', 1]],
        Waves: [['Wave', 'Start', 'End'], [1, '2027-07-01', '2027-07-31']],
        'Freeze windows': [['Name', 'Start', 'End', 'Site'], ['Summer', '2027-06-20', freezeEnd, site]],
      }),
    )
  it('break a wave only when no day of it is left outside the freezes of that scope', () => {
    expect([frozen('2027-07-31', null), frozen('2027-07-30', null), frozen('2027-07-31', 'Oslo'), frozen('2027-07-31', 'Bergen')]).toEqual([['freeze:A'], [], [], ['freeze:A']])
  })
  it('count a missing effort as 1, with one finding, and break a given capacity', () => {
    const imported = importSheets({ Applications: [['Id', 'Name', 'Wave'], ['A', 'A', 1], ['B', 'B', 1], ['C', 'C', 1]], Waves: [['Wave', 'Capacity'], [1, 2]] })
    expect(violationsOf(imported).map((violation) => violation.split(':')[0])).toEqual(['capacity'])
    expect(imported.findings.filter((finding) => /effort/.test(finding.type))).toHaveLength(1)
  })
  it('say that undated waves are not checked', () => {
    const { document } = importSheets({ Applications: apps(['A', 'A', 1]), 'Freeze windows': [['Name', 'Start', 'End'], ['All', '2027-01-01', '2027-12-31']] })
    expect([evaluate(document).hard, evaluate(document).notices.map(({ type }) => type)]).toEqual([0, ['undated-waves']])
  })
  it('count a bridge between undated waves as 30 days a wave at a price of 1', () => {
    const { document } = importSheets({ Applications: apps(['A', 'A', 1], ['B', 'B', 3]), Dependencies: dependencies(['A', 'B', 'uses', null, null]), Waves: [['Wave'], [1], [2], [3]] })
    expect(evaluate(document).bridges).toEqual({ count: 1, price: 90 })
  })
})

describe('a workbook in Norwegian', () => {
  it('means the same', () => {
    const imported = importSheets({
      Applikasjoner: [['ID', 'Navn', 'Helseforetak', 'Kritikalitet', 'Innsats (dagsverk)', 'Fellestjeneste', 'Tiltak'], ['J', 'Journal', 'Helse Nord', 4, '12,5', 'nei', 'beholde']],
      Avhengigheter: [['Fra', 'Til', 'Styrke'], ['J', 'L', 'hard']],
      Servere: [['ID', 'Navn'], ['L', 'Lab']],
    })
    expect(imported.document.estate.items).toEqual([
      { id: 'J', name: 'Journal', kind: 'application', organisation: 'Helse Nord', criticality: 4, effort: 12.5, sharedService: false, disposition: 'retain' },
      { id: 'L', name: 'Lab', kind: 'server' },
    ])
  })
})

describe('a second import over an open plan', () => {
  it('keeps group, wave and rules of what it finds again by id, or by kind and name', () => {
    const first = importSheets({
      Items: [['Id', 'Name', 'Wave'], ['A', 'App', 2], [null, 'Nameless', 1], ['X', 'Gone', 1]],
      Rules: [['Type', 'Items', 'Wave'], ['pin', 'A', 2]],
    })
    const second = importSheets({ Items: [['Id', 'Name', 'Effort'], ['A', 'App renamed', 5], ['N1', 'Nameless', 3], ['Z', 'New', 1]] })
    const { document } = importOver(first.document, second, countingIds())
    const over = { ...second, document }
    expect(document.estate.items.map(({ name }) => name)).toEqual(['App renamed', 'Nameless', 'Gone', 'New'])
    expect(document.estate.items.map((item) => waveNumberOf(over, item.id))).toEqual([2, 1, 1, null])
    expect(document.scenarios[0]?.rules.map(({ type, wave }) => [type, wave])).toEqual([['pin', 2]])
  })
})
