import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { isSettled } from '@core/plan/wave'
import type { Objective, Proposal, ProposeControl, ProposeOptions } from '@core/planning/proposal'
import { propose } from '@core/planning/propose'
import { evaluate } from '@core/violations/evaluate'
import { anItem, aDependency, anOrderedDependency } from '@test/builders/an-item'
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

const proposeFor = (document: PlanDocument, options: Partial<ProposeOptions> = {}, control = patient): Proposal =>
  propose(document, { objective: 'balanced', steps: 300, seed: 1, ...options, newId: freshIds() }, control)

const accept = (document: PlanDocument, { placements, newWaves }: Proposal): PlanDocument =>
  applyChange(document, placeGroups(document, placements, newWaves)).document

const hardProblems = (document: PlanDocument) => checkPlan(document).filter(({ type }) => type !== 'hard-dependency')

const numbersIn = (document: PlanDocument): Readonly<Record<string, number | null>> => {
  const { groups, waves } = activeScenario(document)
  return Object.fromEntries(groups.flatMap(({ itemIds, waveId }) =>
    itemIds.map((id) => [id, waves.find((wave) => wave.id === waveId)?.number ?? null])))
}

const changed = (before: PlanDocument, after: PlanDocument): number => {
  const places = new Map(activeScenario(before).groups.map(({ id, waveId }) => [id, waveId]))
  return activeScenario(after).groups.filter(({ id, waveId }) => places.get(id) !== waveId).length
}

/** The fewest groups to move until nothing is broken, by trying; null where nothing helps with so many changes. */
const fewestByTrying = (document: PlanDocument, most: number): number | null => {
  const { groups, waves } = activeScenario(document)
  const open = waves.filter((wave) => !isSettled(wave))
  const mends = (placements: ReadonlyMap<string, string | null>, from: number, left: number): boolean => {
    if (left === 0) return hardProblems(applyChange(document, placeGroups(document, placements, [])).document).length === 0
    return groups.slice(from).some((group, index) => open.some(({ id }) =>
      id !== group.waveId && mends(new Map([...placements, [group.id, id]]), from + index + 1, left - 1)))
  }
  for (let changes = 0; changes <= most; changes++) if (mends(new Map(), 0, changes)) return changes
  return null
}

describe('a repair', () => {
  it('moves nothing in a plan without a hard violation', () => {
    const document = aPlan({
      items: [anItem('a'), anItem('b'), anItem('c')], dependencies: [aDependency('a', 'b')], waves: 3, placed: { a: 1, b: 3 },
    })
    const proposal = proposeFor(document, { mode: 'repair' })
    expect({ after: numbersIn(accept(document, proposal)), obstacles: proposal.obstacles }).toEqual({ after: { a: 1, b: 3, c: null }, obstacles: [] })
  })

  it('moves the one group that is in the way, not those that agree with each other', () => {
    const document = aPlan({
      items: [anItem('late'), anItem('x'), anItem('y'), anItem('z')],
      dependencies: ['x', 'y', 'z'].map((id) => anOrderedDependency(id, 'late')),
      waves: 3,
      placed: { late: 3, x: 1, y: 2, z: 1 },
    })
    const proposal = proposeFor(document, { mode: 'repair' })
    expect(numbersIn(accept(document, proposal))).toEqual({ late: 1, x: 1, y: 2, z: 1 })
    expect(proposal.measures.moved).toBe(1)
  })

  it('plans what something planned needs', () => {
    const document = aPlan({
      items: [anItem('needs'), anItem('provider'), anItem('other')],
      dependencies: [anOrderedDependency('needs', 'provider')], waves: 2, placed: { needs: 1 },
    })
    expect(numbersIn(accept(document, proposeFor(document, { mode: 'repair' })))).toEqual({ needs: 1, provider: 1, other: null })
  })

  it('leaves nothing broken, and never more moved than the fewest that trying finds', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const document = randomPlan(seed, { splits: false, rules: 3 })
        if (activeScenario(document).groups.length > 9) return
        const proposal = proposeFor(document, { mode: 'repair' })
        const after = accept(document, proposal)
        expect(hardProblems(after)).toEqual([])
        const fewest = fewestByTrying(document, 2)
        if (fewest === null) return
        compared += 1
        expect(changed(document, after)).toBe(fewest)
      }),
      { numRuns: 200, examples: [[991049], [145556]] },
    )
    expect(compared).toBeGreaterThan(20)
  }, 120_000)

  it('never touches settled waves, and breaks nothing, whatever the plan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const document = randomPlan(seed, { statuses: ['planned', 'planned', 'committed', 'done'], placed: 0.9 })
        const after = accept(document, proposeFor(document, { mode: 'repair' }))
        const settled = activeScenario(document).waves.filter(isSettled).map(({ id }) => id)
        const inside = (plan: PlanDocument) => activeScenario(plan).groups.filter(({ waveId }) => settled.includes(waveId ?? ''))
        expect(inside(after)).toEqual(inside(document))
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})

