import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '@core/estate/item'
import { compileFilter, isEmptyFilter } from '@core/estate/find/compile-filter'
import { extraField, fieldNames, fieldTexts, fieldValue, type FindWorld } from '@core/estate/find/item-fields'
import { planFindWorld } from '@core/estate/find/plan-find-world'
import { fieldWithWord } from '@core/estate/find/search-text'
import { conditionTests, type ItemCondition, type ItemFilter } from '@core/plan/view'
import { aPlan } from '@test/builders/a-plan'
import { anItem, aPlatform, aServer } from '@test/builders/an-item'
import { arbitraryEstate } from '@test/builders/arbitrary-estate'

const wordOf = (_field: string, value: string): string => (value === 'server' ? 'Tjener' : value)
const nowhere: FindWorld = { placeOf: () => ({ group: null, wave: null, waveName: null }), wordOf }

const all = (...conditions: readonly ItemCondition[]): ItemFilter => ({ match: 'all', conditions })
const found = (items: readonly Item[], filter: ItemFilter, world = nowhere): readonly string[] =>
  items.filter(compileFilter(filter, world)).map(({ id }) => id)

const condition = (field: string, test: ItemCondition['test'], ...values: readonly string[]): ItemCondition => ({ field, test, values })

describe('a filter', () => {
  const items = [
    anItem('lab', { name: 'Laboratorium Sørlandet', owner: 'Kåre Ærlig', criticality: 4, effort: 12.5, endOfSupport: '2027-06-30' }),
    aServer('lab-01', { name: 'LAB-SKO-01', site: 'Skien', criticality: 2, endOfSupport: '2025-01-01', sharedService: true }),
    anItem('journal', { name: 'Journal', organisation: 'Helse Øst', extra: [['Rack', 'R12'], ['Bought', '2019-03-01']] }),
  ]

  it('finds words in any field, in any order, without case, accents and Norwegian letters', () => {
    const any = (text: string) => found(items, all(condition('any', 'contains', text)))
    expect([any('SORLANDET aerlig'), any('r12'), any('tjener'), any('helse øst'), any('lab'), any('kåre skien')])
      .toEqual([['lab'], ['journal'], ['lab-01'], ['journal'], ['lab', 'lab-01'], []])
  })

  it('tells is from is not, where is not is passed by a blank field', () => {
    const asked = (test: 'is' | 'is-not', ...values: string[]) => found(items, all(condition('criticality', test, ...values)))
    expect([asked('is', '4'), asked('is', '2', '4'), asked('is-not', '4')]).toEqual([['lab'], ['lab', 'lab-01'], ['lab-01', 'journal']])
  })

  it('compares numbers and days, and lets no blank field pass', () => {
    expect([
      found(items, all(condition('criticality', 'at-least', '3'))),
      found(items, all(condition('effort', 'at-most', '12,5'))),
      found(items, all(condition('endOfSupport', 'before', '2027-06-30'))),
      found(items, all(condition('endOfSupport', 'after', '2025-01-01'))),
      found(items, all(condition(extraField('Bought'), 'before', '2020-01-01'))),
      found(items, all(condition('name', 'at-least', '3'))),
    ]).toEqual([['lab'], ['lab'], ['lab-01'], ['lab'], ['journal'], []])
  })

  it('knows blank from filled, and yes from no', () => {
    expect([
      found(items, all(condition('site', 'blank'))),
      found(items, all(condition(extraField('Rack'), 'filled'))),
      found(items, all(condition('sharedService', 'is', 'yes'))),
    ]).toEqual([['lab', 'journal'], ['journal'], ['lab-01']])
  })

  it('combines filters of the plan, with and, or and not, and none with itself', () => {
    const filters: Record<string, ItemFilter> = {
      'Critical': all(condition('criticality', 'is', '4')), 'In Skien': all(condition('site', 'is', 'skien')),
      'Either': { match: 'any', conditions: [condition('filter', 'is', 'Critical'), condition('filter', 'is', 'In Skien')] },
      'Itself': all(condition('filter', 'is', 'Itself')),
    }
    const knowing: FindWorld = { ...nowhere, filterNamed: (name) => filters[name] }
    const asked = (...conditions: readonly ItemCondition[]) => found(items, all(...conditions), knowing)
    expect([
      asked(condition('filter', 'is', 'Either')), asked(condition('filter', 'is-not', 'Either')), asked(condition('filter', 'is', 'Critical', 'In Skien')),
      asked(condition('filter', 'is', 'Either'), condition('kind', 'is', 'server')), asked(condition('filter', 'is', 'Itself')), asked(condition('filter', 'is', 'Gone')),
    ]).toEqual([['lab', 'lab-01'], ['journal'], ['lab', 'lab-01'], ['lab-01'], [], []])
  })

  it('takes all or any of its conditions, and leaves out what is still being written', () => {
    const conditions = [condition('criticality', 'is', '4'), condition('site', 'is', 'skien'), condition('owner', 'contains', ' ')]
    expect([found(items, { match: 'any', conditions }), found(items, { match: 'all', conditions })]).toEqual([['lab', 'lab-01'], []])
    expect([isEmptyFilter(all(condition('owner', 'contains', ''))), found(items, all(condition('owner', 'is')))])
      .toEqual([true, ['lab', 'lab-01', 'journal']])
  })

  it('knows groups and waves, by number and by what they are called', () => {
    const plan = aPlan({
      items: [anItem('a'), anItem('b'), anItem('c'), aPlatform('p')],
      waves: [{ name: 'Pilot' }, {}], groups: { Blodbank: ['a'] }, placed: { a: 1, b: 2 },
    })
    const world = planFindWorld(plan, wordOf, (number, name) => `Bølge ${number} ${name ?? ''}`)
    const asked = (...conditions: ItemCondition[]) => found(plan.estate.items, all(...conditions), world)
    expect([
      asked(condition('wave', 'is', '1')), asked(condition('wave', 'at-least', '2')), asked(condition('wave', 'blank')),
      asked(condition('any', 'contains', 'pilot')), asked(condition('any', 'contains', 'blodb')), asked(condition('group', 'is', 'BLODBANK')),
    ]).toEqual([['a'], ['b'], ['c', 'p'], ['a'], ['a'], ['a']])
  })

  it('says in which field a word was found, the name first', () => {
    const [lab, , journal] = items
    expect([lab && fieldWithWord(lab, 'lab', nowhere), lab && fieldWithWord(lab, 'kare', nowhere), journal && fieldWithWord(journal, 'r12', nowhere)])
      .toEqual(['name', 'owner', extraField('Rack')])
  })

  it('knows no field of a newer program, and is not confused by its name', () => {
    expect([found(items, all(condition('__proto__', 'filled'))), found(items, all(condition('constructor', 'contains', 'o')))]).toEqual([[], []])
  })
})

