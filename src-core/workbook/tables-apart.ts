import { cellText } from './cell-text'
import { kindOfHeading, kindOfIdHeading } from './content/kind-headings'
import { fold } from './fold'
import { fieldByHeading, type TableRole } from './headings'
import { isDerivedSheet } from './plan-workbook/derived-sheets'
import { cellName, type RawCell, type RawRow, type RawSheet, type RawWorkbook } from './raw-workbook'
import { isRestSheet, sheetMeaning } from './sheet-names'

/** Titles stand above the first headings; nobody puts more there. */
const searchedRows = 40
/** Fewer known headings are words that stand somewhere. */
const leastKnown = 2
/** Longer texts are no name of a table. */
const longestTitle = 40

const hasContent = (cell: RawCell | undefined): boolean => cellText(cell) !== ''

const roles = Object.keys(fieldByHeading) as TableRole[]

const isKnownHeading = (text: string): boolean =>
  roles.some((role) => fieldByHeading[role].get(text) !== undefined) || kindOfHeading(text) !== undefined || kindOfIdHeading(text) !== undefined

/** The filled cells that stand beside each other, apart by empty ones. */
const partsOf = ({ cells }: RawRow): readonly (readonly RawCell[])[] => {
  const parts: RawCell[][] = []
  for (const [column, cell] of cells.entries()) {
    if (!hasContent(cell)) continue
    if (column > 0 && hasContent(cells[column - 1])) parts.at(-1)?.push(cell)
    else parts.push([cell])
  }
  return parts
}

/**
 * Texts and nothing else, different ones where they stand side by side, most of them headings that we know; under a title such
 * as `Servers` one of them is enough.
 */
const isHeadings = (row: RawRow, isTitled = false): boolean => {
  const parts = partsOf(row)
  const filled = parts.flat()
  if (filled.length < leastKnown || filled.some((cell) => typeof cell !== 'string')) return false
  const known = filled.filter((cell) => isKnownHeading(cellText(cell))).length
  return known >= (isTitled ? 1 : leastKnown) && known * 2 >= filled.length
    && parts.every((part) => new Set(part.map((cell) => fold(cellText(cell)))).size === part.length)
}

/** Titles of tables beside each other look like headings, and have fewer cells than these. */
const isAboveHeadings = (rows: readonly RawRow[], index: number): boolean => {
  const [row, below] = [rows[index], rows[index + 1]]
  return row !== undefined && below !== undefined && isHeadings(below) && partsOf(row).every((part) => part.length === 1) && below.cells.filter(hasContent).length > row.cells.filter(hasContent).length
}

const isLone = ({ cells }: RawRow): boolean => cells.filter(hasContent).length === 1

/** A row that says what the table below it holds. */
const isTitle = (row: RawRow): boolean => isLone(row) && sheetMeaning({ name: cellText(row.cells.find(hasContent)) }) !== undefined

const headingsOf = ({ cells }: RawRow): string => cells.map((cell) => fold(cellText(cell))).join('\n')

/** Rows of one table: from `start`, with what stands above its headings, to `end`, which is the next one's. */
type Span = { readonly start: number; readonly header: number; readonly end: number }

const isBelowGap = (rows: readonly RawRow[], index: number): boolean =>
  (rows[index]?.number ?? 0) > (rows[index - 1]?.number ?? 0) + 1

/**
 * Where the titles of a table begin: rows of one cell right above its headings, or above an empty row there, where they stand
 * by themselves. What follows the table before without an empty row is that one's, but for a single title.
 */
const startOf = (rows: readonly RawRow[], header: number): number => {
  let start = header
  while (start > 0 && isLone(rows[start - 1] ?? noRow) && (start === header || !isBelowGap(rows, start))) start -= 1
  if (start === header || isBelowGap(rows, start)) return start
  return isBelowGap(rows, header) ? header : header - 1
}

const noRow: RawRow = { number: 0, cells: [] }

/** The tables that stand one below the other, each under headings of its own; none where there are no headings that we know. */
const spansOf = ({ rows }: RawSheet): readonly Span[] => {
  const first = rows.slice(0, searchedRows).findIndex((row, index) => isHeadings(row) && !isAboveHeadings(rows, index))
  if (first < 0) return []
  const headers = [first]
  for (let index = first + 2; index < rows.length - 1; index += 1) {
    const [row, above, last] = [rows[index], rows[index - 1], rows[headers.at(-1) ?? first]]
    // Only what stands apart is looked at: a list of a region has no such row.
    if (!row || !above || !last || !(isBelowGap(rows, index) || isLone(above))) continue
    if (isHeadings(row, isTitle(above)) && isKnownHeading(cellText(row.cells.find(hasContent))) && headingsOf(row) !== headingsOf(last) && !isBelowGap(rows, index + 1)) headers.push(index)
  }
  const starts = headers.map((header, index) => (index === 0 ? 0 : startOf(rows, header)))
  return headers.map((header, index) => ({ start: starts[index] ?? 0, header, end: starts[index + 1] ?? rows.length }))
}

/** Of what stands beside each other: which columns are one table's. */
type Columns = { readonly from: number; readonly to: number }

/** How many rows from the first one on hold something there; null where filled rows come after an empty one. */
const lengthOf = (rows: readonly RawRow[], { from, to }: Columns): number | null => {
  const filled = rows.map(({ cells }) => cells.slice(from, to).some(hasContent))
  const length = filled.indexOf(false)
  if (length < 0) return rows.length
  return filled.includes(true, length) ? null : length
}

