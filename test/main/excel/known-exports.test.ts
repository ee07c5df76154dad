import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { countingIds } from '@core/ids'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { importOver } from '@core/workbook/import-over'
import type { Finding } from '@core/workbook/finding'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import type { RawWorkbook } from '@core/workbook/raw-workbook'
import { sourceOfField } from '@core/estate/source'
import { documentWithSources } from '@core/workbook/sources'
import { read } from './builders/reading'

const folder = new URL('../../fixtures/exports/', import.meta.url)
const bytesOf = (file: string): Buffer => readFileSync(fileURLToPath(new URL(file, folder)))

const understand = (raw: RawWorkbook): ImportedWorkbook =>
  interpretWorkbook(raw, { today: '2026-11-22', newId: countingIds() })

const importFile = (file: string): ImportedWorkbook => understand(read(bytesOf(file), file))

/** The tabs of an RVTools workbook, in the file that RVTools writes. */
const rvtools = (): ImportedWorkbook => {
  const book = utils.book_new()
  for (const tab of ['vInfo', 'vCPU', 'vDatastore', 'vHealth', 'vHost', 'vCluster', 'vNetwork']) {
    const rows = read(bytesOf(`rvtools/${tab}.csv`), `${tab}.csv`).sheets[0]?.rows ?? []
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row.cells])), tab)
  }
  return understand(read(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, 'rvtools.xlsx'))
}

const counts = ({ counts: all, sheets }: ImportedWorkbook) => ({
  presets: sheets.flatMap((sheet) => sheet.preset ?? []),
  items: Object.fromEntries(Object.entries(all.itemsByKind).filter(([, count]) => count > 0)),
  dependencies: all.dependencies,
  unresolved: all.unresolved,
  errors: all.errors,
  warnings: all.warnings,
})

const notesOf = (imported: ImportedWorkbook): readonly (readonly [Finding['type'], unknown])[] =>
  imported.findings.filter((one) => one.type !== 'effort-missing').map((one) => [one.type, one.params['count'] ?? one.params['text']])

/** From and to by name, with the type. */
const edgesOf = ({ document: { estate } }: ImportedWorkbook): readonly string[] => {
  const nameById = new Map(estate.items.map((item) => [item.id, item.name]))
  return estate.dependencies.map(({ from, to, type }) => `${nameById.get(from)} ${type} ${nameById.get(to)}`)
}

const good = { unresolved: 0, errors: 0, warnings: 0 }

describe('The export of another program is known by its headings:', () => {
  it.each([
    ['azure-migrate-discovery.csv', { ...good, presets: ['azure-migrate-discovery'], items: { server: 3 }, dependencies: 0 }],
    ['azure-migrate-dependencies.csv', { ...good, presets: ['azure-migrate-dependencies'], items: { server: 4 }, dependencies: 4 }],
    ['azure-migrate-import.csv', { ...good, presets: ['azure-migrate-import'], items: { server: 2 }, dependencies: 0 }],
    ['aws-application-discovery.csv', { ...good, presets: ['aws-application-discovery'], items: { server: 3, application: 3 }, dependencies: 4 }],
    ['aws-migration-factory.csv', { ...good, presets: ['aws-migration-factory'], items: { server: 3, application: 2 }, dependencies: 3 }],
    ['aws-application-migration.csv', { ...good, presets: ['aws-application-migration'], items: { server: 3, application: 2 }, dependencies: 3 }],
    ['google-migration-center.csv', { ...good, presets: ['google-migration-center'], items: { server: 2 }, dependencies: 0 }],
    // Billing is needed and nowhere described.
    ['konveyor.csv', { ...good, presets: ['konveyor'], items: { application: 3 }, dependencies: 2, unresolved: 1, errors: 1 }],
    ['servicenow-cmdb_ci.csv', {
      ...good, presets: ['servicenow-cmdb-ci'], items: { application: 2, server: 2, database: 1, platform: 1 }, dependencies: 0, warnings: 1,
    }],
    ['servicenow-cmdb_rel_ci.csv', { ...good, presets: ['servicenow-cmdb-rel-ci'], items: { application: 6 }, dependencies: 5 }],
    ['leanix-projects.csv', { ...good, presets: ['leanix-project-applications'], items: { application: 4 }, dependencies: 0 }],
    ['leanix-inventory.csv', { ...good, presets: ['leanix-inventory'], items: { application: 3, platform: 2 }, dependencies: 5 }],
    ['archi-elements.csv', { ...good, presets: ['archi-elements'], items: { application: 2, server: 1, platform: 1, service: 1 }, dependencies: 0 }],
    ['archi-relations.csv', { ...good, presets: ['archi-relations'], items: { application: 6 }, dependencies: 5 }],
    // Of those that it names, the open plan knows some.
    ['archi-properties.csv', { ...good, presets: ['archi-properties'], items: { application: 4 }, dependencies: 0, warnings: 1 }],
    ['leanix-relations.csv', { ...good, presets: ['leanix-relations'], items: { application: 3 }, dependencies: 0 }],
    ['leanix-servicenow.csv', { ...good, presets: ['leanix-servicenow'], items: { application: 3 }, dependencies: 0 }],
    ['tidal-servers.csv', { ...good, presets: ['tidal'], items: { server: 3, platform: 1 }, dependencies: 2 }],
  ])('%s', (file, expected) => {
    expect(counts(importFile(file))).toEqual(expected)
  })

  it('and there is a file for each of them', () => {
    expect(readdirSync(fileURLToPath(folder)).length).toBe(19)
  })
})

