import type { ReactNode } from 'react'
import type { SortKey } from '../sorted-rows'

/** What was typed or pasted, as it would be taken; or a sentence that says why not. */
export type Reading<Write> =
  | {
    readonly ok: true
    readonly write: Write
    /** It could have meant something else, such as 3/4/2027. */
    readonly isDoubtful?: boolean
  }
  | { readonly ok: false; readonly problem: string }

export type FieldType = 'text' | 'number' | 'day' | 'choice' | 'item'

/** One column: what it holds, how that is shown, sorted, added up and copied, and how text becomes a value of it. */
export type Field<Row, Write> = {
  readonly id: string
  readonly heading: string
  /** Where the heading is too long for the column. */
  readonly short?: string
  readonly type: FieldType
  /** Pixels, until somebody makes it wider. */
  readonly width: number
  /** Hangs on waves, groups or violations, not on the row alone. */
  readonly isPlanned?: boolean
  readonly isMultiline?: boolean
  /** A new row cannot do without it. */
  readonly isRequired?: boolean
  /** As shown, filtered and grouped by; '' for none. */
  readonly text: (row: Row) => string
  readonly sortKey: (row: Row) => SortKey
  /** As copied and as edited, where that is not as shown. */
  readonly plain?: (row: Row) => string
  /** The number of the cell itself. */
  readonly value?: (row: Row) => number | undefined
  /** What `> 3` is asked of, where that is not the value. */
  readonly compared?: (row: Row) => number
  /** What the row counts for in sums over groups: an item without effort counts one day. */
  readonly amount?: (row: Row) => number | undefined
  readonly render?: (row: Row) => ReactNode
  /** Absent: the column follows from others. `row` is null for a row that is being added. */
  readonly read?: (text: string, row: Row | null) => Reading<Write>
  /** What is offered while typing. */
  readonly choices?: () => readonly string[]
  /** Nothing but the choices, or nothing at all, can be taken. */
  readonly isStrict?: boolean
}

export const plainText = <Row, Write>(field: Field<Row, Write>, row: Row): string => (field.plain ?? field.text)(row)

export const took = <Write>(write: Write): Reading<Write> => ({ ok: true, write })
export const refused = <Write>(problem: string): Reading<Write> => ({ ok: false, problem })
