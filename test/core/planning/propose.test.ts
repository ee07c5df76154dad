import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { isSettled } from '@core/plan/wave'
import { lowerBoundWaves } from '@core/planning/bounds'
import type { Objective, Proposal, ProposeControl, ProposeOptions } from '@core/planning/proposal'
import { propose } from '@core/planning/propose'
import { evaluate } from '@core/violations/evaluate'
import { aDependency, anItem, anOrderedDependency } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { checkPlan } from '@test/checker/plan-checker'
import { randomPlan } from '@test/core/violations/random-plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const patient: ProposeControl = { now: () => 0, isCancelled: () => false, onProgress: () => undefined }

const freshIds = () => {
  const ids = countingIds()
  return (prefix: string) => ids(`new ${prefix}`)
}

const optionsOf = (options: Partial<ProposeOptions> = {}): ProposeOptions => ({
  objective: 'balanced', steps: 300, seed: 1, ...options, newId: freshIds(),
})

const proposeFor = (document: PlanDocument, options: Partial<ProposeOptions> = {}): Proposal =>
  propose(document, optionsOf(options), patient)

const accept = (document: PlanDocument, { placements, newWaves }: Proposal): PlanDocument =>
  applyChange(document, placeGroups(document, placements, newWaves)).document

/** Wave number of each item, or null. */
const numbersIn = (document: PlanDocument): Readonly<Record<string, number | null>> => {
  const { groups, waves } = activeScenario(document)
  return Object.fromEntries(groups.flatMap(({ itemIds, waveId }) =>
    itemIds.map((id) => [id, waves.find((wave) => wave.id === waveId)?.number ?? null])))
}

const anyOptions = fc.record({
  objective: fc.constantFrom<Objective>('balanced', 'waves', 'bridges'),
  capacity: fc.option(fc.integer({ min: 10, max: 150 }), { nil: undefined }),
  maxItems: fc.option(fc.integer({ min: 2, max: 20 }), { nil: undefined }),
  maxWaves: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
})

describe('a proposal', () => {
  it('breaks nothing that a group of its own does not break already, whatever the plan and the options', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), anyOptions, (seed, options) => {
        const document = randomPlan(seed)
        const proposed = accept(document, proposeFor(document, options))
        const hard = checkPlan(proposed).map(({ type }) => type).filter((type) => type !== 'hard-dependency')
        expect(hard).toEqual([])
        expect(evaluate(proposed).violations.filter(({ severity, type }) => severity === 'hard' && type !== 'hard-dependency')).toEqual([])
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('gives a reason for every group that it leaves out, and for no placed one but those cut by hand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), anyOptions, (seed, options) => {
        const { obstacles, unplaced, placements } = proposeFor(randomPlan(seed), options)
        const reasons = obstacles.filter(({ type }) => type !== 'split-by-hand').map(({ groupId }) => groupId)
        expect(reasons.toSorted()).toEqual(unplaced.toSorted())
        expect([...placements].filter(([, waveId]) => waveId === null).map(([id]) => id)).toEqual(unplaced)
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('never touches what is committed, running or done', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), anyOptions, (seed, options) => {
        const document = randomPlan(seed, { statuses: ['planned', 'committed', 'running', 'done'] })
        const proposed = activeScenario(accept(document, proposeFor(document, options)))
        const before = activeScenario(document)
        const settled = before.waves.filter(isSettled)
        const inside = (scenario: typeof before) =>
          settled.map((wave) => [wave, scenario.groups.filter(({ waveId }) => waveId === wave.id)])
        expect(inside(proposed)).toEqual(inside(before))
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('has no fewer waves than the bound says are needed, when it is complete', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), anyOptions, (seed, options) => {
        const document = randomPlan(seed)
        const proposal = proposeFor(document, options)
        if (proposal.unplaced.length > 0) return
        const used = new Set(activeScenario(accept(document, proposal)).groups.map(({ waveId }) => waveId))
        expect(used.size).toBeGreaterThanOrEqual(lowerBoundWaves(document, options))
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('is the same for the same seed and steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), anyOptions, (seed, options) => {
        const document = randomPlan(seed)
        expect(proposeFor(document, options)).toEqual(proposeFor(document, options))
      }),
      { numRuns: 50 },
    )
  }, 60_000)
})

