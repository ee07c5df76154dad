import { describe, expect, it } from 'vitest'
import { activeScenario } from '@core/plan/plan-document'
import { newestSource, sourceOfField } from '@core/estate/source'
import { documentWithSources } from '@core/workbook/sources'
import { findingsOf, importSheets, rawSheet } from './raw-builders'

const itemsOf = (imported: ReturnType<typeof importSheets>) => imported.document.estate.items
const scenarioOf = (imported: ReturnType<typeof importSheets>) => activeScenario(imported.document)

describe('Rows of one item', () => {
  const imported = importSheets(rawSheet('Servers', [
    ['Id', 'Name', 'Owner', 'Effort', 'Rack'],
    ['s1', 'web', '', 3, 'R1'], ['', '', 'Kari', 4, 'R1'], ['', '', 'Ola', 'x', 'R2'], ['', '', 'Kari', 3, ''],
  ]))

  it('fill in what the first leaves blank, and what they say otherwise is kept beside it', () => {
    expect(itemsOf(imported)).toEqual([{
      id: 's1', name: 'web', kind: 'server', owner: 'Kari', effort: 3,
      extra: [['Rack', 'R1'], ['Effort (as written)', 4], ['Owner (as written)', 'Ola'], ['Rack', 'R2'], ['Effort (as written)', 'x']],
    }])
    expect(findingsOf(imported)).toEqual(['warning unreadable-number Servers D4', 'note keys-filled-down Servers'])
  })

  it('are each known as the place of what they said', () => {
    const { estate } = documentWithSources(imported)
    const rows = ['owner', 'effort'].map((field) => estate.items[0] && sourceOfField(estate, estate.items[0], field)?.row)
    expect(rows).toEqual([3, 2])
  })

  it('are the place of a column without a field, too', () => {
    const sheet = rawSheet('Servers', [['Id', 'Name', 'Zone', 'Rack'], ['s1', 'web', '', ''], ['', '', 'inner', ''], ['', '', '', 'R2'], ['', '', 'outer', '']])
    const { estate } = documentWithSources(importSheets(sheet))
    const rows = ['extra:Zone', 'extra:Rack'].map((field) => estate.items[0] && sourceOfField(estate, estate.items[0], field)?.row)
    expect(rows).toEqual([3, 4])
  })
})

describe('What no row says', () => {
  it('is said once for a sheet without such a column, and not for every row', () => {
    const imported = importSheets(rawSheet('Ark1', [['Id', 'Organisation', 'Owner', 'Name'], ['1', 'HF', 'Kari', 'a'], ['2', 'HF', 'Ola', 'b'], ['3', 'HF', '', 'c']]))
    expect(findingsOf(imported)).toEqual(['warning kinds-unsaid Ark1 1'])
    expect(findingsOf(importSheets(rawSheet('Servers', [['Id', 'Owner'], ['1', 'Kari'], ['2', 'Ola']])))).toEqual(['note names-unsaid Servers 1'])
  })
})

