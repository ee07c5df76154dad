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
  readonly rows: readonly RawRow[]
  /** Filled rows of the whole sheet. */
  readonly all: number
}

/** `count` filled rows of a sheet, from the one that stands at `from`, counted from 0. */
export const pageOfRows = (raw: RawWorkbook, name: string, from: number, count: number): RowsPage => {
  const sheet = raw.sheets.find((one) => one.name === name)
  return { sheet: name, rows: sheet?.rows.slice(from, from + count) ?? [], all: sheet?.rows.length ?? 0 }
}
