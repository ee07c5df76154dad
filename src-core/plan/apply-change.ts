import type { Estate } from '../estate/estate'
import type { Applied, Change, Patch } from './change'
import type { PlanDocument, Scenario } from './plan-document'
import { applyPatch } from './row-patch'

/** A change under way: what has been made so far, and what takes it back. */
type Step<T> = { readonly value: T; readonly inverse: Change }

const estateLists = ['items', 'dependencies', 'unresolved'] as const
const planLists = ['views', 'filters', 'exchanges'] as const
const scenarioLists = ['groups', 'waves', 'rules', 'freezeWindows'] as const

/**
 * The document after a change, and the change that takes it back exactly, order of rows included. Rows, lists and
 * scenarios that the change does not touch keep their identity, so that a store writes only what is new.
 * Throws when the change names a scenario or removes a row that is not there: that is a bug, not a choice of the user.
 */
export const applyChange = (document: PlanDocument, change: Change): Applied => {
  const estate = changeEstate(document.estate, change)
  const scenarios = changeScenarios(document, change)
  const lists = patchLists(document, planLists, change as PatchSource<(typeof planLists)[number]>)
  const changed = {
    ...lists.value,
    ...(change.planName === undefined ? {} : { name: change.planName }),
    ...(change.activeScenarioId === undefined ? {} : { activeScenarioId: change.activeScenarioId }),
    estate: estate.value,
    scenarios: scenarios.value,
  }
  if (!changed.scenarios.some((scenario) => scenario.id === changed.activeScenarioId)) {
    throw new Error(`The change leaves the plan without its active scenario ${changed.activeScenarioId}`)
  }
  const inverse: Change = {
    ...(change.planName === undefined ? {} : { planName: document.name }),
    ...(change.activeScenarioId === undefined ? {} : { activeScenarioId: document.activeScenarioId }),
    ...lists.inverse,
    ...estate.inverse,
    ...scenarios.inverse,
  }
  return { document: changed, inverse }
}

/** True for a change without any effect on any plan, such as that of an empty selection. */
export const isEmptyChange = (change: Change): boolean =>
  Object.keys(change).every((key) => key === 'scenarioId' || change[key as keyof Change] === undefined)

type PatchTarget<Key extends string> = { readonly [K in Key]: readonly { readonly id: string }[] }
type PatchSource<Key extends string> = { readonly [K in Key]?: Patch<never> }

/** Applies the patches of `keys` to the lists of the same names; an owner without a change keeps its identity. */
const patchLists = <Key extends string, Owner extends PatchTarget<Key>>(
  owner: Owner, keys: readonly Key[], patches: PatchSource<Key>,
): Step<Owner> => {
  let value = owner
  const inverse: Record<string, unknown> = {}
  for (const key of keys) {
    const patch = patches[key]
    if (!patch) continue
    const patched = applyPatch(owner[key], patch)
    if (!patched.inverse) continue
    value = { ...value, [key]: patched.rows }
    inverse[key] = patched.inverse
  }
  return { value, inverse: inverse as Change }
}

const changeEstate = (estate: Estate, change: Change): Step<Estate> => {
  const rows = patchLists(estate, estateLists, change as PatchSource<(typeof estateLists)[number]>)
  const { extraSheets, imports } = change
  if (extraSheets === undefined && imports === undefined) return rows
  return {
    value: { ...rows.value, ...(extraSheets ? { extraSheets } : {}), ...(imports ? { imports } : {}) },
    inverse: {
      ...rows.inverse,
      ...(extraSheets ? { extraSheets: estate.extraSheets } : {}),
      ...(imports ? { imports: estate.imports } : {}),
    },
  }
}

/** First the list of scenarios, then the parts of one of them. */
const changeScenarios = (document: PlanDocument, change: Change): Step<readonly Scenario[]> => {
  const listed = change.scenarios ? applyPatch(document.scenarios, change.scenarios) : undefined
  const scenarios = listed?.rows ?? document.scenarios
  const listInverse: Change = listed?.inverse ? { scenarios: listed.inverse } : {}
  const scenarioId = change.scenarioId ?? document.activeScenarioId
  const part = changeScenario(scenarios, scenarioId, change)
  if (!part) return { value: scenarios, inverse: listInverse }
  const value = scenarios.map((scenario) => (scenario.id === scenarioId ? part.value : scenario))
  // Where the list's own inverse brings the old scenario back whole, or removes it, its parts need no inverse.
  const isWhole = change.scenarios?.put?.some((put) => put.row.id === scenarioId) ?? false
  return { value, inverse: isWhole ? listInverse : { ...listInverse, scenarioId, ...part.inverse } }
}

const changeScenario = (
  scenarios: readonly Scenario[], scenarioId: string, change: Change,
): Step<Scenario> | undefined => {
  const touches = change.scenarioName !== undefined || scenarioLists.some((key) => change[key] !== undefined)
  if (!touches) return undefined
  const scenario = scenarios.find((candidate) => candidate.id === scenarioId)
  if (!scenario) throw new Error(`The plan has no scenario ${scenarioId} to change`)
  const lists = patchLists(scenario, scenarioLists, change as PatchSource<(typeof scenarioLists)[number]>)
  if (change.scenarioName === undefined) return lists.value === scenario ? undefined : lists
  return {
    value: { ...lists.value, name: change.scenarioName },
    inverse: { ...lists.inverse, scenarioName: scenario.name },
  }
}
