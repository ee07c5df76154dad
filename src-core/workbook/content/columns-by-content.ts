import type { RawRow } from '../raw-workbook'
import type { ColumnReading } from '../sheet-reading'
import { contentsOf, sampleRows } from './column-content'
import { withGuesses, type GuessContext } from './guess-columns'
import { settledTies } from './settle-ties'

/** Columns that were matched by their headings, with what the rows below these say where the headings leave it open. */
export const columnsByContent = (
  below: readonly RawRow[], columns: readonly ColumnReading[], context: GuessContext,
): readonly ColumnReading[] => {
  const contents = contentsOf(sampleRows(below))
  return withGuesses(settledTies(columns, contents, context.role, context.kind), contents, context)
}
