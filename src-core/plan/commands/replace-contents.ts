import type { Change } from '../change'
import type { PlanDocument, Scenario } from '../plan-document'
import { patchBetween } from '../row-patch'
import { sameValue } from '../same-value'

/**
 * Makes the contents of the document those of `next`: an import over an open plan, as one step that can be undone.
 * Only rows that differ are in the change. The document keeps its own id.
 */
export const replaceContents = (document: PlanDocument, next: PlanDocument): Change =>
  withoutAbsent({
    planName: next.name === document.name ? undefined : next.name,
    activeScenarioId: next.activeScenarioId === document.activeScenarioId ? undefined : next.activeScenarioId,
    views: patchBetween(document.views, next.views),
    filters: patchBetween(document.filters, next.filters),
    exchanges: patchBetween(document.exchanges, next.exchanges),
    ...estateChange(document, next),
    ...scenariosChange(document, next),
  })

const estateChange = ({ estate: before }: PlanDocument, { estate: after }: PlanDocument): Change => ({
  items: patchBetween(before.items, after.items),
  dependencies: patchBetween(before.dependencies, after.dependencies),
  unresolved: patchBetween(before.unresolved, after.unresolved),
  extraSheets: sameValue(before.extraSheets, after.extraSheets) ? undefined : after.extraSheets,
  imports: sameValue(before.imports, after.imports) ? undefined : after.imports,
})

/** The scenario that is active afterwards row by row where it is there already; all others whole. */
const scenariosChange = (document: PlanDocument, next: PlanDocument): Change => {
  const before = document.scenarios.find((scenario) => scenario.id === next.activeScenarioId)
  const after = next.scenarios.find((scenario) => scenario.id === next.activeScenarioId)
  if (!before || !after) return { scenarios: patchBetween(document.scenarios, next.scenarios) }
  const others = next.scenarios.map((scenario) => (scenario === after ? before : scenario))
  return { scenarios: patchBetween(document.scenarios, others), ...partsChange(before, after) }
}

const partsChange = (before: Scenario, after: Scenario): Change => {
  const parts = withoutAbsent({
    scenarioName: before.name === after.name ? undefined : after.name,
    groups: patchBetween(before.groups, after.groups),
    waves: patchBetween(before.waves, after.waves),
    rules: patchBetween(before.rules, after.rules),
    freezeWindows: patchBetween(before.freezeWindows, after.freezeWindows),
  })
  return Object.keys(parts).length === 0 ? {} : { ...parts, scenarioId: before.id }
}

const withoutAbsent = (change: Change): Change =>
  Object.fromEntries(Object.entries(change).filter(([, part]) => part !== undefined))
