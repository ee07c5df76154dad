import { create } from 'zustand'
import { applyChange } from '@core/plan/apply-change'
import { placeGroups, stepLabels } from '@core/plan/commands'
import type { PlanDocument } from '@core/plan/plan-document'
import type { ProposeProgress } from '@core/planning/proposal'
import { planStore, runChange } from '../stores/plan-store'
import { newId } from '../new-id'
import { runPropose } from './propose-run'
import type { Run, RunOptions, RunResult } from './propose-run'

export type ProposePhase =
  | { readonly type: 'options' }
  | { readonly type: 'running'; readonly progress: ProposeProgress | null; readonly best: RunResult | null }
  /** `base` is the plan that was asked about: a proposal fits no other. */
  | { readonly type: 'result'; readonly result: RunResult; readonly base: PlanDocument }
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

/** Starts the worker on the plan as it is now. */
export const startPropose = (options: RunOptions): void => {
  const { document } = planStore.getState()
  if (!document) return
  endRun()
  setPhase({ type: 'running', progress: null, best: null })
  run = runPropose({ document, options, idPrefix: newId('p') }, (message) => {
    const { phase } = useProposeState.getState()
    if (phase.type !== 'running') return
    if (message.type === 'progress') setPhase({ ...phase, progress: message.progress })
    else if (message.type === 'failed') setPhase({ type: 'failed', reason: message.reason })
    else if (message.final) setPhase({ type: 'result', result: message, base: document })
    else setPhase({ ...phase, best: message })
  })
}

/** Ends the search; shows the best plan found so far, or the options again where there is none. */
export const stopPropose = (): void => {
  const { phase } = useProposeState.getState()
  const { document } = planStore.getState()
  endRun()
  if (phase.type !== 'running') return
  if (phase.best && document) setPhase({ type: 'result', result: phase.best, base: document })
  else setPhase({ type: 'options' })
}

/** The plan as it would be. */
export const planWith = (base: PlanDocument, { proposal }: RunResult): PlanDocument =>
  applyChange(base, placeGroups(base, proposal.placements, proposal.newWaves)).document

/** Takes the proposal into the plan as one step; false when the plan is another one by now. */
export const acceptProposal = (base: PlanDocument, { proposal }: RunResult): boolean => {
  const { document } = planStore.getState()
  if (document !== base) return false
  runChange(stepLabels.placeGroups(), placeGroups(base, proposal.placements, proposal.newWaves))
  return true
}
