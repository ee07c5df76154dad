import type { ExtraField, ItemKind } from '../estate/item'
import type { ImportedWorkbook, SheetReport } from './imported-workbook'
import type { TableRole } from './headings'

/** Which columns an import has: a blank cell in one of them clears a field, a missing column says nothing about it. */
export type ProvidedFields = { readonly fields: ReadonlySet<string>; readonly headings: ReadonlySet<string> }

const ofSheets = (sheets: readonly SheetReport[]): ProvidedFields => {
  const columns = sheets.flatMap((sheet) => sheet.columns)
  return {
    fields: new Set(columns.flatMap((column) => column.field ?? [])),
    headings: new Set(columns.flatMap((column) => (column.field === null ? column.heading : []))),
  }
}

const sheetsOf = (imported: ImportedWorkbook, role: TableRole): readonly SheetReport[] =>
  imported.sheets.filter((sheet) => sheet.role === role)

/** The columns of the sheets that items of a kind can come from. */
export const providedForKind = (imported: ImportedWorkbook): ((kind: ItemKind) => ProvidedFields) => {
  const known = new Map<ItemKind, ProvidedFields>()
  return (kind) => {
    const provided = known.get(kind)
      ?? ofSheets(sheetsOf(imported, 'items').filter((sheet) => sheet.kind === null || sheet.kind === kind))
    known.set(kind, provided)
    return provided
  }
}

export const providedForDependencies = (imported: ImportedWorkbook): ProvidedFields | null => {
  const sheets = sheetsOf(imported, 'dependencies')
  return sheets.length > 0 ? ofSheets(sheets) : null
}

type WithExtra = { readonly extra?: readonly ExtraField[] }

/** What a reader fills in where the column is missing: no reason to change what was known. */
const assumed: ReadonlySet<string> = new Set(['type', 'strength', 'order'])

/** The imported row, with the fields of the open one for which the import has no column. */
export const overRow = <Row extends WithExtra>(before: Row, after: Row, provided: ProvidedFields): Row => {
  const keptFields = Object.entries(before).filter(
    ([field]) => field !== 'extra' && !provided.fields.has(field) && (assumed.has(field) || !Object.hasOwn(after, field)),
  )
  const keptExtra = (before.extra ?? []).filter(
    ([heading]) => !provided.headings.has(heading) && !heading.endsWith('(as written)'),
  )
  const extra = [...(after.extra ?? []), ...keptExtra]
  const { extra: _replaced, ...rest } = after
  return { ...rest, ...Object.fromEntries(keptFields), ...(extra.length > 0 && { extra }) } as Row
}
