import type { Dependency, UnresolvedDependency } from '../estate/dependency'
import type { Estate, ExtraSheet, ImportRecord, OtherId } from '../estate/estate'
import type { Item } from '../estate/item'
import { columnSaying, describes, isOnlyNamed, type RowSource } from '../estate/source'
import type { NewId } from '../ids'
import type { PlanDocument } from '../plan/plan-document'
import { sameValue } from '../plan/same-value'
import type { ComparedImport } from './compare-import'
import { ownSheetOf } from './document-to-sheets'
import { withFields } from './field-changes'
import { isPlanRow, type ImportRow, type PlanRow } from './import-row'
import { mentionedIds } from './imported-workbook'
import { endsFinder } from './match-dependencies'
import { placeImport } from './place-import'
import { providedForDependencies } from './provided-fields'
import { fieldsOfPlace, listedAt, moreSourcesOf, sourceOfImported } from './sources'
import { valueOf, withTaken } from './taken-fields'

type FieldRow = Exclude<Extract<ImportRow, { readonly field: string }>, PlanRow>

/** The rows that are taken, put to what they are about. */
type Taken = {
  readonly fresh: readonly Item[]
  readonly gone: ReadonlySet<string>
  readonly fieldsByItem: ReadonlyMap<string, readonly FieldRow[]>
  readonly freshDependencies: readonly Dependency[]
  readonly goneDependencies: ReadonlySet<string>
  readonly fieldsByDependency: ReadonlyMap<string, readonly FieldRow[]>
}

const sorted = (rows: readonly ImportRow[]): Taken => {
  const fresh: Item[] = []
  const freshDependencies: Dependency[] = []
  const [gone, goneDependencies] = [new Set<string>(), new Set<string>()]
  const [fieldsByItem, fieldsByDependency] = [new Map<string, FieldRow[]>(), new Map<string, FieldRow[]>()]
  const add = (map: Map<string, FieldRow[]>, id: string, row: FieldRow): void => {
    const list = map.get(id)
    if (list) list.push(row)
    else map.set(id, [row])
  }
  for (const row of rows) {
    switch (row.kind) {
      case 'new-item': fresh.push(row.item); break
      case 'gone-item': gone.add(row.item.id); break
      case 'new-dependency': freshDependencies.push(row.dependency); break
      case 'gone-dependency': goneDependencies.add(row.dependency.id); break
      // Of the plan, not of the estate: `placeImport` takes these.
      case 'plan-part': case 'changed-wave': case 'new-wave': case 'new-rule': case 'new-freeze-window': break
      case 'changed-dependency': add(fieldsByDependency, row.dependency.id, row); break
      default: add(fieldsByItem, row.item.id, row)
    }
  }
  return { fresh, gone, fieldsByItem, freshDependencies, goneDependencies, fieldsByDependency }
}

/** The changed item with its new source; the fields that keep a value of their own are not from there. */
const changedItem = (compared: ComparedImport, before: Item, rows: readonly FieldRow[]): Item => {
  const first = rows.find((row) => 'importedId' in row)
  const after = withFields(before, rows)
  return first && 'importedId' in first ? withSource(compared, before, after, first.importedId, new Set(rows.map((row) => row.field))) : after
}

const withSource = (compared: ComparedImport, before: Item, after: Item, importedId: string, taken: ReadonlySet<string>): Item => {
  const { imported, open } = compared
  const place = sourceOfImported(imported, importedId, open.estate.imports.length)
  if (!place) return after
  const kept = describes(place) ? fieldsOfPlace(imported, place).filter((field) => !taken.has(field) && isKept(compared, before, importedId, field)) : []
  const source: RowSource = [place[0], place[1], place[2], ...new Set([...place.slice(3).map(String), ...kept])]
  return { ...after, sources: [...(before.sources ?? []), ...moreSaying(compared, before, importedId, after, taken), source] }
}

