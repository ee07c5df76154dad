import type { Dependency } from '../estate/dependency'
import type { ImportRecord } from '../estate/estate'
import { columnSaying, isOfItems } from '../estate/source'

/** What a reader of dependencies fills in where no cell says it. */
export const assumedFields = ['type', 'strength', 'order'] as const
export type AssumedField = typeof assumedFields[number]

export const isAssumedField = (field: string): field is AssumedField => assumedFields.some((one) => one === field)

/**
 * Whether no source has said a field that a dependency always has. What was added here, or is from who knows where, was said,
 * and so was the type of what a row of items names in a column for that.
 */
export const isAssumed = (imports: readonly ImportRecord[], { sources }: Dependency, field: AssumedField): boolean =>
  sources !== undefined && sources.every((source) =>
    imports[source[0]]?.sheets !== undefined && columnSaying(imports, source, field) === undefined && !(field === 'type' && isOfItems(imports, source)))
