import type { RefObject } from 'react'
import { useAction } from '../../actions/use-action'
import { rangeRowsOrSelected, removeSelected } from './table-acts'
import type { TableModel } from './table-model'
import { startDraft } from './table-moves'

const addRow = <Row, Write>(model: TableModel<Row, Write>, element: HTMLElement | null): void => {
  startDraft(model)
  element?.focus({ preventScroll: true })
}

/** The actions on rows that stand in the menus; the table that is shown does them. */
export const useRowActions = <Row, Write>(model: TableModel<Row, Write>, scroller: RefObject<HTMLDivElement | null>): void => {
  const isFree = (): boolean => model.store.getState().menu === null && model.store.getState().problems === null
  useAction('add-row', () => addRow(model, scroller.current), isFree)
  useAction('remove-rows', () => removeSelected(model), () => isFree() && rangeRowsOrSelected(model).length > 0)
  useAction('set-field', () => model.store.setState({ menu: { type: 'set-field', x: 0, y: 0 } }), () => isFree() && rangeRowsOrSelected(model).length > 0)
}
