import { strongComponents } from '@core/planning/strong-components'
import { noGroup, type GraphModel } from './graph-model'
import { limits, type LaneKey, type LaneTitle } from './scene-types'
import { unitByItem, type Unit } from './scene-units'

export type Arrangement = 'waves' | 'dependencies'

export type Lane = { readonly key: LaneKey; readonly title: LaneTitle; readonly units: readonly number[] }

/** Beyond the most lanes, neighbours share one. */
const sharedLane = (place: number, places: number): number =>
  places <= limits.lanes ? place : Math.floor((place * limits.lanes) / places)

const waveTitle = (model: GraphModel, lane: number): LaneTitle => {
  const places = model.waves.map((_, place) => place).filter((place) => sharedLane(place, model.waves.length) === lane)
  const first = places[0] ?? 0
  const last = places.at(-1) ?? first
  return first === last ? { kind: 'wave', wave: first } : { kind: 'waves', first, last }
}

const lanesByWave = (model: GraphModel, units: readonly Unit[]): Lane[] => {
  const count = Math.min(model.waves.length, limits.lanes)
  const waves: number[][] = Array.from({ length: count }, () => [])
  const unplanned: number[] = []
  const outside: number[] = []
  units.forEach((unit, index) => {
    if (unit.group === noGroup) return outside.push(index)
    const place = model.waveOfGroup[unit.group] ?? -1
    return place < 0 ? unplanned.push(index) : waves[sharedLane(place, model.waves.length)]?.push(index)
  })
  const lanes: Lane[] = waves.map((members, lane) => ({
    key: `wave:${lane}`,
    title: waveTitle(model, lane),
    units: members,
  }))
  if (unplanned.length > 0) lanes.unshift({ key: 'unplanned', title: { kind: 'unplanned' }, units: unplanned })
  if (outside.length > 0) lanes.push({ key: 'outside', title: { kind: 'outside' }, units: outside })
  return lanes
}

/** Dependencies between units as compressed rows, without those inside a unit. */
const unitRows = (model: GraphModel, units: readonly Unit[]) => {
  const unitOf = unitByItem(model, units)
  const offsets = new Int32Array(units.length + 1)
  const ends: [number, number][] = []
  for (let edge = 0; edge < model.from.length; edge++) {
    const from = unitOf[model.from[edge] ?? 0] ?? 0
    const to = unitOf[model.to[edge] ?? 0] ?? 0
    if (from === to) continue
    ends.push([from, to])
    offsets[from + 1] = (offsets[from + 1] ?? 0) + 1
  }
  for (let unit = 0; unit < units.length; unit++) offsets[unit + 1] = (offsets[unit + 1] ?? 0) + (offsets[unit] ?? 0)
  const next = offsets.slice()
  const targets = new Int32Array(ends.length)
  for (const [from, to] of ends) {
    const place = next[from] ?? 0
    targets[place] = to
    next[from] = place + 1
  }
  return { offsets, targets, ends }
}

/**
 * How many steps of need lie above each unit: what nobody needs is 0, what it needs is 1 further, and so on. Units in
 * one cycle share a level.
 */
const levelsOf = (model: GraphModel, units: readonly Unit[]): Int32Array => {
  const { offsets, targets, ends } = unitRows(model, units)
  const component = strongComponents(units.length, offsets, targets)
  // Tarjan numbers a component after everything that it reaches: descending order visits consumers first.
  const byComponent = ends
    .map(([from, to]): [number, number] => [component[from] ?? 0, component[to] ?? 0])
    .filter(([from, to]) => from !== to)
    .sort(([a], [b]) => b - a)
  const level = new Int32Array(units.length)
  for (const [from, to] of byComponent) level[to] = Math.max(level[to] ?? 0, (level[from] ?? 0) + 1)
  return Int32Array.from(units, (_, unit) => level[component[unit] ?? 0] ?? 0)
}

const lanesByLevel = (model: GraphModel, units: readonly Unit[]): Lane[] => {
  const levels = levelsOf(model, units)
  const depth = levels.reduce((most, level) => Math.max(most, level), 0) + 1
  const lanes: number[][] = Array.from({ length: Math.min(depth, limits.lanes) }, () => [])
  levels.forEach((level, unit) => lanes[sharedLane(level, depth)]?.push(unit))
  return lanes.map((members, level) => ({ key: `level:${level}`, title: { kind: 'level', level }, units: members }))
}

/** The columns of the picture, left to right. Every unit is in exactly one. */
export const lanesOf = (model: GraphModel, units: readonly Unit[], arrangement: Arrangement): readonly Lane[] =>
  arrangement === 'waves' ? lanesByWave(model, units) : lanesByLevel(model, units)