describe('RVTools', () => {
  const imported = rvtools()
  const items = imported.document.estate.items

  it('gives machines, hosts, clusters and networks, and one note for all the tabs that nobody plans with', () => {
    expect(counts(imported)).toEqual({
      ...good, presets: ['rvtools-vinfo', 'rvtools-vhost', 'rvtools-vcluster', 'rvtools-vnetwork'],
      items: { server: 5, platform: 6, network: 2 }, dependencies: 5 * 2 + 3 + 3,
    })
    expect(notesOf(imported)).toEqual([
      ['housekeeping-sheets', 3], ['end-of-support-known', 3], ['end-of-support-known', 3], ['items-only-named', 2], ['repeated-dependency', 1],
      ['rows-passed-over', 1],
    ])
  })

  it('says of each sheet what comes from it, so that the sheets add up to the items and dependencies', () => {
    expect(imported.sheets.flatMap(({ name, rows, gives }) => (gives ? [[name, rows, gives]] : []))).toEqual([
      ['vInfo', 5, { items: 5, named: 0, dependencies: 10 }], ['vHost', 3, { items: 3, named: 0, dependencies: 3 }],
      ['vCluster', 3, { items: 3, named: 0, dependencies: 0 }], ['vNetwork', 5, { items: 0, named: 2, dependencies: 3 }],
    ])
    expect([imported.counts.items, imported.counts.dependencies]).toEqual([5 + 3 + 3 + 2, 10 + 3 + 3])
  })

  it('runs machines on their hosts and clusters, which contain the hosts', () => {
    expect(edgesOf(imported).slice(0, 2)).toEqual(['web-01 runs-on Cluster A', 'web-01 runs-on esx-01.example.no'])
    expect(edgesOf(imported)).toContain('Cluster A contains esx-01.example.no')
    expect(edgesOf(imported)).toContain('db-01 uses VLAN 120')
    expect(activeScenario(imported.document).groups.every((group) => group.itemIds.length === 1)).toBe(true)
  })

  it('knows when the support of an operating system ends, by what the tools see before what was configured', () => {
    expect(items.slice(0, 8).map(({ name, endOfSupport }) => [name, endOfSupport])).toEqual([
      ['web-01', '2023-10-10'], ['web-02', '2029-01-09'], ['db-01', '2024-06-30'], ['app-01', undefined], ['tmpl-w2019', undefined],
      ['esx-01.example.no', '2022-10-15'], ['esx-02.example.no', '2022-10-15'], ['esx-03.example.no', '2025-10-02'],
    ])
  })
})

