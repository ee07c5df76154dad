import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, MouseEvent, ReactElement, RefObject } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { useEvaluation } from '../stores/plan-store'
import { pick, rowAtCursor } from './board-actions'
import { pressKey } from './board-keys'
import type { Board } from './board-model'
import { boardStore, editWaveOf, isAt, openMenu, setCursor, toggleOpen, useBoardState } from './board-state'
import { settleCursor } from './board-walk'
import type { Cursor } from './board-walk'
import { EmptyWaves } from './empty-board'
import { Lane } from './lane'
import { useBoardDrag } from './use-board-drag'
import classes from './wave-board.module.css'

const laneWidth = 288
const laneGap = 10

type Pointed = { readonly cursor: Cursor; readonly part: string | null; readonly rect: DOMRect }

/** The row or header that an event is about. */
const pointedAt = (target: EventTarget): Pointed | null => {
  if (!(target instanceof Element)) return null
  const lane = target.closest<HTMLElement>('[data-lane]')?.dataset.lane
  const place = target.closest<HTMLElement>('[data-row], [data-lane-header]')
  if (lane === undefined || !place) return null
  const part = target.closest<HTMLElement>('[data-part]')
  return { cursor: { lane, row: place.dataset.row ?? null }, part: part?.dataset.part ?? null, rect: (part ?? place).getBoundingClientRect() }
}

const clickRow = (board: Board, { cursor, part, rect }: Pointed, event: MouseEvent): void => {
  const lane = board.laneByKey.get(cursor.lane)
  const row = rowAtCursor(board, cursor)
  if (!lane || !row) return
  setCursor(cursor, true)
  if (part === 'toggle') toggleOpen(row.group.id)
  else if (part === 'menu') openMenu({ x: rect.left, y: rect.bottom, cursor })
  else pick(lane, row, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'replace')
}

const click = (board: Board, event: MouseEvent): void => {
  const pointed = pointedAt(event.target)
  if (!pointed) return
  const { cursor, part, rect } = pointed
  if (cursor.row !== null) return clickRow(board, pointed, event)
  setCursor(cursor, part !== null)
  if (part === 'menu') openMenu({ x: rect.left, y: rect.bottom, cursor })
  else if (part === 'title') editWaveOf(board.laneByKey.get(cursor.lane)?.wave?.id ?? null)
}

/** Opens or closes a card. Its first click has selected it. */
const doubleClick = (board: Board, event: MouseEvent): void => {
  const pointed = pointedAt(event.target)
  const row = pointed && rowAtCursor(board, pointed.cursor)
  if (row?.type === 'card' && row.group.itemIds.length > 1 && pointed?.part === null) toggleOpen(row.group.id)
}

/** Whatever brought the keyboard here (a screen reader's own cursor, for one), what it does is about this place. */
const followFocus = (target: EventTarget): void => {
  const pointed = pointedAt(target)
  const { cursor } = boardStore.getState()
  if (pointed && !isAt(cursor, pointed.cursor.lane, pointed.cursor.row)) setCursor(pointed.cursor, false)
}

const showMenu = (event: MouseEvent): void => {
  const pointed = pointedAt(event.target)
  if (!pointed) return
  event.preventDefault()
  setCursor(pointed.cursor, true)
  openMenu({ x: event.clientX, y: event.clientY, cursor: pointed.cursor })
}

const press = (board: Board, event: KeyboardEvent<HTMLElement>): void => {
  if (!(event.target instanceof HTMLElement) || event.defaultPrevented) return
  const { left, bottom } = event.target.getBoundingClientRect()
  const handled = pressKey(board, {
    key: event.key,
    ctrl: event.ctrlKey || event.metaKey,
    shift: event.shiftKey,
    alt: event.altKey,
    at: { x: left + 12, y: bottom },
  })
  if (!handled) return
  event.preventDefault()
  event.stopPropagation()
}

/** Keeps the cursor on something that exists, and the keyboard on it when its row went away under it. */
const useSettledCursor = (board: Board): void => {
  const cursor = useBoardState((state) => state.cursor)
  const lastIndex = useRef(-1)
  useLayoutEffect(() => {
    const settled = settleCursor(board, cursor, lastIndex.current)
    const index = board.laneByKey.get(settled.lane)?.indexByKey.get(settled.row ?? '') ?? -1
    lastIndex.current = index
    if (settled !== cursor) setCursor(settled, document.activeElement === document.body || document.activeElement === null)
  }, [board, cursor])
}

