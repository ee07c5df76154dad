import type { Dependency } from '@core/estate/dependency'
import { foldText } from '@core/estate/find/fold-text'
import { valueText } from '@core/estate/find/item-fields'
import { dependencyTypeKeys, orderKeys, strengthKeys } from '../../i18n/words'
import type { World } from './world'

type Known = { readonly names: string; readonly language: string; readonly text: string }

const known = new WeakMap<Dependency, Known>()

/**
 * All that can be read in the row of a dependency, folded for searching. Remembered until it, the name of an end or the
 * language changes: there are 60,000, and every letter that is typed asks them all.
 */
export const dependencyText = (row: Dependency, { found: { itemById }, words: { t, language } }: World): string => {
  const names = `${itemById.get(row.from)?.name ?? ''}\n${itemById.get(row.to)?.name ?? ''}`
  const remembered = known.get(row)
  if (remembered?.names === names && remembered.language === language) return remembered.text
  const own = [
    row.from, row.to, t(dependencyTypeKeys[row.type]), t(strengthKeys[row.strength]), t(orderKeys[row.order]), row.pricePerDay, row.maxLatencyMs,
    row.confidence, row.source, row.notes, ...(row.extra ?? []).map(([, value]) => valueText(value)),
  ]
  const text = foldText([names, ...own.filter((part) => part !== undefined)].join('\n'))
  known.set(row, { names, language, text })
  return text
}
