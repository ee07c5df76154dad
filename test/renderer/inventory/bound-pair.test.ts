import { lookup } from '@core/plan/lookup'
import { boundPair } from '@renderer/inventory/bound-pair'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, anItem } from '@test/builders/an-item'
import { describe, expect, it } from 'vitest'

describe('a rule that would part what always moves together', () => {
  const plan = lookup(aPlan({ items: ['a', 'b', 'c'].map((id) => anItem(id)), dependencies: [aDependency('a', 'c', { strength: 'hard' })] }))

  it('names the two items of one move group', () => {
    expect(boundPair('apart', ['a', 'b', 'c'], plan)).toEqual(['a', 'c'])
    expect(boundPair('before', ['c', 'a'], plan)).toEqual(['c', 'a'])
  })

  it('is none where the items are in groups of their own, and for rules that part nothing', () => {
    expect(boundPair('apart', ['a', 'b'], plan)).toBeNull()
    expect(boundPair('together', ['a', 'c'], plan)).toBeNull()
  })
})
