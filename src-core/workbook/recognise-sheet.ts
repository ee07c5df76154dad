import type { DependencyType } from '../estate/dependency'
import type { ItemKind } from '../estate/item'
import { cellText } from './cell-text'
import { fold } from './fold'
import type { TableRole } from './headings'
import type { SheetColumn } from './imported-workbook'
import { matchColumns } from './match-columns'
import { builtInPresets } from './presets/built-in-presets'
import { findPreset, isHousekeeping } from './presets/find-preset'
import type { Preset, PresetTable } from './presets/preset'
import type { RawRow, RawSheet } from './raw-workbook'
import { isRestSheet, sheetMeaning, type SheetMeaning } from './sheet-names'
import type { ColumnReading, SheetReading } from './sheet-reading'

/** One kind of record of a known export, with what is known of the export. */
export type LayoutPreset = PresetTable & Pick<Preset, 'id' | 'name' | 'source'>

/** How the rows of a sheet are to be read. */
export type SheetLayout = {
  readonly role: TableRole
  readonly kind: ItemKind | null
  readonly preset: LayoutPreset | null
  /** Index into the sheet's rows of the headings. */
  readonly headerIndex: number
  readonly columns: readonly SheetColumn[]
  /** What every row of dependencies is, where no column says so. */
  readonly type?: DependencyType
}

/** A layout as it was found, with how sure each column is. */
export type FoundLayout = Omit<SheetLayout, 'columns'> & { readonly columns: readonly ColumnReading[] }

export type Recognised =
  /** `byContent`: its headings did not say so, or (`headed`) no more than what a column names. */
  | { readonly type: 'table'; readonly layouts: readonly FoundLayout[]; readonly byContent?: true | 'headed' }
  /** `housekeeping`: part of a known export, and known to hold nothing to plan. `turned`: its headings stand below each other. */
  | { readonly type: 'kept'; readonly housekeeping?: true; readonly turned?: string }
  | { readonly type: 'empty' }
  /** Its name says what it is, but no row holds the headings that this needs. */
  | { readonly type: 'missing-heading'; readonly role: TableRole }

/** Titles, logos and legends stand above the headings; nobody puts more than this there. */
const searchedRows = 40

const fieldSet = (columns: readonly SheetColumn[]): ReadonlySet<string> =>
  new Set(columns.flatMap((column) => column.field ?? []))

/** Whether a row of headings is enough to read a sheet whose name says its role, or (`unnamed`) to take it for that role. */
const suffices = (role: TableRole, fields: ReadonlySet<string>, unnamed: boolean): boolean => {
  switch (role) {
    case 'items': {
      if (!unnamed) return fields.has('name') || fields.has('id')
      const telling = [...fields].filter((field) => !['name', 'notes', 'status'].includes(field))
      return fields.has('name') && (fields.has('id') || fields.has('kind') || telling.length >= 2)
    }
    case 'dependencies': return fields.has('from') && fields.has('to')
    case 'waves': return fields.has('number') && (!unnamed || (fields.has('start') && fields.has('end')))
    case 'rules': return fields.has('type') && (!unnamed || (fields.has('items') && fields.size >= 4))
    case 'freeze-windows': return fields.has('start') && fields.has('end') && (!unnamed || fields.size >= 3)
  }
}

const unnamedOrder: readonly TableRole[] = ['waves', 'dependencies', 'rules', 'items']

type Found = { readonly layouts: readonly FoundLayout[]; readonly score: number }

const presetLayouts = (preset: Preset, row: RawRow, headerIndex: number): readonly FoundLayout[] =>
  preset.tables.map((table): FoundLayout => {
    const kind = table.kind ?? null
    const repeats = (heading: string): boolean => table.fillDown?.includes(fold(heading)) === true
    const columns = matchColumns(row, table.role, kind, table).map((column) => (repeats(column.heading) ? { ...column, repeats: true } : column))
    const { id, name, source } = preset
    return { role: table.role, kind, preset: { ...table, id, name, ...(source !== undefined && { source }) }, headerIndex, columns }
  })

const foldedHeadings = (row: RawRow): ReadonlySet<string> => new Set(row.cells.map((cell) => fold(cellText(cell))))

type Asked = { readonly sheet: RawSheet; readonly meaning: SheetMeaning | undefined; readonly presets: readonly Preset[] }

/** The layouts that a row gives as headings, with how many of its columns they understand. */
const layoutsOfRow = (row: RawRow, headerIndex: number, { sheet, meaning, presets }: Asked): Found | null => {
  const mayBeForeign = !meaning || meaning.role === 'items'
  const preset = mayBeForeign ? findPreset(presets, sheet.name, foldedHeadings(row)) : null
  if (preset) {
    const layouts = presetLayouts(preset, row, headerIndex)
    return { layouts, score: Math.max(...layouts.map((one) => fieldSet(one.columns).size)) }
  }
  for (const role of meaning ? [meaning.role] : unnamedOrder) {
    const kind = meaning?.kind ?? null
    const columns = matchColumns(row, role, kind, null)
    const fields = fieldSet(columns)
    if (suffices(role, fields, !meaning)) return { layouts: [{ role, kind, preset: null, headerIndex, columns }], score: fields.size }
  }
  return null
}

