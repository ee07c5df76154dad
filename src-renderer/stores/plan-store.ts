import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { applyChange } from '@core/plan/apply-change'
import type { Change } from '@core/plan/change'
import { emptyHistory } from '@core/plan/history'
import type { History, Step, StepLabel } from '@core/plan/history'
import { lookup } from '@core/plan/lookup'
import type { PlanLookup } from '@core/plan/lookup'
import type { PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import type { Evaluation } from '@core/violations/evaluation'
import { noKeeper } from './plan-keeper'
import type { KeptPlan, PlanKeeper } from './plan-keeper'

export type Phase = 'starting' | 'start' | 'open' | 'restore'

/** `kept` only after the commit; `failed` says why in `keptReason` until a later write holds the whole plan again. */
export type Kept = 'kept' | 'keeping' | 'failed'

export type PlanState = {
  readonly phase: Phase
  readonly document: PlanDocument | null
  readonly history: History
  readonly filePath: string | null
  readonly kept: Kept
  readonly keptReason: string | null
  /** The file at `filePath` holds exactly this plan. */
  readonly fileSaved: boolean
  /** Counts changes since the program started; for whoever waits for quiet (snapshots). */
  readonly changes: number
}

const closed: PlanState = {
  phase: 'starting',
  document: null,
  history: emptyHistory,
  filePath: null,
  kept: 'kept',
  keptReason: null,
  fileSaved: false,
  changes: 0,
}

export const planStore = createStore<PlanState>()(() => closed)

export const usePlanStore = <T>(selector: (state: PlanState) => T): T => useStore(planStore, selector)

let keeper: PlanKeeper = noKeeper
let writes: Promise<void> = Promise.resolve()
let waiting = 0

/** Names where the working copy is kept; called once when the program starts, before a plan opens. */
export const setKeeper = (next: PlanKeeper): void => {
  keeper = next
}

const keptPlan = (state: PlanState, document: PlanDocument): KeptPlan => ({
  document,
  history: state.history,
  filePath: state.filePath,
  fileSaved: state.fileSaved,
})

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Writes follow each other in the order of the changes. After a failure the log in the database has a gap, so the next
 * write stores the whole plan: a later step alone would never again be said to be kept.
 */
const queueWrite = (write: () => Promise<void>): Promise<void> => {
  waiting += 1
  if (planStore.getState().kept !== 'failed') planStore.setState({ kept: 'keeping' })
  writes = writes.then(async () => {
    try {
      const { kept, document } = planStore.getState()
      if (kept === 'failed' && document) await keeper.storeWholePlan(keptPlan(planStore.getState(), document))
      else await write()
      waiting -= 1
      planStore.setState({ kept: waiting === 0 ? 'kept' : 'keeping', keptReason: null })
    } catch (error) {
      waiting -= 1
      planStore.setState({ kept: 'failed', keptReason: reasonOf(error) })
    }
  })
  return writes
}

/** Resolves when all that was asked to be kept is kept, or has failed. */
export const flushWrites = (): Promise<void> => writes

/** Tries again to keep the whole plan, after a failure. */
export const keepAgain = (): Promise<void> => {
  const { document } = planStore.getState()
  if (!document) return writes
  return queueWrite(() => keeper.storeWholePlan(keptPlan(planStore.getState(), document)))
}

/** Shows a plan that the working copy holds already. */
export const showKeptPlan = (plan: KeptPlan): void => planStore.setState({ ...closed, ...plan, phase: 'open' })

/**
 * Makes a plan the open one and keeps it whole, in one transaction. Resolves when that is committed or has failed (then
 * `kept` says so, and the plan is open all the same: nothing that was read is thrown away).
 */
export const openDocument = (
  document: PlanDocument, history: History, filePath: string | null, fileSaved = filePath !== null,
): Promise<void> => {
  const { changes } = planStore.getState()
  const plan: KeptPlan = { document, history, filePath, fileSaved }
  planStore.setState({ ...closed, ...plan, phase: 'open', changes: changes + 1 })
  return queueWrite(() => keeper.storeWholePlan(plan))
}

/** Forgets the working copy and goes back to the start screen. The caller has made sure that nothing is lost. */
export const closeDocument = (): Promise<void> => {
  planStore.setState({ ...closed, phase: 'start' })
  return queueWrite(() => keeper.clear())
}

export const showPhase = (phase: Phase): void => planStore.setState({ phase })

/** The plan was written to this file, exactly as `document` (fsync done); what changed since keeps it unsaved. */
export const markSaved = (document: PlanDocument, filePath: string): Promise<void> => {
  planStore.setState((state) => ({ filePath, fileSaved: state.document === document }))
  const { document: now, fileSaved } = planStore.getState()
  if (!now) return writes
  return queueWrite(() => keeper.storeFile(now, filePath, fileSaved))
}

const isEmpty = (change: Change): boolean =>
  Object.entries(change).every(([key, value]) => key === 'scenarioId' || value === undefined)

const advance = (state: PlanState, document: PlanDocument, history: History): void =>
  planStore.setState({ document, history, fileSaved: false, changes: state.changes + 1 })

const keepStep = (kind: 'do' | 'undo' | 'redo', step: Step): void => {
  const state = planStore.getState()
  if (!state.document) return
  const after = keptPlan(state, state.document)
  void queueWrite(() => keeper.storeStep(kind, step, after))
}

/** The only way a plan changes: applied in memory at once, kept with its inverse right after. */
export const runChange = (label: StepLabel, change: Change): void => {
  const state = planStore.getState()
  if (!state.document) throw new Error('No plan is open')
  if (isEmpty(change)) return
  const applied = applyChange(state.document, change)
  const step: Step = { label, change, inverse: applied.inverse }
  advance(state, applied.document, { done: [...state.history.done, step], undone: [] })
  keepStep('do', step)
}

/** Takes back the last step; its label, or null when there was none. */
export const undo = (): StepLabel | null => {
  const state = planStore.getState()
  const step = state.history.done.at(-1)
  if (!step || !state.document) return null
  const { document } = applyChange(state.document, step.inverse)
  advance(state, document, { done: state.history.done.slice(0, -1), undone: [...state.history.undone, step] })
  keepStep('undo', step)
  return step.label
}

/** Does again what was undone last; its label, or null when there was none. */
export const redo = (): StepLabel | null => {
  const state = planStore.getState()
  const step = state.history.undone.at(-1)
  if (!step || !state.document) return null
  const { document } = applyChange(state.document, step.change)
  advance(state, document, { done: [...state.history.done, step], undone: state.history.undone.slice(0, -1) })
  keepStep('redo', step)
  return step.label
}

/** The open plan. Only for components that are shown while one is open. */
export const usePlanDocument = (): PlanDocument => {
  const document = usePlanStore((state) => state.document)
  if (!document) throw new Error('This component needs an open plan')
  return document
}

/** Lookups and evaluation are memoised by the document, so every component gets the same objects. */
export const useLookup = (): PlanLookup => lookup(usePlanDocument())
export const useEvaluation = (): Evaluation => evaluate(usePlanDocument())
