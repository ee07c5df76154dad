import type { Item } from '@core/estate/item'
import type { PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import { aDependency, aHardDependency, anItem, anOrderedDependency, aPlatform } from '@test/builders/an-item'
import { aPlan, type PlanParts } from '@test/builders/a-plan'
import { describe, expect, it } from 'vitest'

/** `type: items` of each violation. */
const found = (document: PlanDocument): readonly string[] =>
  evaluate(document).violations.map(({ type, itemIds }) => `${type}: ${itemIds.join(' ')}`)

const two = (parts: PlanParts, a: Partial<Item> = {}, b: Partial<Item> = {}): PlanDocument =>
  aPlan({ items: [anItem('a', a), anItem('b', b)], waves: 3, ...parts })

describe('a hard dependency', () => {
  const cut = { dependencies: [aHardDependency('a', 'b')], groups: { One: ['a'], Two: ['b'] } }

  it('is cut by two groups, whether they share a wave or are not planned at all', () => {
    expect(found(two(cut))).toEqual(['hard-dependency: a b'])
    expect(found(two({ ...cut, placed: { a: 1, b: 1 } }))).toEqual(['hard-dependency: a b'])
  })

  it('on a shared service only asks it to go first', () => {
    const parts = { dependencies: [aHardDependency('a', 'b')] }
    expect(found(two({ ...parts, placed: { a: 1, b: 2 } }, {}, { sharedService: true }))).toEqual(['order: a b'])
    expect(found(two({ ...parts, placed: { a: 2, b: 1 } }, {}, { sharedService: true }))).toEqual([])
  })

  it('on a shared service that is switched off asks it to go last', () => {
    const parts = { dependencies: [aHardDependency('a', 'b')] }
    const shared = { sharedService: true, disposition: 'retire' as const }
    expect(found(two({ ...parts, placed: { a: 1, b: 2 } }, {}, shared))).toEqual([])
    expect(found(two({ ...parts, placed: { a: 2, b: 1 } }, {}, shared))).toEqual(['retired-early: b a'])
  })

  it('on a platform asks nothing', () => {
    const items = [anItem('a'), aPlatform('p')]
    const document = aPlan({ items, waves: 2, placed: { a: 2 }, dependencies: [aHardDependency('a', 'p')] })
    expect({ found: found(document), bridges: evaluate(document).bridges }).toEqual({ found: [], bridges: { count: 0, price: 0 } })
  })
})

describe('the order of a soft dependency', () => {
  it('provider first: broken when the provider is later, or not planned', () => {
    const parts = { dependencies: [anOrderedDependency('a', 'b')] }
    expect(found(two({ ...parts, placed: { a: 1, b: 2 } }))).toEqual(['order: a b'])
    expect(found(two({ ...parts, placed: { a: 1 } }))).toEqual(['order: a b'])
    expect(found(two({ ...parts, placed: { b: 1 } }))).toEqual([])
    expect(found(two({ ...parts, placed: { a: 2, b: 2 } }))).toEqual([])
  })

  it('together: broken in two waves, or when one end is not planned', () => {
    const parts = { dependencies: [aDependency('a', 'b', { order: 'together' })] }
    expect(found(two({ ...parts, placed: { a: 1, b: 2 } }))).toEqual(['order: a b'])
    expect(found(two({ ...parts, placed: { b: 1 } }))).toEqual(['order: a b'])
    expect(found(two(parts))).toEqual([])
  })
})

describe('the price of bridges', () => {
  const dependencies = [aDependency('a', 'b', { pricePerDay: 2 })]

  it('counts every wave from the one to the other as 30 days where dates are missing', () => {
    expect(evaluate(two({ dependencies, placed: { a: 1, b: 2 } })).bridges).toEqual({ count: 1, price: 120 })
    expect(evaluate(two({ dependencies, placed: { a: 3, b: 1 } })).bridges).toEqual({ count: 1, price: 180 })
  })

  it('runs from the start of the earlier wave to the end of the later one, both days counted', () => {
    const waves = [{ start: '2027-01-01', end: '2027-01-31' }, { start: '2027-02-01', end: '2027-02-28' }]
    expect(evaluate(two({ dependencies, waves, placed: { a: 2, b: 1 } })).bridges).toEqual({ count: 1, price: 118 })
  })

  it('runs to the end of the last wave for what is retained, and is 1 a day where no price is given', () => {
    const document = two({ dependencies: [aDependency('a', 'b')], placed: { a: 2 } }, {}, { disposition: 'retain' })
    expect(evaluate(document).bridges).toEqual({ count: 1, price: 60 })
  })

  it('is nothing while one end has no wave', () => {
    expect(evaluate(two({ dependencies, placed: { a: 2 } })).bridges).toEqual({ count: 0, price: 0 })
  })
})

describe('freeze windows', () => {
  const waves = [{ start: '2027-12-20', end: '2027-12-31' }]
  const placed = { a: 1, b: 1 }

  it('break a wave only when no day of it is left', () => {
    const freezeWindows = [{ start: '2027-12-01', end: '2027-12-30' }]
    expect(found(two({ waves, placed, freezeWindows }))).toEqual([])
    expect(found(two({ waves, placed, freezeWindows: [...freezeWindows, { start: '2027-12-31', end: '2028-01-01' }] })))
      .toEqual(['freeze: a', 'freeze: b'])
  })

  it('hold for their own scope', () => {
    const freezeWindows = [{ start: '2027-12-01', end: '2027-12-31', organisation: 'North' }]
    expect(found(two({ waves, placed, freezeWindows }, { organisation: ' north' }, { organisation: 'South' }))).toEqual(['freeze: a'])
  })

  it('are not checked for waves without dates, and it is said', () => {
    const { violations, notices } = evaluate(two({ placed, freezeWindows: [{ start: '2027-01-01', end: '2029-01-01' }] }))
    expect({ violations, notices }).toEqual({
      violations: [],
      notices: [{ type: 'undated-waves', waveIds: ['wave1'], params: { count: 1, waves: '1' } }],
    })
  })
})

describe('rules', () => {
  it('before: one wave earlier where no lag is given, and counted by number', () => {
    const rule = { type: 'before' as const, itemIds: ['a', 'b'] }
    expect(found(two({ rules: [rule], placed: { a: 1, b: 1 } }))).toEqual(['before: a b'])
    expect(found(two({ rules: [{ ...rule, lag: 0 }], placed: { a: 1, b: 1 } }))).toEqual([])
    expect(found(two({ rules: [{ ...rule, lag: 2 }], placed: { a: 1, b: 2 } })))
      .toEqual(['before: a b'])
    expect(found(two({ rules: [{ ...rule, lag: 2 }], placed: { a: 1, b: 3 }, waves: [{ number: 1 }, { number: 3 }] }))).toEqual([])
  })

  it('apart, together, pin and window', () => {
    const itemIds = ['a', 'b']
    expect(found(two({ rules: [{ type: 'apart', itemIds }], placed: { a: 2, b: 2 } }))).toEqual(['apart: a b'])
    expect(found(two({ rules: [{ type: 'pin', itemIds, wave: 2 }], placed: { a: 1, b: 2 } }))).toEqual(['pin: a'])
    expect(found(two({ rules: [{ type: 'window', itemIds, earliest: 2, latest: 2 }], placed: { a: 1, b: 3 } })))
      .toEqual(['window: a', 'window: b'])
  })

  it('window by date: the whole wave lies within it', () => {
    const waves = [{ start: '2027-01-01', end: '2027-01-31' }]
    const rules = [{ type: 'window' as const, itemIds: ['a'], earliest: '2027-01-02' }, { type: 'window' as const, itemIds: ['b'], latest: '2027-01-31' }]
    expect(found(two({ waves, rules, placed: { a: 1, b: 1 } }))).toEqual(['window: a'])
  })
})

describe('limits', () => {
  it('are broken by what is over them, and not by what fills them', () => {
    const placed = { a: 1, b: 1 }
    const params = (document: PlanDocument) => evaluate(document).violations.map(({ type, params: { load, limit } }) => ({ type, load, limit }))
    expect(params(two({ placed, waves: [{ capacity: 2, maxItems: 2, budget: 10 }] }, { cost: 4 }, { cost: 6 }))).toEqual([])
    expect(params(two({ placed, waves: [{ capacity: 1.5, maxItems: 1, budget: 9 }] }, { cost: 4 }, { cost: 6 }))).toEqual([
      { type: 'capacity', load: 2, limit: 1.5 }, { type: 'max-items', load: 2, limit: 1 }, { type: 'budget', load: 10, limit: 9 },
    ])
  })

  it('of a rule count its scope alone', () => {
    const rules = [{ type: 'capacity' as const, itemIds: [], team: 'Blue', limit: 3 }]
    expect(evaluate(two({ rules, placed: { a: 1, b: 1 } }, { team: 'blue', effort: 4 }, { effort: 9 })).violations.map(({ params }) => params))
      .toEqual([{ load: 4, limit: 3 }])
  })
})

describe('warnings', () => {
  it('speak of latency, support, critical items and tests that come too late', () => {
    const warned = (document: PlanDocument) => ({ found: found(document), hard: evaluate(document).hard })
    expect(warned(two({ dependencies: [aDependency('a', 'b', { maxLatencyMs: 5 })], placed: { a: 1, b: 2 } })))
      .toEqual({ found: ['latency: a b'], hard: 0 })
    expect(warned(two({ waves: [{ start: '2027-01-01', end: '2027-02-01' }], placed: { a: 1 } }, { endOfSupport: '2027-01-31' })))
      .toEqual({ found: ['end-of-support: a'], hard: 0 })
    expect(warned(two({ placed: { a: 1, b: 2 } }, { criticality: 4 }, { criticality: 4 }))).toEqual({ found: ['critical-first: a'], hard: 0 })
    expect(warned(two({ placed: { a: 2, b: 1 } }, { name: 'DIPS', environment: 'Test' }, { name: 'dips', environment: 'Produksjon' })))
      .toEqual({ found: ['test-after-production: a b'], hard: 0 })
  })

  it('limit the critical groups of one organisation in a wave', () => {
    const critical = { criticality: 4 as const, organisation: 'North' }
    const rules = [{ type: 'critical-limit' as const, itemIds: [], limit: 1 }]
    expect(found(two({ rules, placed: { a: 2, b: 2 } }, critical, critical))).toEqual(['critical-limit: a b'])
  })
})

describe('an evaluation', () => {
  it('is the same object for the same document, and finds its violations by what takes part', () => {
    const document = two({ dependencies: [anOrderedDependency('a', 'b')], placed: { a: 1, b: 2 } })
    const evaluation = evaluate(document)
    expect(evaluate(document)).toBe(evaluation)
    const [violation] = evaluation.violations
    expect([
      evaluation.violationsByItemId.get('a'), evaluation.violationsByDependencyId.get('a>b'),
      evaluation.violationsByWaveId.get('wave2'), evaluation.violationsByWaveId.get('wave3'),
    ]).toEqual([[violation], [violation], [violation], undefined])
  })

  it('sums up what each wave holds', () => {
    const document = two({ placed: { a: 1, b: 1 } }, { effort: 2.5, cost: 10 }, {})
    expect([...evaluate(document).loadByWaveId.values()]).toEqual([
      { waveId: 'wave1', effort: 3.5, items: 2, cost: 10, groups: 2 },
      { waveId: 'wave2', effort: 0, items: 0, cost: 0, groups: 0 },
      { waveId: 'wave3', effort: 0, items: 0, cost: 0, groups: 0 },
    ])
  })
})
