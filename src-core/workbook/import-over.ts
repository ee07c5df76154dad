import type { Dependency } from '../estate/dependency'
import type { Estate, ExtraSheet } from '../estate/estate'
import type { Item } from '../estate/item'
import type { NewId } from '../ids'
import { activeScenario, type MoveGroup, type PlanDocument, type Scenario } from '../plan/plan-document'
import type { Rule } from '../plan/rule'
import type { Wave } from '../plan/wave'
import { formGroups } from '../planning/form-groups'
import type { GivenGroup } from '../planning/given-group'
import { isCompleteRule } from './complete-rule'
import { summarise, type ImportSummary } from './import-summary'
import type { ImportedWorkbook } from './imported-workbook'
import { matchItems } from './match-items'
import { overRow, providedForDependencies, providedForKind } from './provided-fields'
import { dependencyId } from './read-dependencies'
import { UniqueIds } from './unique-ids'

export type { FieldChange, ImportSummary } from './import-summary'

/** From the ids of the import to those of the resulting plan. */
type IdOf = (importedId: string) => string

const mergedItems = (open: Estate, imported: ImportedWorkbook, idOf: IdOf): readonly Item[] => {
  const openById = new Map(open.items.map((item) => [item.id, item]))
  const provided = providedForKind(imported)
  const items = imported.document.estate.items.map((item) => {
    const { consolidateInto } = item
    const moved = { ...item, id: idOf(item.id), ...(consolidateInto !== undefined && { consolidateInto: idOf(consolidateInto) }) }
    const before = openById.get(moved.id)
    return before ? overRow(before, moved, provided(item.kind)) : moved
  })
  const ids = new Set(items.map((item) => item.id))
  return items.map((item) => {
    if (item.consolidateInto === undefined || ids.has(item.consolidateInto)) return item
    const { consolidateInto: _gone, ...rest } = item
    return rest
  })
}

/** The open plan's dependencies of the same ends and type keep their ids, first with first. */
const mergedDependencies = (open: Estate, imported: ImportedWorkbook, idOf: IdOf): readonly Dependency[] => {
  const provided = providedForDependencies(imported)
  const rows = imported.document.estate.dependencies.map((row) => ({ ...row, from: idOf(row.from), to: idOf(row.to) }))
  const waiting = new Map<string, Dependency[]>()
  const keyOf = (row: Dependency): string => `${row.from}\n${row.to}\n${row.type}`
  for (const row of open.dependencies) waiting.set(keyOf(row), [...(waiting.get(keyOf(row)) ?? []), row])
  const ids = new UniqueIds()
  for (const row of open.dependencies) ids.take(row.id)
  return rows.map((row) => {
    const before = waiting.get(keyOf(row))?.shift()
    if (!before) return { ...row, id: dependencyId(ids, row.from, row.to) }
    return { ...(provided ? overRow(before, row, provided) : row), id: before.id }
  })
}

const mergedExtraSheets = (open: readonly ExtraSheet[], imported: readonly ExtraSheet[]): readonly ExtraSheet[] => {
  const names = new Set(imported.map((sheet) => sheet.name))
  return [...open.filter((sheet) => !names.has(sheet.name)), ...imported]
}

const mergedEstate = (open: Estate, imported: ImportedWorkbook, idOf: IdOf): Estate => {
  const next = imported.document.estate
  const items = mergedItems(open, imported, idOf)
  const ids = new Set(items.map((item) => item.id))
  const hasDependencies = providedForDependencies(imported) !== null || next.dependencies.length > 0
  return {
    items,
    dependencies: hasDependencies
      ? mergedDependencies(open, imported, idOf)
      : open.dependencies.filter((row) => ids.has(row.from) && ids.has(row.to)),
    unresolved: hasDependencies ? next.unresolved : open.unresolved,
    extraSheets: mergedExtraSheets(open.extraSheets, next.extraSheets),
    imports: [...open.imports, ...next.imports],
  }
}

