import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import type { ProposeControl, ProposeOptions } from '@core/planning/proposal'
import { propose } from '@core/planning/propose'
import { anItem, anOrderedDependency } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { checkPlan } from '@test/checker/plan-checker'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const patient: ProposeControl = { now: () => 0, isCancelled: () => false, onProgress: () => undefined }

const freshIds = () => {
  const ids = countingIds()
  return (prefix: string) => ids(`new ${prefix}`)
}

const fewWaves = (document: PlanDocument, options: Partial<ProposeOptions>) =>
  propose(document, { objective: 'waves', seed: 1, ...options, newId: freshIds() }, patient)

type Instance = { readonly efforts: readonly number[]; readonly capacity: number; readonly pairs: readonly (readonly [number, number])[] }

const instances: fc.Arbitrary<Instance> = fc.integer({ min: 1, max: 8 }).chain((count) => fc.record({
  efforts: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: count, maxLength: count }),
  capacity: fc.integer({ min: 10, max: 18 }),
  pairs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 10 })
    .map((pairs) => pairs.filter(([a, b]) => a < b)),
}))

const planOf = ({ efforts, pairs }: Instance): PlanDocument => aPlan({
  items: efforts.map((effort, index) => anItem(`i${index}`, { effort })),
  dependencies: pairs.map(([before, after], index) => ({ ...anOrderedDependency(`i${after}`, `i${before}`), id: `d${index}` })),
})

/** The fewest waves by filling one after the other with every set that may come next. */
const fewestByTrying = ({ efforts, capacity, pairs }: Instance): number => {
  const all = 2 ** efforts.length - 1
  const sumOf = (set: number): number => efforts.reduce((sum, effort, index) => sum + ((set >> index) & 1) * effort, 0)
  const isClosed = (set: number): boolean => pairs.every(([before, after]) => ((set >> after) & 1) === 0 || ((set >> before) & 1) === 1)
  const waves = new Array<number>(all + 1).fill(Infinity)
  waves[0] = 0
  for (let set = 1; set <= all; set++) {
    if (!isClosed(set)) continue
    for (let part = set; part > 0; part = (part - 1) & set) {
      if (sumOf(part) <= capacity && isClosed(set & ~part)) waves[set] = Math.min(waves[set]!, 1 + waves[set & ~part]!)
    }
  }
  return waves[all]!
}

describe('a proposal of few waves for a small plan', () => {
  it('has as few as trying everything finds, and says so', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const document = planOf(instance)
        const proposal = fewWaves(document, { capacity: instance.capacity })
        expect(checkPlan(applyChange(document, placeGroups(document, proposal.placements, proposal.newWaves)).document)).toEqual([])
        const { measures: { waves }, provenOptimal, lowerBoundWaves } = proposal
        const fewest = fewestByTrying(instance)
        expect({ waves, provenOptimal, lowerBoundWaves }).toEqual({ waves: fewest, provenOptimal: true, lowerBoundWaves: fewest })
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('does not claim a proof that windows or rules outside the search would need', () => {
    const document = aPlan({
      items: ['a', 'b', 'c', 'd'].map((id) => anItem(id, { effort: 3 })),
      rules: [{ type: 'before', itemIds: ['a', 'b'], lag: 2 }, { type: 'apart', itemIds: ['c', 'd'] }],
    })
    const { provenOptimal, measures, bounds } = fewWaves(document, { capacity: 12 })
    expect(bounds.waves.waves).toBeLessThanOrEqual(measures.waves)
    expect(provenOptimal).toBe(measures.waves === bounds.waves.waves ? true : null)
  })

  it('is the same for the same steps, whatever the clock says', () => {
    const document = planOf({
      efforts: Array.from({ length: 40 }, (_, index) => 3 + ((index * 7) % 11)), capacity: 19,
      pairs: Array.from({ length: 30 }, (_, index) => [index, index + 3 + (index % 5)] as const),
    })
    const results = [1, 17].map((pace) => {
      let time = 0
      const control = { ...patient, now: () => (time += pace) }
      return propose(document, { objective: 'waves', seed: 3, steps: 5000, capacity: 19, newId: freshIds() }, control)
    })
    expect(results[0]).toEqual(results[1])
    expect(activeScenario(document).groups.length).toBe(40)
  })
})
