import type { GraphModel } from './graph-model'
import { neighbourhood, type Direction } from './neighbourhood'
import { addNode, finishScene, startBuilding } from './scene-building'
import { packLane } from './scene-packing'
import { limits, sizes, type LaneNode, type Scene } from './scene-types'

export type NeighbourhoodOptions = {
  readonly selected: readonly number[]
  readonly hops: number
  readonly direction: Direction
}

/** One node less a column: room for what is left out, and for the columns themselves. */
const most = limits.blocks - 7

const byName = (model: GraphModel, items: readonly number[]): number[] =>
  [...items].sort((a, b) => (model.items[a]?.name ?? '').localeCompare(model.items[b]?.name ?? '') || a - b)

/** Columns of at most this many items; then a second column of the same distance begins beside it. */
const columnHeight = 16 * (sizes.item.height + sizes.gap)

const columnsOf = (hopsByItem: ReadonlyMap<number, number>): Map<number, number[]> => {
  const columns = new Map<number, number[]>()
  for (const [item, hops] of hopsByItem) columns.set(hops, [...(columns.get(hops) ?? []), item])
  return columns
}

/**
 * A selection with what it needs to the right and what needs it to the left, a column a hop. Items come before sums;
 * what does not fit is counted at the foot of its column.
 */
export const neighbourhoodScene = (model: GraphModel, options: NeighbourhoodOptions): Scene => {
  const found = neighbourhood(model, options.selected, options.hops, options.direction, most)
  const columns = columnsOf(found.hopsByItem)
  const building = startBuilding(model)
  const lanes: LaneNode[] = []
  let x = 0
  let tallest = 0
  for (const hops of [...columns.keys()].sort((a, b) => a - b)) {
    const items = byName(model, columns.get(hops) ?? [])
    const beyond = found.leftOut.get(hops) ?? 0
    const packed = packLane([...items, ...(beyond > 0 ? [-1] : [])].map(() => sizes.item), columnHeight)
    packed.places.forEach((place, index) => {
      const at = { x: x + place.x, y: place.y, ...sizes.item }
      const item = items[index]
      if (item !== undefined) addNode(building, { kind: 'item', id: `item:${item}`, item, ...at }, [item])
      else addNode(building, { kind: 'beyond', id: `beyond:${hops}`, items: beyond, ...at }, [])
    })
    lanes.push({
      kind: 'lane',
      id: `lane:${hops}`,
      key: `distance:${hops}`,
      title: { kind: 'distance', hops },
      groups: items.length,
      items: items.length + beyond,
      x: x - sizes.padding,
      y: -sizes.laneHeader,
      width: packed.width + 2 * sizes.padding,
      height: 0,
    })
    tallest = Math.max(tallest, packed.height)
    x += packed.width + sizes.laneGap * 2
  }
  const height = tallest + sizes.laneHeader + sizes.padding
  const bounds = { x: -sizes.padding, y: -sizes.laneHeader, width: Math.max(0, x - 2 * sizes.laneGap) + 2 * sizes.padding, height }
  const wanted = new Set(options.selected)
  const finished = finishScene(model, building, wanted, limits.edgesInNeighbourhood, bounds)
  return { ...finished, nodes: [...lanes.map((lane) => ({ ...lane, height })), ...finished.nodes] }
}
