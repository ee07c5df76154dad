import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import type { ClipboardEvent, ReactElement } from 'react'
import { announce } from '../../app/announcer'
import { useTranslate } from '../../i18n/use-translate'
import { useViewStore } from '../../stores/view-store'
import { GroupRow } from './group-row'
import type { TableAdapter } from './table-adapter'
import { TableBar } from './table-bar'
import { copyRange, cutRange, pasteText } from './table-clipboard'
import { TableEmpty } from './table-empty'
import { TableHead } from './table-head'
import { TableMenus } from './table-menus'
import { cellOf, rangeOf } from './table-model'
import type { TableModel } from './table-model'
import { TableRow } from './table-row'
import { TableStatus } from './table-status'
import type { TableStore } from './table-store'
import { isOwnSelection, selectAt } from './table-moves'
import { useCellPointer } from './use-cell-pointer'
import { useTable, useTableModel } from './use-table-model'
import { useTableKeys } from './use-table-keys'
import { useRowActions } from './use-row-actions'
import { gutterWidth, revealCell, rowHeight, useWindow } from './use-window'
import classes from './data-table.module.css'

/** The item that another view, a violation or the search asks for; otherwise, at first, what is selected. */
const useReveal = <Row, Write>(model: TableModel<Row, Write>, scroller: React.RefObject<HTMLDivElement | null>): void => {
  const { t } = useTranslate()
  const request = useViewStore((state) => state.focusRequest)
  const revealTurn = useTable(model.store, (state) => state.revealTurn)
  const handled = useRef<number | null>(null)
  const lineOfItem = (itemId: string): number =>
    model.lines.findIndex((line) => line.type === 'row' && model.adapter.itemIdsOf(line.row)[0] === itemId)
  const goToItem = (itemId: string): boolean => {
    const index = lineOfItem(itemId)
    const line = model.lines[index]
    if (!line) return false
    const key = { line: line.id, field: model.columns[0]?.field.id ?? '' }
    model.store.setState({ cursor: key, base: key, extent: key })
    revealCell(model, scroller.current, { line: index, column: 0 }, true)
    return true
  }
  useEffect(() => {
    if (!request || handled.current === request.turn) return
    const isOld = handled.current === null && model.store.getState().seenRequest === request.turn
    handled.current = request.turn
    model.store.setState({ seenRequest: request.turn })
    if (isOld) return
    if (request.gently) {
      const line = lineOfItem(request.itemId)
      if (line >= 0) revealCell(model, scroller.current, { line, column: 0 })
      return
    }
    if (goToItem(request.itemId)) return
    const row = model.adapter.rows.find((one) => model.adapter.itemIdsOf(one)[0] === request.itemId)
    if (row) announce(t('table.hiddenItem', { name: model.adapter.nameOf(row) }))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once a request, wherever the rows are by then
  }, [request])
  const selection = useViewStore((state) => state.selection.itemIds)
  useEffect(() => {
    const { cursor } = model.store.getState()
    const line = model.lines[model.lineIndexById.get(cursor?.line ?? '') ?? -1]
    const isThere = line?.type === 'row' && model.adapter.isSelected(line.row, selection)
    if (isThere || selection.size === 0 || isOwnSelection(model.store, selection)) return
    const first = model.lines.find((one) => one.type === 'row' && model.adapter.isSelected(one.row, selection))
    if (first?.type === 'row') goToItem(model.adapter.itemIdsOf(first.row)[0] ?? '')
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when it is selected elsewhere, not when rows change
  }, [selection])
  useLayoutEffect(() => {
    if (revealTurn === 0) return
    const cell = cellOf(model, model.store.getState().cursor)
    revealCell(model, scroller.current, cell)
    selectAt(model, cell)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once a request
  }, [revealTurn])
}

/** When one stops looking, all rows are back: what one had walked to stays in sight among them. */
const useStayInSight = <Row, Write>(model: TableModel<Row, Write>, scroller: React.RefObject<HTMLDivElement | null>): void => {
  const isLooking = model.adapter.visible !== null
  const wasLooking = useRef(isLooking)
  useLayoutEffect(() => {
    const { cursor } = model.store.getState()
    if (wasLooking.current && !isLooking && cursor !== null) revealCell(model, scroller.current, cellOf(model, cursor), true)
    wasLooking.current = isLooking
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it ends
  }, [isLooking])
}

/** Where the row with the cursor has gone, as by undo, the cursor is in the row that is at its place now. */
const useLostCursor = <Row, Write>(model: TableModel<Row, Write>): void => {
  const { store, lines, lineIndexById } = model
  const cursor = useTable(store, (state) => state.cursor)
  const index = cursor === null ? undefined : lineIndexById.get(cursor.line)
  const place = useRef(0)
  useLayoutEffect(() => {
    if (index !== undefined) place.current = index
    const next = lines[Math.min(place.current, lines.length - 1)]
    if (cursor === null || index !== undefined || !next) return
    const key = { line: next.id, field: cursor.field }
    store.setState({ cursor: key, base: key, extent: key, editing: null })
  }, [cursor, index, lines, store])
}

