import type { Estate } from '../../estate/estate'
import type { Item } from '../../estate/item'
import { effortOf, isMovable } from '../../estate/item'
import { indexEstate } from '../../estate/estate-index'
import { dayNumber } from '../../plan/dates'
import { meaningOf } from './dependency-meaning'
import { dependencyWeight } from './dependency-weight'
import { scopeKey } from './item-scope'

/** The scope of each item. Most are spelled the same, and are told apart as they stand before anything is folded. */
const compileScopes = (items: readonly Item[]) => {
  const scopeByText = new Map<string, number>()
  const scopeByKey = new Map<string, number>()
  const scopes: Item[] = []
  const scopeOf = Int32Array.from(items, (item) => {
    const text = `${item.organisation ?? ''}\u0000${item.site ?? ''}\u0000${item.serviceArea ?? ''}\u0000${item.supplier ?? ''}\u0000${item.team ?? ''}`
    const known = scopeByText.get(text)
    if (known !== undefined) return known
    const key = scopeKey(item)
    const scope = scopeByKey.get(key) ?? scopes.push(item) - 1
    scopeByKey.set(key, scope)
    scopeByText.set(text, scope)
    return scope
  })
  return { scopeOf, scopes }
}

export const movableOf = (item: Item): number => Number(isMovable(item))
export const costOf = (item: Item): number => item.cost ?? 0
export const criticalOf = (item: Item): number => Number(item.criticality === 4 && isMovable(item))

/** Where a 1 stands. */
export const placesOf = (marks: Uint8Array): Int32Array => Int32Array.from(marks.keys()).filter((index) => marks[index] === 1)

export const hasDays = (supportEnd: Float64Array): boolean => supportEnd.some((day) => day < Infinity)

export const compileItems = (items: readonly Item[]) => {
  const isCritical = Uint8Array.from(items, criticalOf)
  const supportEnd = Float64Array.from(items, supportEndOf)
  return {
    ...compileScopes(items),
    isCritical,
    criticalItems: placesOf(isCritical),
    movable: Uint8Array.from(items, movableOf),
    effort: Float64Array.from(items, effortOf),
    cost: Float64Array.from(items, costOf),
    supportEnd,
    hasSupportEnds: hasDays(supportEnd),
  }
}

/** The last day of support as a day number; Infinity where there is none, or where it does not matter. */
export const supportEndOf = (item: Item): number => {
  if (item.endOfSupport === undefined || !isMovable(item)) return Infinity
  const day = dayNumber(item.endOfSupport)
  return Number.isNaN(day) ? Infinity : day
}

export const compileDependencies = (estate: Estate) => {
  const ends = indexEstate(estate)
  const count = estate.dependencies.length
  const from = new Int32Array(count)
  const to = new Int32Array(count)
  const bits = new Uint8Array(count)
  const pricePerDay = new Float64Array(count)
  const weight = new Float64Array(count)
  estate.dependencies.forEach((dependency, index) => {
    const a = ends.from[index]!
    const b = ends.to[index]!
    if (a < 0 || b < 0) return
    from[index] = a
    to[index] = b
    const [consumer, provider] = [estate.items[a] as Item, estate.items[b] as Item]
    bits[index] = meaningOf(dependency, consumer, provider)
    weight[index] = dependencyWeight(dependency, consumer, provider)
    pricePerDay[index] = dependency.pricePerDay ?? 1
  })
  return { indexById: ends.indexById, from, to, meaning: bits, pricePerDay, weight }
}
