import type { Translation } from '../../i18n/use-translate'
import type { Field } from './field'
import type { TableAdapter } from './table-adapter'
import { filteredRows, sortedForView } from './table-lines'
import type { TableView } from './table-lines'

export type OrderInput<Row, Write> = {
  readonly adapter: TableAdapter<Row, Write>
  readonly fields: ReadonlyMap<string, Field<Row, Write>>
  readonly view: TableView
  /** Differs when the rows are to be sorted and filtered anew. */
  readonly turn: string
  readonly words: Translation
  /** Rows that were added in the table: they come last. */
  readonly isAdded: (id: string) => boolean
}

export type ShownRows<Row> = {
  /** Rows that pass the filters, in order. */
  readonly shown: readonly Row[]
  /** An edit has changed what the order or the filters hang on. */
  readonly isStale: boolean
}

type Made<Row> = {
  readonly turn: string
  readonly rows: readonly Row[]
  readonly visible: ((row: Row) => boolean) | null
  readonly shown: readonly Row[]
  /** What the columns that hang on the plan said, by row. */
  readonly planned: ReadonlyMap<string, string>
}

/** The columns that rows are grouped, sorted or filtered by. */
export const usedFields = <Row, Write>(view: TableView, fields: ReadonlyMap<string, Field<Row, Write>>): readonly Field<Row, Write>[] =>
  [...view.groups, ...view.sorts.map((sort) => sort.field), ...Object.keys(view.filters)].flatMap((id) => fields.get(id) ?? [])

const plannedText = <Row, Write>(row: Row, fields: readonly Field<Row, Write>[]): string =>
  fields.map((field) => field.text(row)).join('\t')

/** The rows that the window's filter, the words above the table, and the filters of all columns let through. */
export const passingRows = <Row, Write>(
  rows: readonly Row[], { adapter, view, fields, words }: Pick<OrderInput<Row, Write>, 'adapter' | 'view' | 'fields' | 'words'>,
): readonly Row[] => {
  const typed = view.quick.split(/\s+/).filter(Boolean)
  const found = adapter.visible ? rows.filter(adapter.visible) : rows
  return filteredRows(found, fields, view, typed.length > 0 ? adapter.quickTest(typed) : null, words)
}

/**
 * The order in which rows were shown last. It stays while cells are edited, so that nothing jumps; rows that are grouped
 * go to their group at once, for its sums to be true.
 */
export class KeptOrder<Row, Write> {
  #made: Made<Row> | null = null

  shown(input: OrderInput<Row, Write>): ShownRows<Row> {
    const { adapter, view, turn } = input
    const made = this.#made
    if (made && made.turn === turn && made.visible === adapter.visible && view.groups.length === 0) {
      const shown = made.rows === adapter.rows ? made.shown : this.#inPlace(made, input)
      if (shown) return { shown, isStale: this.#isStale(made, shown, input) }
    }
    return { shown: this.#make(input), isStale: false }
  }

  #make(input: OrderInput<Row, Write>): readonly Row[] {
    const { adapter, view, fields, turn, words } = input
    const shown = sortedForView(passingRows(adapter.rows, input), fields, view, words)
    const ofPlan = usedFields(view, fields).filter((field) => field.isPlanned)
    const planned = new Map(ofPlan.length > 0 ? shown.map((row) => [adapter.idOf(row), plannedText(row, ofPlan)]) : [])
    this.#made = { turn, rows: adapter.rows, visible: adapter.visible, shown, planned }
    return shown
  }

  /** The same rows in the same places: what is gone is left out, what was added comes last. null: others came. */
  #inPlace(made: Made<Row>, { adapter, isAdded }: OrderInput<Row, Write>): readonly Row[] | null {
    const edited = editedRows(made.rows, adapter.rows, adapter.idOf)
    if (edited) return edited.size === 0 ? made.shown : made.shown.map((row) => edited.get(row) ?? row)
    const before = new Set(made.rows.map(adapter.idOf))
    const byId = new Map(adapter.rows.map((row) => [adapter.idOf(row), row]))
    const added = adapter.rows.filter((row) => !before.has(adapter.idOf(row)))
    if (!added.every((row) => isAdded(adapter.idOf(row)))) return null
    return [...made.shown.flatMap((row) => byId.get(adapter.idOf(row)) ?? []), ...added]
  }

  #isStale(made: Made<Row>, shown: readonly Row[], input: OrderInput<Row, Write>): boolean {
    const { adapter, view, fields } = input
    const used = usedFields(view, fields)
    const planned = used.filter((field) => field.isPlanned)
    const isSame = (row: Row, old: Row): boolean => used.every((field) => field.text(row) === field.text(old))
    const isReplanned = (row: Row): boolean => {
      const text = made.planned.get(adapter.idOf(row))
      return text !== undefined && text !== plannedText(row, planned)
    }
    if (planned.length > 0 && shown.some(isReplanned)) return true
    const edited = editedRows(made.rows, adapter.rows, adapter.idOf)
    if (edited) return [...edited].some(([old, row]) => !isSame(row, old))
    const before = new Map(made.rows.map((row) => [adapter.idOf(row), row]))
    const isMoved = shown.some((row) => {
      const old = before.get(adapter.idOf(row))
      return old !== undefined && old !== row && !isSame(row, old)
    })
    return isMoved || !this.#belongLast(shown, shown.filter((row) => !before.has(adapter.idOf(row))), input)
  }

  /** Whether rows that were added would be last, and all of them shown, if rows were sorted and filtered anew. */
  #belongLast(shown: readonly Row[], added: readonly Row[], input: OrderInput<Row, Write>): boolean {
    if (added.length === 0) return true
    if (passingRows(added, input).length < added.length) return false
    const tail = shown.slice(-added.length - 1)
    return sortedForView(tail, input.fields, input.view, input.words).every((row, index) => row === tail[index])
  }
}

/** Each row that differs, by what it was, where the same rows stand in the same places; null where they do not. */
const editedRows = <Row>(before: readonly Row[], now: readonly Row[], idOf: (row: Row) => string): ReadonlyMap<Row, Row> | null => {
  if (before.length !== now.length) return null
  const edited = new Map<Row, Row>()
  for (const [index, row] of now.entries()) {
    const old = before[index]
    if (old === row) continue
    if (old === undefined || idOf(old) !== idOf(row)) return null
    edited.set(old, row)
  }
  return edited
}
