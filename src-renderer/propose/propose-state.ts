import { create } from 'zustand'
import { applyChange } from '@core/plan/apply-change'
import { acceptSharedServices, placeGroups, stepLabels } from '@core/plan/commands'
import type { PlanDocument } from '@core/plan/plan-document'
import { splitLabel } from '@core/messages/reason-sentence-split'
import type { Mode, ProposeProgress } from '@core/planning/proposal'
import { splitChange } from '@core/planning/reasons/split-large-group'
import type { Split } from '@core/planning/reasons/split-large-group'
import { rememberProof } from '../figures/proved-waves'
import { planStore, runChange } from '../stores/plan-store'
import { newId } from '../new-id'
import { goingOn, isSamePlan } from './better-plan'
import { runPropose } from './propose-run'
import type { Run, RunOptions, RunResult } from './propose-run'

export type ProposePhase =
  | { readonly type: 'options' }
  /** `base` is the plan that was asked about: a proposal fits no other. */
  | {
    readonly type: 'running'
    readonly progress: ProposeProgress | null
    readonly best: RunResult | null
    readonly base: PlanDocument
    readonly mode: Mode
    /** How often it was searched on. */
    readonly round: number
    /** What this search is to better; null for the first one. */
    readonly known: RunResult | null
  }
  | {
    readonly type: 'result'
    readonly result: RunResult
    readonly base: PlanDocument
    readonly mode: Mode
    readonly round: number
    /** Of a search that went on: whether it found anything better than what it began with; null for the first search. */
    readonly isBetter: boolean | null
  }
  | { readonly type: 'failed'; readonly reason: string }

type ProposeState = { readonly opened: boolean; readonly phase: ProposePhase }

/** Apart from the board, so that every view can open the dialog. */
export const useProposeState = create<ProposeState>(() => ({ opened: false, phase: { type: 'options' } }))

let run: Run | null = null

const setPhase = (phase: ProposePhase): void => useProposeState.setState({ phase })

const endRun = (): void => {
  run?.stop()
  run = null
}

export const openPropose = (): void => useProposeState.setState({ opened: true, phase: { type: 'options' } })

export const closePropose = (): void => {
  endRun()
  useProposeState.setState({ opened: false })
}

export const backToOptions = (): void => {
  endRun()
  setPhase({ type: 'options' })
}

/** What was asked last, for searching on and for searching again. */
let asked: RunOptions | null = null

/** Each round goes on from what is known by another way, and longer: seconds, since the first has taken the usual steps. */
const optionsOfRound = (options: RunOptions, round: number, known: RunResult | null): RunOptions => {
  if (known === null) return options
  const { placements, newWaves } = known.proposal
  return { ...options, seed: options.seed + round, seconds: secondsOfRound, start: { placements, newWaves } }
}

const secondsOfRound = 20

/** The result of a search that has ended or was stopped. */
const shown = ({ base, mode, round, known }: Extract<ProposePhase, { type: 'running' }>, result: RunResult): ProposePhase =>
  ({ type: 'result', result, base, mode, round, isBetter: known === null ? null : !isSamePlan(result, known) })

const search = (options: RunOptions, base: PlanDocument, known: RunResult | null, round: number): void => {
  endRun()
  asked = options
  const mode = options.mode ?? 'fill'
  setPhase({ type: 'running', progress: null, best: known, base, mode, round, known })
  const betterOf = goingOn(options)
  run = runPropose({ document: base, options: optionsOfRound(options, round, known), idPrefix: newId('p') }, (message) => {
    const { phase } = useProposeState.getState()
    if (phase.type !== 'running') return
    if (message.type === 'progress') return setPhase({ ...phase, progress: message.progress })
    if (message.type === 'failed') return setPhase({ type: 'failed', reason: message.reason })
    const best = known === null ? message : betterOf(known, message)
    setPhase(message.final ? shown({ ...phase, best }, best) : { ...phase, best })
  })
}

/** Starts the worker on the plan as it is now. */
export const startPropose = (options: RunOptions): void => {
  const { document } = planStore.getState()
  if (document) search(options, document, null, 0)
}

/** Looks for a better plan than the one shown, which stays until there is one. */
export const searchOn = (): void => {
  const { phase } = useProposeState.getState()
  if (phase.type === 'result' && asked) search(asked, phase.base, phase.result, phase.round + 1)
}

/** Takes a split of a group into the plan, as one step, and searches again; false when the plan is another one by now. */
export const acceptSplit = (base: PlanDocument, groupId: string, split: Extract<Split, { type: 'split' }>): boolean => {
  if (planStore.getState().document !== base || !asked) return false
  runChange(splitLabel(base, groupId, split), splitChange(base, groupId, split, newId))
  startPropose(asked)
  return true
}

/** Takes an item as a shared service, as one step, and searches again; false when the plan is another one by now. */
export const acceptShared = (base: PlanDocument, itemId: string): boolean => {
  if (planStore.getState().document !== base || !asked) return false
  runChange(stepLabels.acceptSharedServices([itemId]), acceptSharedServices(base, [itemId], newId))
  startPropose(asked)
  return true
}

/** Ends the search; shows the best plan found so far, or the options again where there is none. */
export const stopPropose = (): void => {
  const { phase } = useProposeState.getState()
  endRun()
  if (phase.type !== 'running') return
  setPhase(phase.best ? shown(phase, phase.best) : { type: 'options' })
}

/** The plan as it would be. */
export const planWith = (base: PlanDocument, { proposal }: RunResult): PlanDocument =>
  applyChange(base, placeGroups(base, proposal.placements, proposal.newWaves)).document

/** Takes the proposal into the plan as one step; false when the plan is another one by now. */
export const acceptProposal = (base: PlanDocument, { proposal }: RunResult): boolean => {
  const { document } = planStore.getState()
  if (document !== base) return false
  runChange(stepLabels.placeGroups(), placeGroups(base, proposal.placements, proposal.newWaves))
  const after = planStore.getState().document
  if (after) rememberProof(after, proposal.bounds)
  return true
}
