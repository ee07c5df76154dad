import { useEffect } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { FindingSeverity } from '@core/workbook/finding'
import { cellText } from '@core/workbook/cell-text'
import { cellName, columnName, type RawRow } from '@core/workbook/raw-workbook'
import { useTranslate } from '../i18n/use-translate'
import list from '../ui/rows.module.css'
import { useVirtualList, VirtualRows } from './virtual-rows'
import classes from './rows-table.module.css'

type RowsTableProps = {
  readonly label: string
  readonly rows: readonly RawRow[]
  readonly columns: number
  /** The row that holds the headings, as Excel counts. */
  readonly headerRow?: number | null
  /** Above each column, instead of its letter alone. */
  readonly renderHead?: (column: number) => ReactNode
  /** The row that is looked for, as Excel counts: it is scrolled to and stands out. */
  readonly foundRow?: number | null
  /** By cell, `C7`: what was noticed about it. */
  readonly marks?: ReadonlyMap<string, FindingSeverity>
  /** By row number: the row with what its blank cells mean. */
  readonly meant?: ReadonlyMap<number, RawRow>
}

/** A sheet as it is written, of which only the visible rows exist. */
export const RowsTable = ({ label, rows, columns, headerRow = null, renderHead, marks, meant, foundRow = null }: RowsTableProps): ReactElement => {
  const { t } = useTranslate()
  const { scroller, virtual } = useVirtualList(rows.length, () => 28)
  const found = foundRow === null ? -1 : rows.findIndex((row) => row.number === foundRow)
  useEffect(() => {
    if (found >= 0) virtual.scrollToIndex(found, { align: 'center' })
  }, [found, virtual])
  const all = Array.from({ length: columns }, (_, column) => column)
  const template = `52px repeat(${columns}, minmax(0, 1fr))`
  const width = `max(100%, ${52 + columns * 164}px)`
  return (
    <div className={`${list.box} ${classes.table}`} ref={scroller} role="table" aria-label={label} aria-rowcount={rows.length + 1} tabIndex={0}>
      <div role="rowgroup" className={`${list.headings} ${classes.head}`} style={{ width }}>
        <div role="row" className={classes.headRow} style={{ gridTemplateColumns: template, width }}>
          <div role="columnheader" className={classes.number}>{t('import.rowNumber')}</div>
          {all.map((column) => (
            <div role="columnheader" key={column}>
              <span className={classes.letter}>{columnName(column)}</span>
              {renderHead?.(column)}
            </div>
          ))}
        </div>
      </div>
      <VirtualRows virtual={virtual} rows={rows}>
        {(row, item) => (
          <div
            key={row.number} role="row" aria-rowindex={item.index + 2} className={`${list.line} ${classes.row}`} data-headings={row.number === headerRow || undefined}
            data-found={row.number === foundRow || undefined} data-above={(headerRow !== null && row.number < headerRow) || undefined}
            style={{ gridTemplateColumns: template, width, transform: `translateY(${item.start}px)` }}
          >
            <div role="rowheader" className={classes.number}>{row.number}</div>
            {all.map((column) => {
              const written = cellText(row.cells[column])
              const text = written === '' ? cellText(meant?.get(row.number)?.cells[column]) : written
              return (
                <div role="cell" key={column} title={text} data-severity={marks?.get(cellName(row.number, column))} data-meant={text !== written || undefined}>
                  {text}
                </div>
              )
            })}
          </div>
        )}
      </VirtualRows>
    </div>
  )
}
