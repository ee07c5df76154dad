import { fold } from '@core/workbook/fold'
import type { CellRange } from './cell-range'
import { plainText } from './field'
import type { Field } from './field'

/** A cell that is to be set, and the text that it is to be set to. `row` null: the n-th row that is to be added. */
export type Target<Row, Write> = {
  readonly row: Row | null
  readonly added?: number
  readonly field: Field<Row, Write>
  readonly text: string
}

/** What cannot be taken: where it was to go, what it was, and why not. */
export type CellProblem = {
  readonly rowId: string | null
  readonly added?: number
  readonly fieldId: string
  readonly row: string
  readonly heading: string
  readonly text: string
  readonly problem: string
}

export type RowWrite<Row, Write> = { readonly row: Row; readonly fieldId: string; readonly write: Write; readonly text: string }

/** What a set of cells comes to, before anything is changed. */
export type CellPlan<Row, Write> = {
  readonly writes: readonly RowWrite<Row, Write>[]
  /** What the cells of each new row say. */
  readonly added: readonly (readonly { readonly fieldId: string; readonly write: Write; readonly text: string }[])[]
  readonly problems: readonly CellProblem[]
  /** Texts that could have meant something else, such as 3/4/2027. */
  readonly doubtful: readonly string[]
}

type Names<Row> = {
  readonly idOf: (row: Row) => string
  readonly nameOf: (row: Row) => string
  /** What a row that is not there yet is called: `New row 2`. */
  readonly nameOfAdded: (index: number) => string
  /** Said where a column follows from others. */
  readonly fixed: string
}

/** A cell that holds the text already is left alone, whether it could be written or not. */
export const planCells = <Row, Write>(targets: readonly Target<Row, Write>[], names: Names<Row>): CellPlan<Row, Write> => {
  const writes: RowWrite<Row, Write>[] = []
  const added: { fieldId: string; write: Write; text: string }[][] = []
  const problems: CellProblem[] = []
  const doubtful: string[] = []
  for (const { row, field, text, added: index = 0 } of targets) {
    if (row !== null && [plainText(field, row), field.text(row)].includes(text.trim())) continue
    if (row === null && text.trim() === '') continue
    const reading = field.read ? field.read(text, row) : { ok: false as const, problem: names.fixed }
    if (!reading.ok) {
      const place = row === null
        ? { rowId: null, added: index, row: names.nameOfAdded(index) }
        : { rowId: names.idOf(row), row: names.nameOf(row) }
      problems.push({ ...place, fieldId: field.id, heading: field.heading, text, problem: reading.problem })
      continue
    }
    if (reading.isDoubtful) doubtful.push(text.trim())
    if (row === null) (added[index] ??= []).push({ fieldId: field.id, write: reading.write, text })
    else writes.push({ row, fieldId: field.id, write: reading.write, text })
  }
  return { writes, added: Array.from(added, (cells) => cells ?? []), problems, doubtful }
}

type Grid = readonly (readonly string[])[]

/**
 * Which column each cell of a row belongs to, where the first row names columns of the table: in whatever order, and wherever
 * the cursor is. null where it names none, or only one, which may be a value as well.
 */
export const columnsNamed = (cells: Grid, headings: readonly string[]): readonly number[] | null => {
  const names = (cells[0] ?? []).map(fold)
  if (cells.length < 2 || names.length < 2 || new Set(names).size < names.length) return null
  const places = new Map(headings.map((heading, column) => [fold(heading), column]))
  const columns = names.flatMap((name) => places.get(name) ?? [])
  return columns.length === names.length ? columns : null
}

/**
 * The cells to paste, without the row of headings that Excel's copies often begin with, and repeated where the range
 * that is selected is a multiple of them.
 */
export const pastedGrid = (cells: Grid, range: CellRange, headings: readonly string[]): Grid => {
  const first = cells[0] ?? []
  const isHeading = cells.length > 1 && first.length > 0
    && first.every((text, index) => fold(text) !== '' && fold(text) === fold(headings[range.left + index] ?? ''))
  const rows = isHeading ? cells.slice(1) : cells
  const height = range.bottom - range.top + 1
  const width = range.right - range.left + 1
  const most = Math.max(...rows.map((row) => row.length), 1)
  const down = height % rows.length === 0 ? height / rows.length : 1
  const across = width % most === 0 ? width / most : 1
  if (down === 1 && across === 1) return rows
  return Array.from({ length: rows.length * down }, (_, line) => {
    const row = rows[line % rows.length] ?? []
    return Array.from({ length: most * across }, (_unused, column) => row[column % most] ?? '')
  })
}
