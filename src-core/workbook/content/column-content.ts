import { cellText } from '../cell-text'
import { readDate } from '../read-date'
import { readNumber } from '../read-number'
import { isTotalRow } from '../total-row'
import { isRawDate, type RawCell, type RawRow } from '../raw-workbook'

/** What a sample of a column's cells is like, asked for one look at a time. */
export class ColumnContent {
  /** Of the filled cells of the sample. */
  readonly cells: readonly RawCell[]
  readonly texts: readonly string[]
  /** Rows of the sample. */
  readonly rows: number

  constructor(cells: readonly RawCell[]) {
    this.rows = cells.length
    this.cells = cells.filter((cell) => cellText(cell) !== '')
    this.texts = this.cells.map(cellText)
  }

  get filled(): number {
    return this.texts.length
  }

  /** 0 to 1, of all rows. */
  get fullness(): number {
    return this.rows === 0 ? 0 : this.filled / this.rows
  }

  get distinct(): number {
    return new Set(this.texts).size
  }

  /** 1: no text stands twice. */
  get uniqueness(): number {
    return this.filled === 0 ? 0 : this.distinct / this.filled
  }

  get averageLength(): number {
    return this.filled === 0 ? 0 : this.texts.reduce((sum, text) => sum + text.length, 0) / this.filled
  }

  /** How many of the filled cells it is true of, 0 to 1. */
  share(isSo: (text: string) => boolean): number {
    return this.filled === 0 ? 0 : this.texts.filter(isSo).length / this.filled
  }

  get dates(): number {
    return this.#shareOfCells((cell) => isRawDate(cell) || (typeof cell === 'string' && !/^\d+$/.test(cell.trim()) && readDate(cell, 'end') !== null))
  }

  get numbers(): number {
    return this.#shareOfCells((cell) => typeof cell === 'number' || (typeof cell === 'string' && readNumber(cell) !== null))
  }

  #shareOfCells(isSo: (cell: RawCell) => boolean): number {
    return this.filled === 0 ? 0 : this.cells.filter(isSo).length / this.filled
  }
}

/** Enough to know a column by, and few enough for a sheet of any length. */
const sampled = 240

/** Rows from all over, the first among them. */
export const sampleRows = (rows: readonly RawRow[]): readonly RawRow[] =>
  (rows.length <= sampled ? rows : Array.from({ length: sampled }, (_, index) => rows[Math.floor((index * rows.length) / sampled)]))
    .flatMap((row) => (row === undefined || isTotalRow(row) ? [] : row))

/** By column, as wide as the widest row of the sample. */
export const contentsOf = (sample: readonly RawRow[]): readonly ColumnContent[] => {
  const width = sample.reduce((most, row) => Math.max(most, row.cells.length), 0)
  return Array.from({ length: width }, (_, column) => new ColumnContent(sample.map((row) => row.cells[column] ?? null)))
}
