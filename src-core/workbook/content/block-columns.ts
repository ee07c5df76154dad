import { cellText } from '../cell-text'
import type { TableRole } from '../headings'
import { linkByField } from '../link-fields'
import type { RawRow } from '../raw-workbook'
import type { ColumnReading } from '../sheet-reading'
import { isTotalRow } from '../total-row'

/** Fewer blanks than this are more likely forgotten than meant. */
const leastBlank = 2
const leastShare = 1 / 3
/** What is longer is a remark about its row. */
const longestLabel = 40

/** What many items have in common, so that people write it once above them. */
const common: ReadonlySet<string> = new Set([
  'organisation', 'site', 'serviceArea', 'environment', 'owner', 'team', 'supplier', 'kind', 'moveGroup', 'wave', ...linkByField.keys(),
])

const textsOf = (rows: readonly RawRow[], { column }: ColumnReading): readonly string[] => rows.map((row) => cellText(row.cells[column]))

/** Most sheets have none, and are looked at no further. */
const hasBlanks = (rows: readonly RawRow[], { column }: ColumnReading): boolean => {
  let blank = 0
  for (const { cells } of rows) {
    const cell = cells[column] ?? null
    if (cell !== null && cell !== '') continue
    blank += 1
    if (blank >= leastBlank) return true
  }
  return false
}

/** A good part of the rows is blank, and the first is not. */
const leavesRowsBlank = (texts: readonly string[]): boolean => {
  if (texts[0] === undefined || texts[0] === '') return false
  const blank = texts.filter((text) => text === '').length
  return blank >= leastBlank && blank >= texts.length * leastShare
}

/**
 * Each block says something else than the one above it, within the same outer block. What is merely filled in here and there
 * repeats itself. `outer`: by row, which outer block it is in.
 */
const namesBlocks = (texts: readonly string[], outer: readonly number[]): boolean => {
  const filled = texts.flatMap((text, row) => (text === '' ? [] : [`${outer[row] ?? 0} ${text}`]))
  return new Set(filled).size * 2 >= filled.length
    && filled.every((text, index) => text !== filled[index - 1])
    && texts.reduce((sum, text) => sum + text.length, 0) <= filled.length * longestLabel
}

/** By row, in which block it is, where a block begins on every filled row. */
const blocksOf = (texts: readonly string[], outer: readonly number[]): readonly number[] => {
  let block = 0
  return texts.map((text, row) => (text === '' && outer[row] === outer[row - 1] ? block : (block += 1)))
}

const keyOf = (columns: readonly ColumnReading[], role: TableRole): readonly ColumnReading[] => {
  const of = (...fields: readonly string[]): readonly ColumnReading[] => columns.filter(({ field }) => field !== null && fields.includes(field))
  if (role === 'items') return of('id', 'name')
  // Whichever end stands first is what the other rows of the block have in common.
  return role === 'dependencies' ? [...of('from', 'to')].sort((a, b) => a.column - b.column).slice(0, 1) : []
}

/** Columns left of the key that hold what the items below them have in common. */
const outerColumns = (columns: readonly ColumnReading[], key: readonly ColumnReading[]): readonly ColumnReading[] => {
  const first = Math.min(...key.map(({ column }) => column))
  return columns.filter(({ column, field, heading }) => column < first && (field === null ? heading !== '' : common.has(field)))
}

/**
 * The columns with `repeats` where blank cells mean what stands above them: a key that stands only on the first row of its
 * block, and what stands so to its left. `below`: all rows below the headings. What somebody has said of a column stays.
 */
export const withBlocks = (below: readonly RawRow[], columns: readonly ColumnReading[], role: TableRole): readonly ColumnReading[] => {
  const key = keyOf(columns, role)
  if (key.length === 0) return columns
  const outermost = role === 'items' ? outerColumns(columns, key) : []
  if (![...key, ...outermost].some((column) => hasBlanks(below, column))) return columns
  const rows = below.filter((row) => row.cells.some((cell) => cellText(cell) !== '') && !isTotalRow(row))
  const isBlankKey = rows.map((row) => (key.every(({ column }) => cellText(row.cells[column]) === '') ? '' : 'key'))
  const repeated = new Set<ColumnReading>(leavesRowsBlank(isBlankKey) ? key : [])
  let outer: readonly number[] = []
  for (const column of outermost) {
    const texts = textsOf(rows, column)
    if (!leavesRowsBlank(texts) || !namesBlocks(texts, outer)) continue
    repeated.add(column)
    outer = blocksOf(texts, outer)
  }
  if (repeated.size === 0) return columns
  return columns.map((column) => (repeated.has(column) && column.repeats === undefined ? { ...column, repeats: true } : column))
}

/**
 * Columns that name other items right of the key, with how many of their cells are blank as in blocks: whether these mean what
 * stands above them, nobody can know. `below`: all rows below the headings.
 */
export const mayBeBlocks = (
  below: readonly RawRow[], columns: readonly ColumnReading[], role: TableRole,
): readonly { readonly column: ColumnReading; readonly blank: number }[] => {
  const key = role === 'items' ? keyOf(columns, role) : []
  const last = Math.max(...key.map(({ column }) => column))
  return columns.flatMap((column) => {
    const isOpen = key.length > 0 && column.column > last && column.repeats === undefined && linkByField.has(column.field ?? '')
    if (!isOpen || !hasBlanks(below, column)) return []
    const texts = textsOf(below.filter((row) => key.some((one) => cellText(row.cells[one.column]) !== '') && !isTotalRow(row)), column)
    return leavesRowsBlank(texts) && namesBlocks(texts, []) ? [{ column, blank: texts.filter((text) => text === '').length }] : []
  })
}
