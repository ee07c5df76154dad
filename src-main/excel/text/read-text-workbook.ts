import type { RawCell, RawRow, RawWorkbook } from '@core/workbook/raw-workbook'
import Papa from 'papaparse'
import type { ReadContext } from '../read-context'
import { Refusal, tooLarge } from '../refusal'
import { decodeText } from './decode-text'
import { guessSeparator, separatorLine } from './guess-separator'
import { refuseLongText } from './refuse-long-text'
import { refuseMarkup } from './refuse-markup'

/**
 * csv, tsv and txt as a workbook of one sheet. Every cell is text as it stands: whether `12` is a number is for the
 * columns to say. Never goes through the spreadsheet parser, which takes `ID;Navn` for a format of 1980.
 */
export const readTextWorkbook = (file: Buffer, context: ReadContext): RawWorkbook => {
  const text = decodeText(file)
  if (text.trim() === '') throw new Refusal({ type: 'empty-file' })
  refuseMarkup(text)
  context.onProgress({ phase: 'reading', fraction: 0.1 })
  const line = separatorLine(text)
  const separator = line?.separator ?? guessSeparator(text)
  refuseLongText(text, separator, context.limits)
  const parsed = parseRows(line?.rest ?? text, separator, line ? 2 : 1, context)
  if (isProse(parsed.rows, context.fileName)) throw new Refusal({ type: 'not-a-workbook', looksLike: 'unknown' })
  return {
    fileName: context.fileName,
    sheets: [{ name: sheetName(context.fileName), hidden: false, ...parsed, formulas: [] }],
  }
}

/** Text without a second column under a workbook's name is no table that was saved wrongly: it is something else. */
const isProse = (rows: readonly RawRow[], fileName: string): boolean =>
  /\.(xlsx|xlsm|xlsb|xls|ods)$/i.test(fileName) && rows.every((row) => row.cells.length < 2)

const parseRows = (
  text: string, delimiter: string, firstNumber: number, { fileName, limits, firstRows }: ReadContext,
): { rows: RawRow[]; declaredRows: number } => {
  const rows: RawRow[] = []
  let number = firstNumber - 1
  let cells = 0
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors }) => {
      number++
      if (errors.some((error) => error.code === 'MissingQuotes')) throw new Refusal({ type: 'unclosed-quote', row: number })
      if (data.length > limits.columns) throw tooLarge('columns', limits.columns)
      if (number > limits.rows) throw tooLarge('rows', limits.rows)
      if (data.some((field) => field.length > limits.cell)) throw tooLarge('cell', limits.cell)
      const row = toRow(data, number)
      if (!row) return
      rows.push(row)
      if (rows.length === firstRows?.count) firstRows.show({ sheet: sheetName(fileName), from: 0, rows: rows.slice(), all: rows.length })
      cells += row.cells.filter((cell) => cell !== null).length
      if (cells > limits.cells) throw tooLarge('cells', limits.cells)
    },
  })
  return { rows, declaredRows: rows.at(-1)?.number ?? 0 }
}

const toRow = (fields: readonly string[], number: number): RawRow | null => {
  let length = fields.length
  while (length > 0 && fields[length - 1]?.trim() === '') length--
  if (length === 0) return null
  return { number, cells: fields.slice(0, length).map((field): RawCell => (field === '' ? null : withLineFeeds(field))) }
}

/** Within a cell a line ends as in a spreadsheet, so that an export gives the same text back. */
const withLineFeeds = (field: string): string => (field.includes('\r') ? field.replace(/\r\n?/g, '\n') : field)

const sheetName = (fileName: string): string => fileName.replace(/\.[^.]*$/, '') || fileName
