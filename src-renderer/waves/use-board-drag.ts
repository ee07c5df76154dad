import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { useEffect } from 'react'
import type { RefObject } from 'react'
import { lookup } from '@core/plan/lookup'
import { previewMove } from '@core/violations/preview-move'
import { planStore } from '../stores/plan-store'
import { select, viewStore } from '../stores/view-store'
import { startAutoScroll } from './auto-scroll'
import { joinTo, moveTo, moveWave, takeOut, waveIndex } from './board-commands'
import { laneKeyOf, waveIdOfLane } from './board-model'
import type { LaneKey } from './board-model'
import { boardStore, setCursor, setDrag, updateCardsDrag } from './board-state'
import type { CardsDrag } from './board-state'
import { indexAfterDrop } from './drop-place'
import type { RowDragData, WaveDragData } from './use-row'

/** How long the pointer rests on a card before a drop joins its group instead of landing in the lane. */
const restBeforeJoin = 550

type Target = { readonly data: Readonly<Record<string | symbol, unknown>> }

const textOf = (targets: readonly Target[], type: string, name: string): string | null => {
  const value = targets.find(({ data }) => data.type === type)?.data[name]
  return typeof value === 'string' ? value : null
}

let rest: ReturnType<typeof setTimeout> | undefined

/** A card whose group holds something else than what is dragged can be joined. */
const canJoin = (groupId: string, itemIds: readonly string[]): boolean => {
  const { document } = planStore.getState()
  const group = document && lookup(document).groupById.get(groupId)
  if (!group) return false
  const inside = new Set(group.itemIds)
  return itemIds.some((id) => !inside.has(id))
}

const lieOver = (drag: CardsDrag, lane: LaneKey | null, groupId: string | null): void => {
  if (drag.overLane === lane && drag.overGroupId === groupId) return
  clearTimeout(rest)
  updateCardsDrag({ overLane: lane, overGroupId: groupId, armed: false })
  if (groupId !== null) rest = setTimeout(() => updateCardsDrag({ armed: true }), restBeforeJoin)
}

const startCards = ({ lane, row, itemIds }: RowDragData): void => {
  const selected = viewStore.getState().selection.itemIds
  if (itemIds.length !== selected.size || !itemIds.every((id) => selected.has(id))) select(itemIds)
  setCursor({ lane, row }, false)
  setDrag({ kind: 'cards', itemIds, previews: null, overLane: null, overGroupId: null, armed: false })
  // After the first frame, so that the card follows the hand at once.
  requestAnimationFrame(() => {
    const { document } = planStore.getState()
    if (!document) return
    const previews = previewMove(document, itemIds)
    updateCardsDrag({ previews: new Map(previews.map((preview) => [laneKeyOf(preview.waveId), preview])) })
  })
}

const dropCards = (drag: CardsDrag, ownGroupId: string | null): void => {
  const { document } = planStore.getState()
  if (!document || drag.overLane === null) return
  const group = drag.overGroupId === null ? undefined : lookup(document).groupById.get(drag.overGroupId)
  if (drag.armed && group && canJoin(group.id, drag.itemIds)) {
    joinTo(drag.itemIds, group)
    return
  }
  const isOwnCard = drag.overGroupId !== null && drag.overGroupId === ownGroupId
  if (!isOwnCard) dropInLane(drag, drag.overLane)
}

/** In the lane where it lay already, an item is taken out of its group; anywhere else it also moves. */
const dropInLane = ({ itemIds }: CardsDrag, lane: LaneKey): void => {
  const { document } = planStore.getState()
  if (!document) return
  const { groupByItemId } = lookup(document)
  const groups = new Set(itemIds.flatMap((id) => groupByItemId.get(id) ?? []))
  const isPart = [...groups].some((group) => !group.itemIds.every((id) => itemIds.includes(id)))
  const allHere = [...groups].every((group) => laneKeyOf(group.waveId) === lane)
  if (isPart && allHere) takeOut(itemIds)
  else moveTo(itemIds, waveIdOfLane(lane))
}

const ownGroupOf = ({ row, itemIds }: RowDragData): string | null => {
  const { document } = planStore.getState()
  const [first] = itemIds
  if (!document || !row.startsWith('i:') || first === undefined) return null
  return lookup(document).groupByItemId.get(first)?.id ?? null
}

const placeOfWave = ({ waveId }: WaveDragData, targets: readonly Target[]): number | null => {
  const { document } = planStore.getState()
  const overId = textOf(targets, 'lane', 'lane')
  if (!document || overId === null) return null
  const { waveById } = lookup(document)
  const wave = waveById.get(waveId)
  const over = waveById.get(overId)
  if (!wave || !over) return null
  return indexAfterDrop(waveIndex(wave), waveIndex(over), textOf(targets, 'lane', 'side'))
}

const dropWaveAt = ({ waveId }: WaveDragData, toIndex: number | null): void => {
  const { document } = planStore.getState()
  const wave = document && lookup(document).waveById.get(waveId)
  if (wave && toIndex !== null) moveWave(wave, toIndex)
}

const onMove = (data: Record<string, unknown>, targets: readonly Target[]): void => {
  const { drag } = boardStore.getState()
  if (drag?.kind === 'cards') {
    const groupId = textOf(targets, 'card', 'groupId')
    const joined = groupId !== null && canJoin(groupId, drag.itemIds) ? groupId : null
    lieOver(drag, textOf(targets, 'lane', 'lane'), joined)
  } else if (drag?.kind === 'wave') {
    const toIndex = placeOfWave(data as WaveDragData, targets)
    if (toIndex !== drag.toIndex) setDrag({ ...drag, toIndex })
  }
}

const onDrop = (data: Record<string, unknown>, targets: readonly Target[]): void => {
  clearTimeout(rest)
  const { drag } = boardStore.getState()
  setDrag(null)
  if (drag?.kind === 'cards' && targets.length > 0) {
    const over = textOf(targets, 'card', 'groupId')
    dropCards({ ...drag, overGroupId: drag.overGroupId ?? over }, ownGroupOf(data as RowDragData))
  }
  if (drag?.kind === 'wave' && targets.length > 0) dropWaveAt(data as WaveDragData, drag.toIndex)
}

/** Follows every drag on the board: computes what dropping would do once, and makes a drop one command. */
export const useBoardDrag = (scroller: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    let stopScrolling = (): void => {}
    const stop = monitorForElements({
      canMonitor: ({ source }) => source.data.kind === 'row' || source.data.kind === 'wave',
      onDragStart: ({ source }) => {
        if (source.data.kind === 'row') startCards(source.data as RowDragData)
        else setDrag({ kind: 'wave', waveId: (source.data as WaveDragData).waveId, toIndex: null })
        stopScrolling = startAutoScroll(scroller.current)
      },
      onDropTargetChange: ({ source, location }) => onMove(source.data, location.current.dropTargets),
      onDrag: ({ source, location }) => onMove(source.data, location.current.dropTargets),
      onDrop: ({ source, location }) => {
        stopScrolling()
        onDrop(source.data, location.current.dropTargets)
      },
    })
    return () => {
      stop()
      stopScrolling()
    }
  }, [scroller])
}
