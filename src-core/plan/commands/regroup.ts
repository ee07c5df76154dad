import type { NewId } from '../../ids'
import { formGroups } from '../../planning/form-groups'
import { applyChange, isEmptyChange } from '../apply-change'
import type { Change } from '../change'
import { lookup } from '../lookup'
import { activeScenario, type MoveGroup, type PlanDocument, type Scenario } from '../plan-document'
import { mustFindGroups } from './find-rows'
import { groupsChange } from './groups-change'

/**
 * Computes the computed groups of the active scenario anew. Each keeps the id and the name of the group it shares
 * most with, and takes the wave that holds most of its effort. Planner's groups stay, but for items that are gone.
 */
export const regroup = (document: PlanDocument, newId: NewId): Change => regroupAfter(document, {}, newId)

/** Hands the planner's groups back to the program: they follow dependencies and rules again. */
export const releaseGroups = (document: PlanDocument, groupIds: readonly string[], newId: NewId): Change => {
  const scenario = activeScenario(document)
  const released = new Set(mustFindGroups(scenario, groupIds))
  const groups = scenario.groups.map((group) => (released.has(group) ? { ...group, origin: 'computed' as const } : group))
  return groupsChange(document, formAnew(document, document, { ...scenario, groups }, newId))
}

/** The change, together with the new groups of the active scenario that it makes necessary: one step. */
export const regroupAfter = (document: PlanDocument, change: Change, newId: NewId): Change => {
  const changed = isEmptyChange(change) ? document : applyChange(document, change).document
  const groups = formAnew(document, changed, activeScenario(changed), newId)
  return { ...change, ...groupsChange(changed, groups) }
}

/** As `regroupAfter`, for a change of the estate, over which every scenario lies. */
export const regroupAllAfter = (document: PlanDocument, change: Change, newId: NewId): Change => {
  const changed = applyChange(document, change).document
  const others = changed.scenarios.flatMap((scenario) => {
    if (scenario.id === changed.activeScenarioId) return []
    const groups = formAnew(document, changed, scenario, newId)
    const isSame = groups.length === scenario.groups.length && groups.every((group, at) => group === scenario.groups[at])
    return isSame ? [] : [{ row: { ...scenario, groups } }]
  })
  const whole = others.length > 0 ? { ...change, scenarios: { put: others } } : change
  return regroupAfter(document, whole, newId)
}

const formAnew = (
  before: PlanDocument, changed: PlanDocument, scenario: Scenario, newId: NewId,
): readonly MoveGroup[] =>
  formGroups({
    estate: changed.estate,
    rules: scenario.rules,
    given: scenario.groups,
    namedAfter: lookup(before).itemById,
    wave: 'of-most-effort',
    newId,
  })
