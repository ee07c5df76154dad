import fc from 'fast-check'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { RawCell } from '@core/workbook/raw-workbook'
import { importFile, rawSheet } from './raw-builders'

/** One row of a made-up inventory. `truth`: which application it is, whatever it is called. */
export type InventoryRow = {
  readonly truth: number
  readonly name: string
  readonly organisation: string
  readonly supplier: string
  readonly owner: string
  readonly effort: number
  readonly users: number
  readonly server: string
  readonly needs: string
}

export const renameKinds = ['typo', 'version', 'organisation', 'order', 'writing', 'word', 'other'] as const
export type RenameKind = (typeof renameKinds)[number]

/** Two editions of one inventory, and by the truth of each renamed application how it was. */
export type Editions = {
  readonly before: readonly InventoryRow[]
  readonly after: readonly InventoryRow[]
  readonly renamed: ReadonlyMap<number, RenameKind>
}

const brands = ['DIPS', 'Meona', 'Sectra', 'Imatis', 'Visma', 'Metavision', 'Natus', 'Agfa', 'Medtronic', 'Partus', 'Unilab', 'Farmapro']
const products = ['Arena', 'Lab', 'Journal', 'Booking', 'Røntgenarkiv', 'Blodbank', 'Medikasjon', 'Kurve', 'Operasjon', 'Skjema', 'Arkiv', 'Fødsel', 'Økonomi', 'Mottak']
const trusts = ['Helse Bergen HF', 'Helse Fonna HF', 'Helse Førde HF', 'Helse Stavanger HF', 'Sykehusapotekene Vest HF']
const owners = ['Kari', 'Ola', 'Per', 'Anne', 'Nils', 'Liv', 'Jon', 'Eva']
const efforts = [5, 10, 10, 10, 20, 20, 35, 40, 17]

const anApplication = fc.record({
  brand: fc.constantFrom(...brands), product: fc.constantFrom(...products), more: fc.constantFrom('', '', '', ' klient', ' web', ' for intensiv', ' og poliklinikk'),
  trust: fc.constantFrom(...trusts), owner: fc.constantFrom(...owners), effort: fc.constantFrom(...efforts),
  users: fc.oneof(fc.constantFrom(50, 100, 500), fc.integer({ min: 3, max: 4000 })), server: fc.nat(),
  hub: fc.constantFrom('Active Directory', 'Proxy', ''),
})
type Application = typeof anApplication extends fc.Arbitrary<infer Made> ? Made : never

const rowOf = ({ brand, product, more, trust, owner, effort, users, server, hub }: Application, truth: number, servers: number): InventoryRow => ({
  truth, name: `${brand} ${product}${more}`, organisation: trust, supplier: `${brand} AS`, owner, effort, users, server: `srv-${String(100 + (server % servers))}`, needs: hub,
})

const withTypo = (name: string, at: number): string => {
  const words = name.split(' ')
  const place = words.findLastIndex((word) => word.length >= 6)
  const word = words[place]
  if (word === undefined) return `${name} 3.1`
  const from = 1 + (at % (word.length - 3))
  return words.with(place, word.slice(0, from) + word.slice(from + 1)).join(' ')
}

const renamedTo = (row: InventoryRow, how: RenameKind, at: number): InventoryRow => {
  const name = {
    typo: () => withTypo(row.name, at), version: () => `${row.name} ${20 + (at % 5)}.${at % 3}`, organisation: () => `${row.name} 21.1`,
    order: () => row.name.split(' ').toReversed().join(' '), writing: () => row.name.toUpperCase().replaceAll(' ', '-'),
    word: () => row.name.replace(/^\S+/, 'Regional'), other: () => `Helsesystem${'abcdefgh'[at % 8] ?? ''}${'klmnoprs'[at % 7] ?? ''}`,
  }[how]()
  return { ...row, name, ...(how === 'organisation' && { organisation: row.organisation.replace(/ HF$/, '').toUpperCase() }) }
}

/** What replaces an application on its server: from the same supplier, for the same trust, of the same owner. */
const successorOf = (row: InventoryRow, truth: number, product: string, sameHouse: boolean): InventoryRow =>
  ({ ...row, truth, name: sameHouse ? `${row.name.split(' ')[0] ?? ''} ${product}` : `${product}sys`, effort: row.effort + 3, users: row.users + 111 })

/** One name in one trust stands once: what two rows of one name mean, nobody can know. */
const alone = (rows: readonly InventoryRow[]): readonly InventoryRow[] => {
  const seen = new Set<string>()
  return rows.filter(({ name, organisation }) => {
    const key = `${name} ${organisation}`.toLowerCase().replaceAll('-', ' ').replace(/ hf$/, '')
    return !seen.has(key) && seen.add(key)
  })
}

/** An inventory and a later edition of it: some applications renamed, some gone, some of these replaced on the same server. */
export const changingEditions: fc.Arbitrary<Editions> = fc.record({
  made: fc.array(anApplication, { minLength: 30, maxLength: 120 }),
  acts: fc.infiniteStream(fc.record({ act: fc.nat(99), at: fc.nat(1000), how: fc.constantFrom(...renameKinds), product: fc.constantFrom(...products) })),
}).map(({ made, acts }) => {
  const before = alone(made.map((one, truth) => rowOf(one, truth, Math.ceil(made.length * 0.7))))
  const renamed = new Map<number, RenameKind>()
  const names = new Set(before.map(({ name }) => name))
  const after = before.flatMap((row): readonly InventoryRow[] => {
    const { act, at, how, product } = acts.next().value ?? { act: 99, at: 0, how: 'typo', product: '' }
    if (act < 15) {
      renamed.set(row.truth, how)
      return [renamedTo(row, how, at)]
    }
    if (act < 21) return []
    if (act >= 29) return [row]
    const successor = successorOf(row, 1000 + row.truth, product, act < 25)
    return names.has(successor.name) ? [] : [successor]
  })
  const kept = alone(after.toSorted((a, b) => (a.truth - b.truth) * (made.length % 2 === 0 ? 1 : -1)))
  const truths = new Set(kept.map(({ truth }) => truth))
  return { before, after: kept, renamed: new Map([...renamed].filter(([truth]) => truths.has(truth))) }
})

export type InventoryColumn = 'Organisation' | 'Supplier' | 'Owner' | 'Effort' | 'Users' | 'Server' | 'Depends on'
export const allColumns: readonly InventoryColumn[] = ['Organisation', 'Supplier', 'Owner', 'Effort', 'Users', 'Server', 'Depends on']

const cellOf = (row: InventoryRow, column: InventoryColumn): RawCell => {
  switch (column) {
    case 'Organisation': return row.organisation
    case 'Supplier': return row.supplier
    case 'Owner': return row.owner
    case 'Effort': return row.effort
    case 'Users': return row.users
    case 'Server': return row.server
    case 'Depends on': return row.needs === '' ? null : row.needs
  }
}

/** The rows as a workbook says them, without ids: items stand in the order of the rows. */
export const inventoryOf = (rows: readonly InventoryRow[], columns: readonly InventoryColumn[] = allColumns): ImportedWorkbook =>
  importFile('inventory.xlsx', rawSheet('Applications', [['Name', ...columns], ...rows.map((row) => [row.name, ...columns.map((column) => cellOf(row, column))])]))
