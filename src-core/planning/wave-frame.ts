import { addDays, dayNumber, isIsoDay } from '../plan/dates'
import type { Wave } from '../plan/wave'
import { isSettled } from '../plan/wave'
import type { PlanModel } from '../violations/model/plan-model'
import type { ProposeOptions } from './proposal'

/** The waves that a proposal may fill: those of the plan and, after them, as many new ones as are allowed. */
export type WaveFrame = {
  /** Ascending by number. */
  readonly waves: readonly Wave[]
  /** Ids of the waves that are not in the plan yet. */
  readonly created: ReadonlySet<string>
  /** Ids of the plan's waves whose limits the options override. */
  readonly changed: ReadonlySet<string>
  /** Ids of planned waves beyond the most that are allowed: nothing may be put there. */
  readonly closed: ReadonlySet<string>
  /** True when the capacity of new waves was not given but made of effort and waves, and so may be raised. */
  readonly isCapacityDerived: boolean
}

export type FrameOptions = Pick<ProposeOptions, 'capacity' | 'maxItems' | 'maxWaves'>

/** Waves when nothing is said (DESIGN 5, point 7). */
const usualWaves = 12
const room = 1.1

type Load = { readonly effort: number; readonly items: number; readonly largest: number }

/** What is not in settled waves, and so has to find room. */
const openLoad = (plan: PlanModel): Load => {
  const load = { effort: 0, items: 0, largest: 0 }
  for (const { items, position } of plan.groups) {
    const wave = plan.calendar.waves[position]
    if (wave && isSettled(wave)) continue
    const effort = items.reduce((sum, item) => sum + plan.estate.effort[item]!, 0)
    load.effort += effort
    load.items += items.length
    load.largest = Math.max(load.largest, effort)
  }
  return load
}

type NewWaves = { readonly count: number; readonly capacity?: number; readonly isDerived: boolean }

/** The highest wave number that a rule names: pins to waves that are still to be made need them. */
const highestNamed = (plan: PlanModel): number =>
  Math.max(0, ...plan.relations.map(({ rule }) =>
    Math.max(rule.wave ?? 0, typeof rule.earliest === 'number' ? rule.earliest : 0)))

/** More than any sensible plan needs: twice the sums, and a wave for every step of order. */
const asManyAsNeeded = (plan: PlanModel, load: Load, { capacity, maxItems }: FrameOptions): number => {
  const byEffort = capacity ? Math.ceil((2 * load.effort) / capacity) : 1
  const byItems = maxItems ? Math.ceil((2 * load.items) / maxItems) : 1
  const lags = plan.relations.reduce((sum, { rule, items }) =>
    sum + (rule.type === 'before' ? Math.max(1, rule.lag ?? 1) * items.length : rule.type === 'apart' ? items.length : 0), 0)
  const needed = Math.max(byEffort, byItems) + lags + 2
  return Math.min(Math.max(needed, highestNamed(plan)), plan.groups.length + highestNamed(plan) + lags)
}

const newWavesFor = (plan: PlanModel, options: FrameOptions): NewWaves => {
  const load = openLoad(plan)
  const existing = plan.calendar.waves.length
  const hasOpen = plan.calendar.waves.some((wave) => !isSettled(wave))
  const hasLimit = options.capacity !== undefined || options.maxItems !== undefined
  const most = options.maxWaves === undefined ? Infinity : Math.max(0, options.maxWaves - existing)
  if (hasLimit) {
    const count = Math.min(most, asManyAsNeeded(plan, load, options))
    return { count, isDerived: false, ...(options.capacity !== undefined && { capacity: options.capacity }) }
  }
  if (hasOpen) {
    const limits = plan.calendar.waves.flatMap(({ capacity }) => capacity ?? [])
    const count = most === Infinity ? 0 : most
    return { count, isDerived: false, ...(limits.length > 0 && { capacity: Math.max(...limits) }) }
  }
  const count = most === Infinity ? usualWaves : most
  const capacity = Math.max(Math.floor((room * load.effort * 100) / Math.max(1, count)) / 100, load.largest)
  return { count, isDerived: true, capacity }
}

/** Dates that go on where the last wave ends, in its length; none when that wave has none. */
const datesAfter = (last: Wave | undefined, steps: number): Pick<Wave, 'start' | 'end'> => {
  if (!last?.start || !last.end || !isIsoDay(last.start) || !isIsoDay(last.end)) return {}
  const length = Math.max(1, dayNumber(last.end) - dayNumber(last.start) + 1)
  const start = addDays(last.end, 1 + (steps - 1) * length)
  return { start, end: addDays(start, length - 1) }
}

const overridden = (wave: Wave, { capacity, maxItems }: FrameOptions): Wave =>
  isSettled(wave)
    ? wave
    : { ...wave, ...(capacity !== undefined && { capacity }), ...(maxItems !== undefined && { maxItems }) }

/** Settled waves count and stay; of the planned ones the first are left open. */
const closedOf = (waves: readonly Wave[], { maxWaves }: FrameOptions): ReadonlySet<string> => {
  if (maxWaves === undefined) return new Set()
  const planned = waves.filter((wave) => !isSettled(wave))
  return new Set(planned.slice(Math.max(0, maxWaves - (waves.length - planned.length))).map((wave) => wave.id))
}

/** `id` names the n-th new wave; ids are only drawn for good when a proposal is made of the frame. */
export const waveFrame = (plan: PlanModel, options: FrameOptions, id: (index: number) => string): WaveFrame => {
  const existing = plan.calendar.waves
  const made = newWavesFor(plan, options)
  const last = existing.at(-1)
  const created = Array.from({ length: made.count }, (_, index): Wave => ({
    id: id(index),
    number: (last?.number ?? 0) + index + 1,
    ...datesAfter(last, index + 1),
    ...(made.capacity !== undefined && { capacity: made.capacity }),
    ...(options.maxItems !== undefined && { maxItems: options.maxItems }),
    status: 'planned',
  }))
  const kept = existing.map((wave) => overridden(wave, options))
  const changed = kept.filter((wave, index) =>
    wave.capacity !== existing[index]!.capacity || wave.maxItems !== existing[index]!.maxItems)
  return {
    waves: [...kept, ...created],
    created: new Set(created.map((wave) => wave.id)),
    changed: new Set(changed.map((wave) => wave.id)),
    closed: closedOf(existing, options),
    isCapacityDerived: made.isDerived,
  }
}

/** The capacity of the new waves where it was not given but made of effort and waves; null where it was. */
export const derivedCapacity = ({ waves, created, isCapacityDerived }: WaveFrame): number | null =>
  isCapacityDerived ? (waves.find(({ id }) => created.has(id))?.capacity ?? null) : null

/** The same frame without a capacity that nobody has given. */
export const withoutDerivedCapacity = (frame: WaveFrame): WaveFrame => {
  if (!frame.isCapacityDerived) return frame
  const unlimited = ({ capacity: _capacity, ...wave }: Wave): Wave => wave
  return { ...frame, waves: frame.waves.map((wave) => (frame.created.has(wave.id) ? unlimited(wave) : wave)) }
}

/** The same frame with more capacity in its new waves. */
export const withCapacity = (frame: WaveFrame, factor: number): WaveFrame => ({
  ...frame,
  waves: frame.waves.map((wave) =>
    frame.created.has(wave.id) && wave.capacity !== undefined
      ? { ...wave, capacity: Math.ceil(wave.capacity * factor * 100) / 100 }
      : wave),
})