/** A legend may look like headings: a row soon below that understands more columns is the better one, except to a known export. */
const betterBelow = (asked: Asked, from: number, last: number, first: Found): Found => {
  if (first.layouts.some((layout) => layout.preset)) return first
  let best = first
  for (let index = from + 1; index < Math.min(last, from + 12); index += 1) {
    const row = asked.sheet.rows[index]
    const found = row && layoutsOfRow(row, index, asked)
    if (found && found.score > best.score) best = found
  }
  return best
}

const findLayouts = (sheet: RawSheet, presets: readonly Preset[]): readonly FoundLayout[] | null => {
  const meaning = sheetMeaning(sheet)
  const last = Math.min(sheet.rows.length, searchedRows)
  for (const asked of meaning ? [meaning, undefined] : [undefined]) {
    for (let index = 0; index < last; index += 1) {
      const row = sheet.rows[index]
      const question = { sheet, meaning: asked, presets }
      const found = row && layoutsOfRow(row, index, question)
      if (found) return betterBelow(question, index, last, found).layouts
    }
  }
  return null
}

/** What a sheet holds, by its name and its headings, wherever these stand. `presets`: the known exports, the first that fits. */
export const recogniseSheet = (sheet: RawSheet, presets: readonly Preset[] = builtInPresets): Recognised => {
  if (sheet.rows.length === 0) return { type: 'empty' }
  if (isRestSheet(sheet.name)) return { type: 'kept' }
  if (isHousekeeping(sheet.name)) return { type: 'kept', housekeeping: true }
  const layouts = findLayouts(sheet, presets)
  if (layouts) return { type: 'table', layouts }
  const meaning = sheetMeaning(sheet)
  return meaning ? { type: 'missing-heading', role: meaning.role } : { type: 'kept' }
}

const bare = (role: 'kept' | 'empty', confidence: number): SheetReading =>
  ({ role, kind: null, headerRow: null, columns: [], preset: null, confidence })

/**
 * What was recognised, as something that a planner can look at and correct: each column with its field, how sure that
 * is and why. A sheet of several kinds of records shows the columns of all of them.
 */
export const readingOfSheet = (sheet: RawSheet, recognised: Recognised = recogniseSheet(sheet)): SheetReading => {
  if (recognised.type === 'empty') return bare('empty', 1)
  if (recognised.type === 'kept') return bare('kept', recognised.housekeeping ? 1 : 0.5)
  if (recognised.type === 'missing-heading') return bare('kept', 0.2)
  const [first, ...others] = recognised.layouts
  if (!first) return bare('kept', 0)
  const columns = first.columns.map((column, index) =>
    column.field === null ? others.map((one) => one.columns[index]).find((one) => one?.field) ?? column : column)
  return {
    role: first.role, kind: first.kind, headerRow: sheet.rows[first.headerIndex]?.number ?? null, columns,
    preset: first.preset?.id ?? null, ...(first.type && { type: first.type }), confidence: recognised.byContent ? 0.6 : first.preset || sheetMeaning(sheet) ? 1 : 0.8,
  }
}

const headerIndexOf = (sheet: RawSheet, headerRow: number | null): number =>
  headerRow === null ? -1 : sheet.rows.findIndex((row) => row.number === headerRow)

/**
 * What the rows of a sheet are read by, after a planner has looked at the reading: none where the role is kept or empty. A
 * reading that still names its preset keeps the preset's kinds of records, links and facts; of its columns, those whose
 * `reason` is `planner` are read as the planner says.
 */
export const layoutsOfReading = (
  sheet: RawSheet, reading: SheetReading, presets: readonly Preset[] = builtInPresets,
): readonly SheetLayout[] => {
  const { role, kind, columns } = reading
  if (role === 'kept' || role === 'empty') return []
  const headerIndex = headerIndexOf(sheet, reading.headerRow)
  const row = sheet.rows[headerIndex]
  const preset = presets.find((one) => one.id === reading.preset)
  if (!preset || !row || !preset.tables.some((table) => table.role === role)) {
    return [{ role, kind, preset: null, headerIndex, columns, ...(reading.type && { type: reading.type }) }]
  }
  return presetLayouts(preset, row, headerIndex).map((layout): SheetLayout =>
    (layout.role === role ? { ...layout, kind: kind ?? layout.kind, columns: corrected(layout.columns, columns) } : layout))
}

const corrected = (found: readonly SheetColumn[], said: readonly ColumnReading[]): readonly SheetColumn[] => {
  const saidByColumn = new Map(said.filter((one) => one.reason === 'planner').map((one) => [one.column, one.field]))
  const repeatsByColumn = new Map(said.flatMap(({ column, repeats }) => (repeats === undefined ? [] : [[column, repeats] as const])))
  const taken = new Set(saidByColumn.values())
  return found.map((one) => {
    const repeats = repeatsByColumn.get(one.column)
    const column = repeats === undefined ? one : { ...one, repeats }
    if (saidByColumn.has(column.column)) return { ...column, field: saidByColumn.get(column.column) ?? null }
    return column.field !== null && taken.has(column.field) ? { ...column, field: null } : column
  })
}
