import type { Estate } from '../../estate/estate'
import type { Item } from '../../estate/item'
import { effortOf, isMovable } from '../../estate/item'
import { dayNumber } from '../../plan/dates'
import type { Rule } from '../../plan/rule'
import { meaningOf } from './dependency-meaning'
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
  /** 1 for movable items of criticality 4, which `criticalItems` lists. */
  readonly isCritical: Uint8Array
  readonly criticalItems: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** Bits of `meaning`. */
  readonly meaning: Uint8Array
  readonly pricePerDay: Float64Array
  readonly twins: readonly Twins[]
  readonly itemsOfGroup: WeakMap<readonly string[], Int32Array>
  readonly ruleModels: WeakMap<Rule, RuleModel>
  readonly planModels: WeakMap<object, PlanModel>
}

const compileItems = (items: readonly Item[]) => {
  const scopeIndex = new Map<string, number>()
  const scopes: Item[] = []
  const scopeOf = new Int32Array(items.length)
  items.forEach((item, index) => {
    const key = scopeKey(item)
    const known = scopeIndex.get(key) ?? scopes.push(item) - 1
    scopeIndex.set(key, known)
    scopeOf[index] = known
  })
  const isCritical = Uint8Array.from(items, (item) => Number(item.criticality === 4 && isMovable(item)))
  return {
    scopeOf,
    scopes,
    isCritical,
    criticalItems: Int32Array.from(isCritical.keys()).filter((index) => isCritical[index] === 1),
    movable: Uint8Array.from(items, (item) => Number(isMovable(item))),
    effort: Float64Array.from(items, effortOf),
    cost: Float64Array.from(items, (item) => item.cost ?? 0),
    supportEnd: Float64Array.from(items, supportEndOf),
  }
}

const supportEndOf = (item: Item): number => {
  if (item.endOfSupport === undefined || !isMovable(item)) return Infinity
  const day = dayNumber(item.endOfSupport)
  return Number.isNaN(day) ? Infinity : day
}

const compileDependencies = (estate: Estate, indexById: ReadonlyMap<string, number>) => {
  const count = estate.dependencies.length
  const from = new Int32Array(count)
  const to = new Int32Array(count)
  const bits = new Uint8Array(count)
  const pricePerDay = new Float64Array(count)
  estate.dependencies.forEach((dependency, index) => {
    const a = indexById.get(dependency.from)
    const b = indexById.get(dependency.to)
    if (a === undefined || b === undefined) return
    from[index] = a
    to[index] = b
    bits[index] = meaningOf(dependency, estate.items[a] as Item, estate.items[b] as Item)
    pricePerDay[index] = dependency.pricePerDay ?? 1
  })
  return { from, to, meaning: bits, pricePerDay }
}

const compile = (estate: Estate): EstateModel => {
  const indexById = new Map(estate.items.map((item, index) => [item.id, index]))
  return {
    estate,
    indexById,
    ...compileItems(estate.items),
    ...compileDependencies(estate, indexById),
    twins: findTwins(estate.items),
    itemsOfGroup: new WeakMap(),
    ruleModels: new WeakMap(),
    planModels: new WeakMap(),
  }
}

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
  const indexes = itemIds
    .map((id) => model.indexById.get(id) ?? -1)
    .filter((index) => index >= 0 && model.movable[index] === 1)
  const made = Int32Array.from(indexes)
  model.itemsOfGroup.set(itemIds, made)
  return made
}
