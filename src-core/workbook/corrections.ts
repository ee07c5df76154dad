import type { RawCell, RawRow, RawSheet, RawWorkbook } from './raw-workbook'
import type { SheetReading } from './sheet-reading'

/** How a sheet is to be read, whatever it looks like. */
export type SheetMapping = { readonly sheet: string; readonly reading: SheetReading }

/** What a cell is to hold instead. `row` counts from 1, `column` from 0. An empty value makes it blank. */
export type CellFix = { readonly sheet: string; readonly row: number; readonly column: number; readonly value: string }

/** A row that is to be read as if it were not there. */
export type LeftOutRow = { readonly sheet: string; readonly row: number }

/** What the planner changed about the reading of a workbook. The file itself is never written. */
export type Corrections = {
  readonly mappings: readonly SheetMapping[]
  readonly cells: readonly CellFix[]
  readonly leftOut: readonly LeftOutRow[]
}

export const noCorrections: Corrections = { mappings: [], cells: [], leftOut: [] }

/** The workbook with the cells and rows as the planner wants them read; sheets without any are the same objects. */
export const correctedWorkbook = (raw: RawWorkbook, { cells, leftOut }: Corrections): RawWorkbook => {
  const touched = new Set([...cells, ...leftOut].map((one) => one.sheet))
  if (touched.size === 0) return raw
  return { ...raw, sheets: raw.sheets.map((sheet) => (touched.has(sheet.name) ? correctedSheet(sheet, cells, leftOut) : sheet)) }
}

const correctedSheet = (sheet: RawSheet, cells: readonly CellFix[], leftOut: readonly LeftOutRow[]): RawSheet => {
  const gone = new Set(leftOut.filter((one) => one.sheet === sheet.name).map((one) => one.row))
  const fixes = new Map<number, CellFix[]>()
  for (const fix of cells) if (fix.sheet === sheet.name) fixes.set(fix.row, [...(fixes.get(fix.row) ?? []), fix])
  const all = sheet.rows.map((row) => {
    const own = fixes.get(row.number)
    return own ? fixedRow(row, own) : row
  })
  const rows = all.filter(({ number }) => !gone.has(number))
  const passed = all.filter(({ number }) => gone.has(number))
  return { ...sheet, rows, ...(passed.length > 0 && { leftOut: passed }), ...(fixes.size > 0 && { writtenIn: new Set(fixes.keys()) }), formulas: sheet.formulas.filter(({ row, column }) => !fixes.get(row)?.some((fix) => fix.column === column)) }
}

const fixedRow = (row: RawRow, fixes: readonly CellFix[]): RawRow => {
  const cells: RawCell[] = [...row.cells]
  for (const { column, value } of fixes) {
    while (cells.length < column) cells.push(null)
    cells[column] = value.trim() === '' ? null : value
  }
  return { ...row, cells }
}
