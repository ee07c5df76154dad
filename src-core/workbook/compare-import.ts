import type { Dependency } from '../estate/dependency'
import type { Item } from '../estate/item'
import { hasGuessedKind, isOfItems, isOnlyNamed } from '../estate/source'
import type { PlanDocument } from '../plan/plan-document'
import { rowsOfDependencies } from './compare-dependencies'
import { ContradictedIds } from './contradicted-ids'
import { editedSince } from './edited-since'
import { comparedItemFields, fieldDifferences } from './field-changes'
import { importRowKinds, type ImportRow, type ImportRowKind } from './import-row'
import { mentionedIds, type ImportedWorkbook } from './imported-workbook'
import type { IsDependencyEdited } from './dependency-edits'
import { matchItems } from './match-items'
import type { ItemMatch } from './matching'
import type { LikelyRename } from './match-likely-items'
import { otherPlaces, type OtherPlace } from './other-places'
import { planRows } from './plan-rows'
import { supersededIn } from './superseded'
import { nothingProvided, providedForKind, type ProvidedFields } from './provided-fields'
import { sourceOfImported } from './sources'
import { UniqueIds } from './unique-ids'

/** `newer`: a later edition of the inventory that the plan was made from; `addition`: another source beside it. */
export type ImportWay = 'newer' | 'addition'

export type CompareOptions = {
  readonly way: ImportWay
  /** Imported items that the planner says are not the ones that they look like. */
  readonly apart?: ReadonlySet<string>
  /** Imported id to open id, where the planner says that they are one. */
  readonly same?: ReadonlyMap<string, string>
  /** Of dependencies: items know it themselves. Absent: none was edited. */
  readonly isDependencyEdited?: IsDependencyEdited
}

/** An import laid beside the open plan: every change that it offers, none of them made yet. */
export type ComparedImport = {
  readonly open: PlanDocument
  readonly imported: ImportedWorkbook
  readonly way: ImportWay
  /** By imported id. */
  readonly matches: ReadonlyMap<string, ItemMatch>
  /** Pairs of a new item and one of the plan that the import lacks, which the planner may know to be one; the most likely first. */
  readonly possible: readonly LikelyRename[]
  /** The id in the resulting plan of each imported item. */
  readonly idOf: (importedId: string) => string
  /** In the order of their kinds, and within a kind in that of the estate. */
  readonly rows: readonly ImportRow[]
  /** Matched items about which the import says nothing new. */
  readonly unchanged: number
  /** The places of the open plan's imports that it is a newer edition of. */
  readonly editionOf: readonly number[]
  /** Where the import places items otherwise: they stay where they are, and this is only shown. */
  readonly otherPlaces: readonly OtherPlace[]
}

/** What the import has columns for, by the kind of an item: a mentioned item has none. */
type Provided = (kind: Item['kind']) => ProvidedFields

type IsEdited = ReturnType<typeof editedSince>

type Match = { readonly match: ItemMatch; readonly importedId: string }

const itemRows = (
  before: Item, after: Item, { match, importedId, way, provided, isEdited }: Match & {
    readonly way: ImportWay; readonly provided: ProvidedFields; readonly isEdited: IsEdited
  },
): readonly ImportRow[] =>
  fieldDifferences(before, after, comparedItemFields, provided).flatMap((difference): ImportRow[] => {
    const { field } = difference
    // Before the first row that describes it, an item is called what others call it, and its kind is a guess.
    const isSaidFirst = way === 'newer' || isOnlyNamed(before)
    const kind = field === 'name' ? 'renamed' : difference.before === undefined ? 'filled' : difference.after === undefined ? 'cleared' : 'changed'
    if (kind === 'cleared' && way === 'addition') return []
    // What is blank was emptied here, or never said.
    const edited = (kind !== 'filled' || before.sources !== undefined) && isEdited(before, field)
    const suggested = !edited && (kind === 'filled' || (kind !== 'cleared' && isSaidFirst))
    return [{ kind, key: `${field} ${before.id}`, item: before, match, importedId, edited, suggested, ...difference }]
  })

/** The kind of an item that both only name, where the import does so in a column for that kind: the end of a dependency may be of any. */
const kindOfNamed = (open: PlanDocument, before: Item, after: Item, imported: ImportedWorkbook, match: Match): readonly ImportRow[] => {
  if (before.kind === after.kind || !hasGuessedKind(before)) return []
  const source = sourceOfImported(imported, match.importedId, 0)
  const isColumn = source !== null && isOfItems(imported.document.estate.imports, source)
  if (!isColumn || before.sources?.some((known) => isOfItems(open.estate.imports, known))) return []
  return [{ kind: 'changed', key: `kind ${before.id}`, item: before, ...match, field: 'kind', before: before.kind, after: after.kind, edited: false, suggested: true }]
}

/** Imported ids of items that no row describes, and of those that rows only add to. */
type Named = { readonly mentioned: ReadonlySet<string>; readonly undescribed: ReadonlySet<string> }

const newItem = (item: Item, importedId: string): ImportRow =>
  ({ kind: 'new-item', key: `new-item ${item.id}`, item, importedId, edited: false, suggested: true })

const goneItem = (item: Item): ImportRow => ({ kind: 'gone-item', key: `gone-item ${item.id}`, item, edited: false, suggested: false })

