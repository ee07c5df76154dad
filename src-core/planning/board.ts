import type { Wave } from '../plan/wave'
import { isSettled } from '../plan/wave'
import { freezeCalendar } from '../violations/model/freeze-calendar'
import { type WaveCalendar, waveCalendar } from '../violations/model/wave-calendar'
import { exceeds } from '../violations/rules/exceeds'
import { type CriticalCells, criticalCells } from './critical-cells'
import { type Domain, domainOf } from './unit-domain'
import type { UnitModel } from './unit-model'
import type { WaveFrame } from './wave-frame'

/** The waves of a frame with what each may hold, and where each unit may lie: what does not change while searching. */
export type Board = {
  readonly units: UnitModel
  readonly calendar: WaveCalendar
  readonly waves: readonly Wave[]
  readonly numbers: Float64Array
  /** 1 for planned waves that may be used. */
  readonly isOpen: Uint8Array
  readonly capacity: Float64Array
  readonly maxItems: Float64Array
  /** By capacity rule, then by position; Infinity where the rule says nothing. */
  readonly ruleLimit: readonly Float64Array[]
  readonly domains: readonly Domain[]
  readonly critical: CriticalCells
}

export const makeBoard = (units: UnitModel, { waves, closed }: Pick<WaveFrame, 'waves' | 'closed'>): Board => {
  const { plan } = units
  const calendar = waveCalendar(waves)
  const freezes = freezeCalendar(plan.scenario.freezeWindows, plan.estate.scopes, calendar)
  const limits = {
    capacity: Float64Array.from(waves, (wave) => wave.capacity ?? Infinity),
    maxItems: Float64Array.from(waves, (wave) => wave.maxItems ?? Infinity),
    ruleLimit: plan.capacityRules.map(({ model: { rule } }) =>
      Float64Array.from(waves, (wave) =>
        rule.wave === undefined || rule.wave === wave.number ? (rule.limit ?? Infinity) : Infinity)),
  }
  const isOpen = Uint8Array.from(waves, (wave) => Number(!isSettled(wave) && !closed.has(wave.id)))
  const known = { calendar, freezes, isOpen, ...limits, anywhere: { allowed: isOpen, obstacle: null } }
  return {
    units,
    calendar,
    waves,
    numbers: Float64Array.from(waves, (wave) => wave.number),
    isOpen,
    ...limits,
    critical: criticalCells(units),
    domains: units.groups.map((_, unit) => domainOf(units, unit, known)),
  }
}

/** A plan under construction: where each unit lies (-1: nowhere), and what the waves hold. */
export type Placing = {
  readonly board: Board
  readonly at: Int32Array
  readonly effort: Float64Array
  readonly items: Int32Array
  readonly ruleEffort: readonly Float64Array[]
  /** Patient-critical groups in each cell of the limits on them, in rows of positions. */
  readonly criticalGroups: Int32Array
}

/** A placing with the settled units in their waves and nothing else. */
export const startPlacing = (board: Board): Placing => {
  const placing: Placing = {
    board,
    at: new Int32Array(board.units.count).fill(-1),
    effort: new Float64Array(board.waves.length),
    items: new Int32Array(board.waves.length),
    ruleEffort: board.ruleLimit.map(() => new Float64Array(board.waves.length)),
    criticalGroups: new Int32Array(board.critical.count * board.waves.length),
  }
  board.units.isSettled.forEach((settled, unit) => {
    if (settled === 1) put(placing, unit, board.units.given[unit]!)
  })
  return placing
}

export const copyPlacing = (placing: Placing): Placing => ({
  board: placing.board,
  at: placing.at.slice(),
  effort: placing.effort.slice(),
  items: placing.items.slice(),
  ruleEffort: placing.ruleEffort.map((sums) => sums.slice()),
  criticalGroups: placing.criticalGroups.slice(),
})

const count = (placing: Placing, unit: number, position: number, sign: 1 | -1): void => {
  const { units, critical, waves } = placing.board
  placing.effort[position]! += sign * units.effort[unit]!
  placing.items[position]! += sign * units.items[unit]!
  for (let rule = 0; rule < placing.ruleEffort.length; rule++) {
    placing.ruleEffort[rule]![position]! += sign * units.ruleEffort[rule]![unit]!
  }
  if (critical.count === 0) return
  for (const { cell, groups } of critical.ofUnit[unit]!) placing.criticalGroups[cell * waves.length + position]! += sign * groups
}

/** Moves a unit to a position, or takes it out (-1). Checks nothing. */
export const put = (placing: Placing, unit: number, position: number): void => {
  const now = placing.at[unit]!
  if (now >= 0) count(placing, unit, now, -1)
  placing.at[unit] = position
  if (position >= 0) count(placing, unit, position, 1)
}

/** Room for a unit that is not there yet; `without` names one that would leave. */
export const hasRoom = (placing: Placing, unit: number, position: number, without = -1): boolean => {
  const { board } = placing
  const { effort, items, ruleEffort } = board.units
  const leaves = without >= 0
  if (exceeds(placing.effort[position]! + effort[unit]! - (leaves ? effort[without]! : 0), board.capacity[position]!)) return false
  if (placing.items[position]! + items[unit]! - (leaves ? items[without]! : 0) > board.maxItems[position]!) return false
  for (let rule = 0; rule < ruleEffort.length; rule++) {
    const adds = ruleEffort[rule]![unit]!
    if (adds === 0) continue
    const sum = placing.ruleEffort[rule]![position]! + adds - (leaves ? ruleEffort[rule]![without]! : 0)
    if (exceeds(sum, board.ruleLimit[rule]![position]!)) return false
  }
  return true
}

/** True for a wave that holds no more than it may. */
export const isWithinLimits = ({ board, effort, items, ruleEffort }: Placing, position: number): boolean => {
  if (exceeds(effort[position]!, board.capacity[position]!) || items[position]! > board.maxItems[position]!) return false
  for (let rule = 0; rule < ruleEffort.length; rule++) {
    if (exceeds(ruleEffort[rule]![position]!, board.ruleLimit[rule]![position]!)) return false
  }
  return true
}

/** In order with the units before and after it that are placed, and apart from those it must be apart from. */
export const isInOrder = (placing: Placing, unit: number, position: number): boolean => {
  const { board, at } = placing
  const { numbers, units } = board
  const number = numbers[position]!
  for (const link of units.before[unit]!) {
    const place = at[link.unit]!
    if (place < 0 || number - numbers[place]! < link.lag) return false
  }
  for (const link of units.after[unit]!) {
    const place = at[link.unit]!
    if (place >= 0 && numbers[place]! - number < link.lag) return false
  }
  for (const other of units.apart[unit]!) {
    if (at[other] === position && other !== unit) return false
  }
  return true
}

export const isAllowed = (board: Board, unit: number, position: number): boolean =>
  board.domains[unit]!.allowed[position] === 1