const useClipboard = <Row, Write>(model: TableModel<Row, Write>) => {
  const onClipboard = (act: (data: DataTransfer) => void) => (event: ClipboardEvent<HTMLDivElement>): void => {
    if (event.target instanceof Element && event.target.closest('textarea, input')) return
    event.preventDefault()
    act(event.clipboardData)
  }
  return {
    onCopy: onClipboard((data) => copyRange(model, data)),
    onCut: onClipboard((data) => cutRange(model, data)),
    onPaste: onClipboard((data) => pasteText(model, data.getData('text/plain'))),
  }
}

/** The lines in sight, and the one that is being written in, however far one has scrolled from it. */
const mountedLines = ({ firstLine, endLine }: ReturnType<typeof useWindow>, edited: number): readonly number[] => {
  const inSight = Array.from({ length: Math.max(0, endLine - firstLine) }, (_, offset) => firstLine + offset)
  return edited < 0 || (edited >= firstLine && edited < endLine) ? inSight : [...inSight, edited]
}

const Body = <Row, Write>({ model, shown, gridId, width }: {
  readonly model: TableModel<Row, Write>
  readonly shown: ReturnType<typeof useWindow>
  readonly gridId: string
  readonly width: number
}): ReactElement => {
  const state = useTable(model.store, (now) => now)
  const selected = useViewStore((now) => now.selection.itemIds)
  const range = rangeOf(model, state)
  const level = state.view.groups.length > 0 ? state.view.groups.length + 1 : undefined
  const cursor = cellOf(model, state.cursor)
  return (
    <>
      {mountedLines(shown, state.editing ? cursor.line : -1).map((index) => {
        const line = model.lines[index]
        if (!line) return null
        const isCursor = state.cursor !== null && index === cursor.line
        if (line.type === 'group') {
          return <GroupRow key={line.id} model={model} line={line} index={index} gridId={gridId} isCursor={isCursor} width={width} />
        }
        const isInRange = state.cursor !== null && index >= range.top && index <= range.bottom
        return (
          <TableRow
            key={line.id} model={model} line={line} index={index} level={level} gridId={gridId} firstColumn={shown.firstColumn} endColumn={shown.endColumn}
            from={isInRange ? range.left : -1} to={isInRange ? range.right : -1} cursor={isCursor ? cursor.column : -1}
            isHandle={isInRange && index === range.bottom && state.editing === null}
            isSelected={line.type === 'row' && model.adapter.isSelected(line.row, selected)}
            editing={state.editing?.cell.line === line.id ? state.editing : null} draft={line.type === 'draft' ? state.draft : null}
          />
        )
      })}
    </>
  )
}

/**
 * A table of any length and width of which only what is in sight exists: walked, edited, filled, copied and pasted as in
 * Excel. One tab stop; the cell with the cursor is told to screen readers as the active descendant.
 */
export const DataTable = <Row, Write>({ adapter, store }: {
  readonly adapter: TableAdapter<Row, Write>
  readonly store: TableStore
}): ReactElement => {
  const { t } = useTranslate()
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { model, isStale } = useTableModel(adapter, store)
  const shown = useWindow(model, scroller)
  const isGrouped = useTable(store, (state) => state.view.groups.length > 0)
  const cursorLine = useTable(store, (state) => model.lineIndexById.get(state.cursor?.line ?? '') ?? -1)
  const hasCursor = cursorLine >= shown.firstLine && cursorLine < shown.endLine
  useReveal(model, scroller)
  useLostCursor(model)
  useStayInSight(model, scroller)
  useRowActions(model, scroller)
  const onKeyDown = useTableKeys(model, scroller)
  const pointer = useCellPointer(model, scroller)
  const clipboard = useClipboard(model)
  const onFocus = (): void => {
    if (store.getState().cursor !== null || model.lines.length === 0) return
    const key = { line: model.lines[0]?.id ?? '', field: model.columns[0]?.field.id ?? '' }
    store.setState({ cursor: key, base: key, extent: key })
  }
  return (
    <div className={classes.table}>
      <TableBar model={model} isStale={isStale} />
      <div
        ref={scroller} className={classes.scroller} role={isGrouped ? 'treegrid' : 'grid'} aria-label={adapter.label} tabIndex={0}
        data-table={adapter.id} aria-multiselectable aria-rowcount={model.lines.length + 1} aria-colcount={model.columns.length}
        aria-describedby={`${gridId}-keys`} aria-activedescendant={hasCursor ? `${gridId}-cursor` : undefined}
        onKeyDown={onKeyDown} onFocus={onFocus} {...clipboard} {...pointer}
      >
        <TableHead model={model} shown={shown} />
        {model.lines.length === 0 && <TableEmpty model={model} width={shown.width} />}
        <div role="rowgroup" className={classes.body} style={{ height: model.lines.length * rowHeight, width: gutterWidth + model.width }}>
          <Body model={model} shown={shown} gridId={gridId} width={Math.max(320, shown.width)} />
        </div>
      </div>
      <p id={`${gridId}-keys`} className="ww-hidden">{t('table.describe')}</p>
      <TableStatus model={model} />
      <TableMenus model={model} scroller={scroller} />
    </div>
  )
}
