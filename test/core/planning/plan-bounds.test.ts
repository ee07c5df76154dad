import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { planBounds } from '@core/planning/bounds'
import type { Objective, ProposeControl, ProposeOptions } from '@core/planning/proposal'
import { propose } from '@core/planning/propose'
import { evaluate } from '@core/violations/evaluate'
import { aDependency, anItem, anOrderedDependency } from '@test/builders/an-item'
import { aPlan, type PlanParts } from '@test/builders/a-plan'
import { checkPlan } from '@test/checker/plan-checker'
import { randomPlan } from '@test/core/violations/random-plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const patient: ProposeControl = { now: () => 0, isCancelled: () => false, onProgress: () => undefined }

const freshIds = () => {
  const ids = countingIds()
  return (prefix: string) => ids(`new ${prefix}`)
}

const proposeFor = (document: PlanDocument, options: Partial<ProposeOptions>) =>
  propose(document, { objective: 'balanced', steps: 2000, seed: 1, ...options, newId: freshIds() }, patient)

const items = (count: number, effort: number) => Array.from({ length: count }, (_, index) => anItem(`i${index}`, { effort }))

const waveArgument = (parts: PlanParts, options = {}) => {
  const { waves, argument } = planBounds(aPlan(parts), options).waves
  return { waves, argument }
}

describe('the argument for the fewest waves', () => {
  it('is the sum, or that large groups cannot share a wave', () => {
    expect(waveArgument({ items: items(10, 2) }, { capacity: 10 })).toEqual({ waves: 2, argument: 'sum' })
    expect(waveArgument({ items: items(6, 6) }, { capacity: 10 })).toEqual({ waves: 6, argument: 'halves' })
    expect(waveArgument({ items: items(7, 4) }, { capacity: 10 })).toEqual({ waves: 4, argument: 'thirds' })
    expect(waveArgument({ items: items(9, 3) }, { capacity: 10, maxItems: 2 })).toEqual({ waves: 5, argument: 'items' })
  })

  it('is no capacity that nobody has given', () => {
    expect(waveArgument({ items: items(30, 6) })).toEqual({ waves: 1, argument: 'any' })
    expect(proposeFor(aPlan({ items: items(30, 6) }), {}).bounds).toMatchObject({ waves: { argument: 'sum' }, assumedCapacity: 18.16 })
  })

  it('is a chain, with its groups', () => {
    const document = aPlan({ items: items(4, 1), rules: [{ type: 'before', itemIds: ['i2', 'i0', 'i3'] }], waves: 6 })
    const { waves, argument, groupIds } = planBounds(document, {}).waves
    const names = groupIds.map((id) => activeScenario(document).groups.find((group) => group.id === id)?.itemIds)
    expect({ waves, argument, names }).toEqual({ waves: 3, argument: 'chain', names: [['i2'], ['i0'], ['i3']] })
  })

  it('is what is apart, over several rules', () => {
    const rules = [['i0', 'i1'], ['i1', 'i2'], ['i0', 'i2']].map((itemIds) => ({ type: 'apart' as const, itemIds }))
    expect(waveArgument({ items: items(4, 1), rules, waves: 6 })).toEqual({ waves: 3, argument: 'apart' })
  })

  it('is windows that do not meet, and what must lie within them', () => {
    const rules = [
      { type: 'window' as const, itemIds: ['i0', 'i1', 'i2'], latest: 3 },
      { type: 'pin' as const, itemIds: ['i3'], wave: 5 },
    ]
    const waves = Array.from({ length: 6 }, () => ({ capacity: 10 }))
    expect(waveArgument({ items: items(4, 4), rules, waves })).toEqual({ waves: 3, argument: 'windows' })
  })

  it('is a search where sizes and order together need more than either', () => {
    const document = aPlan({
      items: [anItem('a', { effort: 5 }), anItem('b', { effort: 4 }), anItem('c', { effort: 5 }), anItem('d', { effort: 4 })],
      dependencies: [anOrderedDependency('b', 'a'), anOrderedDependency('c', 'b'), anOrderedDependency('d', 'c')],
    })
    const { bounds, provenOptimal, measures } = proposeFor(document, { objective: 'waves', capacity: 9 })
    expect({ bounds: bounds.waves.waves, provenOptimal, waves: measures.waves }).toEqual({ bounds: 2, provenOptimal: true, waves: 2 })
    const harder = aPlan({
      items: [anItem('a', { effort: 6 }), anItem('b', { effort: 1 }), anItem('c', { effort: 6 }), anItem('d', { effort: 5 })],
      dependencies: [anOrderedDependency('b', 'a'), anOrderedDependency('c', 'b'), anOrderedDependency('d', 'c')],
    })
    const result = proposeFor(harder, { objective: 'waves', capacity: 9 })
    expect({ ...result.bounds.waves, groupIds: [], proven: result.provenOptimal, waves: result.measures.waves })
      .toEqual({ waves: 3, argument: 'halves', settled: 0, groupIds: [], ruleIds: [], proven: true })
  })
})

