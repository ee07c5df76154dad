import type { Item } from '../estate/item'
import { activeScenario, type PlanDocument } from '../plan/plan-document'
import { sameValue } from '../plan/same-value'

export type FieldChange = { readonly field: string; readonly before: string; readonly after: string }

/** What an import over an open plan does. Ids are those of the resulting (gone: of the open) plan. */
export type ImportSummary = {
  readonly added: readonly string[]
  readonly gone: readonly { readonly itemId: string; readonly name: string }[]
  readonly changed: readonly { readonly itemId: string; readonly fields: readonly FieldChange[] }[]
  readonly unchanged: number
  readonly dependenciesAdded: number
  readonly dependenciesGone: number
  readonly dependenciesChanged: number
  /** Groups of the active scenario that are new, or have other items than before. */
  readonly groupsChanged: number
  /** Rules that lost the items they were about. */
  readonly rulesGone: number
}

const shown = (value: unknown): string =>
  value === undefined ? '' : Array.isArray(value) ? value.map(String).join('; ') : String(value)

/** Field by field; an extra field goes by its heading. */
const fieldChanges = (before: Item, after: Item): readonly FieldChange[] => {
  const pairs = (item: Item): ReadonlyMap<string, unknown> => {
    const { extra, ...own } = item
    return new Map([...Object.entries(own), ...(extra ?? [])])
  }
  const [old, fresh] = [pairs(before), pairs(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((field) => !sameValue(old.get(field), fresh.get(field)))
    .map((field) => ({ field, before: shown(old.get(field)), after: shown(fresh.get(field)) }))
}

const changesOfRows = <Row extends { readonly id: string }>(before: readonly Row[], after: readonly Row[]) => {
  const oldById = new Map(before.map((row) => [row.id, row]))
  const freshIds = new Set(after.map((row) => row.id))
  const added = after.filter((row) => !oldById.has(row.id))
  const gone = before.filter((row) => !freshIds.has(row.id))
  const changed = after.flatMap((row) => {
    const old = oldById.get(row.id)
    return old && !sameValue(old, row) ? [{ old, row }] : []
  })
  return { added, gone, changed }
}

export const summarise = (open: PlanDocument, next: PlanDocument): ImportSummary => {
  const items = changesOfRows(open.estate.items, next.estate.items)
  const dependencies = changesOfRows(open.estate.dependencies, next.estate.dependencies)
  const changed = items.changed
    .map(({ old, row }) => ({ itemId: row.id, fields: fieldChanges(old, row) }))
    .filter((change) => change.fields.length > 0)
  const before = activeScenario(open)
  const after = activeScenario(next)
  const itemsOfGroup = new Map(before.groups.map((group) => [group.id, group.itemIds]))
  return {
    added: items.added.map((item) => item.id),
    gone: items.gone.map((item) => ({ itemId: item.id, name: item.name })),
    changed,
    unchanged: next.estate.items.length - items.added.length - changed.length,
    dependenciesAdded: dependencies.added.length,
    dependenciesGone: dependencies.gone.length,
    dependenciesChanged: dependencies.changed.length,
    groupsChanged: after.groups.filter((group) => !sameValue(itemsOfGroup.get(group.id), group.itemIds)).length,
    rulesGone: before.rules.filter((rule) => !after.rules.some((other) => other.id === rule.id)).length,
  }
}
