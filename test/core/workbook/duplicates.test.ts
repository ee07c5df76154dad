import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyEstate } from '@core/estate/estate'
import type { Item } from '@core/estate/item'
import { sourceOfField } from '@core/estate/source'
import { countingIds } from '@core/ids'
import { likelyDuplicates } from '@core/workbook/duplicates'
import { withMerges } from '@core/workbook/duplicates-merge'
import { documentWithSources } from '@core/workbook/sources'
import { nameWords } from '@core/workbook/name-words'
import { anItem, aDependency, aServer } from '@test/builders/an-item'
import { importSheets, rawSheet } from './raw-builders'

const named = (...names: readonly string[]): readonly Item[] => names.map((name, index) => anItem(`i${index}`, { name }))
const pairsAmong = (items: readonly Item[], dependencies = [aDependency('x', 'y')]) =>
  likelyDuplicates({ ...emptyEstate, items, dependencies }).map(({ itemIds, difference }) => `${itemIds.join(' ')} ${difference}`)

describe('Names of items', () => {
  it.each([
    ['DIPS Arena', 'Dips arena 21.1', true],
    ['Visma Financials AS', 'visma financials', true],
    ['SQL Server v2016', 'SQL-Server', true],
    ['Sectra PACS versjon 23', 'Sectra Pacs', true],
    ['Node 1', 'Node 2', false],
    ['Router 10.0.0.1', 'Router 10.0.0.2', false],
    ['Metavision', 'Metavision (test)', false],
    ['Ærfugl', 'aerfugl', true],
  ])('%s and %s are the same words: %s', (left, right, same) => {
    const [a, b] = [nameWords(left, 'application'), nameWords(right, 'application')]
    expect(a.joined === b.joined && (a.numbers.length === 0 || b.numbers.length === 0 || a.numbers.join() === b.numbers.join())).toBe(same)
  })

  it('of machines are those of their hosts', () => {
    expect(nameWords('db01.helse.example', 'server').joined).toBe(nameWords('DB01', 'server').joined)
    expect(nameWords('db01.helse.example', 'application').joined).not.toBe(nameWords('DB01', 'application').joined)
  })

  it('that hold nothing but a version or a legal form keep it', () => {
    expect([nameWords('21.1', 'application').joined, nameWords('AS', 'application').joined, nameWords('!', 'application').joined]).toEqual(['211', 'as', '!'])
  })
})

describe('Likely duplicates', () => {
  it('differ by writing, a version that only one has, or a slip of the pen', () => {
    expect(pairsAmong(named('DIPS Arena', 'Dips arena 21.1', 'Laboratory data', 'laboratory-data', 'Helseplattformen', 'Helseplatformen', 'Clinical Metavision', 'Clinical Metaviison'))).toEqual([
      'i2 i3 writing', 'i0 i1 version', 'i4 i5 spelling', 'i6 i7 swapped',
    ])
  })

  it('are a host and the same host with its domain', () => {
    const hosts = (...names: readonly string[]): readonly Item[] => names.map((name, index) => anItem(`h${index}`, { name, kind: 'platform' }))
    expect(pairsAmong(hosts('vmsp-01', 'vmsp-01.customer.com', 'vmsp-02', 'vmsp-03.customer.com', 'VMSP-03.other.com'))).toEqual(['h0 h1 domain'])
  })

  it.each([
    ['what only a number tells apart', ['Metavision', 'Metavision 2', 'Arena 21.1', 'Arena 22.1', 'python3-dbus.mainloop.pyqt5', 'python3-dbus.mainloop.pyqt6']],
    ['what a sign tells apart', ['libdb-dev', 'libdb++-dev', 'Compiler C', 'Compiler C#', 'Compiler C++']],
    ['what a letter of a code tells apart', [
      'BOWABJS03a', 'BOWABJS03b', 'boiswgrp1c', 'boiswgrp1d', 'BOWMAMWEBa', 'BOWMAMWEBc', 'trhel6s-old', 'trhel6w-old', 'BOWVMASK01', 'BOWVMASK01B',
      'BOWMGH-PTH-CL', 'BOWMGH-PTH-DC', 'BOWSCOMMP02', 'BOWSCOMMS02',
    ]],
    ['what two letters tell apart', ['BOWFSWTEST', 'BOWTFSTEST', 'BOWSCCMTESTDP01', 'BOWSCCMTESTPS01', 'Laboratory north', 'Laboratroy norht']],
    ['what the last letter tells apart', ['inetutils-telnet', 'inetutils-telnetd', 'hunspell-en-au', 'hunspell-en-us']],
  ])('are not %s', (_what, names) => {
    expect(pairsAmong(names.map((name, index) => aServer(`s${index}`, { name })))).toEqual([])
  })

  it('are not what is numbered, of another kind, place or environment, or what needs the other', () => {
    expect(pairsAmong(named('srv0001', 'srv0002', 'System 1', 'System 2', 'Server node 11', 'Server node 12'))).toEqual([])
    expect(pairsAmong([anItem('a', { name: 'Journal' }), aServer('b', { name: 'Journal' })])).toEqual([])
    expect(pairsAmong([anItem('a', { name: 'Journal', environment: 'Test' }), anItem('b', { name: 'Journal', environment: 'Production' })])).toEqual([])
    expect(pairsAmong([anItem('a', { name: 'Journal', organisation: 'North' }), anItem('b', { name: 'Journal', organisation: 'South' })])).toEqual([])
    expect(pairsAmong([anItem('a', { name: 'Journal' }), anItem('b', { name: 'journal' })], [aDependency('a', 'b')])).toEqual([])
  })

  it('come with their evidence', () => {
    const items = [anItem('a', { name: 'Journal', supplier: 'Fjord AS', owner: 'Kari' }), anItem('b', { name: 'JOURNAL', supplier: 'Fjord AS', owner: 'Ola' }), anItem('c')]
    expect(likelyDuplicates({ ...emptyEstate, items, dependencies: [aDependency('a', 'c'), aDependency('c', 'b')] })).toEqual([
      { itemIds: ['a', 'b'], difference: 'writing', alike: ['supplier'], sharedNeighbours: 1 },
    ])
  })

  it('are the same pairs whatever the order of the items, each once, and never an item with itself', () => {
    const name = fc.array(fc.constantFrom('DIPS', 'Arena', 'arena', '21.1', '2', 'AS', 'Laboratory', 'Labratory', 'v3', 'Æble'), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const items = named(...names)
      const pairsOf = (list: readonly Item[]) => likelyDuplicates({ ...emptyEstate, items: list }).map(({ itemIds }) => itemIds.toSorted().join(' '))
      const pairs = pairsOf(items)
      expect(pairsOf(items.toReversed()).toSorted()).toEqual(pairs.toSorted())
      expect(new Set(pairs).size).toBe(pairs.length)
      expect(pairs.filter((pair) => new Set(pair.split(' ')).size < 2)).toEqual([])
    }), { numRuns: 200 })
  })

  it('are looked for among 12,500 items of much the same names', () => {
    const items = Array.from({ length: 12_500 }, (_, index) => anItem(`i${index}`, { name: `Clinical system ${index % 40 === 0 ? `arkiv${'abcdefghij'[index % 10] ?? ''}` : ''}${index}` }))
    expect(likelyDuplicates({ ...emptyEstate, items })).toEqual([])
  })
})

