import { cellText } from './cell-text'
import type { FindingLog } from './finding-log'
import { fold } from './fold'
import type { RawRow } from './raw-workbook'
import type { TableColumns } from './row-reader'

/** Rows of a sheet of two kinds of records that are neither; each with a finding. */
export const reportUnknownRecords = (tables: readonly TableColumns[], log: FindingLog): readonly RawRow[] => {
  const first = tables[0]
  const only = first?.layout.preset?.only
  if (!first || !only) return []
  const { sheet, layout } = first
  const column = layout.columns.find((one) => fold(one.heading) === only[0])?.column ?? 0
  const known = new Set(tables.flatMap((table) => table.layout.preset?.only?.[1] ?? []))
  const unknown = sheet.rows.slice(layout.headerIndex + 1).filter((row) => {
    const isFilled = row.cells.some((cell) => cellText(cell) !== '')
    return isFilled && !known.has(cellText(row.cells[column]))
  })
  for (const row of unknown) {
    log.add('unknown-record-type', { sheet: sheet.name, row: row.number, column }, { text: cellText(row.cells[column]) })
  }
  return unknown
}
