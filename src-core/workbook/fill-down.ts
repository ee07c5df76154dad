import { cellText } from './cell-text'
import type { SheetColumn } from './imported-workbook'
import type { RawCell, RawRow, RawSheet } from './raw-workbook'
import type { SheetLayout } from './recognise-sheet'

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
const filledDown = (row: RawRow, above: RawRow | null, filling: FillDown): RawRow => {
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

/** Fewer empty rows than this end what stands above them. */
const leastSpacing = 3

/** Whether empty rows stand between rows of one block as well, as in lists with a line left free below each row. */
const isSpacedOut = (rows: readonly RawRow[], filling: FillDown): boolean => {
  const afterGap = rows.filter((row, index) => index > 0 && row.number > (rows[index - 1]?.number ?? 0) + 1)
  const within = afterGap.filter((row) => filling.some((columns) => isBlank(row, columns)))
  return afterGap.length >= leastSpacing && within.length * 2 > afterGap.length
}

/** Fills the rows of a sheet, asked one after the other, from those above them. An empty row ends a block. */
export class BlockFiller {
  readonly columns: FillDown
  readonly #leftOut: readonly RawRow[]
  readonly #isSpacedOut: boolean
  #above: RawRow | null = null
  #last: number
  #isCut = false
  /** Rows that say nothing where those above an empty row did. */
  cut = 0

  /** `leftOut`: rows that are not read, and are part of their block all the same. */
  constructor({ rows, leftOut = [] }: Pick<RawSheet, 'rows' | 'leftOut'>, { headerIndex, columns }: Pick<SheetLayout, 'headerIndex' | 'columns'>) {
    this.columns = fillDownOf(columns)
    this.#leftOut = leftOut
    this.#isSpacedOut = this.columns.length > 0 && isSpacedOut(rows.slice(headerIndex + 1), this.columns)
    this.#last = rows[headerIndex]?.number ?? 0
  }

  /** The row with what its blank cells mean; the same object where they mean nothing. */
  filled(row: RawRow): RawRow {
    if (this.columns.length === 0) return row
    if (row.number > this.#last + 1) this.#leap(row.number)
    this.#last = row.number
    this.#above = filledDown(row, this.#above, this.columns)
    if (this.#isCut && this.columns.some((columns) => isBlank(row, columns))) this.cut += 1
    else this.#isCut = false
    return this.#above
  }

  /** A row that stands in a block and says nothing of it. */
  pass(row: RawRow): void {
    if (row.number > this.#last + 1) this.#leap(row.number)
    this.#last = row.number
  }

  #leap(to: number): void {
    const between = this.#leftOut.filter(({ number }) => number > this.#last && number < to)
    if (between.length < to - this.#last - 1 && !this.#isSpacedOut) {
      this.#isCut = this.#above !== null
      this.#above = null
    }
    else for (const row of between) this.#above = filledDown(row, this.#above, this.columns)
  }
}
