import type { Item } from '../../estate/item'
import type { Rule } from '../../plan/rule'
import type { EstateModel } from './estate-model'
import { isInScope } from './item-scope'

/** A rule with its items as indexes. Items that do not move, or are not in the estate, are left out. */
export type RuleModel = {
  readonly rule: Rule
  /** In the order of the rule, each once. */
  readonly items: Int32Array
  /** For the rules that count (capacity, critical-limit): 1 for the items in scope; empty for others. */
  readonly member: Uint8Array
}

/** Rules that relate items to waves or to each other; the others count what is in a wave. */
export const isRelation = (rule: Rule): boolean => rule.type !== 'capacity' && rule.type !== 'critical-limit'

const membersOf = (model: EstateModel, rule: Rule, items: Int32Array): Uint8Array => {
  const listed = rule.itemIds.length > 0 ? new Set(items) : null
  const inScope = model.scopes.map((candidate: Item) => isInScope(rule, candidate))
  return Uint8Array.from(model.movable, (movable, index) =>
    Number(movable === 1 && inScope[model.scopeOf[index]!] === true && (listed === null || listed.has(index))),
  )
}

const compile = (model: EstateModel, rule: Rule): RuleModel => {
  const indexes = [...new Set(rule.itemIds)]
    .map((id) => model.indexById.get(id) ?? -1)
    .filter((index) => index >= 0 && model.movable[index] === 1)
  const items = Int32Array.from(indexes)
  return { rule, items, member: isRelation(rule) ? new Uint8Array(0) : membersOf(model, rule, items) }
}

/** The same model for the same rule over the same estate. */
export const ruleModel = (model: EstateModel, rule: Rule): RuleModel => {
  const known = model.ruleModels.get(rule)
  if (known) return known
  const made = compile(model, rule)
  model.ruleModels.set(rule, made)
  return made
}
