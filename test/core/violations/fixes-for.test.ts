import { countingIds } from '@core/ids'
import { translator } from '@core/messages/translator'
import { applyChange } from '@core/plan/apply-change'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { isSettled } from '@core/plan/wave'
import { evaluate } from '@core/violations/evaluate'
import { type Fix, type FixCost, fixesFor } from '@core/violations/fixes-for'
import { type Violation, warningCost } from '@core/violations/violation'
import { aDependency, aHardDependency, anItem, anOrderedDependency } from '@test/builders/an-item'
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

/** What a fix changes beside the violation, by evaluating the whole plan before and after. */
const costBeside = (document: PlanDocument, violation: Violation, { change }: Fix): FixCost => {
  const [now, then] = [evaluate(document), evaluate(applyChange(document, change).document)]
  const own = (severity: Violation['severity']): number => (violation.severity === severity ? 1 : 0)
  return {
    hard: then.hard - now.hard + own('hard'),
    warnings: then.warnings - now.warnings + own('warning'),
    bridgePrice: then.bridges.price - now.bridges.price,
  }
}

const rounded = ({ bridgePrice, ...counts }: FixCost): FixCost => ({ ...counts, bridgePrice: Math.round(bridgePrice * 1e6) / 1e6 + 0 })

/** Moves, merges and new waves: what the planner does alone. */
const isOwn = ({ label: { key } }: Fix): boolean => /fix(Move|Merge|Join|NewWave)/.test(key) && !key.endsWith('Propose')

const languages = [translator('en'), translator('nb')]

describe('the fixes of a violation', () => {
  it('keep what they promise, one by one, and taking it out of the plan is never the only one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const document = randomPlan(seed)
        for (const violation of evaluate(document).violations) {
          const fixes = fixesFor(document, violation, freshIds())
          for (const fix of fixes) expect(brokenPromises(document, violation, fix)).toEqual([])
          expect(fixes.map(({ cost }) => rounded(cost))).toEqual(fixes.map((fix) => rounded(costBeside(document, violation, fix))))
          if (violation.severity === 'hard') expect({ violation, fixes: fixes.filter((fix) => !isUnplan(fix)).length > 0 }).toEqual({ violation, fixes: true })
        }
      }),
      // Two plans in which little is left: what is to be retired, and may neither stay nor go.
      { numRuns: 120, examples: [[587894], [3549]] },
    )
  }, 60_000)

  it('say what they change beside it: the price of bridges for a move, nothing for a rule', () => {
    const document = aPlan({
      items: [anItem('a'), anItem('b')], waves: 3, dependencies: [aDependency('a', 'b', { pricePerDay: 4 })],
      rules: [{ type: 'pin', itemIds: ['a'], wave: 3 }], placed: { a: 2, b: 2 },
    })
    const costs = fixesFor(document, evaluate(document).violations[0]!, freshIds()).map(({ label: { key }, cost }) => [key, cost])
    expect(costs).toContainEqual(['violations.fixMove', { hard: 0, warnings: 0, bridgePrice: 240 }])
    expect(costs).toContainEqual(['violations.fixDropRule', { hard: 0, warnings: 0, bridgePrice: 0 }])
  })

  it('stand cheapest first, those that others must agree to after those of the planner alone', () => {
    let pairs = 0
    for (let seed = 0; seed < 40; seed++) {
      const document = randomPlan(seed)
      // What is settled is agreed with others too.
      if (activeScenario(document).waves.some(isSettled)) continue
      for (const violation of evaluate(document).violations.slice(0, 8)) {
        const fixes = fixesFor(document, violation, freshIds())
        const own = fixes.filter(isOwn)
        expect(fixes.slice(0, own.length)).toEqual(own)
        const money = own.map(({ cost: { hard, warnings, bridgePrice } }) => [hard, bridgePrice + warnings * warningCost] as const)
        expect(money).toEqual(money.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
        pairs += Math.max(0, own.length - 1)
      }
    }
    expect(pairs).toBeGreaterThan(20)
  })

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
