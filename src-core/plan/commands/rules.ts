import type { NewId } from '../../ids'
import type { Change } from '../change'
import type { PlanDocument } from '../plan-document'
import type { FreezeWindow, Rule } from '../rule'

const later = (): never => {
  throw new Error('not written yet')
}

export type RuleFields = Partial<Omit<Rule, 'id'>>
export type FreezeWindowFields = Partial<Omit<FreezeWindow, 'id'>>

export const addRule = (_document: PlanDocument, _rule: Omit<Rule, 'id'>, _newId: NewId): Change => later()
export const editRule = (_document: PlanDocument, _ruleId: string, _fields: RuleFields, _newId: NewId): Change => later()
export const removeRule = (_document: PlanDocument, _ruleId: string, _newId: NewId): Change => later()
export const addFreezeWindow = (
  _document: PlanDocument, _freeze: Omit<FreezeWindow, 'id'>, _newId: NewId,
): Change => later()
export const editFreezeWindow = (
  _document: PlanDocument, _freezeWindowId: string, _fields: FreezeWindowFields,
): Change => later()
export const removeFreezeWindow = (_document: PlanDocument, _freezeWindowId: string): Change => later()