/** Whether the value that stays is not from the import: it offers another, or, beside the source of it, none before that. */
const isKept = (compared: ComparedImport, before: Item, importedId: string, field: string): boolean =>
  valueOf(before, field) !== undefined && (isOtherThere(compared, before, importedId, field) || isSaidBefore(compared, before, field))

/** What another source has said already is from there, however many agree; only a newer edition of it takes its place. */
const isSaidBefore = ({ editionOf, open }: ComparedImport, { sources = [] }: Item, field: string): boolean =>
  sources.some((source) => !editionOf.includes(source[0]) && (source.includes(field, 3) || columnSaying(open.estate.imports, source, field) !== undefined))

/** Of the other rows of the import, those that say what the item holds now, silent about all else. */
const moreSaying = (
  compared: ComparedImport, before: Item, importedId: string, after: Item, taken: ReadonlySet<string>,
): readonly RowSource[] => {
  const { imported, open } = compared
  const theirs = itemOf(compared, importedId)
  const isSaid = (field: string): boolean =>
    (taken.has(field) || !isSaidBefore(compared, before, field)) && valueOf(after, field) !== undefined && theirs !== undefined && sameValue(valueOf(after, field), valueOf(theirs, field))
  return moreSourcesOf(imported, importedId, open.estate.imports.length).flatMap((source): readonly RowSource[] => {
    const said = fieldsOfPlace(imported, source).filter((field) => isSaid(field) && !source.includes(field, 3))
    if (said.length === 0) return []
    return [[source[0], source[1], source[2], ...fieldsOfPlace(imported, source).filter((field) => !said.includes(field))]]
  })
}

/** Whether the import offers another value for a field than the plan has, or none where there is one. */
const isOtherThere = (compared: ComparedImport, before: Item, importedId: string, field: string): boolean => {
  const theirs = itemOf(compared, importedId)
  return !sameValue(valueOf(before, field), theirs && valueOf(theirs, field))
}

const importedItems = new WeakMap<ComparedImport, ReadonlyMap<string, Item>>()
const itemOf = (compared: ComparedImport, importedId: string): Item | undefined => {
  const known = importedItems.get(compared) ?? new Map(compared.imported.document.estate.items.map((item) => [item.id, item]))
  importedItems.set(compared, known)
  return known.get(importedId)
}

const isMixed = (items: readonly Item[]): boolean => {
  const sheets = items.map((item) => ownSheetOf(item.kind))
  return sheets.filter((sheet, place) => sheet !== sheets[place - 1]).length > new Set(sheets).size
}

/**
 * New items after the last that is on the same sheet of an export: at the end of all, they would mix the kinds in the list, and
 * a workbook keeps the order of such a list on one sheet alone.
 */
const besideTheirKind = (kept: readonly Item[], fresh: readonly Item[]): readonly Item[] => {
  if (fresh.length === 0 || isMixed(kept)) return [...kept, ...fresh]
  const lastOf = new Map(kept.map((item, place) => [ownSheetOf(item.kind), place]))
  const after = new Map<number, Item[]>()
  const others: Item[] = []
  for (const item of fresh) {
    const place = lastOf.get(ownSheetOf(item.kind))
    if (place === undefined) others.push(item)
    else after.set(place, [...(after.get(place) ?? []), item])
  }
  return [...kept.flatMap((item, place) => [item, ...(after.get(place) ?? [])]), ...others]
}

/** Imported ids by those of items that were only named, and that the import describes as they were: it offers no change to take. */
const describedAsNamed = ({ open, imported, matches, rows }: ComparedImport): ReadonlyMap<string, string> => {
  const named = new Set(open.estate.items.flatMap((item) => (isOnlyNamed(item) ? [item.id] : [])))
  if (named.size === 0) return new Map()
  for (const row of rows) if ('item' in row) named.delete(row.item.id)
  const bare = new Set([...mentionedIds(imported), ...(imported.undescribed ?? [])])
  return new Map([...matches].flatMap(([id, { openId }]) => (named.has(openId) && !bare.has(id) ? [[openId, id] as const] : [])))
}

