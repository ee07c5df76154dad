import type { Estate } from './estate'
import type { IsoDate } from './item'

/** A sheet that an import read items or dependencies from: what each of its columns was taken for. Extra fields go by `extra:HEADING`. */
export type SourceSheet = {
  readonly name: string
  /** `column` counts from 0. */
  readonly columns: readonly (readonly [field: string, column: number])[]
}

/**
 * Where an item or a dependency was read: the place of its import in `estate.imports`, of the sheet in that import's `sheets`, and the
 * row as Excel counts; then the fields whose present value is not from there although the sheet has a column for them
 * (declined in an import, said by another before, or edited since). Row 0: an item was only named there, as the end of a
 * dependency or in a column of another, and nothing of it stands in a cell of its own. A tuple, for there are tens of
 * thousands of them in a plan file.
 */
export type RowSource = readonly [importIndex: number, sheetIndex: number, row: number, ...except: string[]]

/** What knows where it was read, the newest import last. */
export type Sourced = { readonly sources?: readonly RowSource[] }

/** One cell of a workbook that was imported. */
export type CellSource = {
  readonly fileName: string
  readonly day: IsoDate
  readonly sheet: string
  readonly row: number
  /** Counts from 0. */
  readonly column: number
}

export const extraKey = (heading: string): string => `extra:${heading}`

/** Whether the row of a source describes an item, and does not only name it. */
export const describes = ([, , row]: RowSource): boolean => row > 0

/** Whether no row has ever described an item that others name. What was typed here has no source, and is no such item. */
export const isOnlyNamed = ({ sources }: Sourced): boolean => sources !== undefined && sources.length > 0 && !sources.some(describes)

/** An item that is only named, and whose kind nobody has set here: it is a guess. */
export const hasGuessedKind = (item: Sourced): boolean =>
  isOnlyNamed(item) && item.sources?.some((source) => source.includes('kind', 3)) !== true

/** Whether a source is a sheet of items: another kind of sheet lists dependencies. */
export const isOfItems = (imports: Estate['imports'], [importIndex, sheetIndex]: RowSource): boolean =>
  imports[importIndex]?.sheets?.[sheetIndex]?.columns.some(([field]) => field === 'from') === false

/** The column that says the present value of a field in the row of a source; undefined where none does. */
export const columnSaying = (
  imports: Estate['imports'], [importIndex, sheetIndex, row, ...except]: RowSource, field: string,
): number | undefined => {
  if (row === 0 || except.includes(field)) return undefined
  return imports[importIndex]?.sheets?.[sheetIndex]?.columns.find(([name]) => name === field)?.[1]
}

/** The cell that the present value of a field came from; null where nobody knows, or where it was edited since. */
export const sourceOfField = (estate: Estate, row: Sourced, field: string): CellSource | null => {
  for (const source of row.sources?.toReversed() ?? []) {
    const [importIndex, sheetIndex, number] = source
    const record = estate.imports[importIndex]
    const sheet = record?.sheets?.[sheetIndex]
    const column = columnSaying(estate.imports, source, field)
    if (!record || !sheet || column === undefined) continue
    return { fileName: record.fileName, day: record.day, sheet: sheet.name, row: number, column }
  }
  return null
}

/** The row of a workbook that said something of this last; null where nobody knows. */
export const newestSource = ({ imports }: Estate, { sources }: Sourced): Omit<CellSource, 'column'> | null => {
  const [importIndex, sheetIndex, row] = sources?.findLast(describes) ?? [-1, -1, 0]
  const record = imports[importIndex]
  const sheet = record?.sheets?.[sheetIndex]
  return record && sheet ? { fileName: record.fileName, day: record.day, sheet: sheet.name, row } : null
}

/** The row after its fields were edited by hand: no cell of a workbook says so any longer. */
export const withoutSources = <Row extends Sourced>(row: Row, fields: readonly string[]): Row => {
  if (!row.sources || fields.length === 0) return row
  const sources = row.sources.map(([importIndex, sheetIndex, number, ...except]): RowSource =>
    [importIndex, sheetIndex, number, ...new Set([...except, ...fields])])
  return { ...row, sources }
}
