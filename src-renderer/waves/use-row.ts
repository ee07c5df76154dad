import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine'
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/pointer-outside-of-preview'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { RefObject } from 'react'
import { viewStore } from '../stores/view-store'
import { takenAlong } from './board-selection'
import type { LaneKey, Row } from './board-model'
import { boardStore, isAt, useBoardState } from './board-state'
import { drawStack } from './drag-stack'

/** What a drag carries. */
export type RowDragData = {
  readonly kind: 'row'
  readonly lane: LaneKey
  readonly row: string
  readonly itemIds: readonly string[]
}
export type WaveDragData = { readonly kind: 'wave'; readonly waveId: string }

let focusedTurn = 0

/**
 * Takes the keyboard when the cursor is here and the board wished for it, once a wish: also when the row is mounted
 * only after the board scrolled to it. Returns whether this is the board's one tab stop.
 */
export const useCursorFocus = (ref: RefObject<HTMLElement | null>, lane: LaneKey, row: string | null): boolean => {
  const isCursor = useBoardState((state) => isAt(state.cursor, lane, row))
  const turn = useBoardState((state) => (isAt(state.cursor, lane, row) ? state.focusTurn : 0))
  useEffect(() => {
    if (turn <= focusedTurn || !ref.current) return
    focusedTurn = turn
    // Whoever walks through what was found goes on writing and walking there.
    if (boardStore.getState().takesKeyboard && !document.activeElement?.closest('search')) ref.current.focus({ preventScroll: true })
  }, [turn, ref])
  return isCursor
}

/** Makes a row draggable, and a place to drop on (joining its group). */
export const useRow = (ref: RefObject<HTMLElement | null>, lane: LaneKey, row: Row): void => {
  const { key } = row
  const groupId = row.group.id
  const data = useEffectEvent((): RowDragData => {
    const itemIds = takenAlong(row, viewStore.getState().selection.itemIds)
    return { kind: 'row', lane, row: key, itemIds }
  })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    return combine(
      draggable({
        element,
        getInitialData: () => data(),
        onGenerateDragPreview: ({ nativeSetDragImage, source }) =>
          setCustomNativeDragPreview({
            nativeSetDragImage,
            getOffset: pointerOutsideOfPreview({ x: '14px', y: '10px' }),
            render: ({ container }) => drawStack(container, (source.data as RowDragData).itemIds),
          }),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.kind === 'row',
        getData: () => ({ type: 'card', groupId }),
      }),
    )
  }, [ref, key, groupId])
}

/** The element with its cursor and its drag, for a row. */
export const useRowElement = (lane: LaneKey, row: Row): { ref: RefObject<HTMLDivElement | null>; isCursor: boolean } => {
  const ref = useRef<HTMLDivElement>(null)
  useRow(ref, lane, row)
  return { ref, isCursor: useCursorFocus(ref, lane, row.key) }
}
