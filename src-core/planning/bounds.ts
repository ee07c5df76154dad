import type { PlanDocument } from '../plan/plan-document'
import { isSettled } from '../plan/wave'
import { type PlanModel, planModel } from '../violations/model/plan-model'
import { exceeds } from '../violations/rules/exceeds'
import { type Board, makeBoard } from './board'
import { bridgeBound } from './bridge-bound'
import { packingBound } from './line-balancing/bin-bounds'
import type { PlanBounds, WaveArgument, WaveBound } from './plan-bounds'
import { type UnitEdges, unitEdges } from './unit-edges'
import { type UnitModel, unitModel } from './unit-model'
import { type FrameOptions, type WaveFrame, waveFrame, withoutDerivedCapacity } from './wave-frame'
import { windowsBound } from './windows-bound'

export type BoundOptions = FrameOptions

type Candidate = {
  readonly value: number
  readonly argument: WaveArgument
  readonly units?: readonly number[]
  readonly ruleIds?: readonly string[]
}

/** How many of the largest limits it takes to hold a sum; 0 for nothing. */
export const wavesToHold = (sum: number, limits: readonly number[]): number => {
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

/** Bounds from sizes alone cost the square of how many sizes differ; beyond this the sum is left to speak. */
const mostSizeWork = 400_000

/** Halves, thirds and other dual feasible functions of the sizes that fit into the largest wave. */
const bySizes = (sizes: readonly number[], capacity: number): Candidate => {
  const times = Float64Array.from(sizes.filter((size) => size > 0 && !exceeds(size, capacity)))
  if (!Number.isFinite(capacity) || capacity <= 0 || times.length === 0) return { value: 0, argument: 'packing' }
  if (times.length * new Set(times).size > mostSizeWork) return { value: 0, argument: 'packing' }
  const { value, argument } = packingBound({ times, capacity })
  return { value, argument }
}

/** What one capacity rule counts has to find room in the waves of its limit. */
const byCapacityRules = (units: UnitModel, open: readonly number[], waves: WaveFrame['waves']): readonly Candidate[] =>
  units.plan.capacityRules.map(({ model: { rule } }, index) => {
    const sizes = open.map((unit) => units.ruleEffort[index]![unit]!)
    const limits = waves.map(({ number }) => (rule.wave === undefined || rule.wave === number ? (rule.limit ?? Infinity) : Infinity))
    const sum = sizes.reduce((total, size) => total + size, 0)
    const value = Math.max(wavesToHold(sum, limits), bySizes(sizes, Math.max(0, ...limits)).value)
    return { value, argument: 'capacity-rule', ruleIds: [rule.id] }
  })

type Depths = { readonly depth: Int32Array; readonly previous: Int32Array }

const depthsOf = (units: UnitModel): Depths => {
  const depth = new Int32Array(units.count).fill(-1)
  const previous = new Int32Array(units.count).fill(-1)
  const close = (unit: number): void => {
    depth[unit] = 0
    for (const { unit: first, lag } of units.before[unit]!) {
      const reached = units.isSettled[first] === 1 ? 0 : depth[first]! + (lag > 0 ? 1 : 0)
      if (reached <= depth[unit]!) continue
      depth[unit] = reached
      previous[unit] = first
    }
  }
  for (let start = 0; start < units.count; start++) {
    const path = [start]
    while (depth[start] === -1) {
      const unit = path.at(-1)!
      const open = path.length <= units.count ? units.before[unit]!.find((link) => depth[link.unit] === -1) : undefined
      if (open) path.push(open.unit)
      else {
        close(unit)
        path.pop()
      }
    }
  }
  return { depth, previous }
}

/** Waves that the longest chain of strictly earlier needs. */
const byChain = (units: UnitModel, open: readonly number[]): Candidate => {
  const { depth, previous } = depthsOf(units)
  const last = open.reduce((best, unit) => (best < 0 || depth[unit]! > depth[best]! ? unit : best), -1)
  const chain: number[] = []
  for (let unit = last; unit >= 0 && chain.length <= units.count; unit = previous[unit]!) chain.unshift(unit)
  return { value: last < 0 ? 0 : depth[last]! + 1, argument: 'chain', units: chain }
}

/** Units each apart from every other, found greedily from each of the busiest. */
const byApart = (units: UnitModel, open: readonly number[]): Candidate => {
  const busy = open.filter((unit) => units.apart[unit]!.length > 0)
    .toSorted((a, b) => units.apart[b]!.length - units.apart[a]!.length)
  const others = new Map(busy.map((unit) => [unit, new Set(units.apart[unit])]))
  let best: readonly number[] = []
  for (const start of busy.slice(0, 50)) {
    // The busiest come first: nobody after this one has more to be apart from.
    if (units.apart[start]!.length + 1 <= best.length) break
    const clique = [start]
    for (const unit of others.get(start) ?? []) {
      const mine = others.get(unit)
      if (unit !== start && mine && clique.every((member) => mine.has(member))) clique.push(unit)
    }
    if (clique.length > best.length) best = clique
  }
  return { value: best.length, argument: 'apart', units: best }
}

const named = (units: UnitModel, settled: number, best: Candidate): WaveBound => ({
  waves: settled + best.value,
  argument: best.argument,
  settled,
  groupIds: (best.units ?? []).flatMap((unit) => units.groups[unit]!.map((group) => units.plan.groups[group]!.row.id)),
  ruleIds: best.ruleIds ?? [],
})

/** `proved`: what the search has shown for the open units, if it has. */
export const waveBound = (board: Board, proved = 0): WaveBound => {
  const { units } = board
  const settled = new Set(units.groups.flatMap((_, unit) => (units.isSettled[unit] === 1 ? [units.given[unit]!] : []))).size
  const open = openUnits(units)
  if (open.length === 0) return named(units, settled, { value: 0, argument: 'any' })
  const waves = board.waves.filter((wave) => !isSettled(wave))
  const capacities = waves.map((wave) => wave.capacity ?? Infinity)
  const sum = (list: Float64Array | Int32Array): number => open.reduce((total, unit) => total + list[unit]!, 0)
  const candidates: readonly Candidate[] = [
    { value: 1, argument: 'any' },
    { value: wavesToHold(sum(units.effort), capacities), argument: 'sum' },
    { value: wavesToHold(sum(units.items), waves.map((wave) => wave.maxItems ?? Infinity)), argument: 'items' },
    bySizes(open.map((unit) => units.effort[unit]!), Math.max(0, ...capacities)),
    ...byCapacityRules(units, open, waves),
    byChain(units, open),
    byApart(units, open),
    { value: windowsBound(board), argument: 'windows' },
    { value: proved, argument: 'search' },
  ]
  return named(units, settled, candidates.reduce((best, candidate) => (candidate.value > best.value ? candidate : best)))
}

/** Of a board whose waves have the limits that a proposal works with. */
export const boundsIn = (board: Board, edges: UnitEdges, assumedCapacity: number | null, proved = 0): PlanBounds =>
  ({ waves: waveBound(board, proved), bridges: bridgeBound(board, edges), assumedCapacity })

/** What nobody has given limits nobody. */
const boardOf = (plan: PlanModel, options: BoundOptions): Board =>
  makeBoard(unitModel(plan), withoutDerivedCapacity(waveFrame(plan, options, (index) => `new wave ${index}`)))

/** No complete plan without hard violations has fewer waves in use than this. 0 for an estate without groups. */
export const lowerBoundWaves = (document: PlanDocument, options: BoundOptions): number =>
  waveBound(boardOf(planModel(document), options)).waves

/** The least number of waves and the unavoidable price of bridges, each with the argument that gives it. */
export const planBounds = (document: PlanDocument, options: BoundOptions): PlanBounds => {
  const board = boardOf(planModel(document), options)
  return boundsIn(board, unitEdges(board.units), null)
}