const mergedItems = (compared: ComparedImport, taken: Taken, described: ReadonlyMap<string, string>): readonly Item[] => {
  const { open, imported } = compared
  const kept = open.estate.items.flatMap((item) => {
    if (taken.gone.has(item.id)) return []
    const rows = taken.fieldsByItem.get(item.id)
    const importedId = described.get(item.id)
    if (rows) return [changedItem(compared, item, rows)]
    return [importedId === undefined ? item : withSource(compared, item, item, importedId, new Set())]
  })
  const importedIdOf = new Map(imported.document.estate.items.map((item) => [compared.idOf(item.id), item.id]))
  const fresh = taken.fresh.map((item) => {
    const importedId = importedIdOf.get(item.id) ?? item.id
    const source = sourceOfImported(imported, importedId, open.estate.imports.length)
    return source ? { ...item, sources: [...moreSourcesOf(imported, importedId, open.estate.imports.length), source] } : item
  })
  const items = besideTheirKind(kept, fresh)
  const ids = new Set(items.map((item) => item.id))
  return items.map((item) => (item.consolidateInto === undefined || ids.has(item.consolidateInto) ? item : withFields(item, [{ field: 'consolidateInto', after: undefined }])))
}

/** The changed dependency with its new source; what only follows from the kinds of its ends is from none. */
const changedDependency = ({ open, imported }: ComparedImport, before: Dependency, rows: readonly FieldRow[]): Dependency => {
  const said = rows.filter((row) => row.kind === 'changed-dependency' && row.source)
  const after = withFields(before, rows.filter((row) => !said.includes(row)))
  const [first] = said
  return first?.kind === 'changed-dependency' && first.source ? withTaken(imported, after, said, listedAt(open.estate.imports.length, first.source)) : after
}

const mergedDependencies = (compared: ComparedImport, taken: Taken, ids: ReadonlySet<string>): readonly Dependency[] => {
  const kept = compared.open.estate.dependencies.flatMap((row) => {
    if (taken.goneDependencies.has(row.id)) return []
    const fields = taken.fieldsByDependency.get(row.id)
    return [fields ? changedDependency(compared, row, fields) : row]
  })
  return [...kept, ...taken.freshDependencies].filter((row) => ids.has(row.from) && ids.has(row.to))
}

const stillUnresolved = (open: Estate, imported: Estate, idOf: (id: string) => string): readonly UnresolvedDependency[] => {
  if (imported.unresolved.length === 0) return imported.unresolved
  const find = endsFinder(open, imported, idOf)
  return imported.unresolved.filter(({ fromText, toText }) => {
    const [from, to] = [find(fromText), find(toText)]
    return from === null || to === null || from === to
  })
}

const withoutPlace = ({ sources: _sources, ...row }: UnresolvedDependency): unknown => row

/** What points at nothing: of a newer inventory its own, of an addition both; without what has found its ends now. */
const mergedUnresolved = ({ open, imported, way, idOf }: ComparedImport, rows: readonly ImportRow[]): readonly UnresolvedDependency[] => {
  const found = new Set(rows.flatMap((row) => (row.kind === 'new-dependency' ? (row.unresolvedId ?? []) : [])))
  const ours = found.size === 0 ? open.estate.unresolved : open.estate.unresolved.filter(({ id }) => !found.has(id))
  if (providedForDependencies(imported) === null) return ours
  const theirs = stillUnresolved(open.estate, imported.document.estate, idOf)
    .map((row) => ({ ...row, ...(row.sources && { sources: row.sources.map((source) => listedAt(open.estate.imports.length, source)) }) }))
  if (way === 'newer') return sameValue(ours.map(withoutPlace), theirs.map(withoutPlace)) ? ours : theirs
  const known = new Set(ours.map((row) => `${row.fromText}\n${row.toText}\n${row.type}`))
  const ids = new Set(ours.map((row) => row.id))
  const fresh = theirs.filter((row) => !known.has(`${row.fromText}\n${row.toText}\n${row.type}`) && !ids.has(row.id))
  return fresh.length === 0 ? ours : [...ours, ...fresh]
}

