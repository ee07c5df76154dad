import { lookup } from '@core/plan/lookup'
import { previewMove } from '@core/violations/preview-move'
import { planStore } from '../../stores/plan-store'
import { moveTo, takeOut } from '../../waves/board-commands'
import { laneAt } from './hit'
import { massStore, setMass } from './mass-store'
import { fitInMap } from './minimap-fit'
import type { Picture } from './picture-types'

/** '' stands for unplanned, which has no id. */
const keyOf = (waveId: string | null): string => waveId ?? ''
const waveIdOf = (key: string): string | null => (key === '' ? null : key)

/** Those of the items that can be moved at all: platforms and what stays have no wave. */
export const movableOf = (itemIds: Iterable<string>): string[] => {
  const { document } = planStore.getState()
  if (!document) return []
  const { groupByItemId } = lookup(document)
  return [...itemIds].filter((id) => groupByItemId.has(id))
}

/** Begins to carry items; what each wave would mean is computed after the first frame, so that they follow the hand at once. */
export const startDrag = (itemIds: readonly string[]): void => {
  setMass({ drag: { itemIds, previews: null, over: null }, hover: null })
  requestAnimationFrame(() => {
    const { document } = planStore.getState()
    const { drag } = massStore.getState()
    if (!document || drag?.itemIds !== itemIds) return
    const previews = new Map(previewMove(document, itemIds).map((preview) => [keyOf(preview.waveId), preview]))
    const now = massStore.getState().drag
    if (now?.itemIds === itemIds) setMass({ drag: { ...now, previews } })
  })
}

const targetOfLane = (picture: Picture, lane: number): string | null => {
  const title = picture.lanes[lane]?.title
  if (title?.kind === 'wave') return picture.model.waves[title.wave]?.id ?? null
  return title?.kind === 'unplanned' ? '' : null
}

type Point = { readonly x: number; readonly y: number }

/** The wave under the pointer: a named target, a place on the overview, or a lane. null: nowhere to drop. */
export const dropTargetAt = (picture: Picture, under: Element | null, { x }: Point, flowX: number): string | null => {
  const named = under?.closest<HTMLElement>('[data-drop]')?.dataset.drop
  if (named !== undefined) return named
  const map = under?.closest<HTMLElement>('[data-minimap]')
  if (map) {
    const box = map.getBoundingClientRect()
    const fit = fitInMap(picture.bounds, box.width, box.height)
    return targetOfLane(picture, laneAt(picture, (x - box.left - fit.x) / fit.zoom))
  }
  if (!under?.closest('[data-mass-pane]')) return null
  return under.closest('[data-chrome]') ? null : targetOfLane(picture, laneAt(picture, flowX))
}

/** In its own wave a part of a group becomes a group of its own; anywhere else it also moves. */
const drop = (itemIds: readonly string[], waveId: string | null): void => {
  const { document } = planStore.getState()
  if (!document) return
  const { groupByItemId } = lookup(document)
  const carried = new Set(itemIds)
  const groups = [...new Set(itemIds.flatMap((id) => groupByItemId.get(id) ?? []))]
  const isHere = groups.every((group) => group.waveId === waveId)
  if (!isHere) moveTo(itemIds, waveId)
  else if (groups.some((group) => !group.itemIds.every((id) => carried.has(id)))) takeOut(itemIds)
}

/** Ends the drag: on a target as one command that can be undone, elsewhere as if nothing had been. */
export const endDrag = (isDropped: boolean): void => {
  const { drag } = massStore.getState()
  setMass({ drag: null })
  if (drag && isDropped && drag.over !== null) drop(drag.itemIds, waveIdOf(drag.over))
}