describe('A merge of imported items', () => {
  const imported = importSheets(
    rawSheet('Applications', [['Id', 'Name', 'Owner', 'Supplier', 'Colour'], ['a', 'DIPS Arena', 'Kari', '', ''], ['b', 'Dips arena 21.1', 'Ola', 'DIPS AS', 'blue'], ['c', 'Portal', '', '', '']]),
    rawSheet('Servers', [['Id', 'Name'], ['s', 's']]),
    rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength'], ['a', 's', 'Runs on', 'Soft'], ['b', 's', 'Runs on', 'Hard'], ['c', 'b', 'Uses', ''], ['a', 'b', 'Uses', '']]),
  )
  const merged = withMerges(imported, [{ keep: 'a', drop: 'b' }], countingIds())

  it('keeps the one, fills in what only the other said, and lets everything name the one', () => {
    expect(merged.document.estate.items.map(({ id, name, owner, supplier, extra }) => [id, name, owner, supplier, extra])).toEqual([
      ['a', 'DIPS Arena', 'Kari', 'DIPS AS', [['Colour', 'blue']]], ['c', 'Portal', undefined, undefined, undefined], ['s', 's', undefined, undefined, undefined],
    ])
    expect(merged.document.estate.dependencies.map(({ from, to, strength }) => `${from} ${to} ${strength}`)).toEqual(['a s hard', 'c a soft'])
    expect(merged.document.scenarios[0]?.groups.map((group) => group.itemIds)).toEqual([['a', 's'], ['c']])
  })

  it('knows the cell of each value, in whichever row it stands', () => {
    const { estate } = documentWithSources(merged)
    const item = estate.items.find(({ id }) => id === 'a')
    const rowOf = (field: string): number | undefined => (item && sourceOfField(estate, item, field)?.row)
    expect([rowOf('owner'), rowOf('supplier'), rowOf('extra:Colour')]).toEqual([2, 3, 3])
  })

  it('is nothing without merges, for items that are not there, and in a ring', () => {
    expect(withMerges(imported, [], countingIds())).toBe(imported)
    expect(withMerges(imported, [{ keep: 'a', drop: 'zz' }], countingIds())).toBe(imported)
    const ring = withMerges(imported, [{ keep: 'a', drop: 'b' }, { keep: 'b', drop: 'a' }], countingIds())
    expect(ring.document.estate.items.map((item) => item.id)).toEqual(['a', 'c', 's'])
  })
})
