import type { MoveGroup } from '@core/plan/plan-document'
import type { Lane, Row } from './board-model'

export type ItemIds = ReadonlySet<string>

/** A group is selected when all its items are. */
export const isGroupSelected = (group: MoveGroup, selected: ItemIds): boolean =>
  selected.size >= group.itemIds.length && group.itemIds.length > 0 && group.itemIds.every((id) => selected.has(id))

export const isRowSelected = (row: Row, selected: ItemIds): boolean =>
  row.type === 'card' ? isGroupSelected(row.group, selected) : selected.has(row.item.id)

/** How many items of a group are selected while the rest of it is not: 0 where all are, or none. */
export const selectedInPart = (group: MoveGroup, selected: ItemIds): number => {
  if (selected.size === 0) return 0
  const count = group.itemIds.reduce((sum, id) => sum + (selected.has(id) ? 1 : 0), 0)
  return count === group.itemIds.length ? 0 : count
}

export const rowItemIds = (row: Row): readonly string[] => (row.type === 'card' ? row.group.itemIds : [row.item.id])

/** Items of every row between two rows of a lane, both included; of the second alone where the first is elsewhere. */
export const rangeItemIds = (lane: Lane, anchor: string | null, to: string): readonly string[] => {
  const end = lane.indexByKey.get(to)
  if (end === undefined) return []
  const start = (anchor === null ? undefined : lane.indexByKey.get(anchor)) ?? end
  return lane.rows.slice(Math.min(start, end), Math.max(start, end) + 1).flatMap(rowItemIds)
}

export const laneItemIds = (lane: Lane): readonly string[] =>
  lane.rows.flatMap((row) => (row.type === 'card' ? row.group.itemIds : []))

/** Whole groups and single items that a move takes along. */
export type Load = {
  readonly itemIds: readonly string[]
  readonly groups: readonly MoveGroup[]
  /** Items taken out of groups that stay behind. */
  readonly looseItemIds: readonly string[]
}

/** Sorts items into whole groups and parts of groups; what is in no group (platforms, retained items) is left out. */
export const loadOf = (groupByItemId: ReadonlyMap<string, MoveGroup>, itemIds: Iterable<string>): Load => {
  const idsByGroup = new Map<MoveGroup, string[]>()
  for (const id of new Set(itemIds)) {
    const group = groupByItemId.get(id)
    if (!group) continue
    const ids = idsByGroup.get(group)
    if (ids) ids.push(id)
    else idsByGroup.set(group, [id])
  }
  const groups: MoveGroup[] = []
  const looseItemIds: string[] = []
  for (const [group, ids] of idsByGroup) {
    if (ids.length === group.itemIds.length) groups.push(group)
    else looseItemIds.push(...ids)
  }
  return { itemIds: [...idsByGroup.values()].flat(), groups, looseItemIds }
}

/** Dragging or moving a row of the selection takes the whole selection; any other row goes alone. */
export const takenAlong = (row: Row, selected: ItemIds): readonly string[] =>
  isRowSelected(row, selected) ? [...selected] : rowItemIds(row)
