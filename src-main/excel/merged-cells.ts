import type { RawCell, RawRow } from '@core/workbook/raw-workbook'
import type { Merge } from './ooxml/sheet-reader'

/** Taller or wider ones are no keys and no headings, but titles, boxes of text or an attack. */
const tallest = 10_000
const widest = 64
/** Rows looked at for all merges of a sheet: they lie apart in every real one. */
const mostRows = 2_000_000

const indexFrom = (rows: readonly RawRow[], number: number): number => {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Rows in which the value of cells that are merged downwards stands in each of them, as people read them. `rows` ascend. Only
 * the first column of a block is filled, only rows that hold something, and never over another value.
 */
export const fillMergedCells = (rows: RawRow[], merges: readonly Merge[]): RawRow[] => {
  let looked = 0
  for (const { top, bottom, left, right } of merges) {
    if (looked > mostRows) break
    if (bottom === top || bottom - top > tallest || right - left > widest) continue
    const first = indexFrom(rows, top)
    const value = rows[first]?.number === top ? rows[first]?.cells[left] ?? null : null
    if (value === null) continue
    for (let index = first + 1; index < rows.length && (rows[index]?.number ?? 0) <= bottom; index++) {
      const row = rows[index]
      looked++
      if (row && (row.cells[left] ?? null) === null) rows[index] = { number: row.number, cells: withCell(row.cells, left, value) }
    }
  }
  return rows
}

const withCell = (cells: readonly RawCell[], column: number, value: RawCell): RawCell[] => {
  const filled = [...cells]
  while (filled.length < column) filled.push(null)
  filled[column] = value
  return filled
}
