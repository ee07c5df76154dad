import fc from 'fast-check'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { RawCell, RawSheet } from '@core/workbook/raw-workbook'
import { importFile, rawSheet } from './raw-builders'

/** One estate as three files say it; each describes a part, none contradicts another. */
export type ThreeSources = { readonly servers: ImportedWorkbook; readonly portfolio: ImportedWorkbook; readonly dependencies: ImportedWorkbook }

/** Too unlike to be taken for one another. */
const names = ['Journal', 'Bifrost', 'db-eir', 'vault', 'Radiology', 'krk', 'Meals', 'Oslofjord', 'esx-tyr', 'Ward board'] as const

const blank = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 })

const portfolioKinds = ['Application', 'Application', 'Database', 'Platform', 'Server'] as const

/** What is true of one item; where it is described is a matter of the sources. */
const thing = (name: string) =>
  fc.record({
    name: fc.constant(name),
    /** In the inventory of servers, in the portfolio, in both as a server, or in neither. */
    described: fc.constantFrom('servers', 'portfolio', 'portfolio', 'both', 'neither'),
    kind: fc.constantFrom(...portfolioKinds),
    site: blank(fc.constantFrom('Oslo', 'Bergen')), notes: blank(fc.constantFrom('old', 'new')), owner: blank(fc.constantFrom('Kari', 'Ola')),
    criticality: blank(fc.constantFrom(1, 4)), rack: blank(fc.constantFrom('R1', 7)), saysSite: fc.boolean(),
  })
type Thing = ReturnType<typeof thing> extends fc.Arbitrary<infer T> ? T : never

const inServers = ({ described }: Thing): boolean => described === 'servers' || described === 'both'
const inPortfolio = ({ described }: Thing): boolean => described === 'portfolio' || described === 'both'

/** `numbered`: both count from 1, so that an id means another item in each. */
type IdStyle = 'none' | 'own' | 'numbered'
const idOf = (style: IdStyle, prefix: string, index: number): string | null =>
  (style === 'none' ? null : `${style === 'own' ? prefix : ''}${index + 1}`)

/** RVTools: each machine may name its host. */
const serversFile = (things: readonly Thing[], style: IdStyle, hosts: ReadonlyMap<string, string>): RawSheet =>
  rawSheet('vInfo', [
    ['VM', 'Powerstate', 'CPUs', 'Memory', 'Disks', 'VM UUID', 'Datacenter', 'Annotation', 'Host'],
    ...things.filter(inServers).map(({ name, site, notes }, index): readonly RawCell[] =>
      [name, null, null, null, null, idOf(style, '42-', index), site, notes, hosts.get(name) ?? null]),
  ])

const portfolioFile = (things: readonly Thing[], style: IdStyle): RawSheet =>
  rawSheet('Items', [
    ['Id', 'Name', 'Kind', 'Owner', 'Site', 'Criticality', 'Rack'],
    ...things.filter(inPortfolio).map(({ name, described, kind, owner, site, saysSite, criticality, rack }, index): readonly RawCell[] =>
      [idOf(style, 'A', index), name, described === 'both' ? 'Server' : kind, owner, saysSite ? site : null, criticality, rack]),
  ])

type Edge = { readonly from: string; readonly to: string; readonly type: string | null; readonly strength: string | null; readonly order: string | null }

const edges = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom(...names), to: fc.constantFrom(...names), type: fc.constantFrom(null, 'Runs on', 'Runs on', 'Uses', 'Contains'),
    strength: fc.constantFrom(null, null, 'Hard', 'Soft'), order: fc.constantFrom(null, 'Together'),
  }),
  { minLength: 1, maxLength: 8, selector: ({ from, to }) => `${from}\n${to}` },
).map((rows) => rows.filter(({ from, to }) => from !== to)).filter((rows) => rows.length > 0)

const columns = ['type', 'strength', 'order'] as const

/** Of what joins a machine and its host the inventory says that it runs on it, and the export nothing else. */
const dependenciesFile = (rows: readonly Edge[], said: readonly typeof columns[number][], hosts: ReadonlyMap<string, string>, written: (name: string) => string): RawSheet =>
  rawSheet('Dependencies', [
    ['From', 'To', ...said.map((column) => ({ type: 'Type', strength: 'Strength', order: 'Order' })[column])],
    ...rows.map((row): readonly RawCell[] => [written(row.from), written(row.to), ...said.map((column) => {
      const isHost = column === 'type' && hosts.get(row.from) === row.to
      return isHost && row.type !== null ? 'Runs on' : row[column]
    })]),
  ])

const style = fc.constantFrom<IdStyle>('none', 'own', 'numbered')

/** Two that number their items are only known apart by what these are: no inventory of servers, then. */
const areApart = (things: readonly Thing[]): boolean => !things.some(({ described, kind }) => described === 'both' || (described === 'portfolio' && kind === 'Server'))

/** Estates of a few items, split in three files that all hold something. */
export const threeSources: fc.Arbitrary<ThreeSources> = fc.record({
  things: fc.tuple(...names.map(thing)).filter((things) => things.some(inServers) && things.some(inPortfolio)),
  edges, said: fc.subarray([...columns]), ids: fc.tuple(style, style), hosts: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 3 }),
  /** Ends that the export calls by their id in the portfolio. */
  byId: fc.subarray([...names]),
  /** How many of the dependencies stand in the portfolio, which does not know all of their ends. */
  inPortfolio: fc.nat(4),
}).filter(({ things, ids }) => ids.includes('numbered') ? areApart(things) : true).map(({ things, edges, said, ids, hosts, byId, inPortfolio: own }) => {
  const hostOf = new Map(hosts.flatMap(([at, host]): readonly (readonly [string, string])[] => {
    const [machine, other] = [things[at], things[host]]
    return machine && other && inServers(machine) && !inServers(other) ? [[machine.name, other.name]] : []
  }))
  // What two of them know by different words would be two items until a third says that they are one.
  const named = new Set(hostOf.values())
  const written = new Map(things.filter(inPortfolio).flatMap(({ name, described }, index) =>
    (ids[1] === 'own' && byId.some((one) => one === name) && described === 'portfolio' && !named.has(name) ? [[name, `A${index + 1}`] as const] : [])))
  const listed = (rows: readonly Edge[]): RawSheet => dependenciesFile(rows, said, hostOf, (name) => written.get(name) ?? name)
  const [mine, others] = [edges.slice(0, Math.min(own, edges.length - 1)), edges.slice(Math.min(own, edges.length - 1))]
  return {
    servers: importFile('rvtools.xlsx', serversFile(things, ids[0], hostOf)),
    portfolio: importFile('portfolio.xlsx', portfolioFile(things, ids[1]), ...(mine.length > 0 ? [listed(mine)] : [])),
    dependencies: importFile('calls.xlsx', listed(others)),
  }
})