/** Rules without the items that are gone; a rule that this leaves with too few goes with them. */
const remainingRules = (rules: readonly Rule[], ids: ReadonlySet<string>): readonly Rule[] =>
  rules.flatMap((rule) => {
    if (rule.itemIds.every((id) => ids.has(id))) return [rule]
    const left = { ...rule, itemIds: rule.itemIds.filter((id) => ids.has(id)) }
    return isCompleteRule(left) ? [left] : []
  })

/** What the import says of the groups of items that are new: the planner's groups of the open plan take them in by name. */
const groupsOfNewItems = (
  groups: readonly MoveGroup[], imported: Scenario, waves: readonly Wave[], isNew: (id: string) => boolean, idOf: IdOf,
): readonly GivenGroup[] => {
  const joining = new Map<string, string[]>()
  const given: GivenGroup[] = []
  const names = new Set(groups.map((group) => group.name))
  const numberById = new Map(imported.waves.map((wave) => [wave.id, wave.number]))
  const idByNumber = new Map(waves.map((wave) => [wave.number, wave.id]))
  for (const group of imported.groups) {
    const itemIds = group.itemIds.map(idOf).filter(isNew)
    if (itemIds.length === 0) continue
    const waveId = idByNumber.get(numberById.get(group.waveId ?? '') ?? -1) ?? null
    if (group.origin === 'computed') given.push(...itemIds.map((id) => ({ name: null, itemIds: [id], waveId, origin: group.origin })))
    else if (names.has(group.name)) joining.set(group.name, itemIds)
    else given.push({ name: group.name, itemIds, waveId, origin: 'planner' })
  }
  const kept = groups.map((group) => ({ ...group, itemIds: [...group.itemIds, ...(joining.get(group.name) ?? [])] }))
  return [...kept, ...given]
}

/** A plan that has no waves, rules or freeze windows yet takes those of the import. */
const adopted = (open: Scenario, imported: Scenario, idOf: IdOf): Scenario => ({
  ...open,
  waves: open.waves.length > 0 ? open.waves : imported.waves,
  rules: open.rules.length > 0 ? open.rules : imported.rules.map((rule) => ({ ...rule, itemIds: rule.itemIds.map(idOf) })),
  freezeWindows: open.freezeWindows.length > 0 ? open.freezeWindows : imported.freezeWindows,
})

const mergedScenario = (
  open: PlanDocument, scenario: Scenario, estate: Estate, imported: ImportedWorkbook, idOf: IdOf, newId: NewId,
): Scenario => {
  const theirs = activeScenario(imported.document)
  const base = scenario.id === open.activeScenarioId ? adopted(scenario, theirs, idOf) : scenario
  const ids = new Set(estate.items.map((item) => item.id))
  const before = new Map(open.estate.items.map((item) => [item.id, item]))
  // Where the waves come with the import, its cells place every item; otherwise only those that are new here.
  const takesPlaces = base.waves !== scenario.waves
  const isNew = (id: string): boolean => takesPlaces || !before.has(id)
  const rules = remainingRules(base.rules, ids)
  const given = groupsOfNewItems(base.groups, theirs, base.waves, isNew, idOf)
  const groups = formGroups({ estate, rules, given, namedAfter: before, wave: 'of-most-effort', newId })
  return { ...base, rules, groups }
}

/**
 * A newer inventory over an open plan: items are matched by Id, otherwise by kind and name, and keep their group and wave;
 * waves, rules and freeze windows stay as they are. Fields for which the import has no column stay too.
 */
export const importOver = (
  open: PlanDocument, imported: ImportedWorkbook, newId: NewId,
): { document: PlanDocument; summary: ImportSummary } => {
  const matches = matchItems(open.estate.items, imported.document.estate.items)
  const idOf: IdOf = (importedId) => matches.get(importedId) ?? importedId
  const estate = mergedEstate(open.estate, imported, idOf)
  const scenarios = open.scenarios.map((scenario) => mergedScenario(open, scenario, estate, imported, idOf, newId))
  const document = { ...open, estate, scenarios }
  return { document, summary: summarise(open, document) }
}
