import type { DependencyType } from '../estate/dependency'
import type { IsoDate, ItemKind } from '../estate/item'
import { cellText } from './cell-text'
import { withBlocks } from './content/block-columns'
import { columnsByContent } from './content/columns-by-content'
import type { KnownNames } from './content/known-names'
import { fold } from './fold'
import type { TableRole } from './headings'
import { confidenceOf, matchColumns } from './match-columns'
import type { RawRow, RawSheet } from './raw-workbook'
import { isOfSeveralColumns } from './role-fields'
import type { ColumnReading, SheetReading } from './sheet-reading'

/** Version of what is kept of mappings on a laptop. */
export const mappingsVersion = 1

/** How a planner had a sheet read, kept for sheets with the same headings. */
export type RememberedMapping = {
  /** Folded, without blanks, sorted: the order of columns may differ next time. */
  readonly headings: readonly string[]
  readonly role: TableRole | 'kept'
  readonly kind: ItemKind | null
  readonly preset: string | null
  /** By folded heading; null: kept as an extra field. A heading that stands twice is here once. */
  readonly fields: readonly (readonly [heading: string, field: string | null])[]
  /** By folded heading, where it was said: whether blank cells mean what stands above them. */
  readonly repeats?: readonly (readonly [heading: string, repeats: boolean])[]
  /** What every row of dependencies is. */
  readonly type?: DependencyType
  readonly usedOn: IsoDate
}

/** Headings stand near the top; nobody puts more titles above them. */
const searchedRows = 40
/** A single heading is in too many sheets to say anything. */
const leastHeadings = 2

const headingsOf = (cells: readonly string[]): readonly string[] =>
  [...new Set(cells.map(fold).filter((heading) => heading !== ''))].sort()

/** What is worth remembering of a reading that the planner has corrected; null where it has no headings to be known by. */
export const rememberedMapping = (reading: SheetReading, usedOn: IsoDate): RememberedMapping | null => {
  const headings = headingsOf(reading.columns.map((column) => column.heading))
  if (headings.length < leastHeadings || reading.role === 'empty') return null
  const fields = new Map<string, string | null>()
  for (const { heading, field } of reading.columns) {
    const key = fold(heading)
    if (key !== '' && (!fields.has(key) || fields.get(key) === null)) fields.set(key, field)
  }
  const repeats = new Map(reading.columns.flatMap((one) => (one.heading === '' || one.repeats === undefined ? [] : [[fold(one.heading), one.repeats] as const])))
  const { role, kind, preset } = reading
  return { headings, role, kind, preset, fields: [...fields], ...(repeats.size > 0 && { repeats: [...repeats] }), ...(reading.type && { type: reading.type }), usedOn }
}

/** The reading that was chosen for these headings before, wherever they stand in the sheet; null where they are new. */
export const recalledReading = (sheet: RawSheet, remembered: readonly RememberedMapping[]): SheetReading | null => {
  if (remembered.length === 0) return null
  const byHeadings = new Map(remembered.map((mapping) => [mapping.headings.join('\n'), mapping]))
  for (const row of sheet.rows.slice(0, searchedRows)) {
    const mapping = byHeadings.get(headingsOf(row.cells.map(cellText)).join('\n'))
    if (mapping) return inBlocks(sheet, readingBy(mapping, row))
  }
  return null
}

const inBlocks = (sheet: RawSheet, reading: SheetReading): SheetReading => {
  if (reading.role === 'kept' || reading.role === 'empty') return reading
  const below = sheet.rows.filter((row) => row.number > (reading.headerRow ?? 0))
  return { ...reading, columns: withBlocks(below, reading.columns, reading.role) }
}

