import type { Estate } from './estate'
import type { IsoDate, Item } from './item'

/** A sheet that an import read items from: what each of its columns was taken for. Extra fields go by `extra:HEADING`. */
export type SourceSheet = {
  readonly name: string
  /** `column` counts from 0. */
  readonly columns: readonly (readonly [field: string, column: number])[]
}

/**
 * Where an item was read: the place of its import in `estate.imports`, of the sheet in that import's `sheets`, and the
 * row as Excel counts; then the fields whose present value is not from there although the sheet has a column for them
 * (declined in an import, or edited since). A tuple, for there are tens of thousands of them in a plan file.
 */
export type ItemSource = readonly [importIndex: number, sheetIndex: number, row: number, ...except: string[]]

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

/** The cell that the present value of a field came from; null where nobody knows, or where it was edited since. */
export const sourceOfField = (estate: Estate, item: Item, field: string): CellSource | null => {
  for (const source of item.sources?.toReversed() ?? []) {
    const [importIndex, sheetIndex, row, ...except] = source
    const record = estate.imports[importIndex]
    const sheet = record?.sheets?.[sheetIndex]
    const column = sheet?.columns.find(([name]) => name === field)?.[1]
    if (!record || !sheet || column === undefined || except.includes(field)) continue
    return { fileName: record.fileName, day: record.day, sheet: sheet.name, row, column }
  }
  return null
}

/** The item after its fields were edited by hand: no cell of a workbook says so any longer. */
export const withoutSources = (item: Item, fields: readonly string[]): Item => {
  if (!item.sources || fields.length === 0) return item
  const sources = item.sources.map(([importIndex, sheetIndex, row, ...except]): ItemSource =>
    [importIndex, sheetIndex, row, ...new Set([...except, ...fields])])
  return { ...item, sources }
}