/** A board that opens while nothing has the keyboard, or only the place of the views, takes it: on a card where there is one. */
const useFirstFocus = (board: Board): void => {
  const takeKeyboard = useEffectEvent(() => {
    if (document.activeElement && !document.activeElement.matches('body, main')) return
    const { cursor } = boardStore.getState()
    const row = cursor.row ?? board.laneByKey.get(cursor.lane)?.rows[0]?.key ?? null
    setCursor({ lane: cursor.lane, row }, true)
  })
  useEffect(() => takeKeyboard(), [])
}

const useLaneVirtualizer = (board: Board, scroller: RefObject<HTMLDivElement | null>) => {
  const cursorLane = useBoardState(({ cursor }) => cursor.lane)
  const focusTurn = useBoardState((state) => state.focusTurn)
  const waves = board.lanes.slice(1)
  const cursorIndex = waves.findIndex((lane) => lane.key === cursorLane)
  // We have no compiler that would memoise what it returns.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: waves.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => laneWidth,
    gap: laneGap,
    paddingEnd: laneGap,
    scrollPaddingStart: laneGap,
    scrollPaddingEnd: laneGap,
    overscan: 1,
    getItemKey: (index) => waves[index]?.key ?? index,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      return cursorIndex < 0 || indexes.includes(cursorIndex) ? indexes : [...indexes, cursorIndex].sort((a, b) => a - b)
    },
    initialOffset: () => boardStore.getState().scroll.get('board') ?? 0,
  })
  useEffect(() => {
    if (focusTurn > 0 && cursorIndex >= 0) virtualizer.scrollToIndex(cursorIndex, { align: 'auto' })
    // Only a wish to go there scrolls: not that waves come and go.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focusTurn, cursorLane])
  return { waves, virtualizer }
}

const DropLine = ({ waves }: { readonly waves: readonly { readonly key: string }[] }): ReactElement | null => {
  const drag = useBoardState((state) => state.drag)
  if (drag?.kind !== 'wave' || drag.toIndex === null) return null
  const from = waves.findIndex((lane) => lane.key === drag.waveId)
  const gap = drag.toIndex >= from ? drag.toIndex + 1 : drag.toIndex
  return <div className={classes.dropLine} style={{ left: gap * (laneWidth + laneGap) - laneGap / 2 - 1 }} />
}

/** The lanes: unplanned stays at the left, the waves scroll. One tab stop; every event is handled here. */
export const WaveBoard = ({ board }: { readonly board: Board }): ReactElement => {
  const { t } = useTranslate()
  const evaluation = useEvaluation()
  const scroller = useRef<HTMLDivElement>(null)
  useBoardDrag(scroller)
  useSettledCursor(board)
  useFirstFocus(board)
  const { waves, virtualizer } = useLaneVirtualizer(board, scroller)
  const unplanned = board.lanes[0]
  return (
    <div
      className={classes.board}
      role="group"
      aria-label={t('waves.board')}
      aria-describedby="waves-board-help"
      onFocus={(event) => followFocus(event.target)}
      onClick={(event) => click(board, event)}
      onDoubleClick={(event) => doubleClick(board, event)}
      onContextMenu={showMenu}
      onKeyDown={(event) => press(board, event)}
    >
      <span id="waves-board-help" className="ww-hidden">{t('waves.boardHelp')}</span>
      {unplanned && <div className={classes.unplanned}><Lane lane={unplanned} evaluation={evaluation} /></div>}
      <div
        ref={scroller}
        className={classes.waves}
        tabIndex={-1}
        onScroll={(event) => boardStore.getState().scroll.set('board', event.currentTarget.scrollLeft)}
      >
        {waves.length === 0 ? <EmptyWaves /> : (
          <div className={classes.sheet} style={{ width: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((place) => {
              const lane = waves[place.index]
              if (!lane) return null
              return (
                <div key={place.key} className={classes.place} style={{ width: laneWidth, transform: `translateX(${place.start}px)` }}>
                  <Lane lane={lane} evaluation={evaluation} />
                </div>
              )
            })}
            <DropLine waves={waves} />
          </div>
        )}
      </div>
    </div>
  )
}
