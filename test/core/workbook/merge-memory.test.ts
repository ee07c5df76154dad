import { describe, expect, it } from 'vitest'
import { decided, decisionOn, mergesOf, recalledDecisions, remembered, withDecisions, type RememberedDecision } from '@core/workbook/merge-memory'
import { anItem } from '@test/builders/an-item'

const items = [anItem('a', { name: 'DIPS Arena' }), anItem('b', { name: 'Dips arena' }), anItem('c', { name: 'Lab' }), anItem('d', { name: 'LAB' })]
const one = decided(decided([], ['a', 'b'], 'b'), ['c', 'd'], null)

describe('What is decided on items that look alike', () => {
  it('makes one of two, or says that they are two, or nothing again', () => {
    expect(mergesOf(one)).toEqual([{ keep: 'b', drop: 'a' }])
    expect(decisionOn(one, ['d', 'c'])).toEqual({ itemIds: ['c', 'd'], keep: null })
    expect(decided(one, ['b', 'a'], undefined)).toEqual([{ itemIds: ['c', 'd'], keep: null }])
  })

  it('is known again at the next import of the same items, and of no others', () => {
    const known = remembered(items, one)
    expect(recalledDecisions([...items].reverse(), known)).toEqual(one)
    expect(recalledDecisions([anItem('a', { name: 'Something else' }), ...items.slice(1)], known)).toEqual([{ itemIds: ['c', 'd'], keep: null }])
    expect(recalledDecisions(items.slice(0, 1), known)).toEqual([])
  })

  it('gives way to a newer decision on the same pair, and the oldest go', () => {
    const pair = (name: string, keep: string | null): RememberedDecision => ({ pair: [`${name}1`, `${name}2`], keep })
    expect(withDecisions([pair('a', null), pair('b', null), pair('c', null)], [{ pair: ['b2', 'b1'], keep: 'b1' }], 2))
      .toEqual([pair('c', null), { pair: ['b2', 'b1'], keep: 'b1' }])
  })
})
