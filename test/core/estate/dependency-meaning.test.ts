import { describe, expect, it } from 'vitest'
import type { Dependency } from '@core/estate/dependency'
import { meaningOf } from '@core/estate/dependency-meaning'
import { aDependency, aHardDependency, anItem, anOrderedDependency, aPlatform } from '@test/builders/an-item'

const a = anItem('A')
const b = anItem('B')
const shared = anItem('B', { sharedService: true })

const meaning = (dependency: Dependency, to = b) => meaningOf(dependency, a, to)

describe('what a dependency asks of the waves of its ends', () => {
  it('follows from its strength and order', () => {
    expect(meaning(aHardDependency('A', 'B', { order: 'any' }))).toBe('same-group')
    expect(meaning(aDependency('A', 'B', { order: 'together' }))).toBe('same-wave')
    expect(meaning(anOrderedDependency('A', 'B'))).toBe('provider-first')
    expect(meaning(aDependency('A', 'B'))).toBe('any')
  })

  it('is an order where a shared service is needed hard, and unchanged where it is needed softly', () => {
    expect(meaning(aHardDependency('A', 'B'), shared)).toBe('provider-first')
    expect(meaning(aDependency('A', 'B'), shared)).toBe('any')
    expect(meaningOf(aHardDependency('B', 'A'), shared, a)).toBe('same-group')
  })

  it('is nothing where an end has no wave, is not there, or is the other end', () => {
    expect(meaning(aHardDependency('A', 'B'), aPlatform('B'))).toBe('none')
    expect(meaning(aHardDependency('A', 'B'), anItem('B', { disposition: 'retain' }))).toBe('none')
    expect(meaningOf(aHardDependency('A', 'B'), undefined, b)).toBe('none')
    expect(meaningOf(aHardDependency('A', 'A'), a, a)).toBe('none')
  })
})
