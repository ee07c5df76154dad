import type { ItemKind } from '../../estate/item'
import type { TableRole } from '../headings'
import { fieldOfHeading } from '../match-columns'
import type { ColumnReading } from '../sheet-reading'
import type { ColumnContent } from './column-content'

const dates: ReadonlySet<string> = new Set(['endOfSupport', 'start', 'end'])
const numbers: ReadonlySet<string> = new Set(['effort', 'cost', 'users', 'count', 'maxLatencyMs', 'pricePerDay', 'capacity', 'maxItems', 'budget'])

/** For how many of the rows a column says something that can be read as the field, 0 to 1. */
const readable = (field: string, content: ColumnContent | undefined): number => {
  if (!content || content.filled === 0) return 0
  if (dates.has(field)) return content.fullness * Math.max(content.dates, content.share((text) => /^(19|20)\d\d$/.test(text)))
  return content.fullness * (numbers.has(field) ? content.numbers : 1)
}

/** The second column must say far more than the first, so that a few cells more or less do not decide. */
const farMore = 4
const leastReadable = 0.4

/**
 * Where headings of two columns mean one field, the first has it, unless hardly anything in it can be read and most of the other's
 * cells can: a column that somebody forgot to fill must not hide the one that is filled.
 */
export const settledTies = (
  columns: readonly ColumnReading[], contents: readonly ColumnContent[], role: TableRole, kind: ItemKind | null,
): readonly ColumnReading[] => {
  const settled = [...columns]
  for (const column of columns) {
    if (column.field !== null || column.heading === '') continue
    const wanted = fieldOfHeading(column.heading, role, kind)
    const holder = settled.find(({ field }) => wanted !== null && field === wanted.field)
    if (!wanted || !holder || holder.reason === 'preset') continue
    const other = readable(wanted.field, contents[column.column])
    if (other < leastReadable || readable(wanted.field, contents[holder.column]) * farMore > other) continue
    settled[holder.column] = { ...holder, field: null, confidence: 0, reason: 'none' }
    settled[column.column] = { ...column, field: wanted.field, confidence: wanted.confidence, reason: wanted.reason }
  }
  return settled
}
