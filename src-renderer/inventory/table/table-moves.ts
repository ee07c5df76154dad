import { select, viewStore } from '../../stores/view-store'
import type { SelectMode } from '../../stores/view-store'
import { cellAfterEdit, isOneCell } from './cell-range'
import type { Cell, Step } from './cell-range'
import { cellOf, keyOf, rangeOf, rowsIn } from './table-model'
import type { TableModel } from './table-model'
import { draftLine, setView } from './table-store'
import type { TableStore } from './table-store'

/** What the table itself selected last: it need not go to it. */
const ownSelections = new WeakMap<TableStore, ReadonlySet<string>>()

const rememberOwn = (store: TableStore): void => void ownSelections.set(store, viewStore.getState().selection.itemIds)

export const isOwnSelection = (store: TableStore, selection: ReadonlySet<string>): boolean => ownSelections.get(store) === selection

/** Selects in every view what the rows of the range are. */
const selectRange = <Row, Write>(model: TableModel<Row, Write>, mode: SelectMode): void => {
  const rows = rowsIn(model, rangeOf(model, model.store.getState()))
  if (rows.length > 0 || mode === 'replace') select(rows.flatMap(model.adapter.itemIdsOf), mode)
  rememberOwn(model.store)
}

/** Selects in every view what the row of a cell is; the row that is being written is nothing yet. */
export const selectAt = <Row, Write>({ lines, adapter, store }: TableModel<Row, Write>, cell: Cell): void => {
  const line = lines[cell.line]
  if (line?.type === 'row') select(adapter.itemIdsOf(line.row))
  rememberOwn(store)
}

const setRange = <Row, Write>(model: TableModel<Row, Write>, from: Cell, to: Cell): void =>
  model.store.setState({ base: keyOf(model, from), extent: keyOf(model, to) })

/** Opens the line at the end in which a new row is written; it is there until it is complete, or Escape. */
export const startDraft = <Row, Write>({ columns, store }: TableModel<Row, Write>): void => {
  const field = columns.find(({ field: one }) => one.isRequired)?.field.id ?? columns[0]?.field.id ?? ''
  const key = { line: draftLine, field }
  store.setState((state) => ({ draft: state.draft ?? {}, cursor: key, base: key, extent: key, editing: null, revealTurn: state.revealTurn + 1 }))
}

/** A new row in which nothing was written is gone as soon as one goes elsewhere. */
const dropEmptyDraft = (store: TableStore): void => {
  const { draft } = store.getState()
  if (draft !== null && Object.values(draft).every((text) => text === '')) store.setState({ draft: null })
}

/** Goes to a cell, or extends the range to it. */
export const goTo = <Row, Write>(model: TableModel<Row, Write>, cell: Cell, extend = false): void => {
  const key = keyOf(model, cell)
  if (key.line !== draftLine) dropEmptyDraft(model.store)
  const { base } = model.store.getState()
  model.store.setState(extend && base ? { extent: key, editing: null } : { cursor: key, base: key, extent: key, editing: null })
  selectRange(model, 'replace')
}

/** Goes to a cell and takes its row into the selection, or out of it. */
export const toggleAt = <Row, Write>(model: TableModel<Row, Write>, cell: Cell): void => {
  const key = keyOf(model, cell)
  model.store.setState({ cursor: key, base: key, extent: key, editing: null })
  selectRange(model, 'toggle')
}

/** After an edit: to the next cell, round and round within a range of several. */
export const goAfterEdit = <Row, Write>(model: TableModel<Row, Write>, step: Step): void => {
  const state = model.store.getState()
  const range = rangeOf(model, state)
  const next = cellAfterEdit(step, cellOf(model, state.cursor), range, { lines: model.lines.length, columns: model.columns.length })
  if (isOneCell(range)) goTo(model, next)
  else model.store.setState({ cursor: keyOf(model, next), editing: null })
}

export const selectWholeRows = <Row, Write>(model: TableModel<Row, Write>): void => {
  const { top, bottom } = rangeOf(model, model.store.getState())
  setRange(model, { line: top, column: 0 }, { line: bottom, column: model.columns.length - 1 })
  selectRange(model, 'replace')
}

export const selectWholeColumns = <Row, Write>(model: TableModel<Row, Write>): void => {
  const { left, right } = rangeOf(model, model.store.getState())
  setRange(model, { line: 0, column: left }, { line: model.lines.length - 1, column: right })
}

export const selectEverything = <Row, Write>(model: TableModel<Row, Write>): void => {
  setRange(model, { line: 0, column: 0 }, { line: model.lines.length - 1, column: model.columns.length - 1 })
  selectRange(model, 'replace')
}

/** Opens or closes the group of the line at the cursor; false where it is none. */
export const toggleGroup = <Row, Write>(model: TableModel<Row, Write>, isOpen?: boolean): boolean => {
  const line = model.lines[cellOf(model, model.store.getState().cursor).line]
  if (line?.type !== 'group') return false
  if (isOpen !== undefined && line.isOpen === isOpen) return false
  foldGroup(model, line.id)
  return true
}

export const foldGroup = <Row, Write>({ store }: TableModel<Row, Write>, id: string): void => {
  const closed = new Set(store.getState().view.closed)
  if (!closed.delete(id)) closed.add(id)
  setView(store, { closed })
}
