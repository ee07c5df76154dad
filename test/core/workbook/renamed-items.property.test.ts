import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareImport } from '@core/workbook/compare-import'
import { documentWithSources } from '@core/workbook/sources'
import { allColumns, changingEditions, inventoryOf, renameKinds, type Editions, type InventoryColumn, type InventoryRow, type RenameKind } from './changing-estates'

type Tally = { readonly found: Record<RenameKind, number>; readonly all: Record<RenameKind, number>; readonly offered: Record<RenameKind, number>; joined: number; unchanged: number; falsely: string[] }
const noTally = (): Tally => {
  const none = () => Object.fromEntries(renameKinds.map((kind) => [kind, 0])) as Record<RenameKind, number>
  return { found: none(), all: none(), offered: none(), joined: 0, unchanged: 0, falsely: [] }
}

/** Where no column says which trust has it, one name is one application. */
const withoutTwins = ({ before, after, renamed }: Editions): Editions => {
  const truthsOf = new Map<string, Set<number>>()
  const keyOf = (name: string): string => name.toLowerCase().replaceAll('-', ' ').replace(/ [\d.]+$/, '').split(' ').toSorted().join(' ')
  for (const { name, truth } of [...before, ...after]) truthsOf.set(keyOf(name), (truthsOf.get(keyOf(name)) ?? new Set()).add(truth))
  const isAlone = ({ name }: InventoryRow): boolean => truthsOf.get(keyOf(name))?.size === 1
  return { before: before.filter(isAlone), after: after.filter(isAlone), renamed }
}

const judge = (editions: Editions, columns: readonly InventoryColumn[], tally: Tally): void => {
  const { before, after, renamed } = columns.includes('Organisation') ? editions : withoutTwins(editions)
  const open = documentWithSources(inventoryOf(before, columns))
  const imported = inventoryOf(after, columns)
  const { matches, possible } = compareImport(open, imported, { way: 'newer' })
  const truthOf = new Map(open.estate.items.flatMap(({ id, sources }) => {
    const row = before[(sources?.at(-1)?.[2] ?? 0) - 2]
    return row ? [[id, row] as const] : []
  }))
  imported.itemPlaces.forEach(([, number], index) => {
    const row = after[number - 2]
    if (!row) return
    const openId = matches.get(imported.document.estate.items[index]?.id ?? '')?.openId
    const was = openId === undefined ? undefined : truthOf.get(openId)
    const how = renamed.get(row.truth)
    if (how) tally.all[how] += 1
    if (how && was?.truth === row.truth) tally.found[how] += 1
    if (was && was.truth !== row.truth) tally.falsely.push(`${was.name} (${was.organisation}) -> ${row.name} (${row.organisation}) ${String(was.truth)}-${String(row.truth)}`)
    if (was) tally.joined += 1
    const id = imported.document.estate.items[index]?.id
    if (how && !was && possible.some((pair) => pair.importedId === id && truthOf.get(pair.openId)?.truth === row.truth)) tally.offered[how] += 1
  })
}

const tallied = (columns: readonly InventoryColumn[], numRuns = Number(process.env.RUNS ?? 30)): Tally => {
  const tally = noTally()
  fc.assert(fc.property(changingEditions, (editions) => judge(editions, columns, tally)), { numRuns, seed: 7 })
  return tally
}

const share = (some: Tally['found'], all: Tally['all'], kinds: readonly RenameKind[] = renameKinds): number =>
  kinds.reduce((sum, kind) => sum + some[kind], 0) / kinds.reduce((sum, kind) => sum + all[kind], 0)

const slight = ['typo', 'version', 'organisation', 'order', 'writing'] as const

describe('Applications of a generated estate that were renamed', () => {
  it('are nearly all known by what else is said of them, and none is taken for another', () => {
    const { found, offered, all, falsely, joined } = tallied(allColumns)
    expect(falsely).toEqual([])
    expect(joined).toBeGreaterThan(500)
    expect(share(found, all, slight)).toBeGreaterThan(0.98)
    const known = Object.fromEntries(renameKinds.map((kind) => [kind, found[kind] + offered[kind]])) as Tally['found']
    expect(share(known, all)).toBeGreaterThan(0.9)
  })

  it.each([
    [['Organisation', 'Supplier', 'Owner'], 0.97], [['Organisation'], 0.8], [['Server', 'Supplier'], 0.95], [[], 0.7],
  ] as const)('are taken for no other where the columns are %j', (columns, least) => {
    const { found, all, falsely } = tallied(columns)
    expect(falsely).toEqual([])
    expect(share(found, all, slight)).toBeGreaterThan(least)
  })
}, 120_000)
