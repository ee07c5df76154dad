import type { Dependency } from '../estate/dependency'
import type { ItemKind } from '../estate/item'
import { columnSaying, isOfItems } from '../estate/source'
import type { PlanDocument } from '../plan/plan-document'
import { isAssumed, isAssumedField } from './assumed-fields'
import type { ImportWay } from './compare-import'
import type { IsDependencyEdited } from './dependency-edits'
import { comparedDependencyFields, fieldDifferences, type FieldDifference } from './field-changes'
import type { ImportRow } from './import-row'
import type { ImportedWorkbook } from './imported-workbook'
import { linkByField } from './link-fields'
import { matchDependencies, type MatchedDependencies } from './match-dependencies'
import { nothingProvided, providedForDependencies, type ProvidedFields } from './provided-fields'
import { defaultStrength } from './read-dependencies'
import { listedAt } from './sources'
import { withTaken } from './taken-fields'

type ChangedRow = Extract<ImportRow, { readonly kind: 'changed-dependency' }>

export type DependencyComparison = {
  readonly open: PlanDocument
  readonly imported: ImportedWorkbook
  readonly way: ImportWay
  readonly isEdited: IsDependencyEdited
  readonly idOf: (importedId: string) => string
  /** What the import offers of items. */
  readonly itemRows: readonly ImportRow[]
  readonly isOffered: (dependency: Dependency) => boolean
  readonly isSuperseded: (itemId: string) => boolean
}

const fresh = (dependency: Dependency, unresolvedId?: string): ImportRow =>
  ({ kind: 'new-dependency', key: `new-dependency ${dependency.id}`, dependency, ...(unresolvedId !== undefined && { unresolvedId }), edited: false, suggested: true })

const gone = (dependency: Dependency): ImportRow =>
  ({ kind: 'gone-dependency', key: `gone-dependency ${dependency.id}`, dependency, edited: false, suggested: false })

/** The kinds that the import changes unless the planner says otherwise, by the id of the item. */
const changedKinds = (rows: readonly ImportRow[]): ReadonlyMap<string, ItemKind> =>
  new Map(rows.flatMap((row) => (row.kind === 'changed' && row.field === 'kind' && row.suggested ? [[row.item.id, row.after as ItemKind] as const] : [])))

/** By item id the kind in the plan as it will be. Most comparisons ask for none: items are put in a map for the first that does. */
const kindsAfter = ({ open, imported, idOf }: DependencyComparison, changed: ReadonlyMap<string, ItemKind>): ((id: string) => ItemKind | undefined) => {
  let known: Map<string, ItemKind> | null = null
  return (id) => {
    known ??= new Map([
      ...imported.document.estate.items.map((item) => [idOf(item.id), item.kind] as const), ...open.estate.items.map((item) => [item.id, item.kind] as const), ...changed,
    ])
    return known.get(id)
  }
}

/**
 * What of one dependency the import says otherwise: in place of what a reader assumed, too, but not what its own did. A cell
 * that a newer edition has left blank takes back what its column said.
 */
const differencesOf = (
  { open, imported, way }: DependencyComparison, before: Dependency, after: Dependency, provided: ProvidedFields,
): readonly (FieldDifference & { readonly fills: boolean })[] => {
  const found = fieldDifferences(before, after, comparedDependencyFields, provided)
  if (found.length === 0 && before.type === after.type) return []
  const [ours, theirs] = [open.estate.imports, imported.document.estate.imports]
  const isFilled = (field: string): boolean => isAssumedField(field) && isAssumed(ours, before, field)
  const isBlanked = (field: string): boolean =>
    way === 'newer' && after.sources?.some((source) => source.includes(field, 3)) === true && before.sources?.some((source) => columnSaying(ours, source, field) !== undefined) === true
  const said = found
    .filter(({ field }) => !isAssumedField(field) || !isAssumed(theirs, after, field) || isBlanked(field))
    .map((difference) => ({ ...difference, fills: difference.before === undefined || isFilled(difference.field) }))
  // The type that a column of items says, where a list of dependencies without types came first.
  const isTyped = before.type !== after.type && !provided.fields.has('type') && after.sources !== undefined && !isAssumed(theirs, after, 'type')
  return isTyped && isFilled('type') ? [{ field: 'type', before: before.type, after: after.type, fills: true }, ...said] : said
}

/** What was there first, with what the import's row of the same ends says besides. */
const filledFrom = (comparison: DependencyComparison, row: Dependency, also: Dependency, provided: ProvidedFields): Dependency => {
  const { open, imported } = comparison
  const [source] = also.sources ?? []
  const taken = differencesOf(comparison, row, also, provided).filter(({ fills }) => fills)
  return source && taken.length > 0 ? withTaken(imported, row, taken, listedAt(open.estate.imports.length, source)) : row
}

