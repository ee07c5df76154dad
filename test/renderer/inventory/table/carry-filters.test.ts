import { describe, expect, it } from 'vitest'
import { compileFilter } from '@core/estate/find/compile-filter'
import { lookup } from '@core/plan/lookup'
import { evaluate } from '@core/violations/evaluate'
import { findWorldOf } from '@renderer/find/find-words'
import { translationFor } from '@renderer/i18n/use-translate'
import { carryFilters } from '@renderer/inventory/table/carry-filters'
import type { ColumnFilter } from '@renderer/inventory/table/column-filter'
import { itemFields } from '@renderer/inventory/table/item-fields'
import { filteredRows } from '@renderer/inventory/table/table-lines'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, anItem, anOrderedDependency, aPlatform, aServer } from '@test/builders/an-item'

const words = translationFor('en')
const plan = aPlan({
  items: [
    anItem('a', { name: 'Lab system', organisation: 'North', criticality: 4, effort: 12, endOfSupport: '2027-03-01', sharedService: true, extra: [['Rack', 7]] }),
    anItem('b', { name: 'Journal', organisation: 'South Trust', criticality: 2, effort: 5, endOfSupport: '2028-01-01', disposition: 'retire' }),
    aServer('c', { name: 'srv lab 01', organisation: 'North Trust', effort: 1500, cost: 40, extra: [['Rack', 12]] }),
    aServer('d', { name: 'srv 02', site: 'Oslo' }), aPlatform('p', { name: 'Old platform' }),
  ],
  dependencies: [anOrderedDependency('a', 'b', { order: 'provider-first' }), aDependency('a', 'c', { maxLatencyMs: 5 }), aDependency('b', 'c', { maxLatencyMs: 5 })],
  waves: 3, placed: { a: 1, b: 2, c: 3 },
})
const { items } = plan.estate
const fields = new Map(itemFields({ document: plan, found: lookup(plan), evaluation: evaluate(plan), words }).map((field) => [field.id, field]))
const world = findWorldOf(words.t, plan)

const carried = (filters: Record<string, ColumnFilter>) => carryFilters(filters, fields, items, world, words)
const inTable = (filters: Record<string, ColumnFilter>): readonly string[] =>
  filteredRows(items, fields, { quick: '', filters, sorts: [], groups: [], closed: new Set() }, null, words).map(({ id }) => id)
const everywhere = (filters: Record<string, ColumnFilter>): readonly string[] =>
  items.filter(compileFilter({ match: 'all', conditions: carried(filters).conditions }, world)).map(({ id }) => id)

const severities = [...new Set(items.map((item) => fields.get('violations')?.text(item) ?? ''))].sort()

const text = (typed: string): ColumnFilter => ({ text: typed, values: null })
const shown = (...values: readonly string[]): ColumnFilter => ({ text: '', values })

describe('the filters of columns, handed to the filter of the window', () => {
  const asked: readonly Record<string, ColumnFilter>[] = [
    { name: text('lab 0') }, { name: text('=journal') }, { organisation: text('<>north') }, { organisation: text('=') }, { organisation: text('<>') },
    { organisation: shown('North', 'South Trust') }, { organisation: shown('', 'North') }, { organisation: shown('') }, { organisation: shown() },
    { organisation: shown('', 'North', 'South Trust', 'North Trust') },
    { kind: text('serv') }, { kind: shown('Platform', 'Application') }, { kind: text('=Server') },
    { effort: text('> 5') }, { effort: text('5..12') }, { effort: shown('1,500') }, { effort: text('<= 12') }, { effort: text('1,5') }, { effort: text('=12') },
    { criticality: text('>= 3') }, { criticality: text('=4') }, { wave: text('> 1') }, { wave: text('wave 2') }, { wave: shown('Unplanned') }, { wave: shown('Unplanned', 'Wave 1') }, { wave: shown('', 'Unplanned') },
    { endOfSupport: text('< 1.1.2028') }, { endOfSupport: text('2027') }, { sharedService: shown('Yes') }, { disposition: text('ret') },
    { violations: text('hard') }, { violations: text('> 1') }, { violations: text('<= 1') }, { violations: text('=') }, { violations: text('<>') }, { violations: shown('') },
    { violations: text('nothing says so') }, { violations: shown(...severities.slice(0, 1)) }, { violations: shown(...severities.slice(1)) },
    { 'extra:Rack': text('7') }, { kind: shown('Server'), effort: text('>= 1'), name: text('srv') },
  ]

  it('find the same items everywhere as in the table', () => {
    for (const filters of asked) expect([filters, everywhere(filters)]).toEqual([filters, inTable(filters)])
  })

  it('say of violations how many there are and how many of them are hard', () => {
    const ofViolations = (filter: ColumnFilter) => carried({ violations: filter }).conditions
    expect([ofViolations(text('hard')), ofViolations(shown(''))]).toEqual([
      [{ field: 'hardViolations', test: 'at-least', values: ['1'] }], [{ field: 'violations', test: 'at-most', values: ['0'] }],
    ])
  })

  it('leave what only the table knows, and say values in no language', () => {
    expect(carried({ violations: shown('', '1 hard violation, 1 warning'), kind: shown('Server'), sharedService: shown('Yes') })).toEqual({
      left: ['violations'], conditions: [{ field: 'kind', test: 'is', values: ['server'] }, { field: 'sharedService', test: 'is', values: ['yes'] }],
    })
  })
})
