import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { compileFilter } from '@core/estate/find/compile-filter'
import { fieldNames } from '@core/estate/find/item-fields'
import { emptyHistory } from '@core/plan/history'
import type { ItemCondition, ItemFilter } from '@core/plan/view'
import { newCondition, testsOf, withField, withTest } from '@renderer/filter/field-tests'
import { headingsInUse, valuesInUse } from '@renderer/filter/field-values'
import { filterOf, filterStore, isLooking, markText, partsOf, setConditions, setText, showFilter } from '@renderer/filter/filter-store'
import { hiddenByKey, itemKey } from '@renderer/filter/hidden-items'
import { searchInSlices } from '@renderer/filter/search-in-slices'
import { nextPlace } from '@renderer/filter/walk-found'
import { openDocument } from '@renderer/stores/plan-store'
import { aPlan } from '@test/builders/a-plan'
import { anItem, aServer } from '@test/builders/an-item'

const servers: ItemCondition = { field: 'kind', test: 'is', values: ['server'] }
const wordsIn = (text: string): ItemCondition => ({ field: 'any', test: 'contains', values: [text] })
const world = { placeOf: () => ({ group: null, wave: null, waveName: null }), wordOf: (_field: string, value: string) => value }

beforeEach(async () => {
  await openDocument(aPlan({ items: [anItem('a'), aServer('b')] }), emptyHistory, null)
})

describe('the filter of the window', () => {
  it('is the words and the conditions as one, and can be taken apart again', () => {
    const filter: ItemFilter = { match: 'any', conditions: [wordsIn('lab'), servers] }
    expect(partsOf(filter)).toEqual({ text: 'lab', conditions: [servers], match: 'any' })
    expect(filterOf(partsOf(filter))).toEqual(filter)
    expect(filterOf({ text: '  ', conditions: [servers], match: 'all' })).toEqual({ match: 'all', conditions: [servers] })
  })
  it('looks for something only when a condition is complete', () => {
    setConditions([newCondition])
    expect(isLooking(filterStore.getState())).toBe(false)
    setText('lab')
    expect(isLooking(filterStore.getState())).toBe(true)
  })
  it('begins anew with words from the search, and ends with a view that has none', () => {
    setConditions([servers])
    markText(' lab ')
    expect(filterStore.getState()).toMatchObject({ text: 'lab', conditions: [], hides: false, isOpen: true })
    showFilter(null, false)
    expect(isLooking(filterStore.getState())).toBe(false)
  })
  it('is not that of another plan', async () => {
    setText('lab')
    await openDocument({ ...aPlan(), id: 'other' }, emptyHistory, null)
    setConditions([servers])
    expect(filterStore.getState()).toMatchObject({ planId: 'other', text: '', conditions: [servers] })
  })
})

describe('a condition that is being written', () => {
  it('has a test that makes sense for every field that is chosen', () => {
    for (const field of [...fieldNames, 'extra:Rack']) expect(testsOf(field)).toContain(withField(servers, field).test)
  })
  it('forgets its values where they mean nothing any more', () => {
    expect([withField(servers, 'effort'), withTest(servers, 'blank'), withTest(servers, 'is-not')]).toEqual([
      { field: 'effort', test: 'is', values: [] }, { field: 'kind', test: 'blank', values: [] }, { field: 'kind', test: 'is-not', values: ['server'] },
    ])
  })
  it('offers what is in use, the commonest first, and the planner\'s own columns', () => {
    const items = [anItem('a', { site: 'Oslo', extra: [['Rack', 1]] }), anItem('b', { site: 'Bergen' }), anItem('c', { site: 'Bergen', extra: [['Row', 'x'], ['Rack', 2]] })]
    expect([valuesInUse(items, 'site', world), headingsInUse(items)]).toEqual([['Bergen', 'Oslo'], ['Rack', 'Row']])
  })
})

describe('a search in slices', () => {
  const items = Array.from({ length: 500 }, (_, index) => anItem(`i${index}`, { effort: index }))
  const passes = compileFilter({ match: 'all', conditions: [{ field: 'effort', test: 'at-least', values: ['100'] }] }, world)
  it('finds the same as all at once, however little time a slice has', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 10 }), async (step) => {
      let time = 0
      const clock = { now: () => (time += step), pause: () => Promise.resolve() }
      expect(await searchInSlices(items, passes, () => false, clock)).toEqual(items.filter(passes))
    }), { numRuns: 10 })
  })
  it('ends as soon as another has begun', async () => {
    let time = 0
    let pauses = 0
    const clock = { now: () => (time += 100), pause: () => Promise.resolve(void pauses++) }
    expect(await searchInSlices(items, passes, () => true, clock)).toBeNull()
    expect(pauses).toBe(1)
  })
})

describe('walking through what was found', () => {
  it('goes round, and begins at the end that it comes from', () => {
    expect([nextPlace(-1, 3, 1), nextPlace(-1, 3, -1), nextPlace(2, 3, 1), nextPlace(0, 3, -1), nextPlace(0, 1, 1)]).toEqual([0, 2, 0, 2, 0])
  })
})

describe('items that are hidden one by one', () => {
  it('are those that are still in the plan', () => {
    expect(hiddenByKey(aPlan({ items: [anItem('a:b'), anItem('c')] }), [itemKey('a:b'), itemKey('gone'), 'group:c'])).toEqual(new Set(['a:b']))
  })
})
