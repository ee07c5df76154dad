import { useEffectEvent, useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'
import { windowOf } from './cell-range'
import type { Cell } from './cell-range'
import type { TableModel } from './table-model'
import { rememberScroll, scrollOf } from './table-store'

export const rowHeight = 30
export const headHeight = 34
/** The numbers of the rows, at the left edge. */
export const gutterWidth = 46

export type TableWindow = {
  readonly firstLine: number
  readonly endLine: number
  /** Of the columns beside the first, which is always there. */
  readonly firstColumn: number
  readonly endColumn: number
  /** Pixels across that are in sight. */
  readonly width: number
}

type Place = { readonly top: number; readonly left: number; readonly width: number; readonly height: number }

const windowAt = <Row, Write>({ lines, columns, width }: TableModel<Row, Write>, place: Place): TableWindow => {
  const firstLine = Math.max(0, Math.floor(place.top / rowHeight) - 4)
  const endLine = Math.min(lines.length, Math.ceil((place.top + place.height) / rowHeight) + 4)
  const pinned = columns[0]?.width ?? 0
  const starts = [...columns.map((column) => column.start), width]
  const [firstColumn, endColumn] = windowOf(starts, place.left + pinned, place.width - gutterWidth - pinned, 1)
  return { firstLine, endLine, firstColumn: Math.max(1, firstColumn), endColumn: Math.max(1, endColumn), width: place.width }
}

const isSame = (a: TableWindow, b: TableWindow): boolean =>
  a.firstLine === b.firstLine && a.endLine === b.endLine && a.firstColumn === b.firstColumn && a.endColumn === b.endColumn

/** Which lines and columns exist now: those in sight and a few to spare, whatever the size of the estate. */
export const useWindow = <Row, Write>(model: TableModel<Row, Write>, scroller: RefObject<HTMLDivElement | null>) => {
  const { store } = model
  const [place, setPlace] = useState<Place>(() => ({ ...scrollOf(store), width: 1200, height: 700 }))
  const update = useEffectEvent((element: HTMLElement): void => {
    const next = { top: element.scrollTop, left: element.scrollLeft, width: element.clientWidth, height: Math.min(element.clientHeight, window.innerHeight) }
    rememberScroll(store, { top: next.top, left: next.left })
    const isResized = place.width !== next.width || place.height !== next.height
    if (isResized || !isSame(windowAt(model, place), windowAt(model, next))) setPlace(next)
  })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const { top, left } = scrollOf(store)
    element.scrollTo({ top, left })
    const onScroll = (): void => update(element)
    const observer = new ResizeObserver(onScroll)
    observer.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [store, scroller])
  return windowAt(model, place)
}

/** The element of the table that is shown. */
export const gridOf = <Row, Write>({ adapter }: TableModel<Row, Write>): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-table="${adapter.id}"]`)

/** The first edge of a column at or beyond a place, so that no column is cut in half beside the first. */
const edgeFrom = (columns: readonly { readonly start: number }[], least: number, most: number): number => {
  const pinned = columns[1]?.start ?? 0
  const edge = columns.find(({ start }) => start - pinned >= least)
  return Math.min(most, edge ? edge.start - pinned : least)
}

/** Brings a cell into sight: not under the head, nor under the first column, which stays. */
export const revealCell = <Row, Write>(
  { columns }: TableModel<Row, Write>, element: HTMLElement | null, cell: Cell, isCentred = false,
): void => {
  if (!element) return
  const top = cell.line * rowHeight
  const space = element.clientHeight - headHeight
  let scrollTop = element.scrollTop
  if (isCentred && (top < scrollTop || top + rowHeight > scrollTop + space)) scrollTop = top - space / 2
  else if (top < scrollTop) scrollTop = top
  else if (top + rowHeight > scrollTop + space) scrollTop = top + rowHeight - space
  const column = columns[cell.column]
  const pinned = columns[0]?.width ?? 0
  const room = element.clientWidth - gutterWidth
  let scrollLeft = element.scrollLeft
  if (column && cell.column > 0) {
    if (column.start - pinned < scrollLeft) scrollLeft = column.start - pinned
    else if (column.start + column.width > scrollLeft + room) scrollLeft = edgeFrom(columns, column.start + column.width - room, column.start - pinned)
  }
  if (scrollTop === element.scrollTop && scrollLeft === element.scrollLeft) return
  element.scrollTo({ top: scrollTop, left: scrollLeft })
  // The browser says so a frame later; what is typed until then belongs to the cell already.
  element.dispatchEvent(new Event('scroll'))
}
