import type { Estate } from '../estate/estate'
import type { NewId } from '../ids'
import { activeScenario, type MoveGroup, type PlanDocument, type Scenario } from '../plan/plan-document'
import type { Rule } from '../plan/rule'
import type { Wave } from '../plan/wave'
import { formGroups } from '../planning/form-groups'
import type { GivenGroup } from '../planning/given-group'
import type { ComparedImport } from './compare-import'
import { isCompleteRule } from './complete-rule'
import { holdPlaces } from './hold-places'
import { isPlanAddition, type ImportRow, type PlanAddition, type PlanPart } from './import-row'

type IdOf = (importedId: string) => string
type WaveRow = Extract<ImportRow, { readonly kind: 'changed-wave' }>

/** Rules without the items that are gone; a rule that this leaves with too few goes with them. */
export const remainingRules = (rules: readonly Rule[], ids: ReadonlySet<string>): readonly Rule[] => {
  if (rules.every((rule) => rule.itemIds.every((id) => ids.has(id)))) return rules
  return rules.flatMap((rule) => {
    if (rule.itemIds.every((id) => ids.has(id))) return [rule]
    const left = { ...rule, itemIds: rule.itemIds.filter((id) => ids.has(id)) }
    return isCompleteRule(left) ? [left] : []
  })
}

/** What the import says of the groups of items that are new: the planner's groups of the open plan take them in by name. */
const withNewItems = (
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
  const kept = groups.map((group) => {
    const more = joining.get(group.name)
    return more ? { ...group, itemIds: [...group.itemIds, ...more] } : group
  })
  return [...kept, ...given]
}

/** With the parts of the import that are taken, where the plan has nothing of them yet. */
const adopted = (open: Scenario, imported: Scenario, parts: ReadonlySet<PlanPart>, idOf: IdOf, ids: ReadonlySet<string>): Scenario => {
  if (parts.size === 0) return open
  const theirs = remainingRules(imported.rules.map((rule) => ({ ...rule, itemIds: rule.itemIds.map(idOf) })), ids)
  return {
    ...open,
    ...(parts.has('waves') && { waves: imported.waves }),
    ...(parts.has('rules') && { rules: theirs }),
    ...(parts.has('freezeWindows') && { freezeWindows: imported.freezeWindows }),
  }
}

/** With the fields of waves that are taken. */
const withWaveFields = (scenario: Scenario, rows: readonly WaveRow[]): Scenario => {
  if (rows.length === 0) return scenario
  const waves = scenario.waves.map((wave) =>
    rows.filter((row) => row.wave.id === wave.id).reduce((changed: Wave, { field, after }) => ({ ...changed, [field]: after }), wave))
  return { ...scenario, waves }
}

const added = <Part>(known: readonly Part[], more: readonly Part[]): readonly Part[] => (more.length > 0 ? [...known, ...more] : known)

/** With what is taken beside what the plan has, under ids of their own; waves stand in the order of their numbers. */
const withAdditions = (scenario: Scenario, rows: readonly PlanAddition[], newId: NewId): Scenario => {
  if (rows.length === 0) return scenario
  const waves = rows.flatMap((row) => (row.kind === 'new-wave' ? { ...row.wave, id: newId('wave') } : []))
  const rules = rows.flatMap((row) => (row.kind === 'new-rule' ? { ...row.rule, id: newId('rule') } : []))
  const windows = rows.flatMap((row) => (row.kind === 'new-freeze-window' ? { ...row.freezeWindow, id: newId('freeze') } : []))
  return {
    ...scenario, waves: added(scenario.waves, waves).toSorted((a, b) => a.number - b.number),
    rules: added(scenario.rules, rules), freezeWindows: added(scenario.freezeWindows, windows),
  }
}

type Taken = { readonly parts: ReadonlySet<PlanPart>; readonly waves: readonly WaveRow[]; readonly additions: readonly PlanAddition[] }

const placed = (
  compared: ComparedImport, { parts, waves, additions }: Taken, scenario: Scenario, estate: Estate, ids: ReadonlySet<string>, newId: NewId,
): Scenario => {
  const { open, imported, idOf } = compared
  const theirs = activeScenario(imported.document)
  const base = scenario.id === open.activeScenarioId
    ? withAdditions(withWaveFields(adopted(scenario, theirs, parts, idOf, ids), waves), additions, newId)
    : scenario
  const rules = remainingRules(base.rules, ids)
  if (base === scenario && estate === open.estate && rules === scenario.rules) return scenario
  const before = new Map(open.estate.items.map((item) => [item.id, item]))
  // Where the waves come with the import, its cells place every item; otherwise only those that are new here.
  const takesPlaces = parts.has('waves') && base.waves !== scenario.waves
  const isNew = (id: string): boolean => ids.has(id) && (takesPlaces || !before.has(id))
  const given = holdPlaces(estate, rules, withNewItems(base.groups, theirs, base.waves, isNew, idOf))
  const groups = formGroups({ estate, rules, given, namedAfter: before, wave: 'of-most-effort', newId })
  return { ...base, rules, groups }
}

/** The scenarios over the new estate: items keep their group and wave. The same list where nothing is otherwise. */
export const placeImport = (compared: ComparedImport, rows: readonly ImportRow[], estate: Estate, newId: NewId): PlanDocument['scenarios'] => {
  const { scenarios } = compared.open
  const ids = new Set(estate.items.map((item) => item.id))
  const parts = new Set(rows.flatMap((row) => (row.kind === 'plan-part' ? row.part : [])))
  const waves = rows.filter((row) => row.kind === 'changed-wave')
  const additions = rows.filter(isPlanAddition)
  const next = scenarios.map((scenario) => placed(compared, { parts, waves, additions }, scenario, estate, ids, newId))
  return next.every((scenario, index) => scenario === scenarios[index]) ? scenarios : next
}
