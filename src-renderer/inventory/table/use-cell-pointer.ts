import { useRef } from 'react'
import type { MouseEvent, PointerEvent, RefObject } from 'react'
import { isMac } from '../../app/platform-store'
import type { Cell } from './cell-range'
import { fillFrom } from './table-acts'
import { cellOf, rangeOf } from './table-model'
import type { TableModel } from './table-model'
import { foldGroup, goTo, selectWholeRows, toggleAt } from './table-moves'
import { startEditing } from './use-table-keys'

/** The cell that lies under a point of the screen. */
const cellAt = (target: Element | null): Cell | null => {
  const line = target?.closest('[data-line]')?.getAttribute('data-line')
  if (line === null || line === undefined) return null
  return { line: Number(line), column: Number(target?.closest('[data-column]')?.getAttribute('data-column') ?? 0) }
}

type Drag = 'range' | 'rows' | 'fill' | null

type Model<Row, Write> = TableModel<Row, Write>

/** What pressing on a cell does; returns what dragging on would do. */
const press = <Row, Write>(model: Model<Row, Write>, event: PointerEvent, cell: Cell): Drag => {
  const target = event.target instanceof Element ? event.target : null
  const line = model.lines[cell.line]
  if (line?.type === 'group') {
    goTo(model, cell)
    if (target?.closest('[data-toggle]')) foldGroup(model, line.id)
    return null
  }
  if (target?.closest('[data-fill]')) return 'fill'
  if (isMac() ? event.metaKey : event.ctrlKey) {
    toggleAt(model, cell)
    return null
  }
  goTo(model, cell, event.shiftKey)
  if (!target?.closest('[data-gutter]')) return 'range'
  selectWholeRows(model)
  return 'rows'
}

const dragTo = <Row, Write>(model: Model<Row, Write>, drag: Drag, cell: Cell): void => {
  const state = model.store.getState()
  const now = cellOf(model, state.extent)
  if (drag === 'fill') {
    const { left, right } = rangeOf(model, state)
    const column = cellOf(model, state.base).column === left ? right : left
    if (cell.line !== now.line) goTo(model, { line: cell.line, column }, true)
  } else if (cell.line !== now.line || cell.column !== now.column) {
    goTo(model, drag === 'rows' ? { line: cell.line, column: model.columns.length - 1 } : cell, true)
  }
}

const openMenuAt = <Row, Write>(model: Model<Row, Write>, event: MouseEvent, cell: Cell): void => {
  const range = rangeOf(model, model.store.getState())
  const isInside = cell.line >= range.top && cell.line <= range.bottom && cell.column >= range.left && cell.column <= range.right
  if (!isInside) goTo(model, cell)
  model.store.setState({ menu: { type: 'cell', x: event.clientX, y: event.clientY } })
}

/** Clicking, dragging over cells, whole rows at the left edge, and the handle that fills down. */
export const useCellPointer = <Row, Write>(model: Model<Row, Write>, scroller: RefObject<HTMLDivElement | null>) => {
  const drag = useRef<Drag>(null)
  const cellOfEvent = (event: MouseEvent): Cell | null => cellAt(event.target instanceof Element ? event.target : null)
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>): void => {
      const cell = cellOfEvent(event)
      if (!cell || event.button > 0) return
      event.preventDefault()
      event.currentTarget.focus({ preventScroll: true })
      drag.current = press(model, event, cell)
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>): void => {
      if (drag.current === null || (event.buttons & 1) === 0) return
      scrollAtEdge(scroller.current, event)
      const cell = cellAt(document.elementFromPoint(event.clientX, event.clientY))
      if (cell) dragTo(model, drag.current, cell)
    },
    onPointerUp: (): void => {
      const range = rangeOf(model, model.store.getState())
      if (drag.current === 'fill' && range.bottom > range.top) fillFrom(model, 'down', range)
      drag.current = null
    },
    onDoubleClick: (event: MouseEvent<HTMLDivElement>): void => {
      const cell = cellOfEvent(event)
      const line = cell && model.lines[cell.line]
      if (line?.type === 'group') foldGroup(model, line.id)
      else if (line) startEditing(model, null)
    },
    onContextMenu: (event: MouseEvent<HTMLDivElement>): void => {
      const cell = cellOfEvent(event)
      if (!cell) return
      event.preventDefault()
      openMenuAt(model, event, cell)
    },
  }
}

const edge = 28

/** While cells are dragged over, the table goes on under the hand. */
const scrollAtEdge = (element: HTMLElement | null, { clientX, clientY }: PointerEvent): void => {
  const box = element?.getBoundingClientRect()
  if (!element || !box) return
  if (clientY > box.bottom - edge) element.scrollTop += 30
  else if (clientY < box.top + edge + 34) element.scrollTop -= 30
  if (clientX > box.right - edge) element.scrollLeft += 40
  else if (clientX < box.left + edge) element.scrollLeft -= 40
}
