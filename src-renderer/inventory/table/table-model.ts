import type { Cell, CellRange } from './cell-range'
import { rangeBetween } from './cell-range'
import type { Field } from './field'
import type { TableAdapter } from './table-adapter'
import type { Line } from './table-lines'
import { draftLine } from './table-store'
import type { CellKey, TableState, TableStore } from './table-store'

export type DraftLine = { readonly type: 'draft'; readonly id: string }
export type TableLine<Row> = Line<Row> | DraftLine

export type Column<Row, Write> = {
  readonly field: Field<Row, Write>
  readonly width: number
  /** Pixels from the left edge of the cells. */
  readonly start: number
}

/** Everything that is shown now, for whatever acts on it. */
export type TableModel<Row, Write> = {
  readonly adapter: TableAdapter<Row, Write>
  readonly store: TableStore
  readonly fieldById: ReadonlyMap<string, Field<Row, Write>>
  readonly columns: readonly Column<Row, Write>[]
  /** Pixels of all columns together. */
  readonly width: number
  readonly lines: readonly TableLine<Row>[]
  readonly lineIndexById: ReadonlyMap<string, number>
  readonly shown: readonly Row[]
}

export const draft: DraftLine = { type: 'draft', id: draftLine }

export const cellOf = <Row, Write>({ lineIndexById, columns }: TableModel<Row, Write>, key: CellKey | null): Cell => {
  const column = columns.findIndex(({ field }) => field.id === key?.field)
  return { line: lineIndexById.get(key?.line ?? '') ?? 0, column: Math.max(0, column) }
}

export const keyOf = <Row, Write>({ lines, columns }: TableModel<Row, Write>, cell: Cell): CellKey => ({
  line: lines[cell.line]?.id ?? '',
  field: columns[cell.column]?.field.id ?? '',
})

export const rangeOf = <Row, Write>(model: TableModel<Row, Write>, state: TableState): CellRange =>
  rangeBetween(cellOf(model, state.base), cellOf(model, state.extent))

/** The rows of a range; lines of groups and the row that is being written are none. */
export const rowsIn = <Row, Write>({ lines }: TableModel<Row, Write>, { top, bottom }: CellRange): readonly Row[] =>
  lines.slice(top, bottom + 1).flatMap((line) => (line.type === 'row' ? [line.row] : []))
