import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useTranslate } from '../../i18n/use-translate'
import { addedIds } from './added-rows'
import { KeptOrder, usedFields } from './kept-order'
import type { TableAdapter } from './table-adapter'
import { layoutFor } from './table-layout'
import type { TableLayout } from './table-layout'
import type { Field } from './field'
import { groupedLines } from './table-lines'
import { draft } from './table-model'
import type { Column, TableLine, TableModel } from './table-model'
import type { TableState, TableStore } from './table-store'

export const useTable = <T>(store: TableStore, selector: (state: TableState) => T): T => useStore(store, selector)

const useFieldMap = <Row, Write>({ fields }: TableAdapter<Row, Write>) =>
  useMemo(() => new Map(fields.map((field) => [field.id, field])), [fields])

const placedColumns = <Row, Write>(layout: TableLayout, fields: ReadonlyMap<string, Field<Row, Write>>): readonly Column<Row, Write>[] => {
  let start = 0
  return layout.flatMap(({ id, width }) => {
    const field = fields.get(id)
    start += width
    return field ? [{ field, width, start: start - width }] : []
  })
}

const useColumns = <Row, Write>(adapter: TableAdapter<Row, Write>, store: TableStore): readonly Column<Row, Write>[] => {
  const remembered = useTable(store, (state) => state.layout)
  const fields = useFieldMap(adapter)
  return useMemo(() => {
    const shown = layoutFor(adapter.fields, remembered).filter(({ id, isHidden }) => !isHidden && fields.has(id))
    return placedColumns(shown, fields)
  }, [adapter.fields, fields, remembered])
}

/** Rows in the order of the view, and lines of groups between them. */
const useLines = <Row, Write>(adapter: TableAdapter<Row, Write>, store: TableStore) => {
  const words = useTranslate()
  const view = useTable(store, (state) => state.view)
  const turn = useTable(store, (state) => state.turn)
  const [order] = useState(() => new KeptOrder<Row, Write>())
  const fields = useFieldMap(adapter)
  // When the plan changes, only columns that hang on it can change the order without a row having changed.
  const planned = usedFields(view, fields).some((field) => field.isPlanned) ? fields : null
  const { shown, isStale } = useMemo(() => {
    const added = new Set(addedIds(store))
    return order.shown({ adapter, fields, view, turn: `${turn} ${words.language}`, words, isAdded: (id) => added.has(id) })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `planned` stands for the fields where they matter, `turn` for the view
  }, [adapter.rows, adapter.visible, turn, words, planned, order])
  const lines = useMemo(
    () => groupedLines(shown, fields, view, adapter.idOf),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- texts and sums of groups hang on the rows, and on the plan where they are planned
    [shown, view.groups, view.closed, planned, words],
  )
  return { shown, lines, isStale }
}

/** What the table shows, for its parts and for the acts on it. */
export const useTableModel = <Row, Write>(
  adapter: TableAdapter<Row, Write>, store: TableStore,
): { readonly model: TableModel<Row, Write>; readonly isStale: boolean } => {
  const columns = useColumns(adapter, store)
  const fieldById = useFieldMap(adapter)
  const { shown, lines: rows, isStale } = useLines(adapter, store)
  const hasDraft = useTable(store, (state) => state.draft !== null)
  const lines = useMemo((): readonly TableLine<Row>[] => (hasDraft ? [...rows, draft] : rows), [rows, hasDraft])
  const lineIndexById = useMemo(() => new Map(lines.map((line, index) => [line.id, index])), [lines])
  const model = useMemo((): TableModel<Row, Write> => {
    const last = columns.at(-1)
    return { adapter, store, fieldById, columns, width: last ? last.start + last.width : 0, lines, lineIndexById, shown }
  }, [adapter, store, fieldById, columns, lines, lineIndexById, shown])
  return { model, isStale }
}
