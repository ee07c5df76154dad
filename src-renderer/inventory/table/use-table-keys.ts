import { flushSync } from 'react-dom'
import type { KeyboardEvent, RefObject } from 'react'
import { isMac } from '../../app/platform-store'
import { focusItem } from '../../stores/view-store'
import { cellAfterKey } from './cell-range'
import type { Cell } from './cell-range'
import { copyWithHeadings } from './copy-with-headings'
import { clearRange, fillFrom } from './table-acts'
import { cellOf } from './table-model'
import type { TableModel } from './table-model'
import { goAfterEdit, goTo, selectEverything, selectWholeColumns, selectWholeRows, toggleAt, toggleGroup } from './table-moves'
import { gridOf, revealCell, rowHeight } from './use-window'

/**
 * Opens the cell for editing, wherever one has scrolled to meanwhile. `typed` replaces what it holds. In one go: the key that
 * is pressed belongs to the field already.
 */
export const startEditing = <Row, Write>(model: TableModel<Row, Write>, typed: string | null, isListOpen = false): boolean => {
  const { cursor } = model.store.getState()
  const cell = cellOf(model, cursor)
  const line = model.lines[cell.line]
  const field = model.fieldById.get(cursor?.field ?? '')
  if (!cursor || !field?.read || !line || line.type === 'group') return false
  flushSync(() => revealCell(model, gridOf(model), cell))
  flushSync(() => model.store.setState({ editing: { cell: { line: line.id, field: field.id }, typed, isListOpen } }))
  return true
}

/** Opens the menu of the column at the cursor, under its heading. */
const openColumnMenu = <Row, Write>(model: TableModel<Row, Write>, element: HTMLElement | null): void => {
  const field = model.store.getState().cursor?.field
  const heading = element?.querySelector(`[role="columnheader"][data-field="${CSS.escape(field ?? '')}"]`)
  const box = heading?.getBoundingClientRect()
  if (field && box) model.store.setState({ menu: { type: 'column', field, x: box.left, y: box.bottom } })
}

const openCellMenu = (model: TableModel<never, never>, element: HTMLElement | null): void => {
  const box = element?.querySelector('[data-cursor]')?.getBoundingClientRect() ?? element?.getBoundingClientRect()
  if (box) model.store.setState({ menu: { type: 'cell', x: box.left + 8, y: box.bottom } })
}

/** Keys that act on cells; true when this was one. */
const actOnCells = <Row, Write>(model: TableModel<Row, Write>, event: KeyboardEvent, cell: Cell): boolean => {
  const command = isMac() ? event.metaKey : event.ctrlKey
  const key = event.key.toLowerCase()
  if (command && !event.shiftKey && !event.altKey && (key === 'd' || key === 'r')) fillFrom(model, key === 'd' ? 'down' : 'right')
  else if (command && !event.shiftKey && key === 'a') selectEverything(model)
  else if (command && event.shiftKey && key === 'c') copyWithHeadings(model)
  else if (command && key === ' ') selectWholeColumns(model)
  else if (event.shiftKey && key === ' ') selectWholeRows(model)
  else if (key === ' ') return toggleGroup(model) || (toggleAt(model, cell), true)
  else if ((key === 'delete' || key === 'backspace') && !command) clearRange(model)
  else if (key === 'f2') startEditing(model, null)
  else if (key === 'escape' && model.lines[cell.line]?.type === 'draft') model.store.setState({ draft: null })
  else if (key === 'arrowdown' && event.altKey && !event.shiftKey) startEditing(model, null, true)
  else return false
  return true
}

const isTyping = (event: KeyboardEvent): boolean =>
  (event.key.length === 1 || event.key === 'Dead' || event.key === 'Process') && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== ' '

/** AltGr writes characters such as @ and { in Norwegian. */
const isAltGraph = (event: KeyboardEvent): boolean => event.key.length === 1 && event.getModifierState('AltGraph')

const walk = <Row, Write>(model: TableModel<Row, Write>, event: KeyboardEvent, element: HTMLElement | null): boolean => {
  const state = model.store.getState()
  const from = event.shiftKey ? cellOf(model, state.extent) : cellOf(model, state.cursor)
  if (!event.shiftKey && event.key === 'ArrowLeft' && toggleGroup(model, false)) return true
  if (!event.shiftKey && event.key === 'ArrowRight' && toggleGroup(model, true)) return true
  const page = Math.max(1, Math.floor((element?.clientHeight ?? 0) / rowHeight) - 2)
  const next = event.altKey ? null : cellAfterKey(event, from, { lines: model.lines.length, columns: model.columns.length, page })
  if (!next) return false
  goTo(model, next, event.shiftKey)
  revealCell(model, element, next)
  return true
}

const confirm = <Row, Write>(model: TableModel<Row, Write>, event: KeyboardEvent): boolean => {
  if (event.key === 'Tab') {
    if (model.store.getState().isLeaving) return false
    goAfterEdit(model, event.shiftKey ? 'left' : 'right')
    return true
  }
  if (event.key !== 'Enter' || event.altKey || event.ctrlKey || event.metaKey) return false
  if (toggleGroup(model)) return true
  const { cursor } = model.store.getState()
  const line = model.lines[cellOf(model, cursor).line]
  if (event.shiftKey) goAfterEdit(model, 'up')
  else if (!startEditing(model, null) && line?.type === 'row') model.adapter.itemIdsOf(line.row).slice(0, 1).forEach(focusItem)
  return true
}

/** What keys do in the table while no cell is being edited, as in Excel. */
export const useTableKeys = <Row, Write>(model: TableModel<Row, Write>, scroller: RefObject<HTMLDivElement | null>) =>
  (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || event.defaultPrevented) return
    if (event.key !== 'Tab' && event.key !== 'Shift') model.store.setState({ isLeaving: event.key === 'Escape' })
    const element = scroller.current
    const isMenu = event.altKey && event.shiftKey && event.key === 'ArrowDown'
    if (isMenu) openColumnMenu(model, element)
    else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) openCellMenu(model as unknown as TableModel<never, never>, element)
    else if (isTyping(event) || isAltGraph(event)) {
      // Not prevented: the character itself goes into the field that has the focus now.
      if (startEditing(model, '')) event.stopPropagation()
      return
    } else if (!walk(model, event, element) && !confirm(model, event)) {
      if (!actOnCells(model, event, cellOf(model, model.store.getState().cursor))) return
    }
    event.preventDefault()
    event.stopPropagation()
    const state = model.store.getState()
    if (event.key === 'Tab' || event.key === 'Enter') revealCell(model, element, cellOf(model, state.cursor))
  }