describe('What such an export says is read as it is meant:', () => {
  it('Konveyor turns northbound dependencies round', () => {
    expect(edgesOf(importFile('konveyor.csv'))).toEqual(['Gateway uses Orders', 'Orders uses Inventory'])
  })

  it('ServiceNow gives classes, states and criticality its own numbers', () => {
    const items = importFile('servicenow-cmdb_ci.csv').document.estate.items
    expect(items.map(({ id, kind, status, criticality, endOfSupport }) => ({ id, kind, status, criticality, endOfSupport })).slice(0, 5)).toEqual([
      { id: 'a1', kind: 'application', status: 'Installed', criticality: 4, endOfSupport: undefined },
      { id: 'b1', kind: 'server', status: 'Installed', criticality: undefined, endOfSupport: '2027-01-12' },
      { id: 'b2', kind: 'server', status: 'Retired', criticality: undefined, endOfSupport: '2020-11-30' },
      { id: 'c1', kind: 'database', status: 'Installed', criticality: undefined, endOfSupport: undefined },
      { id: 'd1', kind: 'platform', status: 'Installed', criticality: undefined, endOfSupport: '2022-10-15' },
    ])
    expect(edgesOf(importFile('servicenow-cmdb_rel_ci.csv'))).toEqual([
      'Journal runs-on srv1', 'Journal uses JOURNALDB', 'JOURNALDB runs-on srv2', 'srv1 runs-on esx1', 'Journal suite contains Journal',
    ])
  })

  it('LeanIX has two rows of headings, and its keys on the first row of a block', () => {
    const projects = importFile('leanix-projects.csv')
    expect(projects.document.estate.items.map(({ name, users, extra }) => [name, users, extra?.[2]?.[1]])).toEqual([
      ['Journal', 4000, 'Cloud Oslo'], ['Lab', 700, 'Cloud Oslo'], ['Booking', undefined, 'Cloud Oslo'], ['PACS', 300, 'Cloud Bergen'],
    ])
    expect(notesOf(projects)).toEqual([
      ['second-heading-row', undefined], ['keys-filled-down', 3], ['repeated-item', 1], ['rows-passed-over', 1],
    ])
    const inventory = importFile('leanix-inventory.csv')
    expect(edgesOf(inventory)).toEqual([
      'Journal runs-on Oracle 19c', 'Journal uses Login', 'Journal runs-on Windows Server 2016', 'Journal uses Lab', 'Lab runs-on Oracle 19c',
    ])
    expect(notesOf(inventory)).toEqual([['second-heading-row', undefined], ['keys-filled-down', 2], ['items-only-named', 1], ['not-planned-kind', 1]])
  })

  it('Archi says serving and assignment from the provider', () => {
    expect(edgesOf(importFile('archi-relations.csv'))).toEqual([
      'id-1 uses id-6', 'id-2 data-flow id-1', 'id-1 runs-on id-3', 'id-4 runs-on id-3', 'id-5 uses id-1',
    ])
  })

  it('Archi tells of one model in three files, which are put together by their ids', () => {
    const elements = documentWithSources(importFile('archi-elements.csv'))
    const beside = (open: PlanDocument, file: string) => importOver(open, importFile(file), countingIds(), { way: 'addition' })
    const { document: joined, compared } = beside(elements, 'archi-relations.csv')
    // Admission is a process: nothing that moves, and nothing new is made of its id.
    expect(compared.rows.map((row) => ('dependency' in row ? row.dependency.id : row.kind)))
      .toEqual(['id-1>id-6', 'id-2>id-1', 'id-1>id-3', 'id-4>id-3'])
    const { document, compared: added } = beside(joined, 'archi-properties.csv')
    expect(added.rows.map((row) => ('field' in row ? `${row.kind} ${row.key}: ${String(row.after)}` : row.kind))).toEqual([
      'filled owner id-1: Kari', 'filled criticality id-1: 4', 'filled extra:Zone id-1: inner', 'filled extra:Zone id-3: outer',
      'filled extra:Effort (as written) id-3: ten',
    ])
    expect(document.estate.items.map(({ id, name, kind }) => `${id} ${name} ${kind}`))
      .toEqual(elements.estate.items.map(({ id, name, kind }) => `${id} ${name} ${kind}`))
    const cellOf = (id: string, field: string): string | null => {
      const item = document.estate.items.find((one) => one.id === id)
      const cell = item && sourceOfField(document.estate, item, field)
      return cell ? `${cell.fileName} ${cell.row} ${cell.column}` : null
    }
    expect([
      cellOf('id-1', 'name'), cellOf('id-1', 'owner'), cellOf('id-1', 'criticality'), cellOf('id-1', 'extra:Zone'), cellOf('id-3', 'extra:Zone'),
      cellOf('id-3', 'extra:Effort (as written)'),
    ]).toEqual([
      'archi-elements.csv 3 2', 'archi-properties.csv 2 2', 'archi-properties.csv 3 2', 'archi-properties.csv 4 2', 'archi-properties.csv 5 2',
      'archi-properties.csv 6 2',
    ])
    const unread = importFile('archi-properties.csv').findings.find(({ severity }) => severity === 'warning')
    expect([unread?.type, unread?.cell]).toEqual(['unreadable-number', 'C6'])
  })

  it('LeanIX says of an application in several rows what it is for and who uses it', () => {
    expect(importFile('leanix-relations.csv').document.estate.items.map(({ name, extra }) => [name, extra])).toEqual([
      ['Journal', [['bc', 'Treatment'], ['ug', 'Vest'], ['ug', 'Nord']]], ['Lab', [['bc', 'Diagnosis'], ['ug', 'Vest'], ['bc', 'Treatment']]],
      ['Booking', [['bc', 'Admission']]],
    ])
    const open = documentWithSources(importFile('leanix-inventory.csv'))
    const { compared } = importOver(open, importFile('leanix-servicenow.csv'), countingIds(), { way: 'addition' })
    expect(compared.rows.map((row) => row.key)).toEqual(['extra:serviceNowExternalId f1', 'extra:serviceNowExternalId f2'])
  })

  it('a list in brackets is a list', () => {
    const sheet = 'ExternalId,HostName,OS.Name,Applications,ServerId\ne1,web1,Linux,"[CRM,ERP];",\ne2,db1,Linux,CRM;Mail,\n'
    expect(edgesOf(understand(read(Buffer.from(sheet), 'discovery.csv')))).toEqual(['CRM runs-on web1', 'ERP runs-on web1', 'CRM runs-on db1', 'Mail runs-on db1'])
  })

  it('a dependency whose destination has no name goes to its address', () => {
    expect(edgesOf(importFile('azure-migrate-dependencies.csv'))).toContain('APP02 uses 192.168.4.7')
  })
})
