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
import type { StepToStore, StoredPlan } from '../db/plan-store-db'
import { queueWrite } from './write-queue'

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
  readonly fileRevision: number | null
  /** Counts changes, across restarts; for snapshots, and for noticing that the database is older than it was. */
  readonly revision: number
}

const closed: PlanState = {
  phase: 'starting',
  document: null,
  history: emptyHistory,
  filePath: null,
  kept: 'kept',
  keptReason: null,
  fileSaved: false,
  fileRevision: null,
  revision: 0,
}

export const planStore = createStore<PlanState>()(() => closed)

export const usePlanStore = <T>(selector: (state: PlanState) => T): T => useStore(planStore, selector)

const storedPlan = (state: PlanState, document: PlanDocument): StoredPlan => ({
  document,
  history: state.history,
  revision: state.revision,
  filePath: state.filePath,
  fileRevision: state.fileRevision,
})

const shownPlan = (plan: StoredPlan): PlanState => ({
  ...closed,
  ...plan,
  phase: 'open',
  fileSaved: plan.fileRevision === plan.revision,
})

/** What the working copy would have to hold to be this plan; null while none is open. */
export const planToStore = (): StoredPlan | null => {
  const state = planStore.getState()
  return state.document && storedPlan(state, state.document)
}

const reportKept = (kept: Kept, keptReason: string | null): void => planStore.setState({ kept, keptReason })

/** Tries again to keep the whole plan, after a failure. */
export const keepAgain = (): Promise<void> => {
  const plan = planToStore()
  return plan ? queueWrite('plan', (keeper) => keeper.storeWholePlan(plan), reportKept) : Promise.resolve()
}

/** Shows a plan that the working copy holds already. */
export const showStoredPlan = (plan: StoredPlan): void => planStore.setState(shownPlan(plan))

/**
 * Makes a plan the open one and keeps it whole, in one transaction. Resolves when that is committed or has failed (then
 * `kept` says so, and the plan is open all the same: nothing that was read is thrown away). The writing begins after `shown`.
 */
export const openDocument = (
  document: PlanDocument, history: History, filePath: string | null, shown: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const revision = planStore.getState().revision + 1
  const plan: StoredPlan = { document, history, revision, filePath, fileRevision: filePath === null ? null : revision }
  planStore.setState(shownPlan(plan))
  return queueWrite('plan', (keeper) => shown().then(() => keeper.storeWholePlan(plan)), reportKept)
}

/** Forgets the working copy and goes back to the start screen. The caller has made sure that nothing is lost. */
export const closeDocument = (): Promise<void> => {
  planStore.setState(({ revision }) => ({ ...closed, phase: 'start', revision }))
  return queueWrite('plan', (keeper) => keeper.forget(), reportKept)
}

export const showPhase = (phase: Phase): void => planStore.setState({ phase })

/** The plan was written to this file, exactly as at `revision` (fsync done); what changed since keeps it unsaved. */
export const markSaved = (filePath: string, revision: number): Promise<void> => {
  planStore.setState((state) => ({ filePath, fileRevision: revision, fileSaved: state.revision === revision }))
  return queueWrite('place', (keeper) => keeper.storeFile(filePath, revision), reportKept)
}

const isEmpty = (change: Change): boolean =>
  Object.entries(change).every(([key, value]) => key === 'scenarioId' || value === undefined)

const advance = (document: PlanDocument, history: History, kind: StepToStore['kind']): void => {
  const state = planStore.getState()
  if (!state.document) return
  const revision = state.revision + 1
  const step: StepToStore = { previous: state.document, next: document, kind, history, revision }
  planStore.setState({ document, history, revision, fileSaved: false })
  void queueWrite('plan', (keeper) => keeper.storeStep(step), reportKept)
}

/** The only way a plan changes: applied in memory at once, kept with its inverse right after. */
export const runChange = (label: StepLabel, change: Change): void => {
  const { document, history } = planStore.getState()
  if (!document) throw new Error('No plan is open')
  if (isEmpty(change)) return
  const applied = applyChange(document, change)
  const step: Step = { label, change, inverse: applied.inverse }
  advance(applied.document, { done: [...history.done, step], undone: [] }, 'do')
}

/**
 * Notes in the plan what has happened outside it, such as a package that was sent: kept like a step, but no undo can make it
 * unhappen. The change may touch only rows that no step touches.
 */
export const recordFact = (change: Change): void => {
  const { document, history } = planStore.getState()
  if (!document) throw new Error('No plan is open')
  if (!isEmpty(change)) advance(applyChange(document, change).document, history, 'fact')
}

/** Takes back the last step; its label, or null when there was none. */
export const undo = (): StepLabel | null => {
  const { document, history } = planStore.getState()
  const step = history.done.at(-1)
  if (!step || !document) return null
  const after: History = { done: history.done.slice(0, -1), undone: [...history.undone, step] }
  advance(applyChange(document, step.inverse).document, after, 'undo')
  return step.label
}

/** Does again what was undone last; its label, or null when there was none. */
export const redo = (): StepLabel | null => {
  const { document, history } = planStore.getState()
  const step = history.undone.at(-1)
  if (!step || !document) return null
  const after: History = { done: [...history.done, step], undone: history.undone.slice(0, -1) }
  advance(applyChange(document, step.change).document, after, 'redo')
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