describe('planning anew', () => {
  const scattered = () => aPlan({
    items: ['a', 'b', 'c', 'd'].map((id) => anItem(id, { effort: 1 })),
    dependencies: [aDependency('a', 'b'), aDependency('c', 'd')],
    waves: [{ capacity: 2 }, { capacity: 2 }],
    placed: { a: 1, b: 2, c: 1, d: 2 },
  })

  it('moves what has a place where that is better, which filling does not', () => {
    const prices = (['fill', 'replan'] as const).map((mode) =>
      evaluate(accept(scattered(), proposeFor(scattered(), { mode, objective: 'bridges', steps: 3000 }))).bridges.count)
    expect(prices).toEqual([2, 0])
  })

  it('breaks nothing in any mode, whatever the plan, the objective and the weights', () => {
    const options = fc.record({
      mode: fc.constantFrom('fill' as const, 'replan' as const, 'repair' as const),
      objective: fc.constantFrom<Objective>('balanced', 'waves', 'bridges'),
      weights: fc.record({ bridges: fc.nat(3), waves: fc.nat(3), balance: fc.nat(3), risk: fc.nat(3), warnings: fc.nat(3) }),
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), options, (seed, chosen) => {
        const document = randomPlan(seed)
        expect(hardProblems(accept(document, proposeFor(document, chosen)))).toEqual([])
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})

describe('better plans as they come', () => {
  it('begin with the first one at once, each clean and better, and end with the one that is returned', () => {
    let time = 0
    const items = Array.from({ length: 40 }, (_, index) => anItem(`i${index}`))
    const dependencies = items.map(({ id }, index) => aDependency(id, `i${(index * 7 + 3) % 40}`))
    const document = aPlan({ items, dependencies, waves: Array.from({ length: 5 }, () => ({ capacity: 9 })) })
    const prices: number[] = []
    const seen: number[] = []
    const control: ProposeControl = {
      now: () => (time += 100),
      isCancelled: () => false,
      onProgress: ({ best }) => { if (best) seen.push(best.bridgePrice) },
      onBetter: (proposal) => {
        const after = accept(document, proposal)
        expect(hardProblems(after)).toEqual([])
        expect(proposal.measures.bridgePrice).toBe(evaluate(after).bridges.price)
        prices.push(proposal.measures.bridgePrice)
      },
    }
    const last = proposeFor(document, { objective: 'bridges', steps: 20_000 }, control)
    expect(prices.length).toBeGreaterThan(1)
    expect(prices).toEqual(prices.toSorted((a, b) => b - a))
    expect(last.measures.bridgePrice).toBeLessThanOrEqual(prices.at(-1)!)
    expect(seen.length).toBeGreaterThan(prices.length)
  })

  it('stay as they are when the search is stopped', () => {
    let asked = 0
    const items = Array.from({ length: 60 }, (_, index) => anItem(`i${index}`))
    const document = aPlan({ items, waves: 5, dependencies: items.map(({ id }, index) => aDependency(id, `i${(index * 7 + 3) % 60}`)) })
    const proposal = proposeFor(document, { steps: 10_000_000 }, { ...patient, isCancelled: () => ++asked > 60 })
    expect(proposal.steps).toBeLessThan(100_000)
    expect(hardProblems(accept(document, proposal))).toEqual([])
  })
})

describe('limits', () => {
  const spread = (field: 'organisation' | 'supplier' | 'team') => aPlan({
    items: Array.from({ length: 12 }, (_, index) => anItem(`i${index}`, { effort: 4, [field]: index % 3 === 0 ? 'A' : 'B' })),
    rules: [{ type: 'capacity', itemIds: [], limit: 8, [field]: 'B' }],
    waves: 5,
  })

  it.each(['organisation', 'supplier', 'team'] as const)('of a %s hold in every wave', (field) => {
    const document = spread(field)
    const proposal = proposeFor(document)
    expect({ unplaced: proposal.unplaced, problems: checkPlan(accept(document, proposal)) }).toEqual({ unplaced: [], problems: [] })
    expect(proposal.bounds.waves).toMatchObject({ waves: 4, argument: 'capacity-rule', ruleIds: ['rule1'] })
  })

  it('of patient-critical groups of one organisation are kept to where that is possible', () => {
    const items = Array.from({ length: 8 }, (_, index) => anItem(`i${index}`, { criticality: 4, organisation: 'North', effort: 1 }))
    const most = (rules: readonly { type: 'critical-limit'; itemIds: readonly string[]; limit: number }[]): number => {
      const document = aPlan({ items, rules, waves: 5, dependencies: items.slice(1).map(({ id }) => aDependency(id, 'i0')) })
      const after = accept(document, proposeFor(document, { objective: 'bridges', steps: 20_000 }))
      return Math.max(...[...evaluate(after).loadByWaveId.values()].map(({ groups }) => groups))
    }
    expect([most([]), most([{ type: 'critical-limit', itemIds: [], limit: 2 }])]).toEqual([8, 2])
  })
})
