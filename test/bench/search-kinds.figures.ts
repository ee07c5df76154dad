import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import { propose } from '@core/planning/propose'
import { evaluate } from '@core/violations/evaluate'
import { estateKinds, estateOfKind, type KindOptions } from '@test/builders/estate-kinds'
import { expect, it } from 'vitest'

/**
 * The search on estates of several kinds: the price of bridges of the first plan, then after more and more steps, in parts
 * of the first. It is anytime where the parts fall, and no kind is left behind where all do.
 */

const settings: readonly Omit<KindOptions, 'kind' | 'seed'>[] = [
  { items: 6000, waves: 12, capacity: 1.1 },
  { items: 6000, waves: 12, capacity: 1.02 },
  { items: 3000, waves: 5, capacity: 1.3, rules: true },
  { items: 6000, waves: 40, capacity: 1.15, rules: true },
  { items: 600, waves: 5, capacity: 1.3, rules: true },
]

const stepsOf = [20_000, 500_000, 10_000_000]

const line = (options: KindOptions): string => {
  const document = estateOfKind(options)
  let first = NaN
  const parts = stepsOf.map((steps) => {
    const control = {
      now: () => 0, isCancelled: () => false, onProgress: () => undefined,
      onBetter: ({ measures }: { readonly measures: { readonly bridgePrice: number } }) => {
        if (Number.isNaN(first)) first = measures.bridgePrice
      },
    }
    const proposal = propose(document, { objective: 'bridges', steps, seed: 1, newId: countingIds() }, control)
    const after = evaluate(applyChange(document, placeGroups(document, proposal.placements, proposal.newWaves)).document)
    expect(after.hard).toBe(0)
    return `${(proposal.measures.bridgePrice / first).toFixed(3)}${proposal.unplaced.length > 0 ? ` (${proposal.unplaced.length} left out)` : ''}`
  })
  const { kind, items, waves, capacity, rules } = options
  return `${kind.padEnd(10)}${items} items, ${waves} waves, capacity ${capacity}${rules ? ', rules' : ''}`.padEnd(58) + `${Math.round(first)}: ${parts.join(', ')}`
}

it('the search on estates of several kinds', { timeout: 3_600_000 }, () => {
  console.log(`price of the first plan: parts of it after ${stepsOf.join(', ')} steps`)
  for (const kind of estateKinds) for (const setting of settings) console.log(line({ ...setting, kind, seed: 1 }))
})
