import { lowerBoundWaves } from '@core/planning/bounds'
import { anItem } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { describe, expect, it } from 'vitest'

const items = (count: number, effort: number) => Array.from({ length: count }, (_, index) => anItem(`i${index}`, { effort }))

describe('the fewest waves possible', () => {
  it('are none for nothing', () => {
    expect(lowerBoundWaves(aPlan(), {})).toBe(0)
  })

  it('hold all of the effort', () => {
    expect(lowerBoundWaves(aPlan({ items: items(10, 3.1) }), { capacity: 10 })).toBe(4)
  })

  it('hold all of the items', () => {
    expect(lowerBoundWaves(aPlan({ items: items(10, 3) }), { maxItems: 4 })).toBe(3)
  })

  it('are one for each group of more than half a wave', () => {
    expect(lowerBoundWaves(aPlan({ items: items(5, 6) }), { capacity: 10 })).toBe(5)
  })

  it('are as many as a chain of strictly earlier is long', () => {
    const rules = [{ type: 'before' as const, itemIds: ['i0', 'i1', 'i2'] }]
    expect(lowerBoundWaves(aPlan({ items: items(3, 1), rules, waves: 5 }), {})).toBe(3)
  })

  it('are as many as one rule keeps apart', () => {
    const rules = [{ type: 'apart' as const, itemIds: ['i0', 'i1', 'i2', 'i3'] }]
    expect(lowerBoundWaves(aPlan({ items: items(4, 1), rules, waves: 5 }), {})).toBe(4)
  })

  it('count settled waves in use as they are', () => {
    const waves = [{ status: 'done' as const }, { capacity: 5 }, { capacity: 5 }, { capacity: 5 }]
    expect(lowerBoundWaves(aPlan({ items: items(5, 2), waves, placed: { i0: 1 } }), {})).toBe(3)
  })
})
