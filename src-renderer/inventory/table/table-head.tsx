import { IconArrowDown, IconArrowUp, IconChevronDown, IconFilterFilled } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { PointerEvent, ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { isFiltering } from './column-filter'
import type { Column, TableModel } from './table-model'
import { layoutFor, withOrder, withWidth } from './table-layout'
import { rememberLayout, setView } from './table-store'
import { sortedBy } from './sort-choice'
import { useTable } from './use-table-model'
import { gutterWidth, headHeight } from './use-window'
import type { TableWindow } from './use-window'
import classes from './data-table.module.css'

type Drag = { readonly kind: 'resize' | 'move'; readonly x: number; readonly width: number; isMoved: boolean }

const HeadCell = <Row, Write>({ model, column, index }: {
  readonly model: TableModel<Row, Write>
  readonly column: Column<Row, Write>
  readonly index: number
}): ReactElement => {
  const { t } = useTranslate()
  const { field } = column
  const { store, adapter } = model
  const sorts = useTable(store, (state) => state.view.sorts)
  const isFiltered = useTable(store, (state) => isFiltering(state.view.filters[field.id]))
  const place = sorts.findIndex((sort) => sort.field === field.id)
  const sort = sorts[place]
  const drag = useRef<Drag | null>(null)
  const [dropX, setDropX] = useState<number | null>(null)
  const layout = () => layoutFor(adapter.fields, store.getState().layout)
  const Arrow = sort?.descending ? IconArrowDown : IconArrowUp

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const target = event.target as HTMLElement
    if (event.button > 0 || target.closest('[data-menu]')) return
    drag.current = { kind: target.closest('[data-resize]') ? 'resize' : 'move', x: event.clientX, width: column.width, isMoved: false }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const now = drag.current
    if (!now) return
    const by = event.clientX - now.x
    if (Math.abs(by) > 4) now.isMoved = true
    if (now.kind === 'resize') rememberLayout(adapter.id, store, withWidth(layout(), field.id, now.width + by))
    else if (now.isMoved) setDropX(by)
  }
  const onPointerUp = (event: PointerEvent<HTMLDivElement>): void => {
    const now = drag.current
    drag.current = null
    setDropX(null)
    if (!now || now.kind === 'resize') return
    if (!now.isMoved) {
      setView(store, { sorts: sortedBy(sorts, field.id, event.shiftKey) })
      return
    }
    const over = document.elementsFromPoint(event.clientX, event.clientY)
      .map((element) => element.closest('[role="columnheader"]')?.getAttribute('data-field')).find((id) => id && id !== field.id)
    if (!over) return
    const target = model.columns.findIndex((one) => one.field.id === over)
    const before = target > index ? model.columns[target + 1]?.field.id ?? null : over
    rememberLayout(adapter.id, store, withOrder(layout(), field.id, before))
  }
  const openMenu = (element: HTMLElement): void => {
    const box = element.closest('[role="columnheader"]')?.getBoundingClientRect()
    if (box) store.setState({ menu: { type: 'column', field: field.id, x: box.left, y: box.bottom } })
  }
  return (
    <div
      role="columnheader" aria-colindex={index + 1} aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : undefined}
      data-field={field.id} data-first={index === 0 || undefined} data-end={field.type === 'number' || undefined}
      data-dragged={dropX !== null || undefined} className={classes.head} title={field.heading}
      style={{ ...(index === 0 ? {} : { left: gutterWidth + column.start }), width: column.width, ...(dropX === null ? {} : { translate: `${dropX}px` }) }}
      onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp}
    >
      <span className={classes.headText}>{field.short ?? field.heading}</span>
      {sort && <Arrow size={14} aria-hidden />}
      {sort && sorts.length > 1 && <span className={classes.sortPlace}>{place + 1}</span>}
      <button
        type="button" tabIndex={-1} data-menu data-on={isFiltered || undefined} className={classes.menuButton}
        aria-label={t('table.columnMenu', { column: field.heading })} onClick={(event) => openMenu(event.currentTarget)}
      >
        {isFiltered ? <IconFilterFilled size={13} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
      </button>
      <span aria-hidden data-resize className={classes.resize} />
    </div>
  )
}

/** The headings: a click sorts, with Shift also by this one; dragging moves the column, its right edge makes it wider. */
export const TableHead = <Row, Write>({ model, shown }: {
  readonly model: TableModel<Row, Write>
  readonly shown: TableWindow
}): ReactElement => {
  const first = model.columns[0]
  return (
    <div role="rowgroup" className={classes.headRow} style={{ width: gutterWidth + model.width, height: headHeight }}>
      <div role="row" aria-rowindex={1}>
        <div aria-hidden className={classes.gutter} data-head />
        {first && <HeadCell model={model} column={first} index={0} />}
        {model.columns.slice(shown.firstColumn, shown.endColumn).map((column, offset) => (
          <HeadCell key={column.field.id} model={model} column={column} index={shown.firstColumn + offset} />
        ))}
      </div>
    </div>
  )
}
