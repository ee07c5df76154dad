import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, ReactElement, ReactNode } from 'react'
import type { SelectMode } from '../stores/view-store'
import { leastWidth, rowAfterKey, rowsBetween } from './grid-walk'
import classes from './virtual-grid.module.css'

export type GridColumn<Row> = {
  readonly id: string
  readonly heading: string
  /** A CSS grid track: `minmax(120px, 1fr)`. */
  readonly width: string
  readonly alignEnd?: boolean
  readonly sortable?: boolean
  readonly render: (row: Row) => ReactNode
}

export type GridSort = { readonly column: string; readonly descending: boolean }

type GridProps<Row> = {
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  readonly isSelected: (row: Row) => boolean
  /** Arrow keys and clicks; `rows` are several when a range was chosen with Shift. */
  readonly onChoose: (rows: readonly Row[], mode: SelectMode) => void
  /** Enter, or a double click. */
  readonly onOpen?: (row: Row) => void
  readonly sort?: GridSort
  readonly onSort?: (sort: GridSort) => void
  readonly empty: string
  /** Brought into sight when `turn` changes. */
  readonly reveal?: { readonly index: number; readonly turn: number } | null
  /** Where the list was left, in pixels, and where it now is. */
  readonly initialOffset?: number
  readonly onScroll?: (offset: number) => void
}

const modeOf = (event: MouseEvent | KeyboardEvent): SelectMode =>
  event.ctrlKey || event.metaKey ? 'toggle' : event.shiftKey ? 'add' : 'replace'

type HeadingsProps<Row> = Pick<GridProps<Row>, 'columns' | 'sort' | 'onSort'> & { readonly template: string; readonly minWidth: number }

const Headings = <Row,>({ columns, sort, onSort, template, minWidth }: HeadingsProps<Row>): ReactElement => (
  <div role="rowgroup" className={classes.head} style={{ minWidth }}>
    <div role="row" className={classes.row} style={{ gridTemplateColumns: template }}>
      {columns.map((column) => {
        const sorted = sort?.column === column.id ? sort : null
        const Arrow = sorted?.descending ? IconArrowDown : IconArrowUp
        const ariaSort = sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined
        return (
          <div key={column.id} role="columnheader" aria-sort={ariaSort} data-end={column.alignEnd || undefined}>
            {column.sortable && onSort ? (
              <button type="button" onClick={() => onSort({ column: column.id, descending: sorted ? !sorted.descending : false })}>
                {column.heading}
                {sorted && <Arrow size={14} aria-hidden />}
              </button>
            ) : column.heading}
          </div>
        )
      })}
    </div>
  </div>
)

/**
 * A table of any length of which only the visible rows exist. One tab stop: arrows, Page, Home and End walk; Shift
 * extends, Ctrl or Command toggles, Space toggles, Enter opens.
 */
export const VirtualGrid = <Row,>(props: GridProps<Row>): ReactElement => {
  const { label, columns, rows, idOf, isSelected, onChoose, onOpen, sort, onSort, empty, reveal, onScroll } = props
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [anchor, setAnchor] = useState(0)
  // eslint-disable-next-line react-hooks/incompatible-library -- we build without React's compiler
  const virtual = useVirtualizer({
    count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => 32, overscan: 10,
    initialOffset: props.initialOffset ?? 0,
  })
  const current = Math.min(active, rows.length - 1)
  const template = columns.map((column) => column.width).join(' ')
  const minWidth = leastWidth(columns.map((column) => column.width))
  useEffect(() => {
    if (reveal && reveal.index >= 0) virtual.scrollToIndex(reveal.index, { align: 'center' })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once a request, wherever the rows are by then
  }, [reveal?.turn])
  const choose = (index: number, mode: SelectMode, extend: boolean): void => {
    const row = rows[index]
    if (row === undefined) return
    setActive(index)
    if (!extend) setAnchor(index)
    onChoose(extend ? rowsBetween(rows, anchor, index) : [row], extend ? 'replace' : mode)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[current]
    const next = rowAfterKey(event.key, current, rows.length)
    if (next !== null) {
      virtual.scrollToIndex(next)
      if (event.ctrlKey || event.metaKey) setActive(next)
      else choose(next, 'replace', event.shiftKey)
    } else if (event.key === ' ' && row !== undefined) choose(current, 'toggle', false)
    else if (event.key === 'Enter' && row !== undefined) onOpen?.(row)
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') onChoose(rows, 'replace')
    else return
    event.preventDefault()
  }
  return (
    <div
      className={classes.grid} ref={scroller} role="grid" aria-label={label} aria-rowcount={rows.length + 1} tabIndex={0}
      aria-multiselectable onScroll={(event) => onScroll?.(event.currentTarget.scrollTop)} onKeyDown={onKeyDown}
      aria-activedescendant={rows.length > 0 ? `${gridId}-${current}` : undefined}
    >
      <Headings columns={columns} sort={sort} onSort={onSort} template={template} minWidth={minWidth} />
      {rows.length === 0 && <p className={classes.empty}>{empty}</p>}
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <div
              key={idOf(row)} id={`${gridId}-${item.index}`} role="row" aria-rowindex={item.index + 2}
              aria-selected={isSelected(row)} data-active={item.index === current || undefined}
              className={`${classes.row} ${classes.data}`}
              style={{ gridTemplateColumns: template, minWidth, transform: `translateY(${item.start}px)` }}
              onClick={(event) => choose(item.index, modeOf(event), event.shiftKey)}
              onDoubleClick={() => onOpen?.(row)}
            >
              {columns.map((column) => (
                <div key={column.id} role="gridcell" data-end={column.alignEnd || undefined}>{column.render(row)}</div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}
