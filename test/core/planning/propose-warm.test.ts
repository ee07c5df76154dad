import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import type { PlanDocument } from '@core/plan/plan-document'
import type { Mode, Objective, Proposal, ProposeControl, ProposeOptions } from '@core/planning/proposal'
import { propose } from '@core/planning/propose'
import { bigPlan } from '@test/builders/big-plan'
import { checkPlan } from '@test/checker/plan-checker'
import { randomPlan } from '@test/core/violations/random-plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const patient: ProposeControl = { now: () => 0, isCancelled: () => false, onProgress: () => undefined }

const freshIds = (kind: string) => {
  const ids = countingIds()
  return (prefix: string) => ids(`${kind} ${prefix}`)
}

const proposeFor = (document: PlanDocument, options: Partial<ProposeOptions>): Proposal =>
  propose(document, { objective: 'bridges', steps: 3000, seed: 1, newId: freshIds('new'), ...options }, patient)

const accept = (document: PlanDocument, { placements, newWaves }: Proposal): PlanDocument =>
  applyChange(document, placeGroups(document, placements, newWaves)).document

describe('a search that goes on from a plan', () => {
  const document = bigPlan({ items: 300, dependencies: 900, waves: 0, seed: 3 })

  it('keeps the waves and is never worse', () => {
    const first = proposeFor(document, {})
    const onwards = proposeFor(document, { start: first, seed: 2, newId: freshIds('other') })
    expect(onwards.newWaves.map(({ id }) => id)).toEqual(first.newWaves.map(({ id }) => id))
    expect(onwards.measures.bridgePrice).toBeLessThanOrEqual(first.measures.bridgePrice)
    expect(checkPlan(accept(document, onwards))).toEqual([])
  })

  it('hands the plan back as it is when it may not take a step', () => {
    const first = proposeFor(document, {})
    const same = proposeFor(document, { start: first, steps: 0 })
    expect(same.placements).toEqual(first.placements)
    expect(same.measures).toEqual(first.measures)
  })

  it('begins anew where the plan breaks something', () => {
    const first = proposeFor(document, {})
    const [wave] = first.newWaves
    const heaped = new Map([...first.placements.keys()].map((id) => [id, wave?.id ?? null]))
    const { measures, placements } = proposeFor(document, { start: { ...first, placements: heaped }, seed: 2 })
    expect(measures.unplaced).toBe(0)
    expect(new Set(placements.values()).size).toBeGreaterThan(1)
  })

  it('breaks nothing and gets no worse, whatever the plan, the mode and the aim', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom<Mode>('fill', 'replan', 'repair'),
        fc.constantFrom<Objective>('balanced', 'waves', 'bridges'),
        (seed, mode, objective) => {
          const plan = randomPlan(seed)
          const first = proposeFor(plan, { mode, objective, steps: 300 })
          const onwards = proposeFor(plan, { mode, objective, steps: 300, start: first, seed: 2 })
          const hard = checkPlan(accept(plan, onwards)).filter(({ type }) => type !== 'hard-dependency')
          expect(hard).toEqual([])
          expect(onwards.measures.unplaced).toBeLessThanOrEqual(first.measures.unplaced)
          if (mode === 'repair') expect(onwards.measures.moved).toBeLessThanOrEqual(first.measures.moved)
        },
      ),
      { numRuns: 60, examples: [[213306, 'repair', 'balanced'], [74052, 'repair', 'bridges']] },
    )
  }, 60_000)
})
