import { rowsAbove, type SheetModel, type WrittenCell } from '../workbook-model'

export type CsvOptions = {
  /** `;` is what Excel opens with a double click where the comma is the decimal sign: figures are written with one. */
  readonly separator: ',' | ';'
  /** Tells Excel that the text is UTF-8; other programs may show it as a stray character. */
  readonly byteOrderMark: boolean
  readonly yesNo: readonly [yes: string, no: string]
}

/** Text that a spreadsheet would run when it opens the file gets an apostrophe, which Excel itself takes for "text". */
export const guardedText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quoted = (text: string, separator: string): string =>
  text.includes('"') || text.includes('\n') || text.includes('\r') || text.includes(separator) || /^\s|\s$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text

const cellText = (cell: WrittenCell, { separator, yesNo }: CsvOptions): string => {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return yesNo[cell ? 0 : 1]
  if (typeof cell === 'number') return separator === ';' ? String(cell).replace('.', ',') : String(cell)
  return typeof cell === 'string' ? guardedText(cell) : cell.date
}

/** Rows of cells as CSV (RFC 4180): CRLF after every row. */
export const csvText = (rows: readonly (readonly WrittenCell[])[], options: CsvOptions): string => {
  const lines = rows.map((row) => row.map((cell) => quoted(cellText(cell, options), options.separator)).join(options.separator))
  return `${options.byteOrderMark ? '\uFEFF' : ''}${lines.map((line) => `${line}\r\n`).join('')}`
}

/** A table as CSV: its headings, then its rows; what stands above the headings is for people and stays away. */
export const sheetToCsv = (sheet: SheetModel, options: CsvOptions): string => {
  const width = sheet.columns.length
  const filled = (row: readonly WrittenCell[]): readonly WrittenCell[] => Array.from({ length: width }, (_, index) => row[index] ?? null)
  const headings = rowsAbove(sheet) > 0 ? [sheet.columns.map((column) => column.heading)] : []
  return csvText([...headings, ...sheet.rows.map(filled)], options)
}
