import type { ItemKind } from '../../estate/item'
import { cellText } from '../cell-text'
import type { TableRole } from '../headings'
import { linkFields } from '../link-fields'
import { matchColumns } from '../match-columns'
import type { RawRow, RawSheet } from '../raw-workbook'
import type { FoundLayout } from '../recognise-sheet'
import type { SheetMeaning } from '../sheet-names'
import type { ColumnReading } from '../sheet-reading'
import { isHostName } from './cell-looks'
import { contentsOf, sampleRows, type ColumnContent } from './column-content'
import { columnsByContent } from './columns-by-content'
import { namesItems, references } from './guess-columns'
import { asMatrix } from './guess-matrix'
import { kindOfHeading, kindOfIdHeading, tellsOfTwins } from './kind-headings'
import { isKnown, type KnownNames } from './known-names'
import { turned } from './turned-ends'

/** Fewer rows than this are a legend, not a list. */
const leastRows = 3
/** Where a heading says what is listed, two make a list. */
const leastHeadedRows = 2
/** Titles stand above what is listed. */
const searchedRows = 40

const below = (sheet: RawSheet, headerIndex: number): readonly RawRow[] => sheet.rows.slice(headerIndex + 1)
const contentsBelow = (sheet: RawSheet, headerIndex: number): readonly ColumnContent[] => contentsOf(sampleRows(below(sheet, headerIndex)))

const layoutAt = (
  sheet: RawSheet, headerIndex: number, role: TableRole, kind: ItemKind | null, names: KnownNames,
): FoundLayout => {
  const row: RawRow = sheet.rows[headerIndex] ?? { number: 0, cells: [] }
  const columns = columnsByContent(below(sheet, headerIndex), matchColumns(row, role, kind, null), { role, kind, names })
  return { role, kind, preset: null, headerIndex, columns }
}

const has = (layout: FoundLayout, ...fields: readonly string[]): boolean =>
  fields.every((field) => layout.columns.some((column) => column.field === field))

/** How much of a column names items of that kind; of ids that items of several kinds have, nobody knows which is meant. */
const namesKind = (content: ColumnContent | undefined, kind: ItemKind, names: KnownNames): number =>
  content?.share((text) => {
    const key = text.toLowerCase()
    return names.has(key) && (names.get(key) ?? kind) === kind
  }) ?? 0

/** A column of applications beside one of servers, by their headings and mostly of items that other sheets list. */
const asHeadedPair = (sheet: RawSheet, names: KnownNames): FoundLayout | null => {
  for (const [headerIndex, row] of sheet.rows.slice(0, searchedRows).entries()) {
    const kinds = row.cells.map((cell) => kindOfHeading(cellText(cell)) ?? kindOfIdHeading(cellText(cell)))
    const ends = (['application', 'server'] as const).map((kind) => kinds.flatMap((one, column) => (one === kind ? [column] : [])))
    const [[from, otherFrom], [to, otherTo]] = ends as [number[], number[]]
    if (from === undefined || to === undefined || otherFrom !== undefined || otherTo !== undefined) continue
    const contents = contentsBelow(sheet, headerIndex)
    if (namesKind(contents[from], 'application', names) < 0.6 || namesKind(contents[to], 'server', names) < 0.6) continue
    const columns = matchColumns(row, 'dependencies', null, null).map((column): ColumnReading => {
      const end = column.column === from ? 'from' : column.column === to ? 'to' : null
      if (end !== null) return { ...column, field: end, confidence: 0.7, reason: 'content' }
      return column.field === 'from' || column.field === 'to' ? { ...column, field: null, confidence: 0, reason: 'none' } : column
    })
    const isTyped = columns.some(({ field }) => field === 'type')
    return { role: 'dependencies', kind: null, preset: null, headerIndex, columns, ...(!isTyped && { type: 'runs-on' as const }) }
  }
  return null
}

