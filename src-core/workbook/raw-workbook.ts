import type { IsoDate } from '../estate/item'

/** A day, or a moment `YYYY-MM-DDTHH:MM:SS` without a time zone, exactly as the sheet shows it. */
export type RawDate = { readonly date: IsoDate | string }

/**
 * What one cell holds: text as it is written (not trimmed), a number, a boolean, a date, or null for nothing. An
 * error cell is its text (`#N/A`); a formula cell is its stored value.
 */
export type RawCell = string | number | boolean | null | RawDate

export type RawRow = {
  /** As the spreadsheet counts: 1 is the first. */
  readonly number: number
  /** By column, 0 is A. As long as the last filled cell; holes are null. At least one is not. */
  readonly cells: readonly RawCell[]
}

/** A cell that holds a formula. `row` counts from 1, `column` from 0. */
export type RawFormula = {
  readonly row: number
  readonly column: number
  /** false: the program that wrote the file stored no result, and the cell reads as null. */
  readonly hasValue: boolean
}

export type RawSheet = {
  readonly name: string
  readonly hidden: boolean
  /** Only rows that hold something, ascending by number. */
  readonly rows: readonly RawRow[]
  /** Rows that somebody left out, ascending by number: they are not read. */
  readonly leftOut?: readonly RawRow[]
  /** Numbers of rows that somebody has written in: they are rows of the list, whatever they look like. */
  readonly writtenIn?: ReadonlySet<number>
  /** The sheet of the file that this is a table of, where that holds several. */
  readonly partOf?: string
  /** What stands above the headings of such a table. */
  readonly title?: string
  /** How many rows the file says it has, which is often more than hold anything. */
  readonly declaredRows: number
  readonly formulas: readonly RawFormula[]
}

/** A file of cells before anything in it has been understood. */
export type RawWorkbook = {
  readonly fileName: string
  /** In the order of the tabs. A text file is one sheet, named after the file. */
  readonly sheets: readonly RawSheet[]
}

export const isRawDate = (cell: RawCell): cell is RawDate => typeof cell === 'object' && cell !== null

/** `B7` for column 1 of row 7. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row}`

/** `A` for 0, `AA` for 26. */
export const columnName = (column: number): string => {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/** The column of a cell's name, 0 is A; null for what is not one. */
export const columnOfCell = (name: string): number | null => {
  const letters = /^([A-Z]{1,3})\d+$/.exec(name)?.[1]
  if (letters === undefined) return null
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