const bridgeParts = (parts: PlanParts) => planBounds(aPlan(parts), {}).bridges

describe('the argument for the price of bridges', () => {
  const two = [anItem('a', { effort: 6 }), anItem('b', { effort: 6 })]
  const dependencies = [{ ...aDependency('a', 'b'), pricePerDay: 2 }]

  it('is none where everything could lie in one wave', () => {
    expect(bridgeParts({ items: two, dependencies, waves: 3 })).toEqual({ price: 0, parts: [] })
  })

  it('is pins, lags, rules and room that part the ends', () => {
    const pinned = [{ type: 'pin' as const, itemIds: ['a'], wave: 1 }, { type: 'pin' as const, itemIds: ['b'], wave: 3 }]
    expect(bridgeParts({ items: two, dependencies, waves: 3, rules: pinned }))
      .toEqual({ price: 180, parts: [{ argument: 'windows', price: 180, bridges: 1 }] })
    expect(bridgeParts({ items: two, dependencies, waves: 4, rules: [{ type: 'before', itemIds: ['a', 'b'], lag: 2 }] }))
      .toEqual({ price: 180, parts: [{ argument: 'lag', price: 180, bridges: 1 }] })
    expect(bridgeParts({ items: two, dependencies, waves: 3, rules: [{ type: 'apart', itemIds: ['a', 'b'] }] }))
      .toEqual({ price: 120, parts: [{ argument: 'apart', price: 120, bridges: 1 }] })
    expect(bridgeParts({ items: two, dependencies, waves: [{ capacity: 10 }, { capacity: 10 }] }))
      .toEqual({ price: 120, parts: [{ argument: 'room', price: 120, bridges: 1 }] })
  })

  it('is what stays, and what is settled', () => {
    const retained = [anItem('a'), anItem('b', { disposition: 'retain' })]
    expect(bridgeParts({ items: retained, dependencies, waves: 3 }))
      .toEqual({ price: 60, parts: [{ argument: 'retained', price: 60, bridges: 1 }] })
    const waves = [{ status: 'done' as const }, { status: 'done' as const }, {}]
    expect(bridgeParts({ items: two, dependencies, waves, placed: { a: 1, b: 2 } }))
      .toEqual({ price: 120, parts: [{ argument: 'settled', price: 120, bridges: 1 }] })
  })

  it('is that what hangs together is too large for a wave', () => {
    const chain = items(6, 4)
    const along = chain.slice(1).map(({ id }, index) => ({ ...aDependency(id, `i${index}`), pricePerDay: index + 1 }))
    expect(bridgeParts({ items: chain, dependencies: along, waves: [{ capacity: 12 }, { capacity: 12 }, { capacity: 12 }] }))
      .toEqual({ price: 60, parts: [{ argument: 'too-large', price: 60, bridges: 1 }] })
  })
})

