import type { DependencyType } from '../estate/dependency'
import type { ItemKind } from '../estate/item'
import type { SheetColumn, SheetRole } from './imported-workbook'

/**
 * Why a column was taken for its field. `preset`: a known export says so; `heading`: our own word for it; `synonym`: another
 * word for it; `content`: its cells look like it; `planner`: somebody said so; `none`: it is kept as an extra field.
 */
export const columnReasons = ['preset', 'heading', 'synonym', 'content', 'planner', 'none'] as const
export type ColumnReason = (typeof columnReasons)[number]

/**
 * One column as it is going to be read; `confidence` 0 to 1, 0 where it has no field. `repeatsSaid`: a planner has said what
 * its blank cells mean, which no guess replaces.
 */
export type ColumnReading = SheetColumn & { readonly confidence: number; readonly reason: ColumnReason; readonly repeatsSaid?: true }

/**
 * How a sheet is going to be read: what `readingOfSheet` makes of it, and what a planner corrects before
 * `layoutsOfReading` turns it into what the rows are read by.
 */
export type SheetReading = {
  readonly role: SheetRole
  /** The kind of rows that do not say theirs. */
  readonly kind: ItemKind | null
  /** Counts from 1, as the spreadsheet does; null where there are no headings. */
  readonly headerRow: number | null
  /** Every column of the heading row, also those without a heading. */
  readonly columns: readonly ColumnReading[]
  /** What every row of dependencies is, where no column says so; absent: that it uses. */
  readonly type?: DependencyType
  /** The id of the known export, whose further instructions (kinds of records, links, facts) hold as well; or null. */
  readonly preset: string | null
  /** Of the role, 0 to 1. */
  readonly confidence: number
}
