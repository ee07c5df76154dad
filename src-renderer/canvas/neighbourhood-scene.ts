import type { GraphModel } from './graph-model'
import { neighbourhood, type Direction, type Neighbourhood } from './neighbourhood'
import { addNode, finishScene, startBuilding, type Building } from './scene-building'
import { packLanes, type PackedLane, type Size } from './scene-packing'
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

const columnsOf = (hopsByItem: ReadonlyMap<number, number>): Map<number, number[]> => {
  const columns = new Map<number, number[]>()
  for (const [item, hops] of hopsByItem) columns.set(hops, [...(columns.get(hops) ?? []), item])
  return columns
}

type Column = { readonly hops: number; readonly items: readonly number[]; readonly beyond: number }

const columnsByDistance = (model: GraphModel, found: Neighbourhood): readonly Column[] => {
  const columns = columnsOf(found.hopsByItem)
  const distances = new Set([...columns.keys(), ...found.leftOut.keys()])
  return [...distances]
    .sort((a, b) => a - b)
    .map((hops) => ({ hops, items: byName(model, columns.get(hops) ?? []), beyond: found.leftOut.get(hops) ?? 0 }))
}

const blocksOf = ({ items, beyond }: Column): Size[] =>
  Array.from({ length: items.length + (beyond > 0 ? 1 : 0) }, () => sizes.item)

const laneOf = ({ hops, items, beyond }: Column, x: number, width: number, height: number): LaneNode => ({
  kind: 'lane',
  id: `lane:${hops}`,
  key: `distance:${hops}`,
  title: { kind: 'distance', hops },
  groups: items.length,
  items: items.length + beyond,
  x: x - sizes.padding,
  y: -sizes.laneHeader,
  width: width + 2 * sizes.padding,
  height,
})

const addColumn = (building: Building, { hops, items, beyond }: Column, packed: PackedLane, x: number): void =>
  packed.places.forEach((place, row) => {
    const at = { x: x + place.x, y: place.y, ...sizes.item }
    const item = items[row]
    if (item !== undefined) addNode(building, { kind: 'item', id: `item:${item}`, item, ...at }, [item])
    else addNode(building, { kind: 'beyond', id: `beyond:${hops}`, items: beyond, ...at }, [])
  })

/**
 * A selection with what it needs to the right and what needs it to the left, a column a hop. Items come before sums;
 * what does not fit is counted at the foot of its column.
 */
export const neighbourhoodScene = (model: GraphModel, options: NeighbourhoodOptions): Scene => {
  const found = neighbourhood(model, options.selected, options.hops, options.direction, most)
  const columns = columnsByDistance(model, found)
  const packed = packLanes(columns.map(blocksOf))
  const height = packed.reduce((tallest, lane) => Math.max(tallest, lane.height), 0) + sizes.laneHeader + sizes.padding
  const building = startBuilding(model)
  const lanes: LaneNode[] = []
  let x = 0
  columns.forEach((column, index) => {
    const lane = packed[index]
    if (!lane) return
    addColumn(building, column, lane, x)
    lanes.push(laneOf(column, x, lane.width, height))
    x += lane.width + sizes.laneGap * 2
  })
  const bounds = { x: -sizes.padding, y: -sizes.laneHeader, width: Math.max(0, x - 2 * sizes.laneGap) + 2 * sizes.padding, height }
  const finished = finishScene(model, building, new Set(options.selected), limits.edgesInNeighbourhood, bounds)
  return { ...finished, nodes: [...lanes, ...finished.nodes] }
}
