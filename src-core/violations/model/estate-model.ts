import type { Estate } from '../../estate/estate'
import type { Item } from '../../estate/item'
import { effortOf, isMovable } from '../../estate/item'
import { indexEstate } from '../../estate/estate-index'
import { dayNumber } from '../../plan/dates'
import type { Rule } from '../../plan/rule'
import { meaningOf } from './dependency-meaning'
import { dependencyWeight } from './dependency-weight'
import { scopeKey } from './item-scope'
import type { PlanModel } from './plan-model'
import type { RuleModel } from './rule-model'
import type { Twins } from './twins'
import { findTwins } from './twins'

/**
 * The estate as numbers: items and dependencies by their index, so that a plan of 70,000 dependencies is checked in
 * milliseconds. Compiled once per estate; plans and rules hang their own compiled forms on it.
 */
export type EstateModel = {
  readonly estate: Estate
  readonly indexById: ReadonlyMap<string, number>
  readonly movable: Uint8Array
  readonly effort: Float64Array
  readonly cost: Float64Array
  /** Index into `scopes`. */
  readonly scopeOf: Int32Array
  /** One item for every scope that occurs. */
  readonly scopes: readonly Item[]
  /** Last day of support as a day number; Infinity where there is none. */
  readonly supportEnd: Float64Array
  /** False where no item has one. */
  readonly hasSupportEnds: boolean
  /** 1 for movable items of criticality 4, which `criticalItems` lists. */
  readonly isCritical: Uint8Array
  readonly criticalItems: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** Bits of `meaning`. */
  readonly meaning: Uint8Array
  readonly pricePerDay: Float64Array
  /** How strongly the ends belong together, for the search: `dependencyWeight`. */
  readonly weight: Float64Array
  readonly twins: readonly Twins[]
  /** By the identity of the list: as long-lived as the estate, since thousands of weak keys are dear to collect. */
  readonly itemsOfGroup: Map<readonly string[], Int32Array>
  readonly ruleModels: WeakMap<Rule, RuleModel>
  readonly planModels: WeakMap<object, PlanModel>
  /** The plan that was asked for last: the next one is mostly the same but for a few groups. */
  latestPlan: PlanModel | null
}

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

const compileItems = (items: readonly Item[]) => {
  const isCritical = Uint8Array.from(items, (item) => Number(item.criticality === 4 && isMovable(item)))
  const supportEnd = Float64Array.from(items, supportEndOf)
  return {
    ...compileScopes(items),
    isCritical,
    criticalItems: Int32Array.from(isCritical.keys()).filter((index) => isCritical[index] === 1),
    movable: Uint8Array.from(items, (item) => Number(isMovable(item))),
    effort: Float64Array.from(items, effortOf),
    cost: Float64Array.from(items, (item) => item.cost ?? 0),
    supportEnd,
    hasSupportEnds: supportEnd.some((day) => day < Infinity),
  }
}

const supportEndOf = (item: Item): number => {
  if (item.endOfSupport === undefined || !isMovable(item)) return Infinity
  const day = dayNumber(item.endOfSupport)
  return Number.isNaN(day) ? Infinity : day
}

const compileDependencies = (estate: Estate) => {
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

const compile = (estate: Estate): EstateModel => ({
  estate,
  ...compileItems(estate.items),
  ...compileDependencies(estate),
  twins: findTwins(estate.items),
  itemsOfGroup: new Map(),
  ruleModels: new WeakMap(),
  planModels: new WeakMap(),
  latestPlan: null,
})

const models = new WeakMap<Estate, EstateModel>()

/** The same model for the same estate. */
export const estateModel = (estate: Estate): EstateModel => {
  const known = models.get(estate)
  if (known) return known
  const made = compile(estate)
  models.set(estate, made)
  return made
}

/** Indexes of the items of a move group that are in the estate and move. The list is remembered by its identity. */
export const indexesOfItems = (model: EstateModel, itemIds: readonly string[]): Int32Array => {
  const known = model.itemsOfGroup.get(itemIds)
  if (known) return known
  let made = new Int32Array(itemIds.length)
  let size = 0
  for (const id of itemIds) {
    const index = model.indexById.get(id) ?? -1
    if (index >= 0 && model.movable[index] === 1) made[size++] = index
  }
  if (size < made.length) made = made.slice(0, size)
  model.itemsOfGroup.set(itemIds, made)
  return made
}
