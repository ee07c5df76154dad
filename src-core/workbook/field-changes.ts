import { extraKey } from '../estate/source'
import type { CellValue, ExtraField } from '../estate/item'
import { sameValue } from '../plan/same-value'
import type { FieldValue } from './import-row'

type Row = { readonly id: string; readonly extra?: readonly ExtraField[] }

export type FieldDifference = { readonly field: string; readonly before: FieldValue; readonly after: FieldValue }

/** Not about the thing itself, or compared by its parts. */
const apart: ReadonlySet<string> = new Set(['id', 'extra', 'sources', 'from', 'to'])

const extraOf = (row: Row): ReadonlyMap<string, CellValue> => new Map(row.extra)

/** Field by field what differs between two rows of one thing, extra fields by their headings; empty for equals. */
export const fieldDifferences = (before: Row, after: Row): readonly FieldDifference[] => {
  const differences: FieldDifference[] = []
  const old = before as unknown as Readonly<Record<string, FieldValue>>
  const fresh = after as unknown as Readonly<Record<string, FieldValue>>
  for (const field in fresh) if (!apart.has(field) && fresh[field] !== old[field]) differences.push({ field, before: old[field], after: fresh[field] })
  for (const field in old) if (!apart.has(field) && old[field] !== undefined && !(field in fresh)) differences.push({ field, before: old[field], after: undefined })
  if ((before.extra || after.extra) && !sameValue(before.extra, after.extra)) differences.push(...extraDifferences(extraOf(before), extraOf(after)))
  return differences
}

const extraDifferences = (before: ReadonlyMap<string, CellValue>, after: ReadonlyMap<string, CellValue>): readonly FieldDifference[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((heading) => before.get(heading) !== after.get(heading))
    .map((heading) => ({ field: extraKey(heading), before: before.get(heading), after: after.get(heading) }))

/** The row with these fields as they are said to become. */
export const withFields = <R extends Row>(row: R, changes: readonly { readonly field: string; readonly after: FieldValue }[]): R => {
  const fields: Record<string, unknown> = { ...row }
  let extra = row.extra ?? []
  for (const { field, after } of changes) {
    const heading = field.startsWith('extra:') ? field.slice('extra:'.length) : null
    if (heading !== null) extra = withExtra(extra, heading, after)
    else if (after === undefined) Reflect.deleteProperty(fields, field)
    else fields[field] = after
  }
  const { extra: _replaced, ...rest } = fields
  return (extra.length > 0 ? { ...rest, extra } : rest) as unknown as R
}

const withExtra = (extra: readonly ExtraField[], heading: string, value: FieldValue): readonly ExtraField[] => {
  if (value === undefined) return extra.filter(([name]) => name !== heading)
  if (!extra.some(([name]) => name === heading)) return [...extra, [heading, value]]
  return extra.map((field): ExtraField => (field[0] === heading ? [heading, value] : field))
}
