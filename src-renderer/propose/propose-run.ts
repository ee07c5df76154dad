import type { PlanDocument } from '@core/plan/plan-document'
import type { Proposal, ProposeOptions, ProposeProgress } from '@core/planning/proposal'
import type { PlanFigures, WaveLoadFigure } from '@core/violations/plan-figures'
import type { Explanation } from '@core/planning/reasons/explain-proposal'

/** Options as they are sent: ids are made in the worker. */
export type RunOptions = Omit<ProposeOptions, 'newId'>

export type RunRequest = { readonly document: PlanDocument; readonly options: RunOptions; readonly idPrefix: string }

/** How many groups a proposal puts elsewhere than they are. */
export type PlanMoves = {
  /** From one wave to another. */
  readonly moved: number
  /** Into a wave, from none. */
  readonly planned: number
  /** Out of its wave, into none. */
  readonly takenOut: number
}

export type RunMessage =
  | { readonly type: 'progress'; readonly progress: ProposeProgress }
  /** Several come: the first plan that was found, then better ones; the last has `final`. */
  | {
    readonly type: 'result'
    readonly proposal: Proposal
    readonly figures: PlanFigures
    readonly loads: readonly WaveLoadFigure[]
    readonly explanation: Explanation
    readonly moves: PlanMoves
    readonly final: boolean
  }
  | { readonly type: 'failed'; readonly reason: string }

export type RunResult = Extract<RunMessage, { type: 'result' }>

export type Run = { readonly stop: () => void }

/**
 * Runs a proposal in a worker of its own, so that the window stays free. Stopping ends the worker at once; what it
 * has sent until then is the best so far.
 */
export const runPropose = (request: RunRequest, onMessage: (message: RunMessage) => void): Run => {
  const worker = new Worker(new URL('./propose-worker.ts', import.meta.url), { type: 'module', name: 'propose' })
  worker.onmessage = (event: MessageEvent<RunMessage>) => {
    onMessage(event.data)
    if (event.data.type === 'failed' || (event.data.type === 'result' && event.data.final)) worker.terminate()
  }
  worker.onerror = (event) => {
    worker.terminate()
    onMessage({ type: 'failed', reason: event.message })
  }
  worker.postMessage(request)
  return { stop: () => worker.terminate() }
}
