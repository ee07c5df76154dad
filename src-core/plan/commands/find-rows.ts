import type { MoveGroup, PlanDocument, Scenario } from '../plan-document'

type Row = { readonly id: string }

/** The row of an id that must be there; a command that names another has been called wrongly, and throws. */
export const mustFind = <R extends Row>(rows: readonly R[], id: string, what: string): R => {
  const row = rows.find((candidate) => candidate.id === id)
  if (!row) throw new Error(`The plan has no ${what} ${id}`)
  return row
}

export const mustHaveWave = (scenario: Scenario, waveId: string | null): void => {
  if (waveId !== null) mustFind(scenario.waves, waveId, 'wave')
}

/** The rows of these ids by id, in one look through the list: a map of 60,000 is dearer to make than to do without. */
export const findRows = <R extends Row>(rows: readonly R[], ids: Iterable<string>): ReadonlyMap<string, R> => {
  const wanted = new Set(ids)
  const found = new Map<string, R>()
  for (const row of rows) {
    if (!wanted.has(row.id)) continue
    found.set(row.id, row)
    if (found.size === wanted.size) break
  }
  return found
}

/** The groups of these ids, in the order of the scenario. */
export const mustFindGroups = (scenario: Scenario, groupIds: readonly string[]): readonly MoveGroup[] => {
  const wanted = new Set(groupIds)
  const found = scenario.groups.filter((group) => wanted.delete(group.id))
  if (wanted.size > 0) throw new Error(`The plan has no move group ${[...wanted].join(', ')}`)
  return found
}

export const mustHaveItems = (document: PlanDocument, itemById: ReadonlyMap<string, unknown>, itemIds: readonly string[]): void => {
  const missing = itemIds.find((itemId) => !itemById.has(itemId))
  if (missing !== undefined) throw new Error(`The estate of ${document.name} has no item ${missing}`)
}
