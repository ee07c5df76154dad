import { useMemo } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { useViewStore } from '../../stores/view-store'
import { isOneCell } from './cell-range'
import type { CellRange } from './cell-range'
import { rangeOf } from './table-model'
import type { TableModel } from './table-model'
import { useTable } from './use-table-model'
import classes from './data-table.module.css'

type Stats = { readonly cells: number; readonly numbers: number; readonly sum: number }

/** Cells that are not blank, and what the numbers among them come to. */
export const statsOf = <Row, Write>({ lines, columns }: TableModel<Row, Write>, range: CellRange): Stats => {
  let cells = 0
  let numbers = 0
  let sum = 0
  const fields = columns.slice(range.left, range.right + 1).map(({ field }) => field)
  for (const line of lines.slice(range.top, range.bottom + 1)) {
    if (line.type !== 'row') continue
    for (const field of fields) {
      const value = field.value?.(line.row)
      if (value !== undefined) {
        numbers += 1
        sum += value
      }
      if (value !== undefined || field.text(line.row) !== '') cells += 1
    }
  }
  return { cells, numbers, sum }
}

/** A range is added up by the way only while it is of a size that one can have wanted added up. */
const mostCells = 200_000

/** How many rows are selected, in sight or not: what is done with the selection is done with all of them. */
const Selected = <Row, Write>({ model }: { readonly model: TableModel<Row, Write> }): ReactElement | null => {
  const { t } = useTranslate()
  const selection = useViewStore((state) => state.selection.itemIds)
  const { adapter } = model
  const count = useMemo(
    () => (selection.size === 0 || !adapter.isRowSelection ? 0 : adapter.rows.filter((row) => adapter.isSelected(row, selection)).length),
    [adapter, selection],
  )
  return count === 0 ? null : <strong data-selected-rows>{t('table.selected', { count })}</strong>
}

/** How many rows are shown, and, as in Excel's own bar, what the selected cells come to. */
export const TableStatus = <Row, Write>({ model }: { readonly model: TableModel<Row, Write> }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const base = useTable(model.store, (state) => state.base)
  const extent = useTable(model.store, (state) => state.extent)
  const range = useMemo(() => rangeOf(model, model.store.getState()), [model, base, extent]) // eslint-disable-line react-hooks/exhaustive-deps -- the range is made of them
  const size = (range.bottom - range.top + 1) * (range.right - range.left + 1)
  const stats = useMemo(
    () => (base === null || isOneCell(range) || size > mostCells ? null : statsOf(model, range)),
    [model, base, range, size],
  )
  return (
    <div className={classes.status}>
      <span role="status">
        {t('inventory.shown', { shown: formatNumber(model.shown.length), all: formatNumber(model.adapter.rows.length) })}
      </span>
      <Selected model={model} />
      {stats && (
        <span className={classes.stats}>
          {stats.numbers > 1 && <span>{t('table.statMean', { figure: formatNumber(stats.sum / stats.numbers, 2) })}</span>}
          <span>{t('table.statCount', { figure: formatNumber(stats.cells) })}</span>
          {stats.numbers > 0 && <span>{t('table.statSum', { figure: formatNumber(stats.sum, 2) })}</span>}
        </span>
      )}
    </div>
  )
}
