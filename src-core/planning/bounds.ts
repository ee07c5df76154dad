import type { PlanDocument } from '../plan/plan-document'
import { isSettled } from '../plan/wave'
import { planModel } from '../violations/model/plan-model'
import { exceeds } from '../violations/rules/exceeds'
import { type UnitModel, unitModel } from './unit-model'
import { type FrameOptions, type WaveFrame, waveFrame } from './wave-frame'

export type BoundOptions = FrameOptions

/** How many of the largest limits it takes to hold a sum; 0 for nothing. */
const wavesToHold = (sum: number, limits: readonly number[]): number => {
  let held = 0
  let waves = 0
  for (const limit of limits.toSorted((a, b) => b - a)) {
    if (!exceeds(sum, held)) break
    held += limit
    waves += 1
  }
  return waves
}

const openUnits = (units: UnitModel): readonly number[] =>
  units.groups.flatMap((_, unit) => (units.isSettled[unit] === 0 && units.items[unit]! > 0 ? [unit] : []))

/** No two units of more than half the largest capacity share a wave, and the others fill what these leave (Martello, Toth). */
const byLargeUnits = (units: UnitModel, open: readonly number[], capacity: number): number => {
  if (!Number.isFinite(capacity) || capacity <= 0) return 0
  const sizes = open.map((unit) => units.effort[unit]!).filter((size) => !exceeds(size, capacity))
  let best = 0
  for (const small of new Set([0, ...sizes.filter((size) => size <= capacity / 2)])) {
    const alone = sizes.filter((size) => exceeds(size, capacity - small))
    const large = sizes.filter((size) => !exceeds(size, capacity - small) && exceeds(size, capacity / 2))
    const rest = sizes.filter((size) => size >= small && !exceeds(size, capacity / 2))
    const sum = (list: readonly number[]): number => list.reduce((total, size) => total + size, 0)
    const over = Math.ceil((sum(rest) - (large.length * capacity - sum(large))) / capacity - 1e-6)
    best = Math.max(best, alone.length + large.length + Math.max(0, over))
    if (best > 0 && sizes.length > 2000) break
  }
  return best
}

/** Waves that the longest chain of strictly earlier needs. */
const byOrder = (units: UnitModel): number => {
  const depth = new Int32Array(units.count).fill(-1)
  const visit = (start: number): number => {
    const path = [start]
    while (path.length > 0) {
      const unit = path.at(-1)!
      const open = units.before[unit]!.find((link) => depth[link.unit] === -1)
      if (open && path.length <= units.count) {
        path.push(open.unit)
        continue
      }
      depth[unit] = units.before[unit]!.reduce((most, { unit: first, lag }) =>
        units.isSettled[first] === 1 ? most : Math.max(most, depth[first]! + (lag > 0 ? 1 : 0)), 0)
      path.pop()
    }
    return depth[start]!
  }
  return openUnits(units).reduce((most, unit) => Math.max(most, (depth[unit] === -1 ? visit(unit) : depth[unit]!) + 1), 0)
}

/** Waves that one rule keeps its groups apart in. */
const byApart = (units: UnitModel): number => {
  const { plan } = units
  return plan.relations.filter(({ rule }) => rule.type === 'apart').reduce((most, { items }) => {
    const apart = new Set(Array.from(items, (item) => units.unitOf[plan.groupOf[item]!]!))
    return Math.max(most, [...apart].filter((unit) => units.isSettled[unit] === 0).length)
  }, 0)
}

/** The bound for the waves of a frame: settled waves in use, and the best of what the rest needs. */
export const boundIn = (units: UnitModel, frame: WaveFrame): number => {
  const settled = new Set(units.groups.flatMap((_, unit) => (units.isSettled[unit] === 1 ? [units.given[unit]!] : []))).size
  const open = openUnits(units)
  if (open.length === 0) return settled
  const waves = frame.waves.filter((wave) => !isSettled(wave))
  // Capacity that nobody gave is no reason why a plan would need more waves than its sums do.
  const capacities = waves.map((wave) => wave.capacity ?? Infinity)
  const effort = open.reduce((sum, unit) => sum + units.effort[unit]!, 0)
  const items = open.reduce((sum, unit) => sum + units.items[unit]!, 0)
  const bounds = [
    1,
    wavesToHold(effort, capacities),
    wavesToHold(items, waves.map((wave) => wave.maxItems ?? Infinity)),
    byLargeUnits(units, open, Math.max(0, ...capacities)),
    byOrder(units),
    byApart(units),
  ]
  return settled + Math.max(...bounds)
}

/** No complete plan without hard violations has fewer waves in use than this. 0 for an estate without groups. */
export const lowerBoundWaves = (document: PlanDocument, options: BoundOptions): number => {
  const plan = planModel(document)
  return boundIn(unitModel(plan), waveFrame(plan, options, (index) => `new wave ${index}`))
}
