import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import type { Rule } from '@core/plan/rule'
import type { Mode, ProposeControl, ProposeOptions, ProposeProgress } from '@core/planning/proposal'
import { propose } from '@core/planning/propose'
import { evaluate } from '@core/violations/evaluate'
import { confidenceOf, dependencyWeight } from '@core/violations/model/dependency-weight'
import { aDependency, aHardDependency, anItem } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { estateKinds, estateOfKind } from '@test/builders/estate-kinds'
import { checkPlan } from '@test/checker/plan-checker'
import { describe, expect, it } from 'vitest'

const patient: ProposeControl = { now: () => 0, isCancelled: () => false, onProgress: () => undefined }

const freshIds = () => {
  const ids = countingIds()
  return (prefix: string) => ids(`new ${prefix}`)
}

const proposed = (document: PlanDocument, options: Partial<ProposeOptions> = {}, control = patient) => {
  const proposal = propose(document, { objective: 'balanced', steps: 3000, seed: 1, newId: freshIds(), ...options }, control)
  return { proposal, after: applyChange(document, placeGroups(document, proposal.placements, proposal.newWaves)).document }
}

const scopes: readonly (readonly [string, Partial<Rule>])[] = [
  ['an organisation', { organisation: 'North' }], ['a supplier', { supplier: 'Acme' }], ['a team', { team: 'Blue' }],
]

describe('a capacity rule', () => {
  const items = Array.from({ length: 12 }, (_, index) =>
    anItem(`i${index}`, { effort: 5, ...(index < 6 && { organisation: 'North', supplier: 'acme ', team: 'Blue' }) }))

  it.each(scopes)('for %s holds in every wave that is filled, and without it fewer waves do', (_, scope) => {
    const rule = { type: 'capacity' as const, itemIds: [], limit: 10, ...scope }
    const bound = aPlan({ items, rules: [rule] })
    for (const mode of ['fill', 'replan'] as Mode[]) {
      const { proposal, after } = proposed(bound, { objective: 'waves', capacity: 60, mode })
      expect({ waves: proposal.measures.waves, problems: checkPlan(after), unplaced: proposal.unplaced }).toEqual({ waves: 3, problems: [], unplaced: [] })
      expect(proposal.bounds.waves).toMatchObject({ waves: 3, argument: 'capacity-rule', ruleIds: ['rule1'] })
    }
    expect(proposed(aPlan({ items }), { objective: 'waves', capacity: 60 }).proposal.measures.waves).toBe(1)
  })
})

describe('the limit on patient-critical groups', () => {
  const items = Array.from({ length: 6 }, (_, index) => anItem(`i${index}`, { organisation: 'North', criticality: 4, effort: 1 }))
  const warnings = (document: PlanDocument): number =>
    evaluate(document).violations.filter(({ type }) => type === 'critical-limit').length

  it('is off until a rule sets it, and then spreads them where that can be', () => {
    expect(warnings(proposed(aPlan({ items, waves: 4 })).after)).toBe(0)
    const limited = aPlan({ items, waves: 4, rules: [{ type: 'critical-limit', itemIds: [], limit: 2 }] })
    expect(warnings(proposed(limited, { steps: 20_000 }).after)).toBe(0)
    const heaped = aPlan({
      items, waves: 4, rules: [{ type: 'critical-limit', itemIds: [], limit: 2 }], placed: Object.fromEntries(items.map(({ id }) => [id, 2])),
    })
    expect(warnings(heaped)).toBe(1)
  })
})

describe('estates of every kind', () => {
  it('get plans that the checker finds nothing in, and that more steps make no dearer', () => {
    for (const kind of estateKinds) {
      for (const rules of [false, true]) {
        const document = estateOfKind({ kind, items: 90, waves: 6, capacity: 1.2, rules, seed: 7 })
        const [few, many] = [0, 40_000].map((steps) => proposed(document, { objective: 'bridges', steps }))
        expect(checkPlan(many!.after), kind).toEqual([])
        expect(many!.proposal.measures.bridgePrice, kind).toBeLessThanOrEqual(few!.proposal.measures.bridgePrice)
        expect(many!.proposal.measures.bridgePrice).toBeGreaterThanOrEqual(many!.proposal.bounds.bridges.price - 1e-6)
      }
    }
  }, 60_000)
})

describe('a search under way', () => {
  const document = estateOfKind({ kind: 'hospitals', items: 400, waves: 8, capacity: 1.2, seed: 1 })

  it('stops within a few looks once it is cancelled, with the best plan so far', () => {
    let steps = 0
    let isCancelled = false
    const { proposal, after } = proposed(document, { steps: 1_000_000 }, {
      now: () => steps++, isCancelled: () => isCancelled,
      onProgress: (progress) => { isCancelled ||= progress.steps > 20_000 },
    })
    expect(proposal.steps).toBeLessThan(200_000)
    expect(evaluate(after).hard).toBe(0)
  })

  it('tells how far it is about ten times a second', () => {
    let now = 0
    const told: ProposeProgress[] = []
    proposed(document, { steps: 300_000 }, {
      now: () => (now += 1), isCancelled: () => false, onProgress: (progress) => { told.push(progress) },
    })
    const seconds = now / 1000
    expect(told.length / seconds).toBeLessThanOrEqual(12)
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b))
    expect(activeScenario(document).groups).toHaveLength(400)
  })
})

describe('the weight of a dependency', () => {
  const [a, b] = [anItem('a'), anItem('b')]

  it('grows with price, strength, short latency and criticality, and shrinks with doubt', () => {
    const plain = { ...aDependency('a', 'b'), pricePerDay: 1 }
    const weigh = (change: object, to = b): number => dependencyWeight({ ...plain, ...change }, a, to)
    expect([
      weigh({}), weigh({ pricePerDay: 3 }), dependencyWeight({ ...aHardDependency('a', 'b'), pricePerDay: 1 }, a, b), weigh({ order: 'together' }), weigh({ order: 'provider-first' }),
      weigh({ maxLatencyMs: 0 }), weigh({ maxLatencyMs: 50 }), weigh({}, anItem('b', { criticality: 4 })), weigh({ confidence: '50 %' }),
    ]).toEqual([2, 4, 8, 6, 3, 4, 3, 3, 1])
  })

  it('reads confidence as people write it, and takes what it does not understand for certain', () => {
    expect(['', 'High', 'middels', 'lav', '80 %', '0,5', '30', '0', 'see notes'].map((confidence) => confidenceOf({ confidence })))
      .toEqual([1, 1, 0.7, 0.4, 0.8, 0.5, 0.3, 0.1, 1])
  })
})
