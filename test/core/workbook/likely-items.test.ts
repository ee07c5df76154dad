import { describe, expect, it } from 'vitest'
import type { RawCell } from '@core/workbook/raw-workbook'
import { compareImport } from '@core/workbook/compare-import'
import { translator } from '@core/messages/translator'
import { likenessWords } from '@core/workbook/likeness-words'
import { documentWithSources } from '@core/workbook/sources'
import { importSheets, rawSheet } from './raw-builders'
import { writtenRows } from './written-rows'

const headings = ['Name', 'Organisation', 'Supplier', 'Owner', 'Effort', 'Users', 'Server']
const others: readonly (readonly RawCell[])[] = [['Portal', 'Helse Fonna HF', 'Fjord AS', 'Ola', 10, 100, 'srv-9']]
const inventory = (...rows: readonly (readonly RawCell[])[]) => importSheets(rawSheet('Applications', [headings, ...rows, ...others]))

const compared = (before: readonly RawCell[], ...after: readonly (readonly RawCell[])[]) =>
  compareImport(documentWithSources(inventory(before)), inventory(...after), { way: 'newer' })
const whatOf = (...rows: Parameters<typeof compared>): readonly string[] =>
  writtenRows(compared(...rows).rows).filter((row) => !row.includes('dependency'))

const arena = ['DIPS Arena', 'Helse Bergen HF', 'DIPS AS', 'Kari', 35, 4213, 'srv-1']
const named = (name: string, cells: readonly RawCell[] = arena): readonly RawCell[] => [name, ...cells.slice(1)]

describe('An application without an id that has another name in the newer edition', () => {
  it.each([
    ['with a version and its organisation written otherwise', ['DIPS Arena 21.1', 'HELSE BERGEN', ...arena.slice(2)]],
    ['with a slip and its organisation by its initials', ['DIPS Aerna', 'HB', ...arena.slice(2)]],
    ['with its words in another order', named('Arena - DIPS')],
    ['with nothing but its figures, server and supplier the same', named('Felles EPJ')],
  ])('is the same %s', (_how, after) => {
    expect(whatOf(arena, after)[0]).toBe(`renamed application:DIPS Arena name: DIPS Arena -> ${String(after[0])}`)
  })

  it.each([
    ['another product on its server, from its supplier', ['Imatis', 'Helse Bergen HF', 'DIPS AS', 'Kari', 10, 100, 'srv-1']],
    ['another product of its house, with figures of its own', named('DIPS Lab', [...arena.slice(0, 4), 10, 100, 'srv-1'])],
    ['another product of its house, of which no figures are known', named('DIPS Lab', [...arena.slice(0, 4), null, null, 'srv-1'])],
    ['its edition for courses', named('DIPS Arena kurs')],
    ['that of another trust', ['DIPS Arena 21.1', 'Helse Fonna HF', 'DIPS AS', 'Kari', 35, 4213, 'srv-1']],
    ['a module of it', named('DIPS Arena Lab', ['', 'Helse Bergen HF', 'DIPS AS', 'Kari', 12, 50, 'srv-1'])],
  ])('is not %s', (_what, after) => {
    expect(whatOf(arena, after)).toEqual([`new-item application:${String(after[0])}`, '(not) gone-item application:DIPS Arena'])
  })

  it('shows why, that which says most first', () => {
    const [row] = compared(arena, ['DIPS Arena', 'HELSE BERGEN', ...arena.slice(2)].with(0, 'DIPS Arenna')).rows
    expect(row && 'match' in row ? row.match : null).toMatchObject({
      by: 'likeness', evidence: { alike: ['server', 'users', 'owner', 'supplier', 'organisation', 'effort'], unlike: [], sharedNeighbours: 1, neighbours: 1, confidence: 'strong' },
    })
  })

  it('is none of two that it may be as well, and both are offered', () => {
    const bare = (name: string): readonly RawCell[] => [name, 'Helse Bergen HF', 'DIPS AS', 'Kari', null, null, null]
    const { rows, possible } = compared(bare('DIPS Journal'), bare('DIPS Journaal'), bare('DIPS Jornal'))
    expect(writtenRows(rows)).toEqual(['new-item application:DIPS Journaal', 'new-item application:DIPS Jornal', '(not) gone-item application:DIPS Journal'])
    expect(possible.map(({ importedId, openId, evidence }) => [importedId, openId, evidence.confidence])).toEqual([
      ['application:DIPS Journaal', 'application:DIPS Journal', 'possible'], ['application:DIPS Jornal', 'application:DIPS Journal', 'possible'],
    ])
  })

  it('that was renamed is not by what so many share: a directory, a site, an owner', () => {
    const hub = (name: string) => importSheets(
      rawSheet('Applications', [['Name', 'Depends on'], [name, 'AD'], ...Array.from({ length: 40 }, (_one, index) => [`App ${String(index)}`, 'AD'])]),
    )
    const { rows } = compareImport(documentWithSources(hub('Nordic Journal')), hub('Regional Journal'), { way: 'newer' })
    expect(writtenRows(rows).slice(0, 2)).toEqual(['new-item application:Regional Journal', '(not) gone-item application:Nordic Journal'])
  })

  it('is known where its whole trust was renamed, by what stayed as it was', () => {
    const of = (trust: string, first: string) => importSheets(rawSheet('Applications', [['Name', 'Organisation'], [first, trust], ...['Lab', 'Kurve', 'Mottak'].map((name) => [name, trust])]))
    const { rows } = compareImport(documentWithSources(of('Sykehuset Innlandet HF', 'Journal')), of('Innland sjukehus', 'Journal 4.0'), { way: 'newer' })
    expect(writtenRows(rows)[0]).toBe('renamed application:Journal name: Journal -> Journal 4.0')
  })
})

