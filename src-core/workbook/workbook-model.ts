import type { CellValue } from '../estate/item'
import type { RawDate } from './raw-workbook'

/** How a column is formatted and aligned; a value of another type in it keeps its own type and is written all the same. */
export type ColumnType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  /** Booleans, written as Yes and No (or in the language of `yesNo`). */
  | 'yes-no'
  /** Whatever each cell is: extra fields, whose text stays text and whose numbers stay numbers. */
  | 'any'

export type ColumnModel = {
  readonly heading: string
  /** In characters, about as many as fit. */
  readonly width: number
  readonly type: ColumnType
  /** What may be chosen in the cells below the heading; other values are warned of, not refused. */
  readonly choices?: readonly string[]
  /** A heading with which the row means nothing without a value is marked as such. */
  readonly required?: boolean
}

export type WrittenCell = CellValue | RawDate | null

export type SheetModel = {
  /** Made legal and unique by the writer where it is not. */
  readonly name: string
  readonly columns: readonly ColumnModel[]
  readonly rows: readonly (readonly WrittenCell[])[]
  /** true: no heading row is written; `columns` gives widths and types only. For sheets that we keep as they came. */
  readonly headless?: boolean
}

/** A workbook as plain data, for whatever writes it. The same model gives the same bytes. */
export type WorkbookModel = {
  readonly title: string
  readonly sheets: readonly SheetModel[]
  /** The words for true and false in yes-no columns; `Yes` and `No` when absent. */
  readonly yesNo?: readonly [yes: string, no: string]
}