const changedRows = (
  comparison: DependencyComparison, pairs: MatchedDependencies['pairs'], provided: ProvidedFields, withStrength: (row: Dependency) => Dependency,
): readonly ChangedRow[] => {
  const { way, isEdited } = comparison
  return pairs.flatMap(({ before, after }): readonly ChangedRow[] =>
    differencesOf(comparison, before, after.strength === before.strength ? after : withStrength(after), provided).flatMap(({ fills, ...difference }): readonly ChangedRow[] => {
      const isCleared = difference.after === undefined
      if (isCleared && way === 'addition') return []
      const edited = isEdited(before, difference.field)
      const suggested = !edited && !isCleared && (way === 'newer' || fills)
      return [{ kind: 'changed-dependency', key: `${difference.field} ${before.id}`, dependency: before, source: after.sources?.[0], edited, suggested, ...difference }]
    }))
}

/** A strength that nobody has said follows from the kinds of the ends and from the type: where these change, so does it. */
const followingStrengths = (
  { open: { estate }, imported, isEdited }: DependencyComparison, pairs: MatchedDependencies['pairs'], changed: readonly ChangedRow[],
  kinds: ReadonlyMap<string, ItemKind>, kindOf: (id: string) => ItemKind | undefined,
): readonly ChangedRow[] => {
  const types = new Map(changed.flatMap(({ field, suggested, dependency, after }) => (field === 'type' && suggested ? [[dependency.id, after as Dependency['type']] as const] : [])))
  if (kinds.size === 0 && types.size === 0) return []
  const theirs = imported.document.estate.imports
  const said = new Set(pairs.flatMap(({ before, after }) => (isAssumed(theirs, after, 'strength') ? [] : before.id)))
  return estate.dependencies.flatMap((row): readonly ChangedRow[] => {
    if (!kinds.has(row.from) && !kinds.has(row.to) && !types.has(row.id)) return []
    const strength = defaultStrength(types.get(row.id) ?? row.type, kindOf(row.from), kindOf(row.to))
    if (strength === row.strength || said.has(row.id) || isEdited(row, 'strength') || !isAssumed(estate.imports, row, 'strength')) return []
    return [{
      kind: 'changed-dependency', key: `strength ${row.id}`, dependency: row, source: undefined, field: 'strength', before: row.strength, after: strength,
      edited: false, suggested: true,
    }]
  })
}

/** With the place that the import will have in the history. */
const listedIn = ({ estate: { imports } }: PlanDocument, row: Dependency): Dependency =>
  (row.sources ? { ...row, sources: row.sources.map((source) => listedAt(imports.length, source)) } : row)

/** What a newer edition can say is gone: any dependency where it lists them, else those that columns of items said, where it has such columns. */
const lacking = ({ estate: { imports } }: PlanDocument, { sheets }: ImportedWorkbook, provided: ProvidedFields | null): ((row: Dependency) => boolean) => {
  if (provided !== null) return () => true
  const hasLinks = sheets.some(({ role, columns }) => role === 'items' && columns.some(({ field }) => field !== null && linkByField.has(field)))
  return ({ sources }) => hasLinks && sources?.some((source) => isOfItems(imports, source)) === true
}

/** What an import would change in the dependencies of the open plan, row by row. */
export const rowsOfDependencies = (comparison: DependencyComparison): readonly ImportRow[] => {
  const { open, imported, way, idOf, itemRows, isOffered, isSuperseded } = comparison
  const provided = providedForDependencies(imported)
  const kinds = changedKinds(itemRows)
  const kindOf = kindsAfter(comparison, kinds)
  // A newer edition of a list takes the place of all that pointed at nothing in it.
  const matched = matchDependencies(open.estate, imported.document.estate, idOf, { findsEnds: way === 'addition' || provided === null })
  const theirs = imported.document.estate.imports
  // The plan may know better than the import what the ends are, and the import better than the plan.
  const asItsEnds = (row: Dependency): Dependency => (row.type === 'runs-on' ? { ...row, strength: defaultStrength(row.type, kindOf(row.from), kindOf(row.to)) } : row)
  const withStrength = (row: Dependency): Dependency => (isAssumed(theirs, row, 'strength') ? asItsEnds(row) : row)
  const changed = changedRows(comparison, matched.pairs, provided ?? nothingProvided, withStrength)
  const isOfferedGone = way === 'newer' ? lacking(open, imported, provided) : () => false
  const found = matched.found.filter(({ dependency }) => isOffered(dependency))
  const foundRow = ({ dependency, also }: MatchedDependencies['found'][number]): Dependency => {
    const filled = also ? filledFrom(comparison, dependency, also, provided ?? nothingProvided) : dependency
    const isSaid = !isAssumed(open.estate.imports, dependency, 'strength') || (also !== undefined && !isAssumed(theirs, also, 'strength'))
    return isSaid ? filled : asItsEnds(filled)
  }
  return [
    ...matched.fresh.filter(isOffered).map((row) => fresh(listedIn(open, withStrength(row)))),
    ...found.map((row) => fresh(foundRow(row), row.unresolvedId)),
    ...changed, ...followingStrengths(comparison, matched.pairs, changed, kinds, kindOf),
    ...matched.gone.filter((row) => isOfferedGone(row) && isSuperseded(row.from) && isSuperseded(row.to)).map(gone),
  ]
}
