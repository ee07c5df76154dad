import { cellText } from './cell-text'
import { fieldByHeading } from './headings'
import type { SheetColumn } from './imported-workbook'
import { columnOfHeading } from './record-filter'
import type { RawCell, RawSheet } from './raw-workbook'
import type { SheetLayout } from './recognise-sheet'

/** A list of properties as a table with a column for each of them, a row for each row of the list. */
export type PropertyTable = {
  readonly sheet: RawSheet
  readonly layout: SheetLayout
  /** Where the values really stand, and the first of the columns that were made of them. */
  readonly valueColumn: number
  readonly from: number
}

/** What says which item it is, or where that goes, is not for a property to say. */
const notByProperty: ReadonlySet<string> = new Set(['id', 'name', 'kind', 'consolidateInto', 'moveGroup', 'moveGroupOrigin', 'wave'])

const fieldOf = (key: string): string | null => {
  const field = fieldByHeading.items.get(key)
  return field === undefined || notByProperty.has(field) ? null : field
}

/** The columns of the properties, each field once; a second property of the same field is kept as an extra one. */
const propertyColumns = (keys: readonly string[], from: number): readonly SheetColumn[] => {
  const taken = new Set<string>()
  return keys.map((heading, index) => {
    const field = fieldOf(heading)
    const isFirst = field !== null && !taken.has(field)
    if (isFirst) taken.add(field)
    return { heading, column: from + index, field: isFirst ? field : null }
  })
}

/** What a sheet of properties says; null for any other sheet. */
export const propertyTable = (sheet: RawSheet, layout: SheetLayout): PropertyTable | null => {
  const { properties } = layout.preset ?? {}
  if (!properties) return null
  const [keyColumn, valueColumn] = [columnOfHeading(layout, properties.key), columnOfHeading(layout, properties.value)]
  if (keyColumn < 0 || valueColumn < 0) return null
  const below = sheet.rows.slice(layout.headerIndex + 1)
  const from = below.reduce((widest, row) => Math.max(widest, row.cells.length), layout.columns.length)
  const keys = [...new Set(below.map((row) => cellText(row.cells[keyColumn])).filter((key) => key !== ''))]
  const placeByKey = new Map(keys.map((key, index) => [key, from + index]))
  const rows = below.map(({ number, cells }) => {
    const place = placeByKey.get(cellText(cells[keyColumn]))
    const own: RawCell[] = Array.from({ length: place === undefined ? from : place + 1 }, (_, column) =>
      (column === keyColumn || column === valueColumn ? null : (cells[column] ?? null)))
    if (place !== undefined) own[place] = cells[valueColumn] ?? null
    return { number, cells: own }
  })
  const unnamed = Array.from({ length: from - layout.columns.length }, (_, index) => ({ heading: '', column: layout.columns.length + index, field: null }))
  return {
    sheet: { ...sheet, rows: [...sheet.rows.slice(0, layout.headerIndex + 1), ...rows] },
    layout: { ...layout, columns: [...layout.columns, ...unnamed, ...propertyColumns(keys, from)] },
    valueColumn, from,
  }
}

/** A property stands where its value is, whatever column it was given. */
export const placesOf = ({ from, valueColumn }: PropertyTable, columnByField: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...columnByField].map(([field, column]) => [field, column >= from ? valueColumn : column]))
