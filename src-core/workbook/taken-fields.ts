import type { Dependency } from '../estate/dependency'
import type { Item } from '../estate/item'
import type { RowSource } from '../estate/source'
import { withFields } from './field-changes'
import type { FieldValue } from './import-row'
import type { ImportedWorkbook } from './imported-workbook'
import { fieldsOfPlace } from './sources'

/** A field of a row; extra fields by `extra:HEADING`. */
export const valueOf = (row: Item | Dependency, field: string): unknown =>
  field.startsWith('extra:') ? row.extra?.find(([heading]) => heading === field.slice('extra:'.length))?.[1] : row[field as keyof (Item | Dependency)]

/** A dependency with what is taken of an import's row; `source`, as the history will have it, is silent about what it keeps. */
export const withTaken = (
  imported: ImportedWorkbook, row: Dependency, taken: readonly { readonly field: string; readonly after: FieldValue }[], source: RowSource,
): Dependency => {
  const fields = new Set(taken.map(({ field }) => field))
  const kept = fieldsOfPlace(imported, source).filter((field) => !fields.has(field) && valueOf(row, field) !== undefined)
  return { ...withFields(row, taken), sources: [...(row.sources ?? []), [source[0], source[1], source[2], ...kept]] }
}
