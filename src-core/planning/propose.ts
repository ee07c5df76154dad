import type { PlanDocument } from '../plan/plan-document'
import type { Wave } from '../plan/wave'
import { type PlanModel, planModel } from '../violations/model/plan-model'
import { type Attempt, type Setting, bestAttempt } from './attempts'
import { makeBoard } from './board'
import { boundsIn, waveBound } from './bounds'
import { idleUnits } from './conflicts'
import { bridgePrice } from './cost'
import { type ExactWaves, exactWaves } from './exact-waves'
import { obstaclesOf } from './obstacles'
import type { PlanBounds } from './plan-bounds'
import type { PlanMeasures, Proposal, ProposeControl, ProposeOptions } from './proposal'
import { seededRandom } from './random'
import { repairAttempt } from './repair-plan'
import { searchPlan, stepsFor } from './search-plan'
import { type UnitEdges, unitEdges } from './unit-edges'
import { unitModel } from './unit-model'
import { warmAttempt } from './warm-start'
import { derivedCapacity, type WaveFrame, waveFrame } from './wave-frame'
import { withoutHardViolations } from './without-hard-violations'

const millisecondsBetweenReports = 100
const millisecondsBetweenPlans = 500
/** Part of the time that a proof of the fewest waves may take; the rest is for the bridges. */
const proofPart = 0.7
/** Loads that a proof may look at where neither time nor steps are given: some seconds. */
const usualLoads = 3_000_000

/** Everything of one call. */
type Job = {
  readonly document: PlanDocument
  readonly options: ProposeOptions
  readonly control: ProposeControl
  readonly plan: PlanModel
  readonly setting: Setting
  readonly edges: UnitEdges
  readonly frame: WaveFrame
  /** From 0; 1 or more stops. */
  readonly timeGone: () => number
  /** Ids of new waves by the name they have in the frame, drawn in the order of the waves. */
  readonly ids: Map<string, string>
}

type Idle = { readonly idle?: Uint8Array; /** Went on from a plan that was given. */ readonly isWarm?: boolean }
type Plan = Attempt & Idle

const startJob = (document: PlanDocument, options: ProposeOptions, control: ProposeControl): Job => {
  const began = control.now()
  const timeGone = (): number => {
    if (control.isCancelled()) return 1
    return options.seconds === undefined ? 0 : (control.now() - began) / Math.max(1e-6, options.seconds * 1000)
  }
  const plan = planModel(document)
  const units = unitModel(plan)
  const edges = unitEdges(units)
  const isStopped = (): boolean => timeGone() >= 1
  const setting: Setting = { units, edges, objective: options.objective, random: seededRandom(options.seed), isStopped }
  const frame = waveFrame(plan, options, (index) => `new wave ${index}`)
  const ids = new Map((options.start?.newWaves ?? []).map(({ id }) => [id, id]))
  return { document, options, control, plan, setting, edges, frame, timeGone, ids }
}

const firstPlan = ({ options, setting, frame }: Job): Plan => {
  const warm = options.start && warmAttempt(setting.units, frame, options.start, options.mode ?? 'fill')
  if (warm) return { ...warm, isWarm: true, ...(options.mode === 'repair' && { idle: idleUnits(warm.board) }) }
  // Only a search for few waves can stop when it has as few as are possible.
  const least = options.objective === 'waves' ? waveBound(makeBoard(setting.units, frame)).waves : 0
  return options.mode === 'repair'
    ? repairAttempt(setting, frame, least)
    : bestAttempt(setting, frame, least, options.mode !== 'replan')
}

/** The fewest waves proved, where that is what is asked for; what has a place already is left alone by it. */
const prove = (job: Job, plan: Plan): ExactWaves => {
  const { options, setting: { units }, timeGone } = job
  if (options.objective !== 'waves' || plan.isWarm) return { proved: 0, placing: null, steps: 0 }
  const board = makeBoard(units, plan.whole)
  const loads = options.steps ?? (options.seconds === undefined ? usualLoads : Infinity)
  return exactWaves(board, loads, () => timeGone() >= proofPart)
}

const wavesInUse = ({ construction: { placing } }: Plan): number => placing.items.reduce((sum, items) => sum + Number(items > 0), 0)

/** The proved plan in place of the constructed one, where it has fewer waves and moves nothing that is to stay. */
const withProof = ({ options, setting: { units } }: Job, plan: Plan, { placing }: ExactWaves): Plan => {
  if (!placing || options.mode === 'repair') return plan
  const movesGiven = options.mode !== 'replan' && units.given.some((position, unit) => position >= 0 && units.isSettled[unit] === 0)
  const used = placing.items.reduce((sum, items) => sum + Number(items > 0), 0)
  const isComplete = plan.construction.placing.at.every((position) => position >= 0)
  if (movesGiven || (isComplete && used >= wavesInUse(plan))) return plan
  const frame = plan.whole
  const positions = placing.at.reduce((most, position) => Math.max(most, position + 1), frame.waves.length - frame.created.size)
  const kept = new Uint8Array(units.count)
  return { ...plan, board: placing.board, frame, construction: { ...plan.construction, placing, kept }, missing: 0, positions }
}

/** The waves to hand back, with ids of their own for the new ones. */
const wavesOf = ({ ids, options }: Job, { frame, positions }: Plan): readonly Wave[] =>
  frame.waves.slice(0, positions).map((wave) => {
    if (!frame.created.has(wave.id)) return wave
    const id = ids.get(wave.id) ?? options.newId('wave')
    ids.set(wave.id, id)
    return { ...wave, id }
  })

