import { cellText } from '../cell-text'
import { listsAbout } from '../lists-about'
import { matchColumns } from '../match-columns'
import type { RawRow, RawSheet } from '../raw-workbook'
import type { FoundLayout } from '../recognise-sheet'
import { TableColumns } from '../row-reader'
import type { ColumnReading } from '../sheet-reading'
import { columnsByContent } from './columns-by-content'
import { kindOfHeading } from './kind-headings'
import { noNames } from './known-names'

/** Titles stand above the headings. */
const searchedRows = 10
/** Looked at before all of them are. */
const sampledRows = 200
const leastShare = 0.6

/** Of its columns, the one that names the items: by its heading, in our words or as `Server`. */
const withName = (columns: readonly ColumnReading[]): readonly ColumnReading[] => {
  if (columns.some(({ field }) => field === 'name')) return columns
  const found = columns.find(({ field, heading }) => field === null && kindOfHeading(heading) !== undefined)
  return columns.map((column) => (column === found ? { ...column, field: 'name', confidence: 0.7, reason: 'synonym' } : column))
}

/** Whether many of a column's cells name items, which is sooner asked than what else these say. */
const isNamed = (rows: readonly RawRow[], column: number, names: ReadonlySet<string>): boolean => {
  const texts = rows.slice(0, sampledRows).map(({ cells }) => cellText(cells[column]).toLowerCase()).filter((text) => text !== '')
  return texts.length > 0 && texts.filter((text) => names.has(text)).length >= texts.length * leastShare
}

/** A sheet whose headings make no list of it, and which says more about the items of others, each by its name. `needs`: columns. */
export const listAbout = (sheet: RawSheet, lists: readonly TableColumns[], names: ReadonlySet<string>, needs: readonly string[]): FoundLayout | null => {
  for (const [headerIndex, row] of sheet.rows.slice(0, searchedRows).entries()) {
    const rows = sheet.rows.slice(headerIndex + 1)
    const headed = withName(matchColumns(row, 'items', null, null))
    const name = headed.find(({ field }) => field === 'name')
    if (!name || headed.some(({ field }) => field === 'id') || !isNamed(rows, name.column, names)) continue
    const kind = kindOfHeading(name.heading) ?? null
    const columns = columnsByContent(rows, headed, { role: 'items', kind, names: noNames })
    if (!needs.every((field) => columns.some((column) => column.field === field))) return null
    const layout: FoundLayout = { role: 'items', kind: null, preset: null, headerIndex, columns }
    const table = new TableColumns(sheet, layout)
    return listsAbout([...lists, table]).has(table) ? layout : null
  }
  return null
}
