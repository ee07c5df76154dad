import type { ItemKind } from '../estate/item'
import { cellText } from './cell-text'
import { fold } from './fold'
import {
  dependencyHeadings, fieldByHeading, freezeHeadings, itemHeadings, ruleHeadings, waveHeadings, type TableRole,
} from './headings'
import type { SheetColumn } from './imported-workbook'
import { isHousekeeping, presetsFor, type Preset } from './presets'
import type { RawRow, RawSheet } from './raw-workbook'
import { isRestSheet, sheetMeaning, type SheetMeaning } from './sheet-names'
import type { WordTable } from './words'

/** How the rows of a sheet are to be read. */
export type SheetLayout = {
  readonly role: TableRole
  readonly kind: ItemKind | null
  readonly preset: Preset | null
  /** Index into the sheet's rows of the headings. */
  readonly headerIndex: number
  readonly columns: readonly SheetColumn[]
}

export type Recognised =
  | { readonly type: 'table'; readonly layouts: readonly SheetLayout[] }
  | { readonly type: 'kept' }
  | { readonly type: 'empty' }
  /** Its name says what it is, but no row holds the headings that this needs. */
  | { readonly type: 'missing-heading'; readonly role: TableRole }

/** Titles, logos and legends stand above the headings; nobody puts more than this there. */
const searchedRows = 40

const canonical: Readonly<Record<TableRole, WordTable<string>>> = {
  items: itemHeadings, dependencies: dependencyHeadings, waves: waveHeadings, rules: ruleHeadings, 'freeze-windows': freezeHeadings,
}
const canonicalFields: ReadonlyMap<TableRole, ReadonlyMap<string, string>> = new Map(
  (Object.entries(canonical) as [TableRole, WordTable<string>][]).map(([role, table]) => [
    role, new Map(Object.entries(table).flatMap(([field, words]) => [[fold(words.en), field], [fold(words.nb), field]] as const)),
  ]),
)

/** Which field each column holds: canonical headings first, then synonyms; each field once, the rest are extra. */
export const matchColumns = (
  row: RawRow, role: TableRole, kind: ItemKind | null, preset: Preset | null,
): readonly SheetColumn[] => {
  const headings = row.cells.map((cell) => cellText(cell))
  const fields: (string | null)[] = headings.map(() => null)
  const taken = new Set<string>()
  const pass = (fieldOf: (heading: string) => string | undefined): void => {
    headings.forEach((heading, column) => {
      const field = fields[column] || heading === '' ? undefined : fieldOf(heading)
      if (field === undefined || taken.has(field)) return
      fields[column] = field
      taken.add(field)
    })
  }
  const presetFields = new Map(preset?.columns)
  pass((heading) => presetFields.get(fold(heading)))
  pass((heading) => canonicalFields.get(role)?.get(fold(heading)))
  // On a sheet of applications a column Type is a word of theirs, not the kind of item.
  const synonym = (heading: string): string | undefined => fieldByHeading[role].get(heading)
  pass((heading) => (role === 'items' && kind !== null && synonym(heading) === 'kind' ? undefined : synonym(heading)))
  return headings.map((heading, column) => ({ heading, column, field: fields[column] ?? null }))
}

const fieldSet = (columns: readonly SheetColumn[]): ReadonlySet<string> =>
  new Set(columns.flatMap((column) => column.field ?? []))

/** Whether a row of headings is enough to read a sheet whose name says its role, or (`unnamed`) to take it for that role. */
const suffices = (role: TableRole, fields: ReadonlySet<string>, unnamed: boolean): boolean => {
  switch (role) {
    case 'items': {
      if (!unnamed) return fields.has('name') || fields.has('id')
      const telling = [...fields].filter((field) => !['name', 'notes', 'status', 'owner'].includes(field))
      return fields.has('name') && (fields.has('id') || fields.has('kind') || telling.length >= 2)
    }
    case 'dependencies': return fields.has('from') && fields.has('to')
    case 'waves': return fields.has('number') && (!unnamed || (fields.has('start') && fields.has('end')))
    case 'rules': return fields.has('type') && (!unnamed || (fields.has('items') && fields.size >= 4))
    case 'freeze-windows': return fields.has('start') && fields.has('end') && (!unnamed || fields.size >= 3)
  }
}

const unnamedOrder: readonly TableRole[] = ['waves', 'dependencies', 'rules', 'items']

/** The layouts that a row gives as headings, with how many of its columns they understand. */
const layoutsOfRow = (
  row: RawRow, headerIndex: number, meaning: SheetMeaning | undefined,
): { layouts: readonly SheetLayout[]; score: number } | null => {
  const folded = new Set(row.cells.map((cell) => fold(cellText(cell))))
  const isOwn = folded.has('id') && (folded.has('name') || folded.has('navn'))
  const layout = (role: TableRole, kind: ItemKind | null, preset: Preset | null): SheetLayout =>
    ({ role, kind, preset, headerIndex, columns: matchColumns(row, role, kind, preset) })
  const presets = isOwn || (meaning && meaning.role !== 'items') ? [] : presetsFor(folded)
  if (presets.length > 0) {
    const layouts = presets.map((preset) => layout(preset.role, preset.kind, preset))
    return { layouts, score: Math.max(...layouts.map((one) => fieldSet(one.columns).size)) }
  }
  const roles = meaning ? [meaning.role] : unnamedOrder
  for (const role of roles) {
    const one = layout(role, meaning?.kind ?? null, null)
    const fields = fieldSet(one.columns)
    if (suffices(role, fields, !meaning)) return { layouts: [one], score: fields.size }
  }
  return null
}

/** What a sheet holds, by its name and its headings, wherever these stand. */
export const recogniseSheet = (sheet: RawSheet): Recognised => {
  if (sheet.rows.length === 0) return { type: 'empty' }
  if (isRestSheet(sheet.name) || isHousekeeping(sheet.name)) return { type: 'kept' }
  const meaning = sheetMeaning(sheet.name)
  let best: { layouts: readonly SheetLayout[]; score: number } | null = null
  const last = Math.min(sheet.rows.length, searchedRows)
  for (const asked of meaning ? [meaning, undefined] : [undefined]) {
    for (let index = 0; index < last && !best; index += 1) {
      const row = sheet.rows[index]
      const found = row && layoutsOfRow(row, index, asked)
      if (found) best = betterBelow(sheet, index, last, asked, found)
    }
  }
  if (best) return { type: 'table', layouts: best.layouts }
  return meaning ? { type: 'missing-heading', role: meaning.role } : { type: 'kept' }
}

type Found = { layouts: readonly SheetLayout[]; score: number }

/** A legend may look like headings: a row soon below that understands more columns is the better one. */
const betterBelow = (
  sheet: RawSheet, from: number, last: number, meaning: SheetMeaning | undefined, first: Found,
): Found => {
  let best = first
  for (let index = from + 1; index < Math.min(last, from + 12); index += 1) {
    const row = sheet.rows[index]
    const found = row && layoutsOfRow(row, index, meaning)
    if (found && found.score > best.score) best = found
  }
  return best
}
