import { extraKey, type SourceSheet } from '../estate/source'
import { asWritten } from './as-written'
import { cellText } from './cell-text'
import { fieldByHeading } from './headings'
import type { SheetColumn } from './imported-workbook'
import { columnOfHeading } from './record-filter'
import type { RawCell, RawSheet } from './raw-workbook'
import type { SheetLayout } from './recognise-sheet'

/** A list of properties with a column for each field that some of them fill; the others stay extra fields. */
export type PropertyTable = {
  readonly sheet: RawSheet
  readonly layout: SheetLayout
  /** Where the properties are named and given. */
  readonly keyColumn: number
  readonly valueColumn: number
  /** The first of the columns that were made of them. */
  readonly from: number
}

/** What says which item it is, or where that goes, is not for a property to say. */
const notByProperty: ReadonlySet<string> = new Set(['id', 'name', 'kind', 'consolidateInto', 'moveGroup', 'moveGroupOrigin', 'wave'])

const fieldOf = (key: string): string | null => {
  const field = fieldByHeading.items.get(key)
  return field === undefined || notByProperty.has(field) ? null : field
}

/** The properties that fill fields, each field once. */
const fieldColumns = (keys: readonly string[], from: number): readonly SheetColumn[] => {
  const keyByField = new Map<string, string>()
  for (const key of keys) {
    const field = fieldOf(key)
    if (field !== null && !keyByField.has(field)) keyByField.set(field, key)
  }
  return [...keyByField].map(([field, heading], index) => ({ heading, column: from + index, field }))
}

/** The value of a property that fills a field, put into that field's column. */
const inColumn = (cells: readonly RawCell[], { keyColumn, valueColumn, place }: {
  readonly keyColumn: number; readonly valueColumn: number; readonly place: number
}): readonly RawCell[] => {
  const own: RawCell[] = Array.from({ length: place + 1 }, (_, column) => cells[column] ?? null)
  own[place] = cells[valueColumn] ?? null
  own[keyColumn] = null
  own[valueColumn] = null
  return own
}

/** What a sheet of properties says; null for any other sheet. */
export const propertyTable = (sheet: RawSheet, layout: SheetLayout): PropertyTable | null => {
  const { properties } = layout.preset ?? {}
  if (!properties) return null
  const [keyColumn, valueColumn] = [columnOfHeading(layout, properties.key), columnOfHeading(layout, properties.value)]
  if (keyColumn < 0 || valueColumn < 0) return null
  const below = sheet.rows.slice(layout.headerIndex + 1)
  const from = below.reduce((widest, row) => Math.max(widest, row.cells.length), layout.columns.length)
  const fields = fieldColumns([...new Set(below.map((row) => cellText(row.cells[keyColumn])))], from)
  const placeByKey = new Map(fields.map(({ heading, column }) => [heading, column]))
  const rows = below.map((row) => {
    const place = placeByKey.get(cellText(row.cells[keyColumn]))
    return place === undefined ? row : { number: row.number, cells: inColumn(row.cells, { keyColumn, valueColumn, place }) }
  })
  const unnamed = Array.from({ length: from - layout.columns.length }, (_, index) => ({ heading: '', column: layout.columns.length + index, field: null }))
  return {
    sheet: { ...sheet, rows: [...sheet.rows.slice(0, layout.headerIndex + 1), ...rows] },
    layout: { ...layout, columns: [...layout.columns, ...unnamed, ...fields] },
    keyColumn, valueColumn, from,
  }
}

/** Every property of the list, as a field or as an extra field, with the column that all of them are given in. */
export const propertyColumns = ({ sheet, layout, keyColumn, valueColumn, from }: PropertyTable): SourceSheet['columns'] => {
  const fields = layout.columns.filter(({ column }) => column >= from).flatMap(({ field, heading }) => (field === null ? [] : [field, extraKey(asWritten(heading))]))
  const keys = new Set(sheet.rows.slice(layout.headerIndex + 1).map(({ cells }) => cellText(cells[keyColumn])))
  keys.delete('')
  return [...fields, ...[...keys].map(extraKey)].map((name) => [name, valueColumn] as const)
}

/** A property stands where its value is, whatever column it was given. */
export const placesOf = ({ from, valueColumn }: PropertyTable, columnByField: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...columnByField].map(([field, column]) => [field, column >= from ? valueColumn : column]))
