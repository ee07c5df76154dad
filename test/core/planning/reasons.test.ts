import { applyChange } from '@core/plan/apply-change'
import { reasonSentence } from '@core/messages/reason-sentence'
import { translator } from '@core/messages/translator'
import { editItem } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { isSettled } from '@core/plan/wave'
import { explainEmptyWindow } from '@core/planning/reasons/explain-empty-window'
import { planWindows, windowOf, windowsUnder } from '@core/planning/reasons/plan-constraints'
import type { Proof } from '@core/planning/reasons/reason'
import { type Side, whyThisWave, type WhyThisWave } from '@core/planning/reasons/why-this-wave'
import { evaluate } from '@core/violations/evaluate'
import { planModel } from '@core/violations/model/plan-model'
import { previewMove } from '@core/violations/preview-move'
import { aDependency, anItem, anOrderedDependency } from '@test/builders/an-item'
import { aPlan, groupWith } from '@test/builders/a-plan'
import { arbitraryCommand, changeOf } from '@test/builders/arbitrary-command'
import { newIds } from '@test/builders/new-ids'
import { randomPlan } from '@test/core/violations/random-plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moved, placeOf, withoutReasons } from './reasons-world'

const seeds = fc.integer({ min: 0, max: 1_000_000 })

const whyOf = (document: PlanDocument, groupId: string): WhyThisWave => {
  const why = whyThisWave(document, groupId)
  if (!why) throw new Error(`The plan has no group ${groupId}`)
  return why
}

const whyItem = (document: PlanDocument, itemId: string): WhyThisWave => whyOf(document, groupWith(document, itemId).id)

const said = (document: PlanDocument, { proofs }: Side): readonly (readonly string[])[] =>
  proofs.map((proof) => proof.map((reason) => reasonSentence(translator('en'), 'en', document, reason)))

const items = ['a', 'b', 'c', 'd'].map((id) => anItem(id, { effort: 10 }))

describe('the waves that rules allow a group', () => {
  it('are all of them where nothing binds it', () => {
    const { earliest, latest } = whyItem(aPlan({ items, waves: 3 }), 'a')
    expect({ earliest, latest }).toEqual({ earliest: { waveId: 'wave1', proofs: [] }, latest: { waveId: 'wave3', proofs: [] } })
  })

  it('name the chain that pushes it back, and what holds it from behind', () => {
    const document = aPlan({
      items,
      dependencies: [anOrderedDependency('c', 'b')],
      waves: 6,
      rules: [
        { type: 'window', itemIds: ['a'], earliest: 2, reason: 'The contract ends' },
        { type: 'before', itemIds: ['a', 'b'], lag: 2 },
        { type: 'pin', itemIds: ['d'], wave: 5 },
        { type: 'before', itemIds: ['c', 'd'] },
      ],
    })
    const { earliest, latest } = whyItem(document, 'c')
    expect([earliest.waveId, latest.waveId]).toEqual(['wave4', 'wave4'])
    expect(said(document, earliest).map((proof) => proof.toSorted())).toEqual([[
      'A may not move before wave 2. Reason: The contract ends',
      'A rule puts a at least 2 waves before b.',
      'C needs b first.',
    ]])
    expect(said(document, latest).map((proof) => proof.toSorted())).toEqual([[
      'A rule puts c at least one wave before d.', 'D must be in wave 5.',
    ]])
  })

  it('name every reason that is enough by itself', () => {
    const document = aPlan({
      items,
      waves: [{ capacity: 5, start: '2027-01-04', end: '2027-01-29' }, { capacity: 50 }],
      rules: [{ type: 'window', itemIds: ['a'], earliest: 2 }],
      freezeWindows: [{ name: 'Winter', start: '2027-01-01', end: '2027-01-31' }],
    })
    expect(said(document, whyItem(document, 'a').earliest).flat().toSorted()).toEqual([
      'A is frozen through all of wave 1 (Winter).',
      'A may not move before wave 2.',
      'A takes 10 person-days, more than wave 1 holds (5).',
    ])
  })

  it('leave out waves that are settled, and hold to groups that are', () => {
    const document = aPlan({
      items, dependencies: [anOrderedDependency('a', 'b')], waves: [{ status: 'done' }, {}, { status: 'committed' }, {}], placed: { b: 3 },
    })
    const { earliest } = whyItem(document, 'a')
    expect([earliest.waveId, said(document, earliest)[0]?.toSorted()]).toEqual(['wave4', [
      'A needs b first.', 'B is in wave 3, which is committed, running or done.',
      'Wave 1 and wave 3 are committed, running or done, and take no more.',
    ]])
    expect(whyItem(document, 'b').isSettled).toBe(true)
  })

  it('grow when all that is named is taken away', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const document = randomPlan(seed)
      for (const { id } of activeScenario(document).groups) {
        const { earliest, latest, conflict } = whyOf(document, id)
        if (conflict) continue
        if (earliest.proofs.length > 0 && earliest.proofs.length < 3) {
          const freed = whyOf(withoutReasons(document, earliest.proofs.flat()), id)
          expect(placeOf(document, freed.earliest.waveId)).toBeLessThan(placeOf(document, earliest.waveId))
        }
        if (latest.proofs.length > 0 && latest.proofs.length < 3) {
          const freed = whyOf(withoutReasons(document, latest.proofs.flat()), id)
          expect(placeOf(document, freed.latest.waveId)).toBeGreaterThan(placeOf(document, latest.waveId))
        }
        expect(earliest.proofs.length > 0).toBe(placeOf(document, earliest.waveId) > 0)
        expect(latest.proofs.length > 0).toBe(placeOf(document, latest.waveId) < activeScenario(document).waves.length - 1)
      }
    }), { numRuns: 150 })
  }, 60_000)
})

