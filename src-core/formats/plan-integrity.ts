import type { PlanDocument, Scenario } from '../plan/plan-document'

/** Where a well-formed document contradicts itself, as `path: what`; null where it does not. */
export const contradictionIn = (document: PlanDocument): { path: string; detail: string } | null => {
  const { items, dependencies } = document.estate
  const itemIds = new Set(items.map((item) => item.id))
  if (itemIds.size < items.length) return { path: 'document.estate.items', detail: 'repeated id' }
  if (hasRepeats(dependencies)) return { path: 'document.estate.dependencies', detail: 'repeated id' }
  const loose = dependencies.findIndex((row) => !itemIds.has(row.from) || !itemIds.has(row.to))
  if (loose >= 0) return { path: `document.estate.dependencies.${loose}`, detail: 'unknown item' }
  if (!document.scenarios.some((scenario) => scenario.id === document.activeScenarioId)) {
    return { path: 'document.activeScenarioId', detail: 'unknown scenario' }
  }
  for (const [index, scenario] of document.scenarios.entries()) {
    const found = contradictionInScenario(scenario, itemIds)
    if (found) return { path: `document.scenarios.${index}.${found.path}`, detail: found.detail }
  }
  return null
}

const hasRepeats = (rows: readonly { readonly id: string }[]): boolean =>
  new Set(rows.map((row) => row.id)).size < rows.length

const contradictionInScenario = (scenario: Scenario, itemIds: ReadonlySet<string>): { path: string; detail: string } | null => {
  for (const part of ['groups', 'waves', 'rules', 'freezeWindows'] as const) {
    if (hasRepeats(scenario[part])) return { path: part, detail: 'repeated id' }
  }
  const waveIds = new Set(scenario.waves.map((wave) => wave.id))
  const grouped = new Set<string>()
  for (const [index, group] of scenario.groups.entries()) {
    if (group.waveId !== null && !waveIds.has(group.waveId)) return { path: `groups.${index}`, detail: 'unknown wave' }
    for (const itemId of group.itemIds) {
      if (!itemIds.has(itemId)) return { path: `groups.${index}`, detail: 'unknown item' }
      if (grouped.has(itemId)) return { path: `groups.${index}`, detail: 'item in two groups' }
      grouped.add(itemId)
    }
  }
  return null
}
