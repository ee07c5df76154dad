import { extraKey } from '../estate/source'
import type { CellValue, ExtraField } from '../estate/item'
import { sameValue } from '../plan/same-value'
import { isAsWritten } from './as-written'
import type { FieldValue } from './import-row'
import type { ProvidedFields } from './provided-fields'
import { readNumber } from './read-number'
import { yesNoByWord } from './value-words'

type Row = { readonly id: string; readonly extra?: readonly ExtraField[] }

export type FieldDifference = { readonly field: string; readonly before: FieldValue; readonly after: FieldValue }

export const comparedItemFields = [
  'name', 'kind', 'organisation', 'site', 'serviceArea', 'environment', 'owner', 'team', 'supplier', 'criticality', 'disposition',
  'consolidateInto', 'phaseOutReason', 'endOfSupport', 'effort', 'cost', 'users', 'count', 'sensitivity', 'sharedService', 'status', 'notes',
] as const

export const comparedDependencyFields = [
  'type', 'strength', 'order', 'maxLatencyMs', 'pricePerDay', 'confidence', 'source', 'notes',
] as const

/** What a reader fills in where the column is missing: no reason to change what was known. */
const assumed: ReadonlySet<string> = new Set(['kind', 'type', 'strength', 'order'])

const none: readonly FieldDifference[] = []

/**
 * Field by field what an imported row says otherwise than the open one, extra fields by their headings. A field that is
 * blank there and for which the import has no column is not said otherwise. Of tens of thousands of rows nearly all are
 * the same, so that is what this is quick at.
 */
export const fieldDifferences = <R extends Row>(
  before: R, after: R, fields: readonly (keyof R & string)[], provided: ProvidedFields,
): readonly FieldDifference[] => {
  let differences: FieldDifference[] | null = null
  for (const field of fields) {
    const [old, fresh] = [before[field] as FieldValue, after[field] as FieldValue]
    if (old === fresh || (!provided.fields.has(field) && (fresh === undefined || assumed.has(field)))) continue
    differences ??= []
    differences.push({ field, before: old, after: fresh })
  }
  if (before.extra === after.extra || sameValue(before.extra, after.extra)) return differences ?? none
  return [...(differences ?? none), ...extraDifferences(before.extra ?? [], after.extra ?? [], provided)]
}

const isSaidBy = (value: CellValue | undefined, text: CellValue | undefined): boolean => {
  if (typeof text !== 'string') return false
  if (typeof value === 'number') return readNumber(text)?.value === value
  return typeof value === 'boolean' && yesNoByWord.get(text) === (value ? 'yes' : 'no')
}

/** A text file says in letters what a spreadsheet says as a number, or as true or false: that is no change. */
const isSameCell = (before: CellValue | undefined, after: CellValue | undefined): boolean =>
  before === after || isSaidBy(before, after) || isSaidBy(after, before)

const extraDifferences = (
  before: readonly ExtraField[], after: readonly ExtraField[], { headings }: ProvidedFields,
): readonly FieldDifference[] => {
  const [old, fresh]: readonly ReadonlyMap<string, CellValue>[] = [new Map(before), new Map(after)]
  return [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])]
    .filter((heading) => !isSameCell(old?.get(heading), fresh?.get(heading)))
    // What could not be read is kept as an extra field of its own, which goes when it can be.
    .filter((heading) => fresh?.has(heading) || headings.has(heading) || isAsWritten(heading))
    .map((heading) => ({ field: extraKey(heading), before: old?.get(heading), after: fresh?.get(heading) }))
}

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
