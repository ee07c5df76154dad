import type { FindWorld, ViolationCount } from '@core/estate/find/item-fields'
import type { Item } from '@core/estate/item'
import type { ItemCondition } from '@core/plan/view'

const nothingPasses: readonly ItemCondition[] = [
  { field: 'violations', test: 'at-least', values: ['1'] }, { field: 'violations', test: 'at-most', values: ['0'] },
]

/** That a number is one of those chosen, among all that there are: in the fewest words, and true of what is not there yet. */
const isChosen = (field: string, chosen: ReadonlySet<number>, all: ReadonlySet<number>): readonly ItemCondition[] => {
  if (chosen.size === all.size) return []
  const [least, most] = [Math.min(...chosen), Math.max(...chosen)]
  const isRun = (passes: (count: number) => boolean): boolean => [...all].every((count) => passes(count) === chosen.has(count))
  if (isRun((count) => count >= least)) return [{ field, test: 'at-least', values: [String(least)] }]
  if (isRun((count) => count <= most)) return [{ field, test: 'at-most', values: [String(most)] }]
  return [{ field, test: 'is', values: [...chosen].sort((a, b) => a - b).map(String) }]
}

/**
 * What the column of violations shows, as conditions on how many there are and how many of them are hard; null where no
 * conditions find exactly the same items.
 */
export const violationConditions = (passes: (item: Item) => boolean, items: readonly Item[], { violationsOf }: FindWorld): readonly ItemCondition[] | null => {
  if (!violationsOf) return null
  const chosen: ViolationCount[] = []
  const others: ViolationCount[] = []
  for (const item of items) (passes(item) ? chosen : others).push(violationsOf(item.id))
  if (chosen.length === 0) return nothingPasses
  const [hard, total] = [new Set(chosen.map((one) => one.hard)), new Set(chosen.map((one) => one.total))]
  if (others.some((one) => hard.has(one.hard) && total.has(one.total))) return null
  const all = [...chosen, ...others]
  const ofHard = isChosen('hardViolations', hard, new Set(all.map((one) => one.hard)))
  const ofTotal = isChosen('violations', total, new Set(all.map((one) => one.total)))
  // Often one of the two says it all.
  if (ofHard.length > 0 && !others.some((one) => hard.has(one.hard))) return ofHard
  return !others.some((one) => total.has(one.total)) ? ofTotal : [...ofHard, ...ofTotal]
}
