import type { ExtraField } from '../../estate/item'
import { extraKey, withoutSources, type Sourced } from '../../estate/source'
import { sameValue } from '../same-value'
import { setFields } from './set-fields'

type Editable = Sourced & { readonly extra?: readonly ExtraField[] }

/** Extra fields that differ, by the keys that their sources go by. */
const changedExtra = (before: Editable, after: Editable): readonly string[] => {
  const values = new Map(before.extra)
  const now = new Map(after.extra)
  const headings = new Set([...values.keys(), ...now.keys()])
  return [...headings].filter((heading) => values.get(heading) !== now.get(heading)).map(extraKey)
}

const changedFields = <Row extends Editable>(before: Row, after: Row, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => {
    if (name === 'sources' || sameValue(before[name as keyof Row], after[name as keyof Row])) return []
    return name === 'extra' ? changedExtra(before, after) : [name]
  })

/** The row with these fields, which no cell says any longer where they differ; the same row where none does. */
export const editedRow = <Row extends Editable>(row: Row, fields: Partial<NoInfer<Row>>): Row => {
  const after = setFields(row, fields)
  return sameValue(row, after) ? row : withoutSources(after, changedFields(row, after, Object.keys(fields)))
}