const readingBy = (mapping: RememberedMapping, row: RawRow): SheetReading => {
  const fields = new Map(mapping.fields)
  const repeatsByHeading = new Map(mapping.repeats)
  const taken = new Set<string>()
  const columns = row.cells.map((cell, column): ColumnReading => {
    const heading = cellText(cell)
    const repeats = repeatsByHeading.get(fold(heading))
    const said = { heading, column, reason: 'planner', ...(repeats !== undefined && { repeats, repeatsSaid: true as const }) } as const
    const field = fields.get(fold(heading)) ?? null
    if (field === null || (taken.has(field) && !isOfSeveralColumns(field))) return { ...said, field: null, confidence: 0 }
    taken.add(field)
    return { ...said, field, confidence: 1 }
  })
  const { role, kind, preset, type } = mapping
  return { role, kind, headerRow: row.number, columns, preset, ...(type && { type }), confidence: 1 }
}

/** Adds mappings to those remembered, the newest last; the same headings replace what was known, and the oldest go. */
export const withRemembered = (
  known: readonly RememberedMapping[], fresh: readonly RememberedMapping[], most = 200,
): readonly RememberedMapping[] => {
  const replaced = new Set(fresh.map((mapping) => mapping.headings.join('\n')))
  return [...known.filter((mapping) => !replaced.has(mapping.headings.join('\n'))), ...fresh].slice(-most)
}

/** What the planner sees of a sheet, for what its headings do not say: the rows below them, and what the workbook lists. */
export type SheetContent = { readonly rows: readonly RawRow[]; readonly names: KnownNames }

/** A reading with another role: its columns are matched anew by the headings of `row`, then by what stands below. */
export const readingAs = (
  role: SheetReading['role'], kind: ItemKind | null, row: RawRow | undefined, content?: SheetContent,
): SheetReading => {
  const bare = { kind: null, headerRow: null, columns: [], preset: null, confidence: 1 }
  if (role === 'kept' || role === 'empty') return { ...bare, role }
  const ofKind = role === 'items' ? kind : null
  const byHeading = row ? matchColumns(row, role, ofKind, null) : []
  if (!content) return { ...bare, role, kind: ofKind, headerRow: row?.number ?? null, columns: byHeading }
  const below = content.rows.filter((one) => !row || one.number > row.number)
  const columns = withBlocks(below, columnsByContent(below, byHeading, { role, kind: ofKind, names: content.names }), role)
  return { ...bare, role, kind: ofKind, headerRow: row?.number ?? null, columns }
}

/** A guess about the blank cells of a column that has another field by now holds no longer. */
const withoutGuess = (column: ColumnReading): ColumnReading => {
  const { repeats, ...bare } = column
  return repeats === undefined || column.repeatsSaid ? column : bare
}

/**
 * The reading with one column as the planner says; a field that another column had is taken from that. `below`: the rows below
 * the headings, by which blank cells are guessed to mean what stands above them, as where the headings say what the planner
 * says. What was said of blank cells stays.
 */
export const withColumn = (reading: SheetReading, column: number, field: string | null, below: readonly RawRow[] = []): SheetReading => {
  const columns = reading.columns.map((one): ColumnReading => {
    if (one.column === column) return withoutGuess({ ...one, field, confidence: field === null ? 0 : confidenceOf.planner, reason: 'planner' })
    return field !== null && one.field === field && !isOfSeveralColumns(field) ? withoutGuess({ ...one, field: null, confidence: 0, reason: 'planner' }) : one
  })
  const { role, preset } = reading
  // A known export says itself what its blank cells mean.
  return { ...reading, columns: role === 'kept' || role === 'empty' || preset !== null ? columns : withBlocks(below, columns, role) }
}

/** The reading with what the planner says of a column's blank cells: whether they mean what stands above them. */
export const withRepeats = (reading: SheetReading, column: number, repeats: boolean): SheetReading => ({
  ...reading, columns: reading.columns.map((one) => (one.column === column ? { ...one, repeats, repeatsSaid: true } : one)),
})

/** The row that most looks like headings where none was recognised: the first of those with the most texts among the top rows. */
export const likelyHeaderRow = (rows: readonly RawRow[]): RawRow | undefined => {
  const texts = (row: RawRow): number => row.cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length
  return rows.slice(0, searchedRows).reduce<RawRow | undefined>((best, row) => (!best || texts(row) > texts(best) ? row : best), undefined)
}
