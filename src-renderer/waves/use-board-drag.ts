import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { useEffect } from 'react'
import type { RefObject } from 'react'
import { lookup } from '@core/plan/lookup'
import { previewMove } from '@core/violations/preview-move'
import { planStore } from '../stores/plan-store'
import { select, viewStore } from '../stores/view-store'
import { startAutoScroll } from './auto-scroll'
import { joinTo, moveTo, moveWave, takeOut } from './board-commands'
import { laneKeyOf, waveIdOfLane } from './board-model'
import type { LaneKey } from './board-model'
import { boardStore, setCursor, setDrag, updateCardsDrag } from './board-state'
import type { CardsDrag } from './board-state'
import { placeOfWaveDrop } from './drop-place'
import type { RowDragData, WaveDragData } from './use-row'

type DragLocation = { readonly dropTargets: readonly Target[]; readonly input: { readonly altKey: boolean } }

type Target = { readonly data: Readonly<Record<string | symbol, unknown>> }

const textOf = (targets: readonly Target[], type: string, name: string): string | null => {
  const value = targets.find(({ data }) => data.type === type)?.data[name]
  return typeof value === 'string' ? value : null
}

/** A card whose group holds something else than what is dragged can be joined. */
const canJoin = (groupId: string, itemIds: readonly string[]): boolean => {
  const { document } = planStore.getState()
  const group = document && lookup(document).groupById.get(groupId)
  if (!group) return false
  const inside = new Set(group.itemIds)
  return itemIds.some((id) => !inside.has(id))
}

const lieOver = (drag: CardsDrag, lane: LaneKey | null, joinGroupId: string | null): void => {
  if (drag.overLane !== lane || drag.joinGroupId !== joinGroupId) updateCardsDrag({ overLane: lane, joinGroupId })
}

const startCards = ({ lane, row, itemIds }: RowDragData): void => {
  const selected = viewStore.getState().selection.itemIds
  if (itemIds.length !== selected.size || !itemIds.every((id) => selected.has(id))) select(itemIds)
  setCursor({ lane, row }, false)
  setDrag({ kind: 'cards', itemIds, previews: null, overLane: null, joinGroupId: null })
  // After the first frame, so that the card follows the hand at once.
  requestAnimationFrame(() => {
    const { document } = planStore.getState()
    if (!document) return
    const previews = previewMove(document, itemIds)
    updateCardsDrag({ previews: new Map(previews.map((preview) => [laneKeyOf(preview.waveId), preview])) })
  })
}

/** What was shown is what happens: into the group that was named, or else to the wave, wherever in its lane it was. */
const dropCards = (drag: CardsDrag, isOnOwnCard: boolean): void => {
  const { document } = planStore.getState()
  if (!document || drag.overLane === null) return
  const group = drag.joinGroupId === null ? undefined : lookup(document).groupById.get(drag.joinGroupId)
  if (group) joinTo(drag.itemIds, group)
  else if (!isOnOwnCard) dropInLane(drag, drag.overLane)
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
  return document && overId !== null ? placeOfWaveDrop(document, waveId, overId, textOf(targets, 'lane', 'side')) : null
}

const dropWaveAt = ({ waveId }: WaveDragData, toIndex: number | null): void => {
  const { document } = planStore.getState()
  const wave = document && lookup(document).waveById.get(waveId)
  if (wave && toIndex !== null) moveWave(wave, toIndex)
}

const onMove = (data: Record<string, unknown>, { dropTargets: targets, input }: DragLocation): void => {
  const { drag } = boardStore.getState()
  if (drag?.kind === 'cards') {
    const groupId = textOf(targets, 'card', 'groupId')
    const joins = input.altKey && groupId !== null && canJoin(groupId, drag.itemIds)
    lieOver(drag, textOf(targets, 'lane', 'lane'), joins ? groupId : null)
  } else if (drag?.kind === 'wave') {
    const toIndex = placeOfWave(data as WaveDragData, targets)
    if (toIndex !== drag.toIndex) setDrag({ ...drag, toIndex })
  }
}

const onDrop = (data: Record<string, unknown>, { dropTargets: targets }: DragLocation): void => {
  const { drag } = boardStore.getState()
  setDrag(null)
  if (drag?.kind === 'cards' && targets.length > 0) {
    const over = textOf(targets, 'card', 'groupId')
    dropCards(drag, over !== null && over === ownGroupOf(data as RowDragData))
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
      onDropTargetChange: ({ source, location }) => onMove(source.data, location.current),
      onDrag: ({ source, location }) => onMove(source.data, location.current),
      onDrop: ({ source, location }) => {
        stopScrolling()
        onDrop(source.data, location.current)
      },
    })
    return () => {
      stop()
      stopScrolling()
    }
  }, [scroller])
}
