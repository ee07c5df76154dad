import { cellText } from './cell-text'
import type { RawCell, RawRow, RawSheet } from './raw-workbook'
import { columnOfHeading } from './record-filter'
import type { SheetLayout } from './recognise-sheet'

/** Columns of one key: where all of them are blank, the row belongs to the one above. */
export type FillDown = readonly number[]

const isBlank = (row: RawRow, columns: readonly number[]): boolean =>
  columns.every((column) => cellText(row.cells[column]) === '')

/** Fewer blanks than this are more likely forgotten than meant. */
const leastBlank = 3
const leastShare = 0.4

/** A key on the first row of each block: the first row has one, and a good part of the others has none. */
const standsInBlocks = (rows: readonly RawRow[], columns: readonly number[]): boolean => {
  const first = rows[0]
  if (columns.length === 0 || !first || isBlank(first, columns)) return false
  const blank = rows.filter((row) => isBlank(row, columns)).length
  return blank >= leastBlank && blank >= rows.length * leastShare
}

const columnsOf = (layout: SheetLayout, fields: readonly string[]): readonly number[] =>
  layout.columns.flatMap((column) => (column.field !== null && fields.includes(column.field) ? column.column : []))

/** Worked out once for a layout, as every pass over its rows asks. */
const known = new WeakMap<SheetLayout, FillDown>()

const find = (sheet: RawSheet, layout: SheetLayout): FillDown => {
  const said = layout.preset?.fillDown
  if (said) return said.map((heading) => columnOfHeading(layout, [heading])).filter((column) => column >= 0)
  if (layout.preset?.only) return []
  const rows = sheet.rows.slice(layout.headerIndex + 1).filter((row) => row.cells.some((cell) => cellText(cell) !== ''))
  const key = layout.role === 'items' ? columnsOf(layout, ['id', 'name'])
    : layout.role === 'dependencies' ? columnsOf(layout, ['from'])
    : []
  return standsInBlocks(rows, key) ? key : []
}

/** The columns whose key stands only on the first row of a block, and is meant for all of it; none in most sheets. */
export const fillDownColumns = (sheet: RawSheet, layout: SheetLayout): FillDown => {
  const found = known.get(layout) ?? find(sheet, layout)
  known.set(layout, found)
  return found
}

/** The row with the key of the one above where it has none of its own. */
export const filledDown = (row: RawRow, above: RawRow | null, columns: FillDown): RawRow => {
  if (!above || !isBlank(row, columns)) return row
  const cells: RawCell[] = [...row.cells]
  for (const column of columns) {
    while (cells.length <= column) cells.push(null)
    cells[column] = above.cells[column] ?? null
  }
  return { number: row.number, cells }
}

