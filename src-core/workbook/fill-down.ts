import { cellText } from './cell-text'
import type { SheetColumn } from './imported-workbook'
import type { RawCell, RawRow } from './raw-workbook'

/** Columns that are blank together or not at all, such as id and name. */
type Together = readonly number[]

/** What stands only on the first row of a block and is meant for all of it, from left to right. */
export type FillDown = readonly Together[]

const isBlank = (row: RawRow, columns: Together): boolean => columns.every((column) => cellText(row.cells[column]) === '')

const isKey = ({ field }: SheetColumn): boolean => field === 'id' || field === 'name'

/** The columns whose blank cells mean what stands above them, by their `repeats`. None in most sheets. */
export const fillDownOf = (columns: readonly SheetColumn[]): FillDown => {
  const repeated = columns.filter((column) => column.repeats === true)
  const key = repeated.filter(isKey).map(({ column }) => column)
  return [...repeated.filter((column) => !isKey(column)).map(({ column }) => [column]), ...(key.length > 0 ? [key] : [])]
    .sort((one, other) => Math.min(...one) - Math.min(...other))
}

/**
 * The row with what it leaves to the one above; the same object where that is nothing. What stands further right belongs to
 * a block within the block: where a row begins an outer one, the inner ones end.
 */
export const filledDown = (row: RawRow, above: RawRow | null, filling: FillDown): RawRow => {
  if (!above) return row
  let cells: RawCell[] | null = null
  for (const columns of filling) {
    if (!isBlank(row, columns)) break
    if (isBlank(above, columns)) continue
    cells ??= [...row.cells]
    for (const column of columns) {
      while (cells.length <= column) cells.push(null)
      cells[column] = above.cells[column] ?? null
    }
  }
  return cells === null ? row : { number: row.number, cells }
}