describe('the waves of a proposal', () => {
  const items = Array.from({ length: 24 }, (_, index) => anItem(`i${index}`, { effort: 5 }))

  it('are twelve of 1.1 times an even share, when nothing is said', () => {
    const { newWaves } = proposeFor(aPlan({ items }))
    expect(newWaves.map(({ number, capacity }) => ({ number, capacity }))).toEqual(
      Array.from({ length: 12 }, (_, index) => ({ number: index + 1, capacity: 11 })))
  })

  it('are as many as the capacity needs', () => {
    const { newWaves, unplaced, lowerBoundWaves: least, provenOptimal } = proposeFor(aPlan({ items }), { capacity: 30, objective: 'waves' })
    expect({ waves: newWaves.length, unplaced, least, provenOptimal }).toEqual({ waves: 4, unplaced: [], least: 4, provenOptimal: true })
  })

  it('are no more than allowed: what does not fit stays out, and it is said', () => {
    const { newWaves, unplaced, obstacles } = proposeFor(aPlan({ items }), { capacity: 30, maxWaves: 3 })
    expect({ waves: newWaves.length, unplaced: unplaced.length }).toEqual({ waves: 3, unplaced: 6 })
    expect(new Set(obstacles.map(({ type }) => type))).toEqual(new Set(['no-room']))
  })

  it('share the effort evenly where balance is asked for', () => {
    const document = aPlan({ items, waves: 4 })
    const loads = [...evaluate(accept(document, proposeFor(document))).loadByWaveId.values()].map(({ effort }) => effort)
    expect(loads).toEqual([30, 30, 30, 30])
  })

  it('are those of the plan, with the limits that the options give', () => {
    const { newWaves } = proposeFor(aPlan({ items, waves: [{ capacity: 10 }, { capacity: 10, status: 'done' }] }), { capacity: 60 })
    expect(newWaves.map(({ id, number, capacity }) => ({ id, number, capacity }))).toEqual([
      { id: 'wave1', number: 1, capacity: 60 },
      { id: 'new wave1', number: 3, capacity: 60 },
    ])
  })

  it('are as many as there are, but only so many of them are used as are allowed, settled ones counted', () => {
    const document = aPlan({
      items, waves: [{ capacity: 500, status: 'done' }, { capacity: 500 }, { capacity: 500 }, { capacity: 500 }], placed: { [items[0]?.id ?? '']: 4 },
    })
    const { placements, unplaced } = proposeFor(document, { maxWaves: 2 })
    expect([[...new Set(placements.values())], unplaced]).toEqual([['wave2'], []])
  })

  it('go on in dates where the last one has some', () => {
    const waves = [{ start: '2027-01-01', end: '2027-01-31', capacity: 60 }]
    const { newWaves } = proposeFor(aPlan({ items, waves }), { maxWaves: 2 })
    expect(newWaves.map(({ start, end }) => ({ start, end }))).toEqual([{ start: '2027-02-01', end: '2027-03-03' }])
  })
})

describe('a proposal over waves that are partly filled', () => {
  it('leaves groups where they are, and puts the others in order around them', () => {
    const document = aPlan({
      items: [anItem('first'), anItem('next'), anItem('last')],
      dependencies: [anOrderedDependency('next', 'first'), anOrderedDependency('last', 'next')],
      waves: 3,
      placed: { next: 2 },
    })
    const numbers = numbersIn(accept(document, proposeFor(document)))
    expect(numbers.next).toBe(2)
    expect(Object.values(numbers)).not.toContain(null)
  })

  it('lets go of what would leave others without a place', () => {
    const document = aPlan({
      items: [anItem('first'), anItem('next')],
      rules: [{ type: 'before', itemIds: ['first', 'next'] }],
      waves: 2,
      placed: { next: 1 },
    })
    expect(numbersIn(accept(document, proposeFor(document)))).toEqual({ first: 1, next: 2 })
  })
})

describe('the improvement', () => {
  it('brings together what would be bridged', () => {
    const items = Array.from({ length: 8 }, (_, index) => anItem(`i${index}`))
    const pairs = [[0, 7], [1, 6], [2, 5], [3, 4]] as const
    const document = aPlan({
      items, waves: Array.from({ length: 4 }, () => ({ capacity: 2 })),
      dependencies: pairs.map(([a, b]) => aDependency(`i${a}`, `i${b}`)),
    })
    expect(evaluate(accept(document, proposeFor(document, { objective: 'bridges', steps: 5000 }))).bridges).toEqual({ count: 0, price: 0 })
  })

  it('stops when it is cancelled, with a plan that is clean', () => {
    const document = randomPlan(7)
    const proposal = propose(document, optionsOf({ steps: 1_000_000 }), { ...patient, isCancelled: () => true })
    expect(proposal.steps).toBe(0)
    expect(checkPlan(accept(document, proposal)).filter(({ type }) => type !== 'hard-dependency')).toEqual([])
  })

  it('tells how far it is', () => {
    let time = 0
    const told: number[] = []
    const document = aPlan({ items: Array.from({ length: 30 }, (_, index) => anItem(`i${index}`)), waves: 4 })
    propose(document, optionsOf({ steps: 5000 }), {
      now: () => (time += 30), isCancelled: () => false, onProgress: ({ done }) => told.push(done),
    })
    expect(told.length).toBeGreaterThan(3)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })
})
