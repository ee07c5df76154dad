import type { PlanDocument } from '../plan/plan-document'
import type { Wave } from '../plan/wave'
import { type PlanModel, planModel } from '../violations/model/plan-model'
import { type Attempt, bestAttempt } from './attempts'
import { boundIn } from './bounds'
import { costModel, totalCost } from './cost'
import { improve } from './improve'
import { obstaclesOf } from './obstacles'
import type { Proposal, ProposeControl, ProposeOptions } from './proposal'
import { type Random, seededRandom } from './random'
import { type UnitEdges, unitEdges } from './unit-edges'
import { type UnitModel, unitModel } from './unit-model'
import { waveFrame } from './wave-frame'
import { withoutHardViolations } from './without-hard-violations'

const millisecondsBetweenReports = 100

/** Tells how far the work is, about ten times a second, and whether it is to stop. */
type Clock = { readonly isStopped: () => boolean; readonly report: (done: number, steps: number) => void }

const startClock = (options: ProposeOptions, control: ProposeControl): Clock => {
  const deadline = options.seconds === undefined ? Infinity : control.now() + options.seconds * 1000
  let reported = -Infinity
  return {
    isStopped: () => control.isCancelled() || control.now() >= deadline,
    report: (done, steps) => {
      const now = control.now()
      if (now - reported < millisecondsBetweenReports) return
      reported = now
      control.onProgress({ phase: steps > 0 ? 'improving' : 'placing', done, steps })
    },
  }
}

/** Enough for a good plan in a few seconds at the size of a region. */
const usualSteps = (units: UnitModel): number => Math.min(1_500_000, Math.max(20_000, units.count * 500))

const search = (
  attempt: Attempt, edges: UnitEdges, random: Random, options: ProposeOptions, clock: Clock,
): number => {
  const { construction: { placing, kept }, positions, board } = attempt
  const { units } = board
  const open = board.waves.flatMap((_, position) => (position < positions && board.isOpen[position] === 1 ? [position] : []))
  // Few waves stay few: an empty one is not opened again.
  const targets = options.objective === 'waves' ? open.filter((position) => placing.items[position]! > 0) : open
  const movable = units.groups.flatMap((_, unit) =>
    placing.at[unit]! >= 0 && units.isSettled[unit] === 0 && kept[unit] === 0 ? [unit] : [])
  const model = costModel(placing, edges, positions, options.objective)
  const steps = options.steps ?? usualSteps(units)
  return improve({ model, placing, movable, positions: targets, random }, steps, (taken) => {
    clock.report(0.2 + (0.8 * taken) / steps, taken)
    return clock.isStopped()
  })
}

/** The waves to hand back, with ids of their own for the new ones. */
const wavesOf = ({ frame, positions }: Attempt, options: ProposeOptions): readonly Wave[] =>
  frame.waves.slice(0, positions).map((wave) => (frame.created.has(wave.id) ? { ...wave, id: options.newId('wave') } : wave))

const placementsOf = (plan: PlanModel, attempt: Attempt, waves: readonly Wave[]): Map<string, string | null> => {
  const { placing } = attempt.construction
  const { units } = attempt.board
  const placements = new Map<string, string | null>()
  plan.groups.forEach(({ row }, group) => {
    const unit = units.unitOf[group]!
    if (units.isSettled[unit] === 1) return
    placements.set(row.id, waves[placing.at[unit]!]?.id ?? null)
  })
  return placements
}

const isProven = (attempt: Attempt, edges: UnitEdges, options: ProposeOptions, least: number): boolean | null => {
  const { placing } = attempt.construction
  if (placing.at.some((position) => position < 0)) return null
  if (options.objective === 'waves') return placing.items.filter((items) => items > 0).length <= least ? true : null
  if (options.objective !== 'bridges') return null
  return totalCost(costModel(placing, edges, attempt.positions, 'bridges'), placing.at) === 0 ? true : null
}

/**
 * Fills the waves of the active scenario without a hard violation, as far as it finds a way: a construction wave by wave,
 * then annealing of the price of bridges by steps. Groups that have a wave keep it where that is possible, and settled
 * waves are not touched. What finds no place is left out, with the reason, and so is what would need it: the placed
 * part is clean. The same document, options (without `seconds`) and seed give the same proposal.
 */
export const propose = (document: PlanDocument, options: ProposeOptions, control: ProposeControl): Proposal => {
  const clock = startClock(options, control)
  control.onProgress({ phase: 'preparing', done: 0, steps: 0 })
  const plan = planModel(document)
  const units = unitModel(plan)
  const edges = unitEdges(units)
  const random = seededRandom(options.seed)
  const frame = waveFrame(plan, options, (index) => `new wave ${index}`)
  const least = boundIn(units, frame)
  clock.report(0.1, 0)
  const attempt = bestAttempt({ units, edges, objective: options.objective, random, isStopped: clock.isStopped }, frame, least)
  const steps = clock.isStopped() ? 0 : search(attempt, edges, random, options, clock)
  const waves = wavesOf(attempt, options)
  const newWaves = waves.filter((_, position) => isNewOrChanged(attempt, position))
  const placements = withoutHardViolations(document, placementsOf(plan, attempt, waves), newWaves)
  const unplaced = [...placements].filter(([, waveId]) => waveId === null).map(([groupId]) => groupId)
  return {
    placements,
    newWaves,
    unplaced,
    obstacles: obstaclesOf(plan, attempt, waves, new Set(unplaced)),
    steps,
    provenOptimal: unplaced.length === 0 ? isProven(attempt, edges, options, least) : null,
    lowerBoundWaves: least,
  }
}

const isNewOrChanged = ({ frame }: Attempt, position: number): boolean => {
  const { id } = frame.waves[position]!
  return frame.created.has(id) || frame.changed.has(id)
}