/** Letter by letter, from the definition, with nothing remembered and nothing prepared. */
const naiveFold = (text: string): string =>
  [...text.normalize('NFKD').toLowerCase()].filter((letter) => !/\p{M}/u.test(letter)).map((letter) => {
    const known: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', ß: 'ss', þ: 'th', ð: 'd', đ: 'd', ł: 'l', œ: 'oe' }
    return known[letter] ?? letter
  }).join('')

const naiveNumber = (text: string): number | null => (/^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null)

const naiveCompare = (left: string, right: string): number | null => {
  const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)
  if (isDay(left) && isDay(right)) return left.localeCompare(right, 'en')
  const a = naiveNumber(left)
  const b = naiveNumber(right)
  return a === null || b === null ? null : a - b
}

const naivePasses = (item: Item, { field, test, values }: ItemCondition): boolean => {
  const fields = field === 'any' ? [...fieldNames, ...(item.extra ?? []).map(([heading]) => extraField(heading))] : [field]
  const texts = fields.flatMap((name) => fieldTexts(item, name, nowhere))
  const contains = (text: string): boolean => texts.some((candidate) => naiveFold(candidate).includes(naiveFold(text.trim())))
  const value = fieldValue(item, field, nowhere)
  const wanted = values.filter((text) => text.trim() !== '')
  const words = (text: string): readonly string[] => naiveFold(text).split(/\s+/).filter(Boolean)
  const is = field === 'any'
    ? wanted.some((text) => words(text).every(contains))
    : wanted.some((text) => texts.some((candidate) => naiveFold(candidate.trim()) === naiveFold(text.trim()) ||
      (typeof value === 'number' && naiveCompare(candidate, text) === 0)))
  const compared = wanted.map((text) => (value === undefined ? null : naiveCompare(String(value), text))).filter((by) => by !== null)
  switch (test) {
    case 'contains': return field === 'any' ? is : wanted.some(contains)
    case 'is': return is
    case 'is-not': return !is
    case 'blank': return field !== 'any' && value === undefined
    case 'filled': return field === 'any' || value !== undefined
    case 'at-least': return compared.some((by) => by >= 0)
    case 'at-most': return compared.some((by) => by <= 0)
    case 'before': return compared.some((by) => by < 0)
    case 'after': return compared.some((by) => by > 0)
  }
}

const arbitraryCondition: fc.Arbitrary<ItemCondition> = fc.record({
  field: fc.constantFrom('any', 'name', 'id', 'kind', 'site', 'owner', 'criticality', 'effort', 'endOfSupport', 'sharedService', 'wave', 'extra:Rack'),
  test: fc.constantFrom(...conditionTests),
  values: fc.array(fc.constantFrom('a', 'Å', 'ø', 'A-1', '1', '3', '12', '2030-01-01', 'Bergen', 'yes', 'server tjener', 'oslo a', ''), { minLength: 1, maxLength: 3 })
    .filter((values) => values.some((value) => value !== '')),
})

describe('a filter over any estate', () => {
  it('lets pass what a naive one does', () => {
    fc.assert(fc.property(arbitraryEstate({ maxItems: 12 }), fc.array(arbitraryCondition, { minLength: 1, maxLength: 3 }), fc.constantFrom('all', 'any'), (estate, conditions, match) => {
      const naive = estate.items.filter((item) =>
        match === 'all' ? conditions.every((each) => naivePasses(item, each)) : conditions.some((each) => naivePasses(item, each)))
      expect(found(estate.items, { match, conditions })).toEqual(naive.map(({ id }) => id))
    }), { numRuns: 120 })
  })
})
