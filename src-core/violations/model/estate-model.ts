import type { Dependency } from '../../estate/dependency'
import type { Estate } from '../../estate/estate'
import type { Item } from '../../estate/item'
import type { Rule } from '../../plan/rule'
import { compileDependencies, compileItems } from './compile-estate'
import { editedDependencies } from './edited-dependencies'
import { editedModel } from './edited-estate'
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
  /** The dependencies as rules read them: the same list while no edit changes what a rule would say of any. */
  readonly boundBy: readonly Dependency[]
  readonly twins: readonly Twins[]
  /** By the identity of the list: as long-lived as the estate, since thousands of weak keys are dear to collect. */
  readonly itemsOfGroup: Map<readonly string[], Int32Array>
  readonly ruleModels: WeakMap<Rule, RuleModel>
  readonly planModels: WeakMap<object, PlanModel>
  /** The plan that was asked for last: the next one is mostly the same but for a few groups. */
  latestPlan: PlanModel | null
}

const compile = (estate: Estate): EstateModel => ({
  estate,
  ...compileItems(estate.items),
  ...compileDependencies(estate),
  boundBy: estate.dependencies,
  twins: findTwins(estate.items),
  itemsOfGroup: new Map(),
  ruleModels: new WeakMap(),
  planModels: new WeakMap(),
  latestPlan: null,
})

const models = new WeakMap<Estate, EstateModel>()

/** The newest model over a list of dependencies: what cells of items are edited keeps the list. */
const latestOf = new WeakMap<readonly Dependency[], EstateModel>()

/** The newest model over a list of items, which edits of dependencies keep. */
const latestOfItems = new WeakMap<readonly Item[], EstateModel>()

const edited = (estate: Estate): EstateModel | null => {
  const before = latestOf.get(estate.dependencies)
  if (before) return editedModel(before, estate)
  const sameItems = latestOfItems.get(estate.items)
  return sameItems ? editedDependencies(sameItems, estate) : null
}

/** The same model for the same estate. After an edit of some rows it is the one before, but for what they say. */
export const estateModel = (estate: Estate): EstateModel => {
  const known = models.get(estate)
  if (known) return known
  const made = edited(estate) ?? compile(estate)
  models.set(estate, made)
  latestOf.set(estate.dependencies, made)
  latestOfItems.set(estate.items, made)
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
