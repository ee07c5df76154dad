import { describe, expect, it } from 'vitest'
import { activeScenario } from '@core/plan/plan-document'
import { nextViewPlace } from '@renderer/views/apply-view'
import { columnsOf, keysOfItems, withKeys } from '@renderer/views/today'
import { aPlan, groupWith } from '@test/builders/a-plan'
import { anItem, aPlatform } from '@test/builders/an-item'

const plan = aPlan({
  items: [anItem('a', { organisation: 'North' }), anItem('b', { organisation: 'North' }), anItem('c', { organisation: 'South' }), aPlatform('p')],
  groups: { Pair: ['a', 'b'] }, waves: 2, placed: { a: 1 },
})

describe('stepping through named views', () => {
  it('begins at the near end and stops at the far one', () => {
    expect([nextViewPlace(-1, 3, 1), nextViewPlace(-1, 3, -1), nextViewPlace(2, 3, 1), nextViewPlace(0, 3, -1), nextViewPlace(0, 3, 1)]).toEqual([0, 2, 2, 0, 1])
  })
})

describe('what is hidden today', () => {
  const keys = (...ids: readonly string[]) => keysOfItems(activeScenario(plan).groups, new Set(ids))
  it('is a whole group by its own key, and part of one item by item', () => {
    const pair = `group:${groupWith(plan, 'a').id}`
    expect([keys('a', 'b'), keys('a'), keys('p', 'a', 'b')]).toEqual([[pair], ['item:a'], [pair, 'item:p']])
  })
  it('is added once and taken out again', () => {
    expect([withKeys(['x'], ['x', 'y'], true), withKeys(['x', 'y'], ['x'], false)]).toEqual([['x', 'y'], ['y']])
  })
  it('is chosen among the columns of the grouping, each with its items', () => {
    expect(columnsOf(plan, 'organisation').map(({ lane, items }) => [lane.key, items])).toEqual([
      ['organisation:North', 2], ['organisation:South', 1], ['organisation-none', 1],
    ])
  })
})