describe('no plan that is found', () => {
  const anyOptions = fc.record({
    objective: fc.constantFrom<Objective>('balanced', 'waves', 'bridges'),
    mode: fc.constantFrom('fill' as const, 'replan' as const, 'repair' as const),
    capacity: fc.option(fc.integer({ min: 10, max: 150 }), { nil: undefined }),
    maxItems: fc.option(fc.integer({ min: 2, max: 20 }), { nil: undefined }),
    maxWaves: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  })

  it('lies below a bound, and what is called optimal is at one', () => {
    let complete = 0
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), anyOptions, (seed, options) => {
        const document = randomPlan(seed, { splits: seed % 2 === 0, statuses: seed % 3 === 0 ? ['planned', 'done'] : ['planned'] })
        const { bounds, measures, provenOptimal, lowerBoundWaves, ...proposal } = proposeFor(document, options)
        expect(lowerBoundWaves).toBe(bounds.waves.waves)
        if (measures.unplaced > 0) return
        const after = applyChange(document, placeGroups(document, proposal.placements, proposal.newWaves)).document
        const waves = new Set(activeScenario(after).groups.map(({ waveId }) => waveId)).size
        const { price } = evaluate(after).bridges
        expect(measures).toMatchObject({ waves, bridgePrice: price })
        const isClean = checkPlan(after).every(({ type }) => type === 'hard-dependency')
        if (!isClean) return
        complete += 1
        expect(waves).toBeGreaterThanOrEqual(bounds.waves.waves)
        expect(price).toBeGreaterThanOrEqual(bounds.bridges.price - 1e-6)
        if (provenOptimal === true && options.objective === 'waves') expect(waves).toBe(bounds.waves.waves)
      }),
      { numRuns: 400 },
    )
    expect(complete).toBeGreaterThan(50)
  }, 120_000)
})

type Tight = { readonly efforts: readonly number[]; readonly edges: readonly (readonly [number, number, number])[]; readonly capacity: number }

const tight: fc.Arbitrary<Tight> = fc.integer({ min: 3, max: 7 }).chain((count) => fc.record({
  efforts: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: count, maxLength: count }),
  edges: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: 14 })
    .map((edges) => edges.filter(([a, b]) => a !== b)),
  capacity: fc.integer({ min: 6, max: 14 }),
}))

const waveCount = 3

/** The least price of bridges over every way to lay the items into three undated waves; Infinity where nothing fits. */
const leastPrice = ({ efforts, edges, capacity }: Tight): number => {
  let least = Infinity
  for (let code = 0; code < waveCount ** efforts.length; code++) {
    const at = efforts.map((_, index) => Math.floor(code / waveCount ** index) % waveCount)
    const loads = [0, 1, 2].map((wave) => efforts.reduce((sum, effort, index) => sum + (at[index] === wave ? effort : 0), 0))
    if (loads.some((load) => load > capacity)) continue
    const price = edges.reduce((sum, [a, b, each]) =>
      sum + (at[a] === at[b] ? 0 : each * 30 * (Math.abs(at[a]! - at[b]!) + 1)), 0)
    least = Math.min(least, price)
  }
  return least
}

describe('the price that room alone asks for', () => {
  const planOf = ({ efforts, edges, capacity }: Tight): PlanDocument => aPlan({
    items: efforts.map((effort, index) => anItem(`i${index}`, { effort })),
    dependencies: edges.map(([a, b, pricePerDay], index) => ({ ...aDependency(`i${a}`, `i${b}`), id: `d${index}`, pricePerDay })),
    waves: Array.from({ length: waveCount }, () => ({ capacity })),
  })

  it('is half of what a hub cannot keep beside it', () => {
    const star: Tight = { efforts: [1, 4, 4, 4, 4], edges: [[1, 0, 1], [2, 0, 1], [3, 0, 1], [4, 0, 1]], capacity: 9 }
    expect({ bound: planBounds(planOf(star), {}).bridges, least: leastPrice(star) })
      .toEqual({ bound: { price: 60, parts: [{ argument: 'room', price: 60, bridges: 1 }] }, least: 120 })
  })

  it('is never more than the best of all plans has', () => {
    let positive = 0
    fc.assert(
      fc.property(tight, (instance) => {
        const least = leastPrice(instance)
        if (least === Infinity) return
        const { price } = planBounds(planOf(instance), {}).bridges
        if (price > 0) positive += 1
        expect(price).toBeLessThanOrEqual(least + 1e-6)
      }),
      { numRuns: 300 },
    )
    expect(positive).toBeGreaterThan(20)
  }, 60_000)
})