/** What is left of the window under these reasons alone. */
const windowUnder = (document: PlanDocument, groupId: string, reasons: Proof): { first: number; last: number } => {
  const plan = planModel(document)
  const { constraints } = planWindows(plan)
  const named = new Set(reasons.map(({ id }) => id))
  const list = constraints.list.filter(({ reason }) => named.has(reason.id))
  return windowOf(windowsUnder({ ...constraints, list }), plan.groups.findIndex(({ row }) => row.id === groupId))
}

const withoutEach = (reasons: Proof): readonly Proof[] => reasons.map((one) => reasons.filter((other) => other !== one))

describe('every proof', () => {
  it('is enough by itself, and nothing can be left out of it', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const document = randomPlan(seed, { statuses: ['planned', 'planned', 'committed'] })
      for (const { id } of activeScenario(document).groups) {
        const { earliest, latest, conflict } = whyOf(document, id)
        const isEmpty = (reasons: Proof): boolean => windowUnder(document, id, reasons).first > windowUnder(document, id, reasons).last
        if (conflict) {
          expect([isEmpty(conflict), withoutEach(conflict).some(isEmpty)]).toEqual([true, false])
          continue
        }
        const isLate = (reasons: Proof): boolean => windowUnder(document, id, reasons).first >= placeOf(document, earliest.waveId)
        const isEarly = (reasons: Proof): boolean => windowUnder(document, id, reasons).last <= placeOf(document, latest.waveId)
        for (const proof of earliest.proofs) expect([isLate(proof), withoutEach(proof).some(isLate)]).toEqual([true, false])
        for (const proof of latest.proofs) expect([isEarly(proof), withoutEach(proof).some(isEarly)]).toEqual([true, false])
      }
    }), { numRuns: 150 })
  }, 60_000)
})

describe('an empty window', () => {
  it('is explained by the shortest chain that empties it', () => {
    const document = aPlan({
      items,
      dependencies: [anOrderedDependency('b', 'a')],
      waves: 4,
      rules: [
        { type: 'window', itemIds: ['b'], latest: 3 }, { type: 'pin', itemIds: ['a'], wave: 4 },
        { type: 'before', itemIds: ['c', 'b'] }, { type: 'pin', itemIds: ['c'], wave: 2 },
      ],
    })
    const chain = explainEmptyWindow(document, groupWith(document, 'b').id) ?? []
    expect(chain.map(({ type }) => type).toSorted()).toEqual(['latest', 'pin', 'provider-first'])
    expect(whyItem(document, 'b').earliest.waveId).toBeNull()
  })

  it('opens when the chains that are named are taken away, one after the other, and none was named in vain', () => {
    fc.assert(fc.property(seeds, (seed) => {
      let document = randomPlan(seed, { rules: 10 })
      for (const { id } of activeScenario(document).groups) {
        for (let chain = explainEmptyWindow(document, id); chain; chain = explainEmptyWindow(document, id)) {
          expect(chain.length).toBeGreaterThan(0)
          const without = withoutReasons(document, chain)
          expect(explainEmptyWindow(without, id)?.some((reason) => chain?.some((other) => other.id === reason.id)) ?? false).toBe(false)
          document = without
        }
      }
    }), { numRuns: 150 })
  }, 60_000)
})

