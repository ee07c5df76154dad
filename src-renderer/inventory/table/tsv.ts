import { dayNumber } from '@core/plan/dates'

/**
 * Cells as programs pass them on the clipboard: rows by line, cells by tab, and quoted (with doubled quotes) where a cell
 * holds one of these itself, as Excel and LibreOffice do.
 */
export const parseTsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const cell = quotedCell(text, at) ?? plainCell(text, at)
    rows.at(-1)?.push(unguarded(cell.value))
    at = cell.end
    if (text[at] === '\t') {
      at += 1
      if (at === text.length) rows.at(-1)?.push('')
      continue
    }
    if (at >= text.length) break
    at += text.startsWith('\r\n', at) ? 2 : 1
    // A line's end behind the last row begins no other.
    if (at < text.length) rows.push([])
  }
  return rows.length === 1 && rows[0]?.length === 0 ? [] : rows
}

type Cell = { readonly value: string; readonly end: number }

const isEnd = (char: string | undefined): boolean => char === undefined || char === '\t' || char === '\n' || char === '\r'

const plainCell = (text: string, start: number): Cell => {
  let end = start
  while (!isEnd(text[end])) end += 1
  return { value: text.slice(start, end), end }
}

/** null where the quote is part of the text: `"Journal" (old)`. */
const quotedCell = (text: string, start: number): Cell | null => {
  if (text[start] !== '"') return null
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at += 1
    else if (isEnd(text[at + 1])) return { value: text.slice(start + 1, at).replaceAll('""', '"').replaceAll('\r\n', '\n'), end: at + 1 }
    else return null
  }
  return null
}

export type CopiedCell = {
  readonly text: string
  /** The number itself, where the cell is one: it is never a formula, whatever its sign. */
  readonly number?: number
  /** The day itself, in ISO form. */
  readonly day?: string
}

/** Text that a spreadsheet would take for a formula gets an apostrophe, which `parseTsv` takes off again. */
const guarded = ({ text, number }: CopiedCell): string =>
  number === undefined && /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text

const unguarded = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

const tsvCell = (cell: CopiedCell): string => {
  const text = guarded(cell)
  return /[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const toTsv = (rows: readonly (readonly CopiedCell[])[]): string =>
  rows.map((row) => row.map(tsvCell).join('\t')).join('\r\n')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Days as spreadsheets count them. */
const serialOf = (day: string): number => dayNumber(day) + 25_569

/**
 * Excel takes `x:num` and `mso-number-format`, LibreOffice `sdval` and `sdnum`, as value and format, whatever their
 * language; text that is marked as text becomes no formula, no date and no number.
 */
const htmlCell = ({ text, number, day }: CopiedCell): string => {
  if (number !== undefined) return `<td x:num="${number}" sdval="${number}" sdnum="1033;">${escaped(text)}</td>`
  if (day !== undefined) {
    const serial = serialOf(day)
    return `<td x:num="${serial}" style="mso-number-format:'yyyy\\-mm\\-dd'" sdval="${serial}" sdnum="1033;0;YYYY-MM-DD">${escaped(text)}</td>`
  }
  const lines = escaped(text).replaceAll(/\r?\n/g, '<br style="mso-data-placement:same-cell">')
  return `<td style="mso-number-format:'\\@'" sdnum="1033;0;@">${lines}</td>`
}

/** The same cells as a table, which spreadsheets prefer to lines of text. */
export const toHtml = (rows: readonly (readonly CopiedCell[])[]): string =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta charset="utf-8"><table>${
    rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('')}</table></html>`
