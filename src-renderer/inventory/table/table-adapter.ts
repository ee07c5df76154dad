import type { Field } from './field'
import type { CellPlan, CellProblem } from './plan-paste'
import type { TableView } from './table-lines'

/** What an act on the table is called in the log; a number of cells, or the change as the inspector would name it. */
export type ActKind = 'edit' | 'paste' | 'fill' | 'clear'

/** A kind of row as the table needs it: items, dependencies. */
export type TableAdapter<Row, Write> = {
  readonly id: 'items' | 'dependencies'
  readonly label: string
  readonly rows: readonly Row[]
  readonly fields: readonly Field<Row, Write>[]
  readonly idOf: (row: Row) => string
  readonly nameOf: (row: Row) => string
  /** What is selected in every view when the row is: one item, or both ends. */
  readonly itemIdsOf: (row: Row) => readonly string[]
  readonly isSelected: (row: Row, selected: ReadonlySet<string>) => boolean
  /** Selecting a row selects that row and nothing else, so that acts on rows may go by the selection. */
  readonly isRowSelection: boolean
  /** Whether a row is among what is found in all of the window; null: nothing is looked for. */
  readonly visible: ((row: Row) => boolean) | null
  /** Whether the words of the one field above the table are all in the row. */
  readonly quickTest: (words: readonly string[]) => (row: Row) => boolean
  readonly startView: TableView
  /** Hands what the table filters by to the filter of the window; absent where rows are no items. Ids of columns that stay. */
  readonly carryFilters?: (view: TableView) => readonly string[]
  /** What else stands in the way of these cells: new rows without a name, waves that contradict each other. */
  readonly check: (plan: CellPlan<Row, Write>) => readonly CellProblem[]
  /** Changes the plan by one step; the ids of the rows that were added. */
  readonly apply: (plan: CellPlan<Row, Write>, kind: ActKind) => readonly string[]
  readonly remove: (rows: readonly Row[]) => void
  /** Ids of the columns without which there is no new row. */
  readonly needed: readonly string[]
  readonly words: {
    readonly filter: string
    readonly add: string
    readonly remove: (count: number) => string
    readonly removed: (count: number) => string
    readonly count: (count: number) => string
  }
}

