import type { CellValue, IsoDate } from '../../estate/item'
import { isoDay } from '../../plan/dates'
import type { SentTable } from '../../plan/exchange'
import { cellText } from '../cell-text'
import { fold } from '../fold'
import { columnName, type RawCell, type RawFormula, type RawRow, type RawSheet, type RawWorkbook } from '../raw-workbook'

/** A table of the returned workbook, matched by headings with one that was sent. */
export type ReturnedTable = {
  readonly sent: SentTable
  readonly rows: readonly RawRow[]
  readonly columnOf: (heading: string) => number | undefined
  /** Columns that were not sent, by their heading or their letter. */
  readonly added: readonly (readonly [heading: string, column: number])[]
  readonly formulas: ReadonlyMap<string, RawFormula>
}

type Header = { readonly sheet: RawSheet; readonly row: number; readonly likeness: number }

/** Nobody writes more above a table. */
export const searchedRows = 40

/** How much two sets have in common of all that is in either, from 0 to 1. */
export const likenessOf = (some: ReadonlySet<string>, others: ReadonlySet<string>): number => {
  const common = [...some].filter((one) => others.has(one)).length
  return common === 0 ? 0 : common / (some.size + others.size - common)
}

/** The row of a sheet that is most like the headings. */
const headerOf = (sheet: RawSheet, headings: readonly string[]): Header => {
  const wanted = new Set(headings.map(fold))
  let best: Header = { sheet, row: -1, likeness: 0 }
  for (const [row, { cells }] of sheet.rows.slice(0, searchedRows).entries()) {
    const found = new Set(cells.map((cell) => fold(cellText(cell))).filter((text) => text !== ''))
    const likeness = likenessOf(wanted, found)
    if (likeness > best.likeness) best = { sheet, row, likeness }
  }
  return best
}

const isLike = ({ likeness }: Header): boolean => likeness > 0.5

const placeKey = (row: number, column: number): string => `${row}:${column}`

/** By its name, otherwise by its headings: a supplier may have renamed or copied the sheet. null: it is not there. */
export const returnedTable = (raw: RawWorkbook, sent: SentTable): ReturnedTable | null => {
  const headers = raw.sheets.map((sheet) => headerOf(sheet, sent.headings)).filter(isLike)
  const named = headers.find(({ sheet }) => sheet.name === sent.sheet)
  const header = named ?? headers.toSorted((a, b) => b.likeness - a.likeness)[0]
  if (!header) return null
  const columns = new Map<string, number>()
  header.sheet.rows[header.row]?.cells.forEach((cell, index) => {
    const key = fold(cellText(cell))
    if (key !== '' && !columns.has(key)) columns.set(key, index)
  })
  const rows = header.sheet.rows.slice(header.row + 1)
  const asSent = new Set(sent.headings.map((heading) => columns.get(fold(heading))))
  const width = [header.sheet.rows[header.row], ...rows].reduce((most, row) => Math.max(most, row?.cells.length ?? 0), 0)
  const added = Array.from({ length: width }, (_, column) => column).filter((column) => !asSent.has(column))
    .map((column) => [cellText(header.sheet.rows[header.row]?.cells[column] ?? null).trim() || columnName(column), column] as const)
  const formulas = new Map(header.sheet.formulas.map((one) => [placeKey(one.row, one.column), one]))
  return { sent, rows, columnOf: (heading) => columns.get(fold(heading)), added, formulas }
}

export const cellOf = (table: ReturnedTable, row: RawRow, heading: string): RawCell => {
  const column = table.columnOf(heading)
  return column === undefined ? null : (row.cells[column] ?? null)
}

/** The formula behind a cell; undefined where the cell holds what somebody wrote. */
export const formulaOf = ({ formulas, columnOf }: ReturnedTable, row: RawRow, heading: string): RawFormula | undefined =>
  formulas.get(placeKey(row.number, columnOf(heading) ?? -1))

/** As it is compared and shown. Spreadsheets turn text into figures and back: 5 and "5" are the same. */
export const shown = (cell: RawCell | CellValue | undefined): string => cellText(cell ?? null)

/** Programs write the same letters and the same blanks in several ways; anything else that differs was changed by somebody. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

export const isSame = (sent: string, now: string): boolean =>
  plain(sent) === plain(now) || (sent !== '' && now !== '' && Number(sent) === Number(now))

/** Programs that lose the format of a date leave the days since 1900 in its cell. */
export const dayOfSerial = (text: string): IsoDate | null => {
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0
  return serial >= 36_526 && serial <= 73_050 ? isoDay(serial - 25_569) : null
}
