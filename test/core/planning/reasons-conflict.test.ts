import { conflictSentences } from '@core/messages/reason-sentence-conflict'
import { translator } from '@core/messages/translator'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import { propose } from '@core/planning/propose'
import type { Conflict } from '@core/planning/reasons/conflict'
import { conflictsOf, smallestConflict } from '@core/planning/reasons/smallest-conflict'
import { whyThisWave } from '@core/planning/reasons/why-this-wave'
import { evaluate } from '@core/violations/evaluate'
import { aHardDependency, anItem, anOrderedDependency } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { newIds } from '@test/builders/new-ids'
import { randomPlan } from '@test/core/violations/random-plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOf, withoutReasons } from './reasons-world'

const seeds = fc.integer({ min: 0, max: 1_000_000 })
const items = ['a', 'b', 'c', 'd'].map((id) => anItem(id, { effort: 10 }))

const proposed = (document: PlanDocument): { after: PlanDocument; isComplete: boolean } => {
  const control = { now: () => 0, isCancelled: () => false, onProgress: () => undefined }
  const { placements, newWaves, unplaced } = propose(document, { objective: 'balanced', steps: 100, seed: 1, newId: newIds() }, control)
  const after = applyChange(document, placeGroups(document, placements, newWaves)).document
  return { after, isComplete: unplaced.length === 0 && newWaves.length === 0 && evaluate(after).hard === 0 }
}

const sentencesOf = (document: PlanDocument, conflict: Conflict | null) =>
  conflict && conflictSentences(translator('en'), 'en', document, conflict)

describe('the smallest conflict', () => {
  it('is none where there is a plan', () => {
    expect(smallestConflict(aPlan({ items, waves: 2 }))).toBeNull()
  })

  it('is never found where a plan is', () => {
    fc.assert(fc.property(seeds, fc.integer({ min: 0, max: 8 }), (seed, rules) => {
      const document = randomPlan(seed, { rules, splits: false })
      if (proposed(document).isComplete) expect(smallestConflict(document)).toBeNull()
    }), { numRuns: 200 })
  }, 60_000)

  it('goes when what it names is taken away, and nothing that it names was already gone', () => {
    fc.assert(fc.property(seeds, (seed) => {
      let document = randomPlan(seed, { rules: 10 })
      for (let found = smallestConflict(document), round = 0; found && found.type !== 'room' && round < 30; round++) {
        const left = withoutReasons(document, found.reasons)
        if (found.type === 'search' && found.waveIds.length > 0) return
        const next = smallestConflict(left)
        expect(found.reasons.length).toBeGreaterThan(0)
        expect(next?.reasons.some(({ id }) => found?.reasons.some((reason) => reason.id === id)) ?? false).toBe(false)
        document = left
        found = next
      }
    }), { numRuns: 100 })
  }, 60_000)

  it('says what a group without a wave runs into, once for all that wait for it', () => {
    const document = aPlan({
      items, dependencies: [anOrderedDependency('b', 'a'), anOrderedDependency('c', 'a')], waves: 2,
      rules: [{ type: 'pin', itemIds: ['a'], wave: 1 }, { type: 'window', itemIds: ['a'], earliest: 2 }],
    })
    expect(conflictsOf(document).map((conflict) => sentencesOf(document, conflict))).toEqual([
      { head: 'No wave is left for a:', reasons: ['A must be in wave 1.', 'A may not move before wave 2.'] },
    ])
  })

  it('says that two groups cut a hard dependency', () => {
    const document = aPlan({ items, dependencies: [aHardDependency('a', 'b')], groups: { North: ['a'], South: ['b'] }, waves: 2 })
    expect(sentencesOf(document, smallestConflict(document))).toEqual({
      head: 'Two move groups cut a hard dependency:',
      reasons: ['A and b cannot be apart (hard dependency), but they are two move groups, North and South.'],
    })
  })

  it('says which waves hold too little for what must lie in them', () => {
    const document = aPlan({
      items, waves: [{ capacity: 15 }, { capacity: 15 }, { capacity: 40 }],
      rules: [{ type: 'window', itemIds: ['a', 'b', 'c', 'd'], latest: 2 }],
    })
    const { head, reasons } = sentencesOf(document, smallestConflict(document)) ?? { head: '', reasons: [] }
    expect(head).toBe('a, b, c and d take 40 person-days, and wave 1 and wave 2, where they must be, hold 30.')
    expect(reasons).toEqual(['a', 'b', 'c', 'd'].map((name) => `${name.toUpperCase()} may not move after wave 2.`))
  })

  it('tries every placing where nothing simpler tells', () => {
    const document = aPlan({
      items, waves: 2, rules: [{ type: 'apart', itemIds: ['a', 'b', 'c'] }, { type: 'before', itemIds: ['d', 'c'], lag: 0 }],
    })
    expect(sentencesOf(document, smallestConflict(document))).toEqual({
      head: 'These cannot all hold; every placing was tried:', reasons: ['A rule keeps a, b and c apart.'],
    })
  })

  it('finds that three of ten do not fit into two waves of fifteen', () => {
    const document = aPlan({ items: items.slice(0, 3), waves: [{ capacity: 15 }, { capacity: 15 }] })
    const found = smallestConflict(document)
    expect([found?.type, found?.waveIds, found?.reasons]).toEqual(['search', ['wave1', 'wave2'], []])
  })
})

describe('the window of a group', () => {
  it('holds every wave that a complete plan gives it', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const { after, isComplete } = proposed(randomPlan(seed, { rules: 4, splits: false }))
      if (!isComplete) return
      for (const { id, waveId } of activeScenario(after).groups) {
        const why = whyThisWave(after, id)
        const at = placeOf(after, waveId)
        expect(why?.conflict).toBeNull()
        expect(placeOf(after, why?.earliest.waveId ?? null)).toBeLessThanOrEqual(at)
        expect(placeOf(after, why?.latest.waveId ?? null)).toBeGreaterThanOrEqual(at)
        expect(why?.alternatives.find(({ isCurrent }) => isCurrent)?.excludedBy).toBeNull()
      }
    }), { numRuns: 200 })
  }, 60_000)
})