/** Sheets of the same name: a newer inventory replaces them, an addition stands beside them under the name of its file. */
const mergedExtraSheets = ({ open, imported, way }: ComparedImport): readonly ExtraSheet[] => {
  const ours = open.estate.extraSheets
  const byName = new Map(ours.map((sheet) => [sheet.name, sheet]))
  const theirs = imported.document.estate.extraSheets.filter((sheet) => !sameValue(byName.get(sheet.name), sheet))
  if (theirs.length === 0) return ours
  if (way === 'newer') {
    const newer = new Map(theirs.map((sheet) => [sheet.name, sheet]))
    return [...ours.map((sheet) => newer.get(sheet.name) ?? sheet), ...theirs.filter((sheet) => !byName.has(sheet.name))]
  }
  const named = theirs.map((sheet) => (byName.has(sheet.name) ? { ...sheet, name: `${sheet.name} (${imported.fileName})` } : sheet))
  const names = new Set(named.map((sheet) => sheet.name))
  return [...ours.filter((sheet) => !names.has(sheet.name)), ...named]
}

/**
 * The open plan with the rows of an import that are taken. Items keep their group, wave, rules and notes; the plan is the
 * very same object when nothing is taken and nothing else is new. One change, made by `replaceContents`, takes it all back.
 */
export const acceptImport = (compared: ComparedImport, isTaken: (row: ImportRow) => boolean, newId: NewId): PlanDocument => {
  const { open, imported } = compared
  const rows = compared.rows.filter(isTaken)
  const estate = mergedEstate(compared, rows)
  const scenarios = placeImport(compared, rows, estate, newId)
  if (estate === open.estate && scenarios === open.scenarios) return open
  const { editionOf } = compared
  const imports = [...open.estate.imports, ...imported.document.estate.imports.map((record) => ({ ...withOtherIds(compared, record), editionOf }))]
  return { ...open, estate: { ...estate, imports }, scenarios }
}

/** An import with the ids that it has for items of the plan, where these have others; what is only mentioned is no id. */
const withOtherIds = ({ imported, matches, idOf }: ComparedImport, record: ImportRecord): ImportRecord => {
  const mentioned = mentionedIds(imported)
  const merged = (record.otherIds ?? []).map(([id, itemId]): OtherId => [id, idOf(itemId)])
  const matched = [...matches].flatMap(([id, { openId }]): OtherId[] => (id === openId || mentioned.has(id) ? [] : [[id, openId]]))
  return merged.length + matched.length === 0 ? record : { ...record, otherIds: [...merged, ...matched] }
}

/** The same estate where nothing is taken, nothing is described that was only named, and no sheet or row that points at nothing is new. */
const mergedEstate = (compared: ComparedImport, rows: readonly ImportRow[]): Estate => {
  const { estate } = compared.open
  const unresolved = mergedUnresolved(compared, rows)
  const extraSheets = mergedExtraSheets(compared)
  // Where all that was offered was declined, nothing is noted either.
  const described = rows.length > 0 || compared.rows.length === 0 ? describedAsNamed(compared) : new Map<string, string>()
  if (described.size === 0 && rows.every(isPlanRow)) {
    return unresolved === estate.unresolved && extraSheets === estate.extraSheets ? estate : { ...estate, unresolved, extraSheets }
  }
  const taken = sorted(rows)
  const items = mergedItems(compared, taken, described)
  const dependencies = mergedDependencies(compared, taken, new Set(items.map((item) => item.id)))
  return { ...estate, items, dependencies, unresolved, extraSheets }
}
