import { useLayoutEffect } from 'react'
import type { ReactElement } from 'react'
import { useLookup, usePlanDocument } from '../stores/plan-store'
import { useViewStore } from '../stores/view-store'
import { BoardMenu } from './board-menu'
import { BoardToolbar } from './board-toolbar'
import { cardKey, laneKeyOf } from './board-model'
import { setCursor, showCursor, startBoard } from './board-state'
import { EmptyPlan } from './empty-board'
import { useBoard } from './use-board'
import { SelectionBar } from './selection-bar'
import { WaveBoard } from './wave-board'
import { WaveEditor } from './wave-editor'
import classes from './wave-board.module.css'

let answered = 0

/** Brings the card of an item that was asked for elsewhere into view, once. */
const useFocusRequest = (): void => {
  const request = useViewStore((state) => state.focusRequest)
  const { groupByItemId } = useLookup()
  useLayoutEffect(() => {
    if (!request || request.turn === answered) return
    answered = request.turn
    const group = groupByItemId.get(request.itemId)
    if (!group) return
    const cursor = { lane: laneKeyOf(group.waveId), row: cardKey(group.id) }
    if (request.gently) showCursor(cursor)
    else setCursor(cursor, true)
  }, [request, groupByItemId])
}

/** The board: a lane for each wave and one for what is unplanned. Fills its parent. */
export const WavesView = (): ReactElement => {
  const { id } = usePlanDocument()
  useLayoutEffect(() => startBoard(id), [id])
  useFocusRequest()
  const board = useBoard()
  const nothing = board.lanes.length === 1 && board.lanes[0]?.items === 0
  return (
    <div className={classes.view} data-view="waves">
      <BoardToolbar />
      {nothing ? <EmptyPlan /> : <WaveBoard board={board} />}
      {!nothing && <SelectionBar />}
      <BoardMenu board={board} />
      <WaveEditor />
    </div>
  )
}
