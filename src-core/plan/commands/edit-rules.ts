import type { NewId } from '../../ids'
import type { Change } from '../change'
import { activeScenario, type PlanDocument } from '../plan-document'
import type { FreezeWindow, Rule } from '../rule'
import { sameValue } from '../same-value'
import { mustFind } from './find-rows'
import { regroupAfter } from './regroup'
import { setFields } from './set-fields'

export type RuleFields = Partial<Omit<Rule, 'id'>>
export type FreezeWindowFields = Partial<Omit<FreezeWindow, 'id'>>

/** A rule behind the others. What moves together is one group, so a together rule regroups in the same step. */
export const addRule = (document: PlanDocument, rule: Omit<Rule, 'id'>, newId: NewId): Change => {
  const row = setFields<Rule>({ ...rule, id: newId('rule') }, {})
  const change: Change = { scenarioId: document.activeScenarioId, rules: { put: [{ row }] } }
  return row.type === 'together' ? regroupAfter(document, change, newId) : change
}

/** Sets fields of a rule; one that is undefined is cleared. */
export const editRule = (document: PlanDocument, ruleId: string, fields: RuleFields, newId: NewId): Change => {
  const rule = mustFind(activeScenario(document).rules, ruleId, 'rule')
  const row = setFields(rule, fields)
  if (sameValue(rule, row)) return {}
  const change: Change = { scenarioId: document.activeScenarioId, rules: { put: [{ row }] } }
  const isGrouping = rule.type === 'together' || row.type === 'together'
  return isGrouping ? regroupAfter(document, change, newId) : change
}

export const removeRule = (document: PlanDocument, ruleId: string, newId: NewId): Change => {
  const rule = mustFind(activeScenario(document).rules, ruleId, 'rule')
  const change: Change = { scenarioId: document.activeScenarioId, rules: { remove: [ruleId] } }
  return rule.type === 'together' ? regroupAfter(document, change, newId) : change
}

export const addFreezeWindow = (
  document: PlanDocument, freezeWindow: Omit<FreezeWindow, 'id'>, newId: NewId,
): Change => {
  const row = setFields<FreezeWindow>({ ...freezeWindow, id: newId('freeze') }, {})
  return { scenarioId: document.activeScenarioId, freezeWindows: { put: [{ row }] } }
}

/** Sets fields of a freeze window; one that is undefined is cleared. */
export const editFreezeWindow = (
  document: PlanDocument, freezeWindowId: string, fields: FreezeWindowFields,
): Change => {
  const freezeWindow = mustFind(activeScenario(document).freezeWindows, freezeWindowId, 'freeze window')
  const row = setFields(freezeWindow, fields)
  if (sameValue(freezeWindow, row)) return {}
  return { scenarioId: document.activeScenarioId, freezeWindows: { put: [{ row }] } }
}

export const removeFreezeWindow = (document: PlanDocument, freezeWindowId: string): Change => {
  mustFind(activeScenario(document).freezeWindows, freezeWindowId, 'freeze window')
  return { scenarioId: document.activeScenarioId, freezeWindows: { remove: [freezeWindowId] } }
}
