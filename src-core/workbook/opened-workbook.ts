import type { SheetMapping } from './corrections'
import type { PairDecision } from './merge-memory'
import type { ImportedWorkbook } from './imported-workbook'
import type { RawRow, RawWorkbook } from './raw-workbook'

/** A workbook that was read and is kept at hand, so that it can be understood again otherwise. */
export type OpenedWorkbook = {
  readonly imported: ImportedWorkbook
  /** How each sheet was read, with how sure that is; in the order of the tabs, without those that we made ourselves. */
  readonly readings: readonly SheetMapping[]
  /** Names of the sheets that were read as the planner had sheets of the same headings read before. */
  readonly recalled: readonly string[]
  /** What the planner decided before on items that look alike and are in this workbook again. */
  readonly decisions: readonly PairDecision[]
}

/** Part of a sheet as it is written. */
export type RowsPage = {
  readonly sheet: string
  /** Where the first of them stands among the filled rows, counted from 0. */
  readonly from: number
  readonly rows: readonly RawRow[]
  /** Filled rows of the whole sheet. */
  readonly all: number
}

/** The filled rows of a sheet that are asked for: from the one that stands at `from`, or the page that holds the row of that number. */
export type RowsRequest = { readonly sheet: string; readonly from: number; readonly count: number; readonly row?: number | undefined }

/** `count` rows at most; none of a sheet that is not there. */
export const pageOfRows = (raw: RawWorkbook, { sheet: name, from, count, row }: RowsRequest): RowsPage => {
  const rows = raw.sheets.find((one) => one.name === name)?.rows ?? []
  const place = row === undefined ? -1 : rows.findIndex((one) => one.number >= row)
  const start = place < 0 ? from : Math.floor(place / count) * count
  return { sheet: name, from: start, rows: rows.slice(start, start + count), all: rows.length }
}
