import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '@core/estate/item'
import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { editDependencyRows, type DependencyFields } from '@core/plan/commands/edit-dependencies'
import { editItemRows, type ItemFields } from '@core/plan/commands/edit-items'
import { moveItems } from '@core/plan/commands/shape-groups'
import type { PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import { seededRandom } from '@test/builders/seeded-random'
import { randomPlan } from './random-plan'

const edits: readonly ItemFields[] = [
  { notes: 'seen' }, { organisation: 'North' }, { organisation: 'NORTH' }, { site: undefined }, { supplier: 'Umbra' }, { effort: 17 }, { cost: 900 },
  { criticality: 4 }, { endOfSupport: '2027-02-01' }, { environment: 'Test' }, { name: 'Journal' }, { kind: 'platform' },
  { disposition: 'retire' }, { disposition: 'retain' }, { sharedService: true },
]

const dependencyEdits: readonly DependencyFields[] = [
  { notes: 'seen' }, { type: 'data-flow' }, { strength: 'hard' }, { strength: 'soft' }, { order: 'together' }, { order: 'provider-first' }, { order: 'any' },
  { maxLatencyMs: 5 }, { maxLatencyMs: 20 }, { maxLatencyMs: undefined }, { pricePerDay: 70 }, { confidence: 'low' }, { extra: [['Port', 389]] },
]

/** What it comes to when nothing is known of an earlier plan. */
const afresh = (document: PlanDocument) => evaluate(structuredClone(document))

const said = (document: PlanDocument, { violations, hard, warnings, bridges, loadByWaveId, notices }: ReturnType<typeof evaluate>) => ({
  violations, hard, warnings, bridges, notices, loads: [...loadByWaveId], name: document.name,
})

describe('the evaluation after cells were edited or items moved', () => {
  it('is that of a plan of which nothing was known, whatever is edited, moved or taken back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const random = seededRandom(seed)
        let document = randomPlan(seed)
        for (let step = 0; step < 6; step++) {
          evaluate(document)
          const item = document.estate.items[random.below(document.estate.items.length)] as Item
          const fields = edits[random.below(edits.length)] ?? {}
          const waves = document.scenarios[0]?.waves ?? []
          const dependency = document.estate.dependencies[random.below(document.estate.dependencies.length)]
          const asked = dependencyEdits[random.below(dependencyEdits.length)] ?? {}
          const change = dependency && random.next() < 0.4 ? editDependencyRows(document, [{ dependencyId: dependency.id, fields: asked }], countingIds()) : random.next() < 0.7
            ? editItemRows(document, [{ itemId: item.id, fields }], countingIds())
            : moveItems(document, [item.id], waves[random.below(waves.length)]?.id ?? null, countingIds())
          const applied = applyChange(document, change)
          expect(said(applied.document, evaluate(applied.document))).toEqual(said(applied.document, afresh(applied.document)))
          const back = applyChange(applied.document, applied.inverse).document
          expect(said(back, evaluate(back))).toEqual(said(back, afresh(back)))
          document = random.next() < 0.3 ? back : applied.document
        }
      }),
      { numRuns: 80 },
    )
  }, 60_000)

  it('is the same one where no rule reads what was edited', () => {
    const document = randomPlan(3, { rules: 0 })
    const [item] = document.estate.items
    const after = applyChange(document, editItemRows(document, [{ itemId: item?.id ?? '', fields: { notes: 'seen', owner: 'Kari' } }], countingIds()))
    expect(evaluate(after.document)).toBe(evaluate(document))
    const [dependency] = after.document.estate.dependencies
    const noted = applyChange(after.document, editDependencyRows(after.document, [{ dependencyId: dependency?.id ?? '', fields: { notes: 'seen', type: 'other' } }], countingIds()))
    expect(evaluate(noted.document)).toBe(evaluate(document))
  })
})
