import { extraKey, type RowSource, type SourceSheet } from '../estate/source'
import type { PlanDocument } from '../plan/plan-document'
import type { ImportedWorkbook, ItemPlace, SheetReport } from './imported-workbook'
import { propertyColumns, type PropertyTable } from './property-rows'

type ReadSheet = { readonly report: SheetReport; readonly properties: readonly PropertyTable[] }

/** The sheets that rows of the estate were read from: those of items, then those of dependencies. */
const sourcesAmong = <Sheet extends Pick<ReadSheet, 'report'>>(sheets: readonly Sheet[]): readonly Sheet[] =>
  (['items', 'dependencies'] as const).flatMap((role) => sheets.filter(({ report }) => report.role === role))

/** The place of each sheet by its name, as `sourceSheets` lists them. */
export const sourceIndexes = (sheets: readonly Pick<ReadSheet, 'report'>[]): ReadonlyMap<string, number> =>
  new Map(sourcesAmong(sheets).map(({ report }, index) => [report.name, index]))

/** Of the sheets that were read, what each column was taken for: kept with the import for good. */
export const sourceSheets = (sheets: readonly ReadSheet[]): readonly SourceSheet[] =>
  sourcesAmong(sheets).map(({ report: { name, partOf, columns }, properties }) => ({
    name: partOf ?? name,
    columns: [
      ...columns.map(({ field, heading, column }) => [field ?? extraKey(heading), column] as const),
      ...properties.flatMap(propertyColumns),
    ],
  }))

const placeIndexes = new WeakMap<ImportedWorkbook, ReadonlyMap<string, number>>()

const indexOf = (imported: ImportedWorkbook, importedId: string): number => {
  const known = placeIndexes.get(imported) ?? new Map(imported.document.estate.items.map((item, index) => [item.id, index]))
  placeIndexes.set(imported, known)
  return known.get(importedId) ?? -1
}

/** Where an item of the import stood; null for one that it does not have. `importIndex`: where the import will be listed. */
export const sourceOfImported = (imported: ImportedWorkbook, importedId: string, importIndex: number): RowSource | null => {
  const place = imported.itemPlaces[indexOf(imported, importedId)]
  return place ? [importIndex, ...place] : null
}

const morePlaces = new WeakMap<ImportedWorkbook, ReadonlyMap<string, readonly ItemPlace[]>>()

const placesById = ({ morePlaces: places = [] }: ImportedWorkbook): ReadonlyMap<string, readonly ItemPlace[]> => {
  const byId = new Map<string, ItemPlace[]>()
  for (const [id, place] of places) byId.set(id, [...(byId.get(id) ?? []), place])
  return byId
}

/** The other rows that have said something of an item; they count where its own row is silent. */
export const moreSourcesOf = (imported: ImportedWorkbook, importedId: string, importIndex: number): readonly RowSource[] => {
  const known = morePlaces.get(imported) ?? placesById(imported)
  morePlaces.set(imported, known)
  return (known.get(importedId) ?? []).map((place): RowSource => [importIndex, ...place])
}

/** A row of the import as the history of imports will have it. */
export const listedAt = (importIndex: number, [, sheetIndex, number, ...except]: RowSource): RowSource => [importIndex, sheetIndex, number, ...except]

/** The fields for which the sheet of that place has a column. */
export const fieldsOfPlace = (imported: ImportedWorkbook, [, sheetIndex]: RowSource): readonly string[] =>
  imported.document.estate.imports.at(-1)?.sheets?.[sheetIndex]?.columns.map(([field]) => field) ?? []

/** The imported plan as one of its own, each item with the row that it came from, or the sheet that names it. */
export const documentWithSources = (imported: ImportedWorkbook): PlanDocument => {
  const { document } = imported
  const items = document.estate.items.map((item) => {
    const source = sourceOfImported(imported, item.id, 0)
    return source ? { ...item, sources: [...moreSourcesOf(imported, item.id, 0), source] } : item
  })
  return { ...document, estate: { ...document.estate, items } }
}
