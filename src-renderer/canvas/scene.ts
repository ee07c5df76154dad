import type { GraphModel } from './graph-model'
import { noGroup } from './graph-model'
import { chooseContent, type ChoiceOptions, type LaneContent, type ShownUnit } from './scene-choice'
import { addNode, finishScene, startBuilding, type Building } from './scene-building'
import { lanesOf, type Arrangement } from './scene-lanes'
import { packLane, packLanes, type PackedLane, type Place, type Size } from './scene-packing'
import { limits, sizes, type LaneNode, type Scene } from './scene-types'
import { unitsOf, type Unit } from './scene-units'

export type SceneOptions = ChoiceOptions & { readonly arrangement: Arrangement }

/** Items stand in columns of at most this many inside an open group, so that it keeps a readable shape. */
const rowsInGroup = 12

const itemSizes = (count: number): Size[] => Array.from({ length: count }, () => sizes.item)
const rowHeight = sizes.item.height + sizes.gap

const insideGroup = (count: number): PackedLane =>
  packLane(itemSizes(count), rowHeight * Math.min(rowsInGroup, Math.ceil(Math.sqrt(count) * 2)))

const sizeOf = (unit: Unit | undefined, shown: ShownUnit): Size => {
  if (shown.openItems.length > 0) {
    const inside = insideGroup(shown.openItems.length)
    return { width: inside.width + 2 * sizes.padding, height: inside.height + sizes.groupHeader + 2 * sizes.padding }
  }
  return (unit?.items.length ?? 0) > 1 ? sizes.group : { width: sizes.group.width, height: sizes.item.height }
}

const addUnit = (building: Building, units: readonly Unit[], shown: ShownUnit, at: Place, size: Size): void => {
  const unit = units[shown.unit]
  if (!unit) return
  const only = unit.items[0]
  if (unit.items.length === 1 && only !== undefined) {
    addNode(building, { kind: 'item', id: `item:${only}`, item: only, ...at, ...size }, [only])
    return
  }
  if (unit.group === noGroup) return
  const open = shown.openItems.length > 0
  addNode(building, { kind: 'group', id: `group:${unit.id}`, group: unit.group, open, ...at, ...size }, unit.items)
  const inside = insideGroup(shown.openItems.length)
  shown.openItems.forEach((item, index) => {
    const place = inside.places[index] ?? { x: 0, y: 0 }
    const x = at.x + sizes.padding + place.x
    const y = at.y + sizes.groupHeader + sizes.padding + place.y
    addNode(building, { kind: 'item', id: `item:${item}`, item, x, y, ...sizes.item }, [item])
  })
}

const itemsIn = (units: readonly Unit[], indices: readonly number[]): number[] =>
  indices.flatMap((index) => [...(units[index]?.items ?? [])])

const laneNode = (content: LaneContent, units: readonly Unit[], x: number, width: number, height: number): LaneNode => ({
  kind: 'lane',
  id: `lane:${content.lane.key}`,
  key: content.lane.key,
  title: content.lane.title,
  groups: content.lane.units.length,
  items: content.lane.units.reduce((sum, unit) => sum + (units[unit]?.items.length ?? 0), 0),
  x,
  y: -sizes.laneHeader,
  width,
  height,
})

const addLane = (
  building: Building,
  units: readonly Unit[],
  content: LaneContent,
  blocks: readonly Size[],
  packed: PackedLane,
  x: number,
): void => {
  content.shown.forEach((shown, index) => {
    const place = packed.places[index] ?? { x: 0, y: 0 }
    addUnit(building, units, shown, { x: x + place.x, y: place.y }, blocks[index] ?? sizes.group)
  })
  if (content.rest.length === 0) return
  const place = packed.places[content.shown.length] ?? { x: 0, y: 0 }
  const items = itemsIn(units, content.rest)
  addNode(
    building,
    {
      kind: 'rest',
      id: `rest:${content.lane.key}`,
      lane: content.lane.key,
      groups: content.rest.length,
      items: items.length,
      x: x + place.x,
      y: place.y,
      ...sizes.group,
    },
    items,
  )
}

/**
 * The whole estate as lanes of blocks: decides what React Flow holds (at most 200 blocks and 24 lanes, at most 150
 * edges, on any estate). Nothing is lost: every item is shown, or in a group or a sum that is.
 */
export const scene = (model: GraphModel, options: SceneOptions): Scene => {
  const units = unitsOf(model)
  const contents = chooseContent(model, units, lanesOf(model, units, options.arrangement), options)
  const blocks = contents.map(({ shown, rest }) => [
    ...shown.map((entry) => sizeOf(units[entry.unit], entry)),
    ...(rest.length > 0 ? [sizes.group] : []),
  ])
  const packed = packLanes(blocks)
  const tallest = packed.reduce<number>((most, lane) => Math.max(most, lane.height), sizes.group.height)
  const laneHeight = tallest + sizes.laneHeader + sizes.padding
  const building = startBuilding(model)
  const lanes: LaneNode[] = []
  let x = 0
  contents.forEach((content, index) => {
    const lane = packed[index]
    if (!lane) return
    lanes.push(laneNode(content, units, x - sizes.padding, lane.width + 2 * sizes.padding, laneHeight))
    addLane(building, units, content, blocks[index] ?? [], lane, x)
    x += lane.width + sizes.laneGap
  })
  const bounds = { x: -sizes.padding, y: -sizes.laneHeader, width: Math.max(x - sizes.laneGap, 0) + 2 * sizes.padding, height: laneHeight }
  const finished = finishScene(model, building, options.wanted, limits.edges, bounds)
  return { ...finished, nodes: [...lanes, ...finished.nodes] }
}