describe('Applications of one name in several trusts, without ids', () => {
  const of = (...rows: readonly (readonly RawCell[])[]) => importSheets(rawSheet('Applications', [['Name', 'Organisation', 'Owner'], ...rows]))
  const [bergen, fonna, forde] = [['DIPS', 'Helse Bergen HF', 'Kari'], ['DIPS', 'Helse Fonna HF', 'Ola'], ['DIPS', 'Helse Førde HF', 'Per']] as const
  const plan = documentWithSources(of(bergen, fonna, forde))
  const rowsOver = (...rows: readonly (readonly RawCell[])[]): readonly string[] => writtenRows(compareImport(plan, of(...rows), { way: 'newer' }).rows)

  it('are the same in whatever order the rows stand', () => {
    expect(rowsOver(forde, bergen, fonna)).toEqual([])
  })

  it('stay themselves where the first of them goes, and one of another trust comes', () => {
    expect(rowsOver(forde, ['DIPS', 'Helse Vest IKT', 'Eva'], fonna)).toEqual(['new-item application:DIPS#4', '(not) gone-item application:DIPS'])
  })

  it('stay themselves where a trust is written otherwise', () => {
    expect(rowsOver(['DIPS', 'HELSE FORDE', 'Per'], ['DIPS', 'Helse Bergen', 'Kari'], fonna)).toEqual([
      'changed application:DIPS#3 organisation: Helse Førde HF -> HELSE FORDE', 'changed application:DIPS organisation: Helse Bergen HF -> Helse Bergen',
    ])
  })
})

it('Why two items are taken for one stands in one line, in both languages', () => {
  const evidence = { names: 0.8, sharedNeighbours: 1, neighbours: 2, alike: ['server', 'users', 'extra:Rack'], unlike: [], confidence: 'likely' } as const
  expect([likenessWords(translator('en'), evidence), likenessWords(translator('nb'), { ...evidence, names: 1 })]).toEqual([
    '1 of 2 neighbours the same. Same Server, Users, Rack (likely)', 'Samme navn, skrevet på en annen måte',
  ])
})
