import type { Dependency } from '../estate/dependency'
import type { Estate, ImportRecord } from '../estate/estate'
import type { Item } from '../estate/item'
import type { NewId } from '../ids'
import { activeScenario, type Scenario } from '../plan/plan-document'
import { formGroups } from '../planning/form-groups'
import { extraKey } from '../estate/source'
import type { ImportedWorkbook, ItemPlace } from './imported-workbook'

/** The planner says that two imported items are one: `drop` becomes part of `keep`. */
export type ItemMerge = { readonly keep: string; readonly drop: string }

/**
 * The import with these items made one: the one that is kept gets what only the other said, and everything that named
 * the other names it. The workbook is not changed; without merges the same object comes back.
 */
export const withMerges = (imported: ImportedWorkbook, merges: readonly ItemMerge[], newId: NewId): ImportedWorkbook => {
  const known = new Set(imported.document.estate.items.map((item) => item.id))
  const keptBy = keepersOf(merges.filter(({ keep, drop }) => known.has(keep) && known.has(drop)))
  if (keptBy.size === 0) return imported
  const idOf = (id: string): string => keptBy.get(id) ?? id
  const { document } = imported
  const stays = (item: Item): boolean => !keptBy.has(item.id)
  const estate = mergedEstate(document.estate, idOf, stays)
  const scenario = mergedScenario(activeScenario(document), estate, document.estate, idOf, newId)
  return {
    ...imported,
    document: { ...document, estate: { ...estate, imports: namedOtherwise(estate.imports, keptBy) }, scenarios: [scenario] },
    ...mergedPlaces(imported, estate, idOf, stays),
    counts: { ...imported.counts, items: estate.items.length, dependencies: estate.dependencies.length, moveGroups: scenario.groups.length },
  }
}

const namedOtherwise = (imports: readonly ImportRecord[], keptBy: ReadonlyMap<string, string>): readonly ImportRecord[] =>
  imports.map((record, index) => (index < imports.length - 1 ? record : { ...record, otherIds: [...(record.otherIds ?? []), ...keptBy] }))

/** An item's own row is silent about what it got from the rows of those that became part of it. */
const mergedPlaces = (
  { document, itemPlaces, morePlaces = [] }: ImportedWorkbook, after: Estate, idOf: (id: string) => string, stays: (item: Item) => boolean,
): Pick<ImportedWorkbook, 'itemPlaces' | 'morePlaces'> => {
  const before = document.estate.items
  const mergedById = new Map(after.items.map((item) => [item.id, item]))
  const got = (item: Item): readonly string[] => fieldsGot(item, mergedById.get(item.id) ?? item)
  const more = before.flatMap((item, index): readonly (readonly [string, ItemPlace])[] => {
    const place = itemPlaces[index]
    return stays(item) || !place || place[1] === 0 ? [] : [[idOf(item.id), place]]
  })
  return {
    itemPlaces: before.flatMap((item, index) => {
      const place = itemPlaces[index]
      return place && stays(item) ? [[...place, ...got(item)] as const] : []
    }),
    morePlaces: [...morePlaces.map(([id, place]) => [idOf(id), place] as const), ...more],
  }
}

/** Extra fields by their headings, as sources name them. */
const fieldsGot = (before: Item, after: Item): readonly string[] => {
  const headings = new Set(before.extra?.map(([heading]) => heading))
  return [
    ...Object.keys(after).filter((field) => field !== 'extra' && !(field in before)),
    ...(after.extra ?? []).filter(([heading]) => !headings.has(heading)).map(([heading]) => extraKey(heading)),
  ]
}

/** Who keeps each dropped item in the end: a keeper may itself be dropped. A ring of merges is broken where it would close. */
const keepersOf = (merges: readonly ItemMerge[]): ReadonlyMap<string, string> => {
  const next = new Map<string, string>()
  const endOf = (id: string): string => {
    let end = id
    for (let keeper = next.get(end); keeper !== undefined; keeper = next.get(end)) end = keeper
    return end
  }
  for (const { keep, drop } of merges) if (endOf(keep) !== endOf(drop)) next.set(endOf(drop), endOf(keep))
  return new Map([...next.keys()].map((id) => [id, endOf(id)]))
}

const mergedEstate = (estate: Estate, idOf: (id: string) => string, stays: (item: Item) => boolean): Estate => {
  const dropped = new Map<string, Item[]>()
  for (const item of estate.items) {
    if (!stays(item)) dropped.set(idOf(item.id), [...(dropped.get(idOf(item.id)) ?? []), item])
  }
  const items = estate.items.filter(stays).map((item) => {
    const filled = (dropped.get(item.id) ?? []).reduce(filledFrom, item)
    const { consolidateInto, ...rest } = filled
    if (consolidateInto === undefined || idOf(consolidateInto) === consolidateInto) return filled
    return idOf(consolidateInto) === item.id ? rest : { ...rest, consolidateInto: idOf(consolidateInto) }
  })
  return { ...estate, items, dependencies: mergedDependencies(estate.dependencies, idOf) }
}

/** What only the other said; extra fields by their headings. */
const filledFrom = (item: Item, other: Item): Item => {
  const headings = new Set(item.extra?.map(([heading]) => heading))
  const extra = [...(item.extra ?? []), ...(other.extra ?? []).filter(([heading]) => !headings.has(heading))]
  return { ...other, ...item, ...(extra.length > 0 && { extra }) }
}

/** Of what has become the same dependency twice, the first stays, and is hard where either was. Others are left alone. */
const mergedDependencies = (rows: readonly Dependency[], idOf: (id: string) => string): readonly Dependency[] => {
  const keyOf = ({ from, to, type }: Dependency): string => `${from}\n${to}\n${type}`
  const touched = new Set<string>()
  const moved = rows.map((row) => {
    const [from, to] = [idOf(row.from), idOf(row.to)]
    if (from === row.from && to === row.to) return row
    const next = { ...row, from, to }
    touched.add(keyOf(next))
    return next
  })
  const first = new Map<string, number>()
  const kept: Dependency[] = []
  for (const row of moved) {
    if (row.from === row.to) continue
    const key = keyOf(row)
    const at = touched.has(key) ? first.get(key) : undefined
    const known = at === undefined ? undefined : kept[at]
    if (at !== undefined && known) kept[at] = row.strength === 'hard' ? { ...known, strength: 'hard' } : known
    else first.set(key, kept.push(row) - 1)
  }
  return kept
}

const mergedScenario = (
  scenario: Scenario, estate: Estate, before: Estate, idOf: (id: string) => string, newId: NewId,
): Scenario => {
  const seen = new Set<string>()
  const given = scenario.groups.map((group) => ({
    ...group, itemIds: group.itemIds.map(idOf).filter((id) => !seen.has(id) && seen.add(id)),
  }))
  const rules = scenario.rules.map((rule) => ({ ...rule, itemIds: [...new Set(rule.itemIds.map(idOf))] }))
  const namedAfter = new Map(before.items.map((item) => [item.id, item]))
  return { ...scenario, rules, groups: formGroups({ estate, rules, given, namedAfter, wave: 'of-first-item', newId }) }
}
