import type { GraphModel } from './graph-model'
import type { Lane } from './scene-lanes'
import { limits, type LaneKey } from './scene-types'
import { nameOfUnit, type Unit } from './scene-units'

/** Which lane has been opened to all its groups, and how far one has leafed in it. */
export type OpenLane = { readonly key: LaneKey; readonly page: number }

/** Whether groups stand for their items, or the items are shown where there is room for all of them. */
export type Detail = 'groups' | 'items'

export type ChoiceOptions = {
  readonly detail: Detail
  /** Groups that the person opened or closed, whatever the detail. */
  readonly groupState: ReadonlyMap<string, 'open' | 'closed'>
  readonly openLane: OpenLane | null
  /** Items that must be seen: what is selected or was looked for. */
  readonly wanted: ReadonlySet<number>
}

export type ShownUnit = {
  readonly unit: number
  /** Items shown one by one inside it; empty where it is closed. */
  readonly openItems: readonly number[]
}

export type LaneContent = {
  readonly lane: Lane
  readonly shown: readonly ShownUnit[]
  /** Units of the lane that are summed up. */
  readonly rest: readonly number[]
}

/** Room for blocks: what React Flow may hold, less the lanes themselves. */
const roomFor = (lanes: readonly Lane[]): number => limits.blocks + limits.lanes - lanes.length

/** Large groups first, then by name: an order that does not change when something is selected. */
const order = (model: GraphModel, units: readonly Unit[]) => {
  const names = units.map((unit) => nameOfUnit(model, unit))
  return (a: number, b: number): number =>
    (units[b]?.items.length ?? 0) - (units[a]?.items.length ?? 0) ||
    (names[a] ?? '').localeCompare(names[b] ?? '') ||
    a - b
}

/**
 * How many units each lane may show: all where there is room, else one and a share by size. Each lane keeps a place for
 * its sum; where only one unit would be summed up, that unit takes the place.
 */
const quotas = (lanes: readonly Lane[], room: number, openLane: OpenLane | null): number[] => {
  const total = lanes.reduce((sum, lane) => sum + lane.units.length, 0)
  if (total <= room) return lanes.map((lane) => lane.units.length)
  const free = Math.max(0, room - 2 * lanes.length)
  const isLaneOpen = openLane !== null && lanes.some((lane) => lane.key === openLane.key)
  return lanes.map((lane) => {
    const part = isLaneOpen ? Number(lane.key === openLane?.key) : lane.units.length / total
    const share = 1 + Math.floor(free * part)
    return lane.units.length <= share + 1 ? lane.units.length : share
  })
}

type Opening = { left: number; readonly opened: Map<number, readonly number[]> }

const openUnit = (opening: Opening, unit: Unit, index: number, wanted: ReadonlySet<number>, whole: boolean): void => {
  if (opening.opened.has(index) || unit.items.length < 2) return
  if (whole && unit.items.length > opening.left) return
  const items =
    unit.items.length <= opening.left
      ? unit.items
      : [...unit.items].sort((a, b) => Number(wanted.has(b)) - Number(wanted.has(a))).slice(0, opening.left)
  if (items.length === 0) return
  opening.opened.set(index, items)
  opening.left -= items.length
}

/** Opens what the person opened first; then, when items are asked for, every group while there is room. */
const openGroups = (
  model: GraphModel,
  units: readonly Unit[],
  shown: readonly number[],
  room: number,
  options: ChoiceOptions,
): ReadonlyMap<number, readonly number[]> => {
  const opening: Opening = { left: room - shown.length, opened: new Map() }
  const state = (unit: Unit): 'open' | 'closed' | undefined => options.groupState.get(unit.id)
  for (const index of shown) {
    const unit = units[index]
    if (unit && state(unit) === 'open') openUnit(opening, unit, index, options.wanted, false)
  }
  if (options.detail === 'items' && model.items.length <= limits.blocks) {
    for (const index of shown) {
      const unit = units[index]
      if (unit && state(unit) !== 'closed') openUnit(opening, unit, index, options.wanted, true)
    }
  }
  return opening.opened
}

/** One page of a lane. What is wanted but lies on another page takes the place of the last ones. */
const pageOf = (sorted: readonly number[], quota: number, page: number, isWanted: (unit: number) => boolean): readonly number[] => {
  if (quota >= sorted.length) return sorted
  const start = Math.min(page * quota, sorted.length - quota)
  const shown = sorted.slice(start, start + quota)
  const missing = sorted.filter((unit) => isWanted(unit) && !shown.includes(unit)).slice(0, quota)
  return missing.length === 0 ? shown : [...missing, ...shown.slice(0, quota - missing.length)]
}

/** Reserve for the items of groups that the person opened, so that opening one always shows something. */
const reserveFor = (units: readonly Unit[], options: ChoiceOptions): number => {
  const wanted = units.reduce(
    (sum, unit) => sum + (options.groupState.get(unit.id) === 'open' ? unit.items.length : 0),
    0,
  )
  return Math.min(wanted, Math.floor(limits.blocks / 2))
}

/** Chooses what is shown one by one, what is opened, and what is summed up; never more than the picture may hold. */
export const chooseContent = (
  model: GraphModel,
  units: readonly Unit[],
  lanes: readonly Lane[],
  options: ChoiceOptions,
): readonly LaneContent[] => {
  const room = roomFor(lanes)
  const share = quotas(lanes, room - reserveFor(units, options), options.openLane)
  const compare = order(model, units)
  const isWanted = (unit: number): boolean => units[unit]?.items.some((item) => options.wanted.has(item)) ?? false
  const parts = lanes.map((lane, index) => {
    const sorted = [...lane.units].sort(compare)
    const page = options.openLane?.key === lane.key ? options.openLane.page : 0
    const shown = pageOf(sorted, share[index] ?? 0, page, isWanted)
    const isShown = new Set(shown)
    return { lane, shown, rest: sorted.filter((unit) => !isShown.has(unit)) }
  })
  const rests = parts.filter((part) => part.rest.length > 0).length
  const opened = openGroups(model, units, parts.flatMap((part) => part.shown), room - rests, options)
  return parts.map((part) => ({
    ...part,
    shown: part.shown.map((unit) => ({ unit, openItems: opened.get(unit) ?? [] })),
  }))
}
