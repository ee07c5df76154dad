import type { RawCell, RawRow, RawSheet, RawWorkbook } from '@core/workbook/raw-workbook'
import type { SheetModel, WorkbookModel, WrittenCell } from '@core/workbook/workbook-model'

const rawCell = (cell: WrittenCell, yesNo: readonly [string, string] | null): RawCell =>
  typeof cell === 'boolean' && yesNo ? yesNo[cell ? 0 : 1] : cell

const rawSheet = (sheet: SheetModel, yesNo: readonly [string, string]): RawSheet => {
  const body = sheet.rows.map((row) =>
    row.map((cell, column) => rawCell(cell, sheet.columns[column]?.type === 'yes-no' ? yesNo : null)))
  const all = sheet.headless ? body : [sheet.columns.map((column) => column.heading), ...body]
  const rows = all
    .map((cells, index): RawRow => ({ number: index + 1, cells }))
    .filter((row) => row.cells.some((cell) => cell !== null))
  return { name: sheet.name, hidden: false, rows, declaredRows: all.length, formulas: [] }
}

/** What a perfect writer and reader make of a model. */
export const rawFromModel = (model: WorkbookModel): RawWorkbook => ({
  fileName: `${model.title}.xlsx`,
  sheets: model.sheets.map((sheet) => rawSheet(sheet, model.yesNo ?? ['Yes', 'No'])),
})
