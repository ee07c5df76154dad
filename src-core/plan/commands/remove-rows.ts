import type { NewId } from '../../ids'
import { isCompleteRule } from '../../workbook/complete-rule'
import type { Change } from '../change'
import { lookup } from '../lookup'
import type { PlanDocument, Scenario } from '../plan-document'
import type { Rule } from '../rule'
import { editInOneStep } from './edit-in-one-step'
import { mustHaveItems } from './find-rows'
import { regroupAllAfter } from './regroup'
import { replaceContents } from './replace-contents'
import { setFields } from './set-fields'

/**
 * Takes items out of the estate, with the dependencies on and of them. Rules of every scenario forget them; one that is
 * left with too few goes, as after an import without them.
 */
export const removeItems = (document: PlanDocument, itemIds: readonly string[], newId: NewId): Change => {
  mustHaveItems(document, lookup(document).itemById, itemIds)
  const gone = new Set(itemIds)
  if (gone.size === 0) return {}
  return editInOneStep(document, [
    (plan) => replaceContents(plan, { ...plan, scenarios: plan.scenarios.map((scenario) => withoutRulesOf(scenario, gone)) }),
    (plan) => regroupAllAfter(plan, estateWithout(plan, gone), newId),
  ])
}

/** Takes dependencies out of the estate; what only they held together comes apart. */
export const removeDependencies = (document: PlanDocument, dependencyIds: readonly string[], newId: NewId): Change => {
  const { dependencyById } = lookup(document)
  const remove = [...new Set(dependencyIds)]
  const missing = remove.find((id) => !dependencyById.has(id))
  if (missing !== undefined) throw new Error(`The plan has no dependency ${missing}`)
  if (remove.length === 0) return {}
  return regroupAllAfter(document, { dependencies: { remove } }, newId)
}

const estateWithout = ({ estate }: PlanDocument, gone: ReadonlySet<string>): Change => {
  const dependencies = estate.dependencies.filter((row) => gone.has(row.from) || gone.has(row.to)).map((row) => row.id)
  const loose = estate.items.filter((item) => !gone.has(item.id) && item.consolidateInto !== undefined && gone.has(item.consolidateInto))
  return {
    items: { remove: [...gone], put: loose.map((item) => ({ row: setFields(item, { consolidateInto: undefined }) })) },
    ...(dependencies.length > 0 ? { dependencies: { remove: dependencies } } : {}),
  }
}

const withoutRulesOf = (scenario: Scenario, gone: ReadonlySet<string>): Scenario => {
  if (!scenario.rules.some((rule) => rule.itemIds.some((id) => gone.has(id)))) return scenario
  const rules = scenario.rules.flatMap((rule): readonly Rule[] => {
    if (!rule.itemIds.some((id) => gone.has(id))) return [rule]
    const left = { ...rule, itemIds: rule.itemIds.filter((id) => !gone.has(id)) }
    return isCompleteRule(left) ? [left] : []
  })
  return { ...scenario, rules }
}