const placementsOf = ({ plan, setting: { units } }: Job, at: Int32Array, waves: readonly Wave[]): Map<string, string | null> => {
  const placements = new Map<string, string | null>()
  plan.groups.forEach(({ row }, group) => {
    const unit = units.unitOf[group]!
    if (units.isSettled[unit] === 0) placements.set(row.id, waves[at[unit]!]?.id ?? null)
  })
  return placements
}

const measuresOf = ({ plan, edges, setting: { units } }: Job, { construction: { placing }, positions }: Plan, at: Int32Array): PlanMeasures => {
  const open = plan.groups.map(({ position }, group) => ({ position, now: at[units.unitOf[group]!]!, isSettled: units.isSettled[units.unitOf[group]!] === 1 }))
  return {
    waves: new Set(at.filter((position, unit) => position >= 0 && units.items[unit]! > 0)).size,
    bridgePrice: bridgePrice({ ...placing, at }, edges, positions),
    unplaced: open.filter(({ now, isSettled }) => now < 0 && !isSettled).length,
    moved: open.filter(({ position, now, isSettled }) => now !== position && !isSettled).length,
  }
}

const isProven = ({ options }: Job, measures: PlanMeasures, bounds: PlanBounds): boolean | null => {
  if (measures.unplaced > 0) return null
  if (options.objective === 'waves') return measures.waves <= bounds.waves.waves ? true : null
  if (options.objective !== 'bridges') return null
  return measures.bridgePrice <= bounds.bridges.price + 1e-6 ? true : null
}

/** The proposal of a plan whose units lie at `at`; the evaluation has the last word on it. */
const proposalOf = (job: Job, plan: Plan, at: Int32Array, bounds: PlanBounds, steps: number): Proposal => {
  const { setting: { units } } = job
  const waves = wavesOf(job, plan)
  const newWaves = waves.filter((_, position) => isNewOrChanged(plan, position))
  const placements = withoutHardViolations(job.document, placementsOf(job, at, waves), newWaves)
  const unplaced = [...placements].filter(([, waveId]) => waveId === null).map(([groupId]) => groupId)
  // What a repair leaves alone needs no reason.
  const idle = new Set(job.plan.groups.filter((_, group) => plan.idle?.[units.unitOf[group]!] === 1).map(({ row }) => row.id))
  const measures = { ...measuresOf(job, plan, at), unplaced: unplaced.length }
  return {
    placements,
    newWaves,
    unplaced,
    obstacles: obstaclesOf(job.plan, plan, waves, new Set(unplaced.filter((id) => !idle.has(id)))),
    steps,
    provenOptimal: isProven(job, measures, bounds),
    lowerBoundWaves: bounds.waves.waves,
    bounds,
    measures,
  }
}

const isNewOrChanged = ({ frame }: Plan, position: number): boolean => {
  const { id } = frame.waves[position]!
  return frame.created.has(id) || frame.changed.has(id)
}

/** Tells how far it is about ten times a second, and hands out better plans about twice a second. */
const reporter = (job: Job, plan: Plan, bounds: PlanBounds) => {
  const { control } = job
  let best = measuresOf(job, plan, plan.construction.placing.at)
  let toldAt = -Infinity
  let handedAt = control.now()
  let waiting: Int32Array | null = null
  return (done: number, steps: number, better: Int32Array | null): void => {
    waiting = better ?? waiting
    const now = control.now()
    if (now - toldAt < millisecondsBetweenReports) return
    toldAt = now
    if (waiting) best = measuresOf(job, plan, waiting)
    control.onProgress({ phase: steps > 0 ? 'improving' : 'placing', done: Math.min(1, 0.1 + 0.9 * done), steps, best })
    if (!waiting || !control.onBetter || now - handedAt < millisecondsBetweenPlans) return
    handedAt = now
    control.onBetter(proposalOf(job, plan, waiting, bounds, steps))
    waiting = null
  }
}

/**
 * Fills the waves of the active scenario without a hard violation, as far as it finds a way: a construction wave by wave,
 * a proof of the fewest waves where these are asked for and the plan is small, then annealing of what `weights` weigh,
 * by steps or by time. The first plan is handed out at once, better ones as they come. Groups that have a wave keep it
 * where that is possible (see `Mode`), and settled waves are not touched. What finds no place is left out, with the
 * reason, and so is what would need it: the placed part is clean. The same document, options (without `seconds`) and
 * seed give the same proposal.
 */
export const propose = (document: PlanDocument, options: ProposeOptions, control: ProposeControl): Proposal => {
  control.onProgress({ phase: 'preparing', done: 0, steps: 0 })
  const job = startJob(document, options, control)
  const first = firstPlan(job)
  const whole = makeBoard(job.setting.units, first.whole)
  const assumed = derivedCapacity(first.whole)
  const simple = boundsIn(whole, job.edges, assumed)
  control.onBetter?.(proposalOf(job, first, first.construction.placing.at, simple, 0))
  const proof = prove(job, first)
  const plan = withProof(job, first, proof)
  const bounds = proof.proved > 0 ? boundsIn(whole, job.edges, assumed, proof.proved) : simple
  const watch = { timeGone: job.timeGone, onLook: reporter(job, plan, bounds) }
  const isIdle = job.timeGone() >= 1 || stepsFor(job.setting.units, options) <= 0
  const steps = isIdle ? 0 : searchPlan(plan, job.edges, job.setting.random, { ...options, isWarm: plan.isWarm === true }, watch)
  return proposalOf(job, plan, plan.construction.placing.at, bounds, proof.steps + steps)
}
