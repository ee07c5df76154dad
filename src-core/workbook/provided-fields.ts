import type { ItemKind } from '../estate/item'
import type { ImportedWorkbook, SheetReport } from './imported-workbook'
import type { TableRole } from './headings'

/** Which columns an import has: a blank cell in one of them clears a field, a missing column says nothing about it. */
export type ProvidedFields = { readonly fields: ReadonlySet<string>; readonly headings: ReadonlySet<string> }

export const nothingProvided: ProvidedFields = { fields: new Set(), headings: new Set() }

const ofSheets = (sheets: readonly SheetReport[]): ProvidedFields => {
  const columns = sheets.flatMap((sheet) => sheet.columns)
  return {
    fields: new Set([...columns.flatMap((column) => column.field ?? []), ...sheets.flatMap((sheet) => (sheet.kind === null ? [] : 'kind'))]),
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
