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
  /** Long text goes on in the next line of its cell instead of behind the next one. */
  readonly wrap?: true
  /** On a protected sheet: to be filled in. Values of another type than the column's are refused; this says why. */
  readonly input?: { readonly prompt: string }
}

/** So many characters a text that is filled in may have. */
export const longestInput = 2_000

export type WrittenCell = CellValue | RawDate | null

/** Rows and columns count from 0, the last ones included. */
export type Area = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** How a single cell of a designed sheet looks; `wave1` to `wave12` are the colours of waves, full and light. */
export type CellLook =
  | 'brand' | 'title' | 'subtitle' | 'detail' | 'note' | 'section' | 'tileFigure' | 'tileHard' | 'tileWarning' | 'tileLabel' | 'tile'
  | 'small' | 'smallHeading' | 'smallHeadingRight' | 'smallInteger' | 'smallDecimal' | 'smallDate' | 'strong' | 'smallShare' | 'link'
  | 'hard' | 'warning' | 'hatched' | 'periodGroup' | 'day' | 'month' | 'quiet' | 'marker' | 'input'
  | `wave${number}` | `light${number}` | 'waveNone'

/** Fill and pattern that a conditional format lays over a cell. Colours are `RRGGBB`. */
export type Overlay = { readonly fill?: string; readonly hatch?: string; readonly ink?: string; readonly lineBelow?: string }

/** Colours cells of an area where a formula over their own sheet is true, or draws bars from 0 to 1 in them. */
export type ConditionalLook = { readonly area: Area } & (
  | { readonly type: 'when'; readonly formula: string; readonly overlay: Overlay }
  | { readonly type: 'bar'; readonly colour: string }
)

export type SheetLink = { readonly row: number; readonly column: number; readonly sheet: string }

/** What a designed sheet has beyond rows and columns. */
export type SheetLook = {
  /** By row, then column, as in `rows`; undefined: as the column says. */
  readonly cells?: readonly (readonly (CellLook | undefined)[])[]
  /** In points; undefined: the normal height. 0 hides the row. */
  readonly heights?: readonly (number | undefined)[]
  /** 1: the row folds away under the one above it that is 0. */
  readonly levels?: readonly number[]
  readonly folded?: boolean
  readonly merges?: readonly Area[]
  readonly links?: readonly SheetLink[]
  readonly conditions?: readonly ConditionalLook[]
  /** So many rows and columns stay in view; the rows are on every page as well. */
  readonly frozen?: { readonly rows: number; readonly columns: number; readonly from?: number }
  /** Fits on one page; otherwise only its width does. */
  readonly onePage?: boolean
  readonly paper?: 'A4' | 'A3'
  readonly grid?: boolean
  readonly tab?: string
}

/** A line above the headings of a table that is ours. */
export type BannerLine = { readonly text: string; readonly look: CellLook; readonly link?: string }

export type SheetModel = {
  /** Made legal and unique by the writer where it is not. */
  readonly name: string
  readonly columns: readonly ColumnModel[]
  readonly rows: readonly (readonly WrittenCell[])[]
  /** true: no heading row is written; `columns` gives widths and types only. For sheets that we keep as they came. */
  readonly headless?: boolean
  /** Lines above the heading row. */
  readonly banner?: readonly BannerLine[]
  readonly look?: SheetLook
  /** Nothing but its input columns can be changed, until somebody lifts the protection: it has no password. */
  readonly isProtected?: boolean
  /** Not shown, and not offered to be shown. */
  readonly isHidden?: boolean
}

/** A workbook as plain data, for whatever writes it. The same model gives the same bytes. */
export type WorkbookModel = {
  readonly title: string
  readonly sheets: readonly SheetModel[]
  /** The words for true and false in yes-no columns; `Yes` and `No` when absent. */
  readonly yesNo?: readonly [yes: string, no: string]
}

/** How many rows stand above the first row of data. */
export const rowsAbove = (sheet: SheetModel): number => (sheet.headless ? 0 : (sheet.banner?.length ?? 0) + 1)
