import type { Item } from '@core/estate/item'
import { itemsOnPlatforms } from '@core/estate/items-on-platforms'
import type { GraphGrouping } from '@core/plan/view'
import { nameOrder } from '../name-order'
import { noGroup, type GraphModel } from '../graph-model'
import type { LaneKey, LaneTitle } from '../lane-title'
import { levelOfItems } from './need-levels'
import { mostLanes } from './picture-types'

export type LaneKind = { readonly key: LaneKey; readonly title: LaneTitle }

/** The lanes of a grouping, left to right, and the lane of each item. */
export type Lanes = { readonly lanes: readonly LaneKind[]; readonly laneOf: Int16Array }

/** Beyond the most lanes, neighbours share one. */
const sharedLane = (place: number, places: number): number =>
  places <= mostLanes ? place : Math.floor((place * mostLanes) / places)

const sharedTitle = (lane: number, places: number, one: (place: number) => LaneTitle, many: (first: number, last: number) => LaneTitle): LaneTitle => {
  const inside = Array.from({ length: places }, (_, place) => place).filter((place) => sharedLane(place, places) === lane)
  const first = inside[0] ?? 0
  const last = inside.at(-1) ?? first
  return first === last ? one(first) : many(first, last)
}

/** Keeps only the lanes that are `always` there or hold an item. */
const withoutEmpty = (kinds: readonly (LaneKind & { readonly always: boolean })[], laneOf: Int16Array): Lanes => {
  const isUsed = new Uint8Array(kinds.length)
  for (const lane of laneOf) isUsed[lane] = 1
  const kept = kinds.map((kind, lane) => ({ ...kind, lane })).filter(({ always, lane }) => always || isUsed[lane] === 1)
  const placeOf = new Int16Array(kinds.length)
  kept.forEach(({ lane }, place) => {
    placeOf[lane] = place
  })
  const placed = new Int16Array(laneOf.length)
  for (let item = 0; item < laneOf.length; item++) placed[item] = placeOf[laneOf[item] ?? 0] ?? 0
  return { lanes: kept.map(({ key, title }) => ({ key, title })), laneOf: placed }
}

const byWave = (model: GraphModel): Lanes => {
  const places = model.waves.length
  const waveLanes = Math.min(places, mostLanes)
  const outside = waveLanes + 1
  const laneOf = new Int16Array(model.groupOf.length)
  model.groupOf.forEach((group, item) => {
    const place = group === noGroup ? -1 : (model.waveOfGroup[group] ?? -1)
    laneOf[item] = group === noGroup ? outside : place < 0 ? 0 : sharedLane(place, places) + 1
  })
  const waves = Array.from({ length: waveLanes }, (_, lane) => ({
    key: `wave:${model.waves.find((_wave, place) => sharedLane(place, places) === lane)?.id ?? lane}`,
    title: sharedTitle(lane, places, (wave) => ({ kind: 'wave', wave }), (first, last) => ({ kind: 'waves', first, last })),
    always: true,
  }))
  const unplanned = { key: 'unplanned', title: { kind: 'unplanned' }, always: false } as const
  const rest = { key: 'outside', title: { kind: 'outside' }, always: false } as const
  return withoutEmpty([unplanned, ...waves, rest], laneOf)
}

const byLevel = (model: GraphModel): Lanes => {
  const levels = levelOfItems(model)
  const depth = levels.reduce((most, level) => Math.max(most, level), 0) + 1
  const laneOf = Int16Array.from(levels, (level) => sharedLane(level, depth))
  const lanes = Array.from({ length: Math.min(depth, mostLanes) }, (_, lane) => ({
    key: `level:${lane}`,
    title: sharedTitle(lane, depth, (level) => ({ kind: 'level', level }), (level) => ({ kind: 'level', level })),
  }))
  return { lanes, laneOf }
}

/** Lanes by what `nameOf` says of each item: by name, the smallest of too many together, what has none last. */
const byName = (model: GraphModel, prefix: string, nameOf: (item: Item) => string): Lanes => {
  const names = model.items.map(nameOf)
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const hasNone = counts.delete('')
  const named = [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1)).map(([name]) => name)
  const isTooMany = named.length > mostLanes
  const kept = named.slice(0, isTooMany ? mostLanes - 1 : mostLanes).sort(nameOrder)
  const lanes: LaneKind[] = kept.map((name) => ({ key: `${prefix}:${name}`, title: { kind: 'named', name } }))
  if (isTooMany) lanes.push({ key: `${prefix}-others`, title: { kind: 'others', count: named.length - kept.length } })
  if (hasNone) lanes.push({ key: `${prefix}-none`, title: { kind: 'none' } })
  const placeOf = new Map(kept.map((name, place) => [name, place]))
  const laneOf = Int16Array.from(names, (name) => (name === '' ? lanes.length - 1 : (placeOf.get(name) ?? kept.length)))
  return { lanes, laneOf }
}

/** An item on several platforms stands with the first; a platform stands in its own lane. */
const byPlatform = (model: GraphModel): Lanes => {
  const platformOf = new Map<string, string>()
  const platforms = itemsOnPlatforms(model.estate)
  for (const [platform, items] of platforms) {
    for (const item of items) if (!platformOf.has(item)) platformOf.set(item, platform)
  }
  const nameOf = (id: string): string => model.items[model.indexById.get(id) ?? -1]?.name ?? id
  return byName(model, 'platform', (item) => {
    const platform = platforms.has(item.id) ? item.id : platformOf.get(item.id)
    return platform === undefined ? '' : nameOf(platform)
  })
}

/** The columns of the picture, left to right. Every item is in exactly one. */
export const lanesFor = (model: GraphModel, grouping: GraphGrouping): Lanes => {
  switch (grouping) {
    case 'wave':
      return byWave(model)
    case 'level':
      return byLevel(model)
    case 'organisation':
      return byName(model, 'organisation', (item) => item.organisation ?? '')
    case 'service-area':
      return byName(model, 'service-area', (item) => item.serviceArea ?? '')
    case 'supplier':
      return byName(model, 'supplier', (item) => item.supplier ?? '')
    case 'platform':
      return byPlatform(model)
  }
}