describe('what moving to another wave costs', () => {
  it('is what the evaluation finds there', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const document = randomPlan(seed)
      const before = evaluate(document)
      for (const group of activeScenario(document).groups.slice(0, 6)) {
        const { alternatives } = whyOf(document, group.id)
        expect(alternatives.map(({ waveId, hard, warnings, bridgePrice, effortAfter }) =>
          ({ waveId, hard, warnings, bridgePrice, effortAfter }))).toEqual(previewMove(document, group.itemIds))
        for (const { waveId, added, removed } of alternatives) {
          const after = evaluate(moved(document, group.id, waveId))
          const known = new Set(before.violations.map(({ id }) => id))
          const left = new Set(after.violations.map(({ id }) => id))
          const came = new Set(added.map(({ id }) => id))
          expect(after.violations.filter(({ id }) => !known.has(id) && !came.has(id))).toEqual([])
          expect(added.filter(({ id }) => !left.has(id))).toEqual([])
          expect(before.violations.filter(({ id }) => !left.has(id)).every(({ id }) => removed.some((one) => one.id === id))).toBe(true)
        }
      }
    }), { numRuns: 60 })
  }, 60_000)

  it('names what comes: the violation, the dearer bridge', () => {
    const document = aPlan({
      items, dependencies: [anOrderedDependency('a', 'b'), aDependency('a', 'c', { pricePerDay: 2 })],
      waves: 3, placed: { a: 2, b: 2, c: 2, d: 2 },
    })
    const [first, second] = whyItem(document, 'a').alternatives
    expect({ types: first?.added.map(({ type }) => type), hard: first?.hard, price: first?.bridgePrice })
      .toEqual({ types: ['order'], hard: 1, price: 180 })
    expect(second).toMatchObject({ isCurrent: true, added: [], removed: [], hard: 0, bridgePrice: 0, excludedBy: null })
  })

  it('is less when a rule that rules the wave out is taken away', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const document = randomPlan(seed, { placed: 1 })
      for (const { id } of activeScenario(document).groups) {
        for (const { waveId, excludedBy } of whyOf(document, id).alternatives) {
          const only = excludedBy?.length === 1 ? excludedBy[0] : undefined
          if (!only || waveId === null || !['pin', 'earliest', 'latest'].includes(only.type)) continue
          const freed = whyOf(withoutReasons(document, [only]), id)
          const there = freed.alternatives.find((one) => one.waveId === waveId)
          expect(evaluate(moved(withoutReasons(document, [only]), id, waveId)).hard).toBeLessThan(evaluate(moved(document, id, waveId)).hard)
          expect(there?.excludedBy?.some((reason) => reason.id === only.id) ?? false).toBe(false)
        }
      }
    }), { numRuns: 100 })
  }, 60_000)

  it('is the same after any changes as for a plan that was opened so', () => {
    fc.assert(fc.property(seeds, fc.array(arbitraryCommand(), { minLength: 1, maxLength: 5 }), (seed, commands) => {
      let document = randomPlan(seed)
      for (const command of commands) {
        const [group] = activeScenario(document).groups
        if (group) whyOf(document, group.id)
        document = applyChange(document, changeOf(document, command, newIds())).document
      }
      const opened = structuredClone(document)
      for (const { id } of activeScenario(document).groups.slice(0, 5)) expect(whyOf(document, id)).toEqual(whyOf(opened, id))
    }), { numRuns: 60 })
  })

  it('follows an edit that changes what a dependency asks', () => {
    const document = aPlan({ items, dependencies: [aDependency('b', 'a')], waves: 3, rules: [{ type: 'pin', itemIds: ['b'], wave: 2 }] })
    expect(whyItem(document, 'a').earliest.waveId).toBe('wave1')
    const retired = applyChange(document, editItem(document, 'a', { disposition: 'retire' }, newIds())).document
    expect(whyItem(retired, 'a').earliest.waveId).toBe('wave2')
  })

  it('is told for a group in a settled wave as well', () => {
    const document = aPlan({ items, waves: [{ status: 'done' }, {}], placed: { a: 1 } })
    expect(whyItem(document, 'a').alternatives.map(({ excludedBy }) => excludedBy?.map(({ type }) => type) ?? null))
      .toEqual([null, ['settled-group'], null])
    expect(activeScenario(document).waves.filter(isSettled)).toHaveLength(1)
  })
})