describe('Headings and sheets', () => {
  it('are understood in Norwegian, Swedish and Danish, whatever their case, accents and punctuation', () => {
    const norwegian = importSheets(rawSheet('Applikasjoner', [
      ['ID', 'NAVN *', 'Helseforetak', 'Tjenesteområde', 'Slutt på støtte', 'Innsats (dagsverk)', 'Fellestjeneste'],
      ['a', 'Journal', 'Ahus', 'Klinisk', '1.3.2027', '2,5', 'Ja'],
    ]))
    const swedish = importSheets(rawSheet('SERVRAR', [['Id', 'Namn', 'Miljö', 'Ägare'], ['a', 'srv1', 'Prod', 'Åsa']]))
    const danish = importSheets(rawSheet('Enheder', [['Id', 'Navn', 'Antal', 'Leverandør'], ['a', 'Pumper', '1.200', 'Med A/S']]))
    expect(itemsOf(norwegian)).toEqual([{
      id: 'a', name: 'Journal', kind: 'application', organisation: 'Ahus', serviceArea: 'Klinisk', endOfSupport: '2027-03-01',
      effort: 2.5, sharedService: true,
    }])
    expect(itemsOf(swedish)).toEqual([{ id: 'a', name: 'srv1', kind: 'server', environment: 'Prod', owner: 'Åsa' }])
    expect(itemsOf(danish)).toEqual([{ id: 'a', name: 'Pumper', kind: 'device-class', count: 1200, supplier: 'Med A/S' }])
  })

  it('are found on row 10, under titles', () => {
    const imported = importSheets(rawSheet('Applications', [['Estate of the region'], null, ['Made by Kari', null, 'v3']], {}), rawSheet('Servers', [
      ['Servers of the region'], null, null, null, null, null, null, null, null, ['Id', 'Name'], ['s', 'srv1'],
    ]))
    expect(itemsOf(imported)).toEqual([{ id: 's', name: 'srv1', kind: 'server' }])
    expect(imported.sheets.map(({ name, role, headerRow, rows }) => ({ name, role, headerRow, rows }))).toEqual([
      { name: 'Applications', role: 'kept', headerRow: null, rows: 2 },
      { name: 'Servers', role: 'items', headerRow: 10, rows: 1 },
    ])
    expect(findingsOf(imported)).toEqual(['error missing-heading Applications'])
  })

  it('that we do not know are kept', () => {
    const imported = importSheets(
      rawSheet('Items', [['Id', 'Name', 'Kind', 'Rack', '__proto__', null], ['a', 'A', 'Server', 'R1', 'x', 7]]),
      rawSheet('Kontakter', [['Hvem', 'Telefon'], null, ['Kari', 22]]),
    )
    expect(itemsOf(imported)).toEqual([
      { id: 'a', name: 'A', kind: 'server', extra: [['Rack', 'R1'], ['__proto__', 'x'], ['Column F', 7]] },
    ])
    expect(imported.document.estate.extraSheets).toEqual([{ name: 'Kontakter', rows: [['Hvem', 'Telefon'], [], ['Kari', 22]] }])
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it('without any row below them make nothing, however many rows are declared', () => {
    const imported = importSheets(rawSheet('Applications', [['Id', 'Name']], { declaredRows: 1000 }), rawSheet('Servers', [], { declaredRows: 3503 }))
    expect(itemsOf(imported)).toEqual([])
    expect(findingsOf(imported)).toEqual(['note no-data-rows Applications', 'note no-data-rows Servers', 'error no-items Applications'])
  })
})

describe('Rows of items', () => {
  it('keep both of two that have the same id', () => {
    const imported = importSheets(rawSheet('Applications', [['Id', 'Name'], [12, 'A'], ['12', 'B'], [' 12 ', 'C']]))
    expect(itemsOf(imported).map((item) => item.id)).toEqual(['12', '12#2', '12#3'])
    expect(findingsOf(imported)).toEqual(['error duplicate-id Applications A3', 'error duplicate-id Applications A4'])
  })

  it('get an id of their kind and name where they have none', () => {
    const imported = importSheets(rawSheet('Servers', [['Name'], ['web'], ['web']]))
    expect(itemsOf(imported).map((item) => item.id)).toEqual(['server:web', 'server:web#2'])
    expect(findingsOf(imported)).toEqual(['warning duplicate-name Servers A3'])
  })

  it('are named after their id, or kept on an extra sheet, where the name is missing', () => {
    const imported = importSheets(rawSheet('Servers', [['Id', 'Name', 'Owner'], ['s1', ' ', 'Kari'], [null, null, 'Ola'], [' ', '']]))
    expect(itemsOf(imported)).toEqual([{ id: 's1', name: 's1', kind: 'server', owner: 'Kari' }])
    expect(imported.document.estate.extraSheets).toEqual([
      { name: 'Servers - not taken', rows: [['Id', 'Name', 'Owner'], [null, null, 'Ola']] },
    ])
    expect(findingsOf(imported)).toEqual(['warning missing-name Servers B2', 'error nothing-to-name Servers B3'])
  })

  it('keep as it is written what cannot be read', () => {
    const imported = importSheets(rawSheet('Items', [
      ['Id', 'Name', 'Kind', 'Criticality', 'End of support', 'Effort', 'Disposition'],
      ['a', 'A', 'Gizmo', 9, 'soon', 'a lot', 'Explode'],
    ]))
    expect(itemsOf(imported)).toEqual([{
      id: 'a', name: 'A', kind: 'application', extra: [
        ['Kind (as written)', 'Gizmo'], ['Criticality (as written)', 9], ['Disposition (as written)', 'Explode'],
        ['End of support (as written)', 'soon'], ['Effort (as written)', 'a lot'],
      ],
    }])
    expect(findingsOf(imported)).toEqual([
      'warning unknown-kind Items C2', 'warning unknown-value Items D2', 'warning unknown-value Items G2',
      'warning unreadable-date Items E2', 'warning unreadable-number Items F2',
    ])
  })

  it('say which cells hold formulas', () => {
    const formulas = [{ row: 2, column: 2, hasValue: true }, { row: 3, column: 2, hasValue: false }]
    const imported = importSheets(rawSheet('Servers', [['Id', 'Name', 'Effort'], ['a', 'A', 3], ['b', 'B']], { formulas }))
    expect(findingsOf(imported)).toEqual(['note formula Servers C2', 'warning formula-without-value Servers C3'])
  })

  it('count a missing effort once', () => {
    const imported = importSheets(rawSheet('Servers', [['Id', 'Name', 'Effort'], ['a', 'A', 3], ['b', 'B'], ['c', 'C']]))
    expect(imported.findings).toEqual([
      { type: 'effort-missing', severity: 'note', sheet: 'Servers', row: 3, cell: 'C3', params: { count: 2 } },
    ])
  })
})

describe('Dependencies', () => {
  const items = rawSheet('Items', [
    ['Id', 'Name', 'Kind'], ['a', 'Journal', 'Application'], ['s', 'srv1', 'Server'], ['x', 'Twin', 'Server'], ['y', 'Twin', 'Server'],
  ])

  it('go by id or by a name that only one item has, and are hard where DESIGN says so', () => {
    const imported = importSheets(items, rawSheet('Avhengigheter', [
      ['Fra', 'Til', 'Type', 'Styrke', 'Rekkefølge', 'Maks forsinkelse (ms)'],
      ['a', 'srv1', 'Kjører på'], ['Journal', 's', 'Bruker', 'Hard', 'Tilbyder først', '12,5'], ['a', 'x'], ['s', 'a', 'contains'],
    ]))
    const { estate } = imported.document
    expect(estate.dependencies.map(({ sources: _sources, ...row }) => row)).toEqual([
      { id: 'a>s', from: 'a', to: 's', type: 'runs-on', strength: 'hard', order: 'any' },
      { id: 'a>s#2', from: 'a', to: 's', type: 'uses', strength: 'hard', order: 'provider-first', maxLatencyMs: 12.5 },
      { id: 'a>x', from: 'a', to: 'x', type: 'uses', strength: 'soft', order: 'any' },
      { id: 's>a', from: 's', to: 'a', type: 'contains', strength: 'hard', order: 'any' },
    ])
    expect(estate.dependencies.map((row) => newestSource(estate, row)?.row)).toEqual([2, 3, 4, 5])
    const latency = estate.dependencies[1] && sourceOfField(estate, estate.dependencies[1], 'maxLatencyMs')
    expect(latency).toMatchObject({ sheet: 'Avhengigheter', row: 3, column: 5 })
  })

  it('with an end that is unknown, ambiguous, missing or the same are kept apart', () => {
    const imported = importSheets(items, rawSheet('Dependencies', [['From', 'To'], ['a', 'nowhere'], ['a', 'Twin'], [null, 's'], ['s', 's']]))
    expect(imported.document.estate.dependencies).toEqual([])
    expect(imported.document.estate.unresolved.map(({ fromText, toText }) => [fromText, toText])).toEqual([
      ['a', 'nowhere'], ['a', 'Twin'], ['', 's'], ['s', 's'],
    ])
    expect(findingsOf(imported)).toEqual([
      'error dangling-reference Dependencies B2', 'error ambiguous-reference Dependencies B3', 'error missing-end Dependencies A4',
      'warning self-dependency Dependencies B5',
    ])
  })

  it('make items of their ends where there is no inventory', () => {
    const imported = importSheets(rawSheet('deps', [['project', 'service', 'depends_on'], ['p', 'web', 'redis'], ['p', 'api', 'redis']]))
    expect(itemsOf(imported).map((item) => item.id)).toEqual(['service:web', 'service:redis', 'service:api'])
    expect(imported.counts.dependencies).toBe(2)
  })

  it.each([[['Source', 'Target']], [['Source', 'Target', 'Type']], [['Weight', 'Target', 'Source']]])('are edges from source to target under %j', (headings) => {
    const row = headings.map((heading) => ({ Source: 'web', Target: 'redis', Type: 'Uses', Weight: 3 })[heading] ?? null)
    const { dependencies } = importSheets(rawSheet('edges', [headings, row])).document.estate
    expect(dependencies.map(({ from, to, source }) => [from, to, source])).toEqual([['application:web', 'application:redis', undefined]])
  })
})

describe('The plan in a workbook', () => {
  it('has the groups and waves of its cells; where members differ, the first row wins', () => {
    const imported = importSheets(
      rawSheet('Servers', [
        ['Id', 'Name', 'Move group', 'Wave'], ['a', 'A', 'North', 'Wave 2'], ['b', 'B', 'North', 3], ['c', 'C', null, 'Bølge 3'], ['d', 'D', null, 'unplanned'],
      ]),
      rawSheet('Waves', [['Wave', 'Name', 'Start', 'Status'], [2, 'First', '1.2.2027', 'Bestemt']]),
    )
    const { groups, waves } = scenarioOf(imported)
    expect(waves.map(({ number, name, start, status }) => ({ number, name, start, status }))).toEqual([
      { number: 2, name: 'First', start: '2027-02-01', status: 'committed' },
      { number: 3, name: undefined, start: undefined, status: 'planned' },
    ])
    const numberById = new Map(waves.map((wave) => [wave.id, wave.number]))
    expect(groups.map((group) => [group.name, group.itemIds, group.origin, numberById.get(group.waveId ?? '')])).toEqual([
      ['North', ['a', 'b'], 'planner', 2], ['C', ['c'], 'computed', 3], ['D', ['d'], 'computed', undefined],
    ])
    expect(findingsOf(imported)).toEqual(['note wave-made Servers D3', 'warning differing-waves Servers D3'])
  })

  it('has its rules and freeze windows, and keeps the rows that are none', () => {
    const imported = importSheets(
      rawSheet('Servers', [['Id', 'Name'], ['a', 'A'], ['b', 'B']]),
      rawSheet('Regler', [['Type', 'Elementer', 'Bølge', 'Senest', 'Begrunnelse'], ['Sammen', 'a; B'], ['Fest', 'a', 2], ['Tidsvindu', 'b', null, '31.12.2027', 'x'], ['Danse', 'a']]),
      rawSheet('Frysperioder', [['Navn', 'Start', 'Slutt'], ['Jul', '2027-12-15', '5. januar 2028'], ['Sommer', null, '2027-08-01']]),
    )
    const { rules, freezeWindows } = scenarioOf(imported)
    expect(rules.map(({ id: _id, ...rule }) => rule)).toEqual([
      { type: 'together', itemIds: ['a', 'b'] }, { type: 'pin', itemIds: ['a'], wave: 2 },
      { type: 'window', itemIds: ['b'], latest: '2027-12-31', reason: 'x' },
    ])
    expect(freezeWindows.map(({ id: _id, ...freeze }) => freeze)).toEqual([{ name: 'Jul', start: '2027-12-15', end: '2028-01-05' }])
    expect(imported.document.estate.extraSheets.map((sheet) => sheet.name)).toEqual(['Regler - not taken', 'Frysperioder - not taken'])
    expect(findingsOf(imported)).toEqual(['error unknown-rule Regler A5', 'error missing-date Frysperioder B3'])
  })
})

describe('Exports of other programs', () => {
  it('of RVTools give the machines, and nothing from the housekeeping sheets', () => {
    const imported = importSheets(
      rawSheet('vInfo', [['VM', 'Powerstate', 'Template', 'CPUs', 'Memory', 'Disks', 'Datacenter'], ['web1', 'poweredOn', 'False', 2, 8, 1, 'DC1']], { declaredRows: 3503 }),
      rawSheet('vHealth', [['Name', 'Message type', 'Message'], ['web1', 'Warning', 'x']]),
      rawSheet('vCPU', [['VM', 'Powerstate', 'CPUs'], ['web1', 'poweredOn', 2]]),
    )
    expect(itemsOf(imported).map(({ id, kind, site }) => ({ id, kind, site }))).toEqual([{ id: 'server:web1', kind: 'server', site: 'DC1' }])
    expect(imported.sheets.map((sheet) => [sheet.name, sheet.role])).toEqual([['vInfo', 'items'], ['vHealth', 'kept'], ['vCPU', 'kept']])
  })

  it('of Konveyor hold applications and their dependencies on one sheet', () => {
    const imported = importSheets(rawSheet('apps', [
      ['Record Type', 'Application Name', 'Description', 'Comments', 'Business Service', 'Dependency', 'Dependency Direction'],
      [1, 'Gateway', null, null, 'Retail'], [1, 'Inventory'], [2, 'Gateway', null, null, null, 'Inventory', 'southbound'],
      ['2', 'Gateway', null, null, null, 'Inventory', 'northbound'], [3, 'Other'],
    ]))
    expect(itemsOf(imported).map((item) => item.name)).toEqual(['Gateway', 'Inventory'])
    expect(imported.document.estate.dependencies.map(({ from, to }) => [from, to])).toEqual([
      ['application:Gateway', 'application:Inventory'], ['application:Inventory', 'application:Gateway'],
    ])
    expect(findingsOf(imported)).toEqual(['error unknown-record-type apps A6'])
  })

  it('of the Migration Factory name the applications that run on the servers', () => {
    const imported = importSheets(rawSheet('intake', [
      ['server_name', 'server_os_family', 'app_name', 'wave_name', 'r_type'], ['s1', 'linux', 'HR', 'Wave 2', 'Rehost'], ['s2', 'linux', 'HR', 'Wave 2', 'Rehost'],
    ]))
    expect(itemsOf(imported).map(({ id, kind, disposition }) => [id, kind, disposition])).toEqual([
      ['server:s1', 'server', 'rehost'], ['server:s2', 'server', 'rehost'], ['application:HR', 'application', undefined],
    ])
    expect(scenarioOf(imported).groups.map((group) => group.itemIds)).toEqual([['server:s1', 'server:s2', 'application:HR']])
  })

  it('that are nothing of the kind are refused in a sentence', () => {
    const imported = importSheets(rawSheet('Ark1', [['Dato', 'Beløp'], ['2027-01-01', 12]]))
    expect(imported.findings.at(-1)).toEqual({
      type: 'no-items', severity: 'error', sheet: '', params: { sheets: 'Ark1', reason: 'no-sheet' },
    })
  })
})