/** Two columns that name items of other sheets: who needs, and what is needed. The row above the first pair holds the headings. */
const asDependencies = (sheet: RawSheet, names: KnownNames): FoundLayout | null => {
  const isPair = (row: RawRow): boolean => row.cells.filter((cell) => isKnown(names, cellText(cell))).length >= 2
  const first = sheet.rows.slice(0, searchedRows).findIndex(isPair)
  if (first < 0 || sheet.rows.length - first < leastRows) return null
  const contents = contentsBelow(sheet, first - 1)
  const [from, to, ...more] = contents.filter((content) => content.filled >= leastRows && references(content, names) >= 0.8)
  // Three columns of names are a path or a table of everything, not one list of who needs what.
  if (!from || !to || more.length > 0 || saysTheSame(from, to)) return null
  const layout = layoutAt(sheet, first - 1, 'dependencies', null, names)
  if (layout.columns.some(({ field, heading }) => (field === 'from' || field === 'to') && tellsOfTwins.test(heading))) return null
  return has(layout, 'from', 'to') ? asHosting(layout, contents, names) : null
}

/** Applications beside servers: they run there, whichever stands first. Other pairs mean what their order says. */
const asHosting = (layout: FoundLayout, contents: readonly ColumnContent[], names: KnownNames): FoundLayout => {
  const isOf = (end: string, kind: ItemKind): boolean =>
    (contents[columnOf(layout, end)]?.share((text) => names.get(text.toLowerCase()) === kind) ?? 0) >= 0.8
  const isTurned = isOf('from', 'server') && isOf('to', 'application')
  if (has(layout, 'type') || !(isTurned || (isOf('from', 'application') && isOf('to', 'server')))) return layout
  return { ...layout, type: 'runs-on', columns: isTurned ? layout.columns.map(turned) : layout.columns }
}

/** Applications that need servers run there, where no column says how; who needs whom is what its headings say. */
export const withHosting = (sheet: RawSheet, layout: FoundLayout, names: KnownNames): FoundLayout => {
  const hosted = has(layout, 'from', 'to') ? asHosting(layout, contentsBelow(sheet, layout.headerIndex), names) : layout
  return hosted.type === undefined ? layout : hosted.columns === layout.columns ? hosted : layout
}

const saysTheSame = (one: ColumnContent, other: ColumnContent): boolean => one.texts.join('\n') === other.texts.join('\n')

/** Something that only items have, beside a name: their kind, disposition, environment or wave. */
const telling = ['kind', 'disposition', 'environment', 'wave', 'endOfSupport', 'sensitivity', 'criticality', 'supplier', 'organisation'] as const

const columnOf = (layout: FoundLayout, field: string): number => layout.columns.find((column) => column.field === field)?.column ?? -1

/** Of several columns that name items, the rows are about the one that names another item on almost every row. */
const headedKind = (headings: readonly string[], contents: readonly ColumnContent[]): ItemKind | null => {
  const headed = headings.flatMap((heading, column) => {
    const [kind, content] = [kindOfHeading(heading), contents[column]]
    return kind && content && content.uniqueness >= 0.5 && namesItems(content) ? [{ kind, distinct: content.distinct }] : []
  })
  return headed.reduce<(typeof headed)[number] | null>((best, one) => (best && best.distinct >= one.distinct ? best : one), null)?.kind ?? null
}

/** Under a heading that says what its cells name, such as `Server`: each another one, or beside something else that we know. */
const asHeadedItems = (sheet: RawSheet, names: KnownNames): FoundLayout | null => {
  for (const [headerIndex, row] of sheet.rows.slice(0, Math.min(searchedRows, sheet.rows.length - leastHeadedRows)).entries()) {
    const headings = row.cells.map(cellText)
    if (!headings.some((heading) => kindOfHeading(heading))) continue
    const kind = headedKind(headings, contentsBelow(sheet, headerIndex))
    const layout = kind && layoutAt(sheet, headerIndex, 'items', kind, names)
    if (!layout || !has(layout, 'name') || kindOfHeading(headings[columnOf(layout, 'name')] ?? '') !== kind) continue
    const isList = layout.columns.some(({ field }) => field !== null && field !== 'name')
      || contentsBelow(sheet, headerIndex)[columnOf(layout, 'name')]?.uniqueness === 1
    if (isList && namesAreNew(sheet, layout, names)) return layout
  }
  return null
}

