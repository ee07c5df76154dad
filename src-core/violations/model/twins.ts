import type { Item } from '../../estate/item'
import { isMovable } from '../../estate/item'
import { plainText } from './item-scope'

/** Items of one name of which some are for test and some for production; indexes into the estate's items. */
export type Twins = { readonly tests: readonly number[]; readonly productions: readonly number[] }

const isProduction = (environment: string): boolean => /^(prod|live|drift)/.test(environment)
const isTest = (environment: string): boolean => /^(test|qa|uat|staging|accept|aksept)/.test(environment)

/** Where testing happens before production does (DESIGN 5, point 8): the names with both. */
export const findTwins = (items: readonly Item[]): readonly Twins[] => {
  const byName = new Map<string, { tests: number[]; productions: number[] }>()
  items.forEach((item, index) => {
    const environment = plainText(item.environment)
    if (environment === '' || !isMovable(item)) return
    const name = plainText(item.name)
    const twins = byName.get(name) ?? { tests: [], productions: [] }
    byName.set(name, twins)
    if (isTest(environment)) twins.tests.push(index)
    if (isProduction(environment)) twins.productions.push(index)
  })
  return [...byName.values()].filter((twins) => twins.tests.length > 0 && twins.productions.length > 0)
}