/** A table of its own has two headings at least, and a first column that says what each row is. */
const isTable = (header: RawRow, rows: readonly RawRow[], { from, to }: Columns): boolean => {
  const headings = header.cells.slice(from, to).filter(hasContent)
  const keys = rows.map(({ cells }) => cellText(cells[from]))
  return headings.length >= 2 && headings.every((cell) => typeof cell === 'string') && keys.every((key) => key !== '') && new Set(keys).size === keys.length
}

const leastRows = 2

/** Whether a heading says what each row is. */
const isKeyHeading = (text: string): boolean =>
  ['name', 'id'].includes(fieldByHeading.items.get(text) ?? '') || fieldByHeading.dependencies.get(text) === 'from' || kindOfHeading(text) !== undefined || kindOfIdHeading(text) !== undefined

/** A list of items by its first heading, or something else, such as what codes mean; not more about the items on the left. */
const isOnItsOwn = (header: RawRow, { from, to }: Columns): boolean =>
  isKeyHeading(cellText(header.cells[from])) || !header.cells.slice(from, to).some((cell) => fieldByHeading.items.get(cellText(cell)) !== undefined)

/** Whether both sides say what each row is by the same heading. */
const sharesHeading = (header: RawRow, sides: readonly Columns[]): boolean => {
  const [left, right] = sides.map(({ from, to }) => new Set(header.cells.slice(from, to).map(cellText).filter((text) => text !== '' && isKeyHeading(text)).map(fold)))
  return [...(left ?? [])].some((text) => right?.has(text))
}

/**
 * The tables that stand beside each other with an empty column between, where one of them is longer than the other, or both have
 * the same heading: what stands in one row there says nothing of each other. Otherwise an empty column is one of the looks of a list.
 */
const beside = (header: RawRow, below: readonly RawRow[]): readonly Columns[] => {
  const width = [header, ...below].reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const whole: Columns = { from: 0, to: width }
  const empty = header.cells.findIndex((cell, column) => column > 0 && !hasContent(cell) && hasContent(header.cells[column - 1]))
  if (empty < 0 || below.some(({ cells }) => hasContent(cells[empty]))) return [whole]
  const next = header.cells.findIndex((cell, column) => column > empty && hasContent(cell))
  if (next < 0) return [whole]
  const sides: readonly Columns[] = [{ from: header.cells.findIndex(hasContent), to: empty }, { from: next, to: width }]
  const lengths = sides.map((side) => lengthOf(below, side))
  const [left, right] = lengths
  if (left === null || right === null || left === undefined || right === undefined || (left === right && !sharesHeading(header, sides))) return [whole]
  const areTables = Math.min(left, right) >= leastRows && sides.slice(1).every((side) => isOnItsOwn(header, side)) && sides.every((side, index) => isTable(header, below.slice(0, lengths[index] ?? 0), side))
  return areTables ? [{ from: 0, to: empty }, { from: next, to: width }] : [whole]
}

const within = ({ number, cells }: RawRow, { from, to }: Columns): readonly RawRow[] => {
  const own = cells.slice(0, to).map((cell, column) => (column < from ? null : cell))
  while (own.length > 0 && !hasContent(own.at(-1))) own.pop()
  return own.length === 0 ? [] : [{ number, cells: own }]
}

type Piece = { readonly header: RawRow; readonly rows: readonly RawRow[]; readonly columns: Columns; readonly title: string | undefined }

const piecesOf = (sheet: RawSheet): readonly Piece[] =>
  spansOf(sheet).flatMap(({ start, header: headerIndex, end }): readonly Piece[] => {
    const header = sheet.rows[headerIndex]
    if (!header) return []
    const sides = beside(header, sheet.rows.slice(headerIndex + 1, end))
    return sides.map((columns): Piece => {
      const rows = sheet.rows.slice(start, end)
      const own = sides.length === 1 ? rows : rows.flatMap((row) => within(row, columns))
      const titles = own.filter((row) => row.number < header.number && isLone(row)).map(({ cells }) => cellText(cells.find(hasContent)))
      return { header, rows: own, columns, title: titles.findLast((text) => text.length <= longestTitle) }
    })
  })

/** The first keeps the name of the sheet, so that it is known again where another is added. */
const nameOf = (sheet: RawSheet, { header, columns, title }: Piece, index: number, taken: Set<string>): string => {
  const place = cellName(header.number, Math.max(columns.from, header.cells.findIndex(hasContent)))
  const wanted = index === 0 ? sheet.name : `${sheet.name} (${title ?? place})`
  const name = taken.has(wanted) && index > 0 ? `${sheet.name} (${place})` : wanted
  taken.add(name)
  return name
}

const apart = (sheet: RawSheet): readonly RawSheet[] => {
  if (isRestSheet(sheet.name)) return [sheet]
  const pieces = piecesOf(sheet)
  if (pieces.length < 2) return [sheet]
  const taken = new Set<string>()
  return pieces.map((piece, index): RawSheet => {
    const numbers = new Set(piece.rows.map(({ number }) => number))
    const { from, to } = piece.columns
    const formulas = sheet.formulas.filter(({ row, column }) => numbers.has(row) && column >= from && column < to)
    return {
      ...sheet, name: nameOf(sheet, piece, index, taken), partOf: sheet.name, rows: piece.rows, formulas,
      declaredRows: piece.rows.length, ...(piece.title !== undefined && { title: piece.title }),
    }
  })
}

/**
 * The workbook with every table of a sheet on a sheet of its own, which are named after it: those one below the other under
 * different headings, and those beside each other that differ in length. Cells keep their places. A workbook that we wrote
 * has one table on each, whatever they look like.
 */
export const tablesApart = (raw: RawWorkbook): RawWorkbook =>
  (raw.sheets.some(isDerivedSheet) ? raw : { ...raw, sheets: raw.sheets.flatMap(apart) })
