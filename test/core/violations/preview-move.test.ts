import { applyChange } from '@core/plan/apply-change'
import { countingIds } from '@core/ids'
import { moveItems } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import { type MovePreview, previewMove } from '@core/violations/preview-move'
import { anItem } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { seededRandom } from '@test/builders/seeded-random'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomPlan } from './random-plan'

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000)

/** What a preview promises, by moving and evaluating. */
const byMoving = (document: PlanDocument, itemIds: readonly string[]): readonly MovePreview[] => {
  const before = evaluate(document)
  const targets = [...activeScenario(document).waves.map(({ id }) => id), null]
  return targets.map((waveId) => {
    const ids = countingIds()
    const change = moveItems(document, itemIds, waveId, (prefix) => ids(`new ${prefix}`))
    const after = evaluate(applyChange(document, change).document)
    return {
      waveId,
      hard: after.hard - before.hard,
      warnings: after.warnings - before.warnings,
      bridgePrice: after.bridges.price - before.bridges.price,
      effortAfter: waveId === null ? null : (after.loadByWaveId.get(waveId)?.effort ?? 0),
    }
  })
}

const comparable = (previews: readonly MovePreview[]) =>
  previews.map((preview) => ({
    ...preview, bridgePrice: rounded(preview.bridgePrice), effortAfter: rounded(preview.effortAfter),
  }))

const selectionOf = (document: PlanDocument, seed: number): readonly string[] => {
  const random = seededRandom(seed + 1)
  const some = document.estate.items.filter(() => random.next() < 0.25).map(({ id }) => id)
  return some.length > 0 ? some : [document.estate.items[0]!.id]
}

describe('the preview of a move', () => {
  it('promises exactly what moving brings, for every target and any selection', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const document = randomPlan(seed)
        const selection = selectionOf(document, seed)
        expect(comparable(previewMove(document, selection))).toEqual(comparable(byMoving(document, selection)))
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('leaves the plan and its evaluation as they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const document = randomPlan(seed)
        const selection = selectionOf(document, seed)
        const first = previewMove(document, selection)
        expect(previewMove(document, selection)).toEqual(first)
        const copy = { ...document, estate: { ...document.estate } }
        expect(evaluate(document).violations).toEqual(evaluate(copy).violations)
      }),
      { numRuns: 50 },
    )
  }, 60_000)

  it('passes over items without a group and ids that are gone', () => {
    const document = aPlan({ items: [anItem('a'), anItem('p', { kind: 'platform' })], waves: 1 })
    const nothing = { hard: 0, warnings: 0, bridgePrice: 0 }
    expect(previewMove(document, ['p', 'gone'])).toEqual([
      { waveId: 'wave1', ...nothing, effortAfter: 0 },
      { waveId: null, ...nothing, effortAfter: null },
    ])
  })
})