/** Nothing but names, one below the other: no other sheet of the workbook is a list. */
const asNames = (sheet: RawSheet, names: KnownNames): FoundLayout | null => {
  const [row, ...rows] = sheet.rows
  if (!row || names.size > 0 || rows.length < leastHeadedRows || sheet.rows.some(({ cells }) => cells.length !== 1)) return null
  const heading = cellText(row.cells[0])
  const kind = kindOfHeading(heading) ?? null
  const layout = layoutAt(sheet, 0, 'items', kind, names)
  return has(layout, 'name') && contentsBelow(sheet, 0)[0]?.uniqueness === 1 ? layout : null
}

/** By name and kinds, or name and two more. A sheet whose names stand on another sheet says more about those; it is no second list. */
const asItems = (sheet: RawSheet, names: KnownNames): FoundLayout | null => {
  for (let headerIndex = 0; headerIndex < Math.min(searchedRows, sheet.rows.length - leastRows); headerIndex += 1) {
    const filled = sheet.rows[headerIndex]?.cells.filter((cell) => cellText(cell) !== '').length ?? 0
    if (filled < 2) continue
    const layout = withKind(sheet, layoutAt(sheet, headerIndex, 'items', null, names), names)
    const found = telling.filter((field) => has(layout, field))
    const isTelling = found.some((field) => field === 'kind' || field === 'disposition') || linkFields.some((field) => has(layout, field))
    const isList = has(layout, 'name') && (found.length >= 2 || isTelling)
    if (!isList) return null
    return namesAreNew(sheet, layout, names) ? layout : null
  }
  return null
}

const withKind = (sheet: RawSheet, layout: FoundLayout, names: KnownNames): FoundLayout => {
  if (has(layout, 'kind')) return layout
  const name = layout.columns.find(({ field }) => field === 'name')
  const content = name && contentsBelow(sheet, layout.headerIndex)[name.column]
  const kind = content && content.share(isHostName) >= 0.7 ? 'server' : 'application'
  return layoutAt(sheet, layout.headerIndex, 'items', kind, names)
}

const namesAreNew = (sheet: RawSheet, layout: FoundLayout, names: KnownNames): boolean => {
  const content = contentsBelow(sheet, layout.headerIndex)[columnOf(layout, 'name')]
  return content !== undefined && references(content, names) < 0.3
}

/** The row with the most texts near the top, where a sheet's name says what it holds and its headings say nothing. */
const asNamed = (sheet: RawSheet, { role, kind }: SheetMeaning, names: KnownNames): FoundLayout | null => {
  const texts = (row: RawRow): number => row.cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length
  const top = sheet.rows.slice(0, searchedRows)
  const headerIndex = top.reduce((best, row, index) => (texts(row) > texts(top[best] ?? row) ? index : best), 0)
  const layout = layoutAt(sheet, headerIndex, role, kind, names)
  switch (role) {
    case 'items': return has(layout, 'name') || has(layout, 'id') ? layout : null
    case 'dependencies': return has(layout, 'from', 'to') ? layout : null
    case 'waves': return has(layout, 'number', 'start', 'end') ? layout : null
    default: return null
  }
}

/**
 * What a sheet holds that its headings do not say, by what its cells hold; null where they do not either. `meaning`: what the
 * sheet's name says. `names`: of the items on the other sheets.
 */
export const sheetByContent = (sheet: RawSheet, meaning: SheetMeaning | undefined, names: KnownNames): FoundLayout | null => {
  if (sheet.rows.length < leastHeadedRows) return null
  const pair = names.size > 0 && (!meaning || meaning.role === 'dependencies') ? asHeadedPair(sheet, names) : null
  if (pair) return pair
  const matrix = !meaning || meaning.role === 'dependencies' ? asMatrix(sheet, names) : null
  if (matrix) return matrix
  if (meaning) return asNamed(sheet, meaning, names)
  return (names.size > 0 ? asDependencies(sheet, names) : null) ?? asHeadedItems(sheet, names) ?? asItems(sheet, names) ?? asNames(sheet, names)
}
