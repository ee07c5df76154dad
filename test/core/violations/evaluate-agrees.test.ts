import { evaluate } from '@core/violations/evaluate'
import { violationTypes } from '@core/violations/violation'
import { checkPlan } from '@test/checker/plan-checker'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomPlan } from './random-plan'

describe('the evaluation and the independent checker', () => {
  it('agree on which hard constraints a plan breaks, whatever the plan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const document = randomPlan(seed)
        const hard = evaluate(document).violations.filter(({ severity }) => severity === 'hard')
        const found = new Set(hard.map(({ type }) => type))
        expect(found).toEqual(new Set(checkPlan(document).map(({ type }) => type)))
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('name the same dependencies and rules', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const document = randomPlan(seed)
        const hard = evaluate(document).violations.filter(({ severity }) => severity === 'hard')
        const named = hard.flatMap(({ type, dependencyId, ruleId }) => {
          const about = dependencyId ?? ruleId
          return about === undefined ? [] : [`${type} ${about}`]
        })
        const waveOrItem = /^(freeze|max-items|capacity wave)/
        const checked = checkPlan(document).map(({ type, about }) => `${type} ${about}`)
        expect(new Set(named)).toEqual(new Set(checked.filter((line) => !waveOrItem.test(line))))
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})

describe('the random plans', () => {
  it('break everything that can be broken', () => {
    const types = Array.from({ length: 400 }, (_, seed) => evaluate(randomPlan(seed)).violations.map(({ type }) => type))
    expect(new Set(types.flat())).toEqual(new Set(violationTypes))
  })
})
