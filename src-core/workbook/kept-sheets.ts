import type { ExtraSheet } from '../estate/estate'
import type { CellValue } from '../estate/item'
import { keptValue } from './cell-text'
import type { RawCell, RawRow, RawSheet } from './raw-workbook'
import { restSheetName } from './sheet-names'

/** More blank rows than this between two filled ones are closed up: some sheets hold a stray cell in row 1,048,576. */
const keptGap = 100

const keptRow = (cells: readonly RawCell[]): readonly (CellValue | null)[] => {
  const values = cells.map((cell) => keptValue(cell))
  let length = values.length
  while (length > 0 && values[length - 1] === null) length -= 1
  return values.slice(0, length)
}

/** A sheet that we did not understand, whole. null when it holds nothing. */
export const keptSheet = (sheet: RawSheet): ExtraSheet | null => {
  const rows: (readonly (CellValue | null)[])[] = []
  let last = 0
  for (const row of sheet.rows) {
    const cells = keptRow(row.cells)
    if (cells.length === 0) continue
    for (let gap = Math.min(row.number - last - 1, keptGap); gap > 0; gap -= 1) rows.push([])
    rows.push(cells)
    last = row.number
  }
  return rows.length === 0 ? null : { name: sheet.name, rows }
}

/** The rows of a sheet that could not be taken, below its headings. */
export const restSheet = (sheet: RawSheet, headerIndex: number, notTaken: readonly RawRow[]): ExtraSheet | null => {
  if (notTaken.length === 0) return null
  const header = sheet.rows[headerIndex]
  return {
    name: restSheetName(sheet.name),
    rows: [...(header ? [keptRow(header.cells)] : []), ...notTaken.map((row) => keptRow(row.cells))],
  }
}
