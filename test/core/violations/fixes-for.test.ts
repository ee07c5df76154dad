import { countingIds } from '@core/ids'
import { translator } from '@core/messages/translator'
import { applyChange } from '@core/plan/apply-change'
import type { PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import { type Fix, fixesFor } from '@core/violations/fixes-for'
import type { Violation } from '@core/violations/violation'
import { aHardDependency, anItem, anOrderedDependency } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomPlan } from './random-plan'

const freshIds = () => {
  const ids = countingIds()
  return (prefix: string) => ids(`new ${prefix}`)
}

const hardIds = (document: PlanDocument): readonly string[] =>
  evaluate(document).violations.filter(({ severity }) => severity === 'hard').map(({ id }) => id)

const isUnplan = ({ label }: Fix): boolean => label.key === 'violations.fixUnplan'

/** What a fix promises and does not keep; empty when it keeps it all. */
const brokenPromises = (document: PlanDocument, violation: Violation, fix: Fix): readonly string[] => {
  const before = new Set(hardIds(document))
  const fixed = applyChange(document, fix.change).document
  const left = evaluate(fixed).violations.some(({ id }) => id === violation.id) ? [`${violation.id} is still there`] : []
  return [...left, ...hardIds(fixed).filter((id) => !before.has(id)).map((id) => `${id} is new`)]
}

const languages = [translator('en'), translator('nb')]

describe('the fixes of a violation', () => {
  it('keep what they promise, one by one, and taking it out of the plan is never the only one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const document = randomPlan(seed)
        for (const violation of evaluate(document).violations) {
          const fixes = fixesFor(document, violation, freshIds())
          for (const fix of fixes) expect(brokenPromises(document, violation, fix)).toEqual([])
          if (violation.severity === 'hard') expect({ violation, fixes: fixes.filter((fix) => !isUnplan(fix)).length > 0 }).toEqual({ violation, fixes: true })
        }
      }),
      { numRuns: 120 },
    )
  }, 60_000)

  it('have a name in every language, and none the same as another', () => {
    for (let seed = 0; seed < 20; seed++) {
      const document = randomPlan(seed)
      for (const violation of evaluate(document).violations.slice(0, 5)) {
        const fixes = fixesFor(document, violation, freshIds())
        const said = fixes.map(({ label }) => languages[0]!(label.key as never, label.params))
        expect(said).toEqual([...new Set(said)])
        for (const { label } of fixes) {
          for (const t of languages) expect(t(label.key as never, label.params)).not.toMatch(/violations\.|\{\{|undefined/)
        }
      }
    }
  })

  it('begin with the move that takes least', () => {
    const document = aPlan({
      items: [anItem('journal'), anItem('archive')],
      dependencies: [anOrderedDependency('journal', 'archive')],
      waves: 2,
      placed: { journal: 1, archive: 2 },
    })
    const labels = fixesFor(document, evaluate(document).violations[0]!, freshIds()).map(({ label }) => label)
    expect(labels[0]).toEqual({ key: 'violations.fixMove', params: { group: 'journal', wave: 2 } })
    expect(labels[1]).toEqual({ key: 'violations.fixMove', params: { group: 'archive', wave: 1 } })
    expect(labels.at(-1)?.key).toBe('violations.fixUnplan')
  })

  it('move the smallest group that is enough out of a wave that is too full', () => {
    const document = aPlan({
      items: [anItem('big', { effort: 8 }), anItem('small', { effort: 3 }), anItem('tiny', { effort: 1 })],
      waves: [{ capacity: 10 }, { capacity: 10 }],
      placed: { big: 1, small: 1, tiny: 1 },
    })
    const labels = fixesFor(document, evaluate(document).violations[0]!, freshIds()).map(({ label }) => label)
    expect(labels[0]).toEqual({ key: 'violations.fixMove', params: { group: 'small', wave: 2 } })
    expect(labels).toContainEqual({ key: 'violations.fixCapacity', params: { wave: 1, limit: 12 } })
  })

  it('make one group of what a hand has cut', () => {
    const document = aPlan({
      items: [anItem('application'), anItem('server')],
      dependencies: [aHardDependency('application', 'server')],
      groups: { One: ['application'], Two: ['server'] },
    })
    const [first] = fixesFor(document, evaluate(document).violations[0]!, freshIds())
    expect(first?.label).toEqual({ key: 'violations.fixMerge', params: { group: 'One', other: 'Two' } })
  })
})
