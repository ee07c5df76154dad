import { countingIds } from '@core/ids'
import { fixesFor } from '@core/violations/fixes-for'
import { evaluate } from '@core/violations/evaluate'
import { costBeside } from '@renderer/violations/use-fix-costs'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, anItem } from '@test/builders/an-item'
import { describe, expect, it } from 'vitest'

describe('what a fix costs beside the violation that it mends', () => {
  const plan = aPlan({
    items: [anItem('a'), anItem('b')], waves: 3, dependencies: [aDependency('a', 'b', { pricePerDay: 4 })],
    rules: [{ type: 'pin', itemIds: ['a'], wave: 3 }], placed: { a: 2, b: 2 },
  })
  const [violation] = evaluate(plan).violations
  const costs = violation
    ? fixesFor(plan, violation, countingIds()).map((fix) => [fix.label.key, costBeside(plan, violation, fix)])
    : []

  it('is the price of the bridges that a move makes, and nothing where only the rule changes', () => {
    expect(costs).toContainEqual(['violations.fixMove', { hard: 0, warnings: 0, bridgePrice: 240 }])
    expect(costs).toContainEqual(['violations.fixDropRule', { hard: 0, warnings: 0, bridgePrice: 0 }])
  })
})
