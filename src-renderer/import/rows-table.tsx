import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { FindingSeverity } from '@core/workbook/finding'
import { cellText } from '@core/workbook/cell-text'
import { cellName, columnName, type RawRow } from '@core/workbook/raw-workbook'
import { useTranslate } from '../i18n/use-translate'
import classes from './rows-table.module.css'

type RowsTableProps = {
  readonly label: string
  readonly rows: readonly RawRow[]
  readonly columns: number
  /** The row that holds the headings, as Excel counts. */
  readonly headerRow?: number | null
  /** Above each column, instead of its letter alone. */
  readonly renderHead?: (column: number) => ReactNode
  /** By cell, `C7`: what was noticed about it. */
  readonly marks?: ReadonlyMap<string, FindingSeverity>
}

/** A sheet as it is written, of which only the visible rows exist. */
export const RowsTable = ({ label, rows, columns, headerRow = null, renderHead, marks }: RowsTableProps): ReactElement => {
  const { t } = useTranslate()
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- we build without React's compiler
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => 28, overscan: 12 })
  const all = Array.from({ length: columns }, (_, column) => column)
  const template = `52px repeat(${columns}, minmax(0, 1fr))`
  const width = `max(100%, ${52 + columns * 164}px)`
  return (
    <div className={classes.table} ref={scroller} role="table" aria-label={label} aria-rowcount={rows.length + 1} tabIndex={0}>
      <div role="rowgroup" className={classes.head} style={{ width }}>
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
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          return (
            <div
              key={row.number} role="row" aria-rowindex={item.index + 2} className={classes.row} data-headings={row.number === headerRow || undefined}
              data-above={(headerRow !== null && row.number < headerRow) || undefined}
              style={{ gridTemplateColumns: template, width, transform: `translateY(${item.start}px)` }}
            >
              <div role="rowheader" className={classes.number}>{row.number}</div>
              {all.map((column) => {
                const text = cellText(row.cells[column])
                return <div role="cell" key={column} title={text} data-severity={marks?.get(cellName(row.number, column))}>{text}</div>
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}
