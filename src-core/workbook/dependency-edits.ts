import type { Dependency } from '../estate/dependency'
import type { History } from '../plan/history'
import { comparedDependencyFields, fieldDifferences } from './field-changes'
import type { ProvidedFields } from './provided-fields'

export type IsDependencyEdited = (dependency: Dependency, field: string) => boolean

const every = '*'

/** A step says all of a row, whatever is blank in it. */
const allOf = (...rows: readonly Dependency[]): ProvidedFields =>
  ({ fields: new Set(comparedDependencyFields), headings: new Set(rows.flatMap(({ extra }) => (extra ?? []).map(([heading]) => heading))) })

/**
 * Which fields of which dependencies were last changed here and not by an import: the log of steps knows, since it has no
 * end. A dependency that was added here is all of it from here.
 */
export const dependencyEdits = ({ done }: History): IsDependencyEdited => {
  const edited = new Map<string, Set<string>>()
  for (const { change, inverse } of done) {
    const before = new Map((inverse.dependencies?.put ?? []).map(({ row }) => [row.id, row]))
    for (const { row } of change.dependencies?.put ?? []) {
      const old = before.get(row.id)
      const changed = old ? fieldDifferences(old, row, comparedDependencyFields, allOf(old, row)).map(({ field }) => field) : [every]
      const known = edited.get(row.id) ?? new Set()
      // Every import notes itself in the plan: what it said is the workbook's again.
      for (const field of changed) if (change.imports) known.delete(field); else known.add(field)
      edited.set(row.id, known)
    }
  }
  return ({ id }, field) => {
    const fields = edited.get(id)
    return fields !== undefined && (fields.has(field) || fields.has(every))
  }
}