/** Imported ids as they will be in the plan: those of the open items, else their own where these are free. */
const idsInPlan = (
  open: readonly Item[], imported: readonly Item[], matches: ReadonlyMap<string, ItemMatch>,
): ReadonlyMap<string, string> => {
  const ids = new UniqueIds()
  if (matches.size < imported.length) for (const item of open) ids.take(item.id)
  // The plan may have a `DIPS#2` of its own: that of the import is then its third, and no second `DIPS#2`.
  const free = (id: string): string => ids.take(ids.has(id) ? id.replace(/#\d+$/, '') : id)
  return new Map(imported.map((item) => [item.id, matches.get(item.id)?.openId ?? free(item.id)]))
}

const withIds = (item: Item, idOf: (id: string) => string): Item => {
  const { consolidateInto } = item
  if (consolidateInto === undefined && idOf(item.id) === item.id) return item
  return { ...item, id: idOf(item.id), ...(consolidateInto !== undefined && { consolidateInto: idOf(consolidateInto) }) }
}

const rowsOfItems = (
  open: PlanDocument, imported: ImportedWorkbook, way: ImportWay, matches: ReadonlyMap<string, ItemMatch>,
  idOf: (id: string) => string, { mentioned, undescribed }: Named, isSuperseded: (itemId: string) => boolean,
): { rows: ImportRow[]; unchanged: number } => {
  const provided: Provided = providedForKind(imported)
  const isEdited = editedSince(open.estate)
  const openById = new Map(open.estate.items.map((item) => [item.id, item]))
  const rows: ImportRow[] = []
  const found = new Set<string>()
  const contradicted = new ContradictedIds(open.estate.items, imported.document.estate.items)
  const doubtful = new Set(way === 'newer' ? imported.document.estate.items.flatMap((item) => {
    const match = matches.get(item.id)
    return match?.by === 'id' && !mentioned.has(item.id) && contradicted.isDoubtful(match.openId, item) ? [match.openId] : []
  }) : [])
  let unchanged = 0
  for (const item of imported.document.estate.items) {
    const match = matches.get(item.id)
    const before = match && openById.get(match.openId)
    const moved = withIds(item, idOf)
    if (!before) {
      // The item of the plan that bears its name has its id elsewhere: taken unasked, the plan would have it twice.
      const isDoubtful = doubtful.has(contradicted.namesake(item)?.id ?? '')
      if (!undescribed.has(item.id)) rows.push({ ...newItem(moved, item.id), ...(isDoubtful && { suggested: false }) })
      continue
    }
    found.add(before.id)
    const isBare = undescribed.has(item.id)
    const said = isBare ? { ...moved, name: before.name } : moved
    const changes = mentioned.has(item.id)
      ? kindOfNamed(open, before, moved, imported, { match, importedId: item.id })
      : itemRows(before, said, { match, importedId: item.id, way, provided: isBare ? nothingProvided : provided(item.kind), isEdited })
    for (const change of changes) rows.push(doubtful.has(before.id) ? { ...change, suggested: false } : change)
    if (changes.length === 0) unchanged += 1
  }
  if (way === 'newer') for (const item of open.estate.items) if (!found.has(item.id) && isSuperseded(item.id)) rows.push(goneItem(item))
  return { rows, unchanged }
}

const rank = new Map<ImportRowKind, number>(importRowKinds.map((kind, index) => [kind, index]))

/**
 * What an import would change in the open plan, row by row. Items are matched as `matchItems` says; a field for which
 * the import has no column is left out. With `addition`, blank cells say nothing and what it lacks is not gone.
 */
export const compareImport = (open: PlanDocument, imported: ImportedWorkbook, options: CompareOptions): ComparedImport => {
  const { way, apart = new Set<string>(), same } = options
  const theirs = imported.document.estate
  const mentioned = mentionedIds(imported)
  const undescribed = new Set(imported.undescribed)
  const { matches, possible } = matchItems(open.estate, theirs, { way, apart, mentioned, undescribed, ...(same && { same }) })
  const ids = idsInPlan(open.estate.items, theirs.items, matches)
  const idOf = (importedId: string): string => ids.get(importedId) ?? importedId
  const { imports: superseded, isSuperseded } = supersededIn(open.estate, imported, matches)
  const items = rowsOfItems(open, imported, way, matches, idOf, { mentioned, undescribed }, isSuperseded)
  const unknown = new Set([...undescribed].filter((id) => !matches.has(id)).map(idOf))
  const isOffered = ({ from, to }: Dependency): boolean => !unknown.has(from) && !unknown.has(to)
  const { isDependencyEdited: isEdited = () => false } = options
  const dependencies = rowsOfDependencies({ open, imported, way, isEdited, idOf, itemRows: items.rows, isOffered, isSuperseded })
  const rows = [...items.rows, ...dependencies, ...planRows(open, imported.document, idOf, (itemId) => !unknown.has(itemId))]
    .sort((a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0))
    // What a supplier was shown, and has changed since: nothing of it is taken unasked.
    .map((row) => (imported.packageId === undefined ? row : { ...row, suggested: false }))
  return {
    open, imported, way, matches, possible, idOf, rows, unchanged: items.unchanged, editionOf: way === 'newer' ? superseded : [],
    otherPlaces: otherPlaces(open, imported, matches),
  }
}
