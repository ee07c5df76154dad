import { obstacleSentence } from '@core/messages/obstacle-sentence'
import { languages, translator } from '@core/messages/translator'
import { violationSentence, violationTypeName } from '@core/messages/violation-sentence'
import { countingIds } from '@core/ids'
import { propose } from '@core/planning/propose'
import type { PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import { violationTypes } from '@core/violations/violation'
import { anItem, anOrderedDependency } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { randomPlan } from '@test/core/violations/random-plan'
import { describe, expect, it } from 'vitest'

const said = (document: PlanDocument, language: 'en' | 'nb'): readonly string[] =>
  evaluate(document).violations.map((violation) => violationSentence(translator(language), language, document, violation))

const freshIds = () => {
  const ids = countingIds()
  return (prefix: string) => ids(`new ${prefix}`)
}

const unfinished = /\{\{|undefined|NaN|violations\.|planning\.|Invalid/

describe('the sentence of a violation', () => {
  it('is whole for whatever is broken, in every language', () => {
    for (const language of languages) {
      for (let seed = 0; seed < 100; seed++) {
        for (const sentence of said(randomPlan(seed), language)) expect(sentence).not.toMatch(unfinished)
      }
    }
  })

  it('names items, waves, figures and days', () => {
    const ordered = aPlan({
      items: [anItem('DIPS'), anItem('Active Directory')],
      dependencies: [anOrderedDependency('DIPS', 'Active Directory')],
      waves: 3,
      placed: { DIPS: 1, 'Active Directory': 3 },
    })
    expect([said(ordered, 'en'), said(ordered, 'nb')]).toEqual([
      ['DIPS needs Active Directory first, but Active Directory is in wave 3 and DIPS is in wave 1.'],
      ['DIPS trenger Active Directory først, men Active Directory er i bølge 3 og DIPS er i bølge 1.'],
    ])
    const full = aPlan({ items: [anItem('a', { effort: 1234.5 })], waves: [{ capacity: 1000 }], placed: { a: 1 } })
    expect(said(full, 'en')).toEqual(['Wave 1 holds 1,234.5 person-days, 234.5 more than its capacity of 1,000.'])
    const late = aPlan({
      items: [anItem('a')], waves: [{ start: '2027-02-01', end: '2027-02-28' }], placed: { a: 1 },
      rules: [{ type: 'window', itemIds: ['a'], latest: '2027-02-14', reason: 'the lease ends' }],
    })
    expect(said(late, 'en')).toEqual(['a may not move after 14 Feb 2027, but wave 1 ends 28 Feb 2027. Reason: the lease ends'])
    expect(said(late, 'nb')).toEqual(['a kan ikke flyttes etter 14. feb. 2027, men bølge 1 slutter 28. feb. 2027. Begrunnelse: the lease ends'])
  })

  it('has a heading for every type', () => {
    for (const language of languages) {
      for (const type of violationTypes) expect(violationTypeName(translator(language), type)).not.toMatch(unfinished)
    }
  })
})

describe('the sentence of an obstacle', () => {
  it('is whole for whatever stands in the way, in every language', () => {
    const control = { now: () => 0, isCancelled: () => false, onProgress: () => undefined }
    const types = new Set<string>()
    for (let seed = 0; seed < 150; seed++) {
      const document = randomPlan(seed, { statuses: ['planned', 'planned', 'committed'] })
      const options = { objective: 'waves' as const, seed: 1, steps: 0, newId: freshIds() }
      for (const obstacle of propose(document, seed % 3 === 0 ? { ...options, capacity: 12 } : options, control).obstacles) {
        types.add(obstacle.type)
        for (const language of languages) {
          expect(obstacleSentence(translator(language), language, document, obstacle)).not.toMatch(unfinished)
        }
      }
    }
    expect(types.size).toBeGreaterThan(7)
  }, 60_000)
})
