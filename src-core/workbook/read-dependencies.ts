import type { Dependency, DependencyType, Strength, UnresolvedDependency } from '../estate/dependency'
import type { Item, ItemKind } from '../estate/item'
import { assumedFields, type AssumedField } from './assumed-fields'
import { fieldByHeading } from './headings'
import { FindingLog } from './finding-log'
import { dataRows, type RowReader, type TableColumns } from './row-reader'
import type { References, Resolved } from './references'
import type { UniqueIds } from './unique-ids'
import { orderByWord, strengthByWord, typeByWord } from './value-words'

export type ReadDependencies = {
  readonly dependencies: Dependency[]
  readonly unresolved: UnresolvedDependency[]
}

export type DependencyContext = {
  readonly references: References
  readonly itemById: ReadonlyMap<string, Item>
  readonly ids: UniqueIds
  readonly log: FindingLog
  /** Of the sheet, as `sourceSheets` counts. */
  readonly sheetIndex: number
}

/** DESIGN 5: without Strength, an application that runs on a server and what contains another are hard, the rest soft. */
export const defaultStrength = (type: DependencyType, from: ItemKind | undefined, to: ItemKind | undefined): Strength => {
  if (type === 'contains') return 'hard'
  return type === 'runs-on' && from === 'application' && to === 'server' ? 'hard' : 'soft'
}

/** What of a dependency does not depend on its ends. */
type Rest = Omit<Dependency, 'id' | 'from' | 'to' | 'strength'> & { readonly strength?: Strength }

/** With the fields that have a column and no word in it that is known: what stands for them is assumed, and from no cell. */
type ReadRest = { readonly rest: Rest; readonly unsaid: readonly AssumedField[] }

const readRest = (reader: RowReader): ReadRest => {
  const type = reader.choice('type', typeByWord)
  const strength = reader.choice('strength', strengthByWord)
  const order = reader.choice('order', orderByWord)
  const maxLatencyMs = reader.number('maxLatencyMs', { least: 0 })
  const pricePerDay = reader.number('pricePerDay', { least: 0 })
  const confidence = reader.text('confidence')
  const source = reader.text('source')
  const notes = reader.text('notes')
  const rest: Rest = {
    type: type ?? 'uses',
    ...(strength && { strength }),
    order: order ?? 'any',
    ...(maxLatencyMs !== undefined && { maxLatencyMs }),
    ...(pricePerDay !== undefined && { pricePerDay }),
    ...(confidence !== undefined && { confidence }),
    ...(source !== undefined && { source }),
    ...(notes !== undefined && { notes }),
  }
  const extra = reader.extra()
  const said = { type, strength, order }
  const unsaid = assumedFields.filter((field) => said[field] === undefined && reader.table.columnByField.has(field))
  return { rest: extra ? { ...rest, extra } : rest, unsaid }
}

/** The id of a dependency is made from its ends, so that the same row has the same id in every import. */
export const dependencyId = (ids: UniqueIds, from: string, to: string): string => ids.take(`${from}>${to}`)

const reportEnd = (reader: RowReader, field: string, text: string | undefined, resolved: Resolved): void => {
  if (text === undefined) reader.found('missing-end', field, { heading: reader.table.heading(field) })
  else if (resolved.type === 'none') reader.found('dangling-reference', field, { text })
  else if (resolved.type === 'ambiguous') reader.found('ambiguous-reference', field, { text })
}

/** The ends as written; some records name the one that is needed first. */
const endsOf = (reader: RowReader): { from?: string; to?: string; fromField: string; toField: string } => {
  const swap = reader.table.records.swapsEnds(reader.row)
  const [fromField, toField] = swap ? ['to', 'from'] as const : ['from', 'to'] as const
  const from = reader.text(fromField)
  const to = reader.text(toField)
  return { fromField, toField, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

const readRow = (reader: RowReader, context: DependencyContext, into: ReadDependencies): void => {
  const ends = endsOf(reader)
  const from: Resolved = ends.from === undefined ? { type: 'none' } : context.references.find(ends.from)
  const to: Resolved = ends.to === undefined ? { type: 'none' } : context.references.find(ends.to)
  const { rest, unsaid } = readRest(reader)
  const fromItem = from.type === 'found' ? context.itemById.get(from.id) : undefined
  const toItem = to.type === 'found' ? context.itemById.get(to.id) : undefined
  const strength = rest.strength ?? defaultStrength(rest.type, fromItem?.kind, toItem?.kind)
  const sources = [[0, context.sheetIndex, reader.row.number, ...unsaid]] as const
  if (fromItem && toItem && fromItem !== toItem) {
    const id = dependencyId(context.ids, fromItem.id, toItem.id)
    into.dependencies.push({ id, from: fromItem.id, to: toItem.id, ...rest, strength, sources })
    return
  }
  if (fromItem && toItem) reader.found('self-dependency', ends.toField, { name: fromItem.name })
  reportEnd(reader, ends.fromField, ends.from, from)
  reportEnd(reader, ends.toField, ends.to, to)
  const fromText = ends.from ?? ''
  const toText = ends.to ?? ''
  into.unresolved.push({ id: context.ids.take(`?${fromText}>${toText}`), fromText, toText, ...rest, strength, sources })
}

/** The dependencies of one sheet, in its order. */
export const readDependencies = (table: TableColumns, context: DependencyContext): ReadDependencies => {
  const into: ReadDependencies = { dependencies: [], unresolved: [] }
  const seen = new Set<string>()
  let merged = 0
  for (const reader of dataRows(table, context.log, fieldByHeading.dependencies)) {
    if (table.layout.preset?.mergeRepeated) {
      const key = `${reader.text('from')}\n${reader.text('to')}`
      if (seen.has(key)) {
        merged += 1
        continue
      }
      seen.add(key)
    }
    readRow(reader, context, into)
  }
  if (merged > 0) context.log.add('repeated-dependency', { sheet: table.sheet.name }, { count: merged })
  return into
}

/** The ends of every row as they are written, the one that needs first. */
export const endTexts = (table: TableColumns): readonly { readonly from?: string; readonly to?: string }[] =>
  [...dataRows(table, new FindingLog(), fieldByHeading.dependencies)].map(endsOf)

/** The texts that stand as ends, each once, in order: what there is where a workbook has dependencies but no inventory. */
export const endNames = (table: TableColumns, log: FindingLog): readonly string[] => {
  const names = new Set<string>(table.matrix?.names)
  for (const reader of dataRows(table, log, fieldByHeading.dependencies)) {
    const { from, to } = endsOf(reader)
    if (from !== undefined) names.add(from)
    if (to !== undefined) names.add(to)
  }
  return [...names]
}
