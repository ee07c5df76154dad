import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import type { PlanDocument } from '@core/plan/plan-document'
import { propose } from '@core/planning/propose'
import type { Proposal, ProposeControl } from '@core/planning/proposal'
import { explainProposal } from '@core/planning/reasons/explain-proposal'
import type { Explanation } from '@core/planning/reasons/explain-proposal'
import { planFigures, waveLoads } from '@core/violations/plan-figures'
import { planMoves } from './plan-moves'
import type { RunMessage, RunRequest } from './propose-run'

const send = (message: RunMessage): void => self.postMessage(message)

/** Explaining takes longer than looking for the next better plan, and they all fail for the same reasons. */
const explainer = (document: PlanDocument) => {
  let known: Explanation | null = null
  return (after: PlanDocument, proposal: Proposal, final: boolean): Explanation =>
    (known = known === null || final ? explainProposal(document, after, proposal) : known)
}

const resultOf = (document: PlanDocument, proposal: Proposal, final: boolean, why: ReturnType<typeof explainer>): RunMessage => {
  const after = applyChange(document, placeGroups(document, proposal.placements, proposal.newWaves)).document
  const moves = planMoves(document, proposal.placements)
  const explanation = why(after, proposal, final)
  return { type: 'result', proposal, figures: planFigures(after), loads: waveLoads(after), explanation, moves, final }
}

const countingFrom = (prefix: string) => {
  let last = 0
  return (kind: string): string => `${kind}-${prefix}-${++last}`
}

/**
 * The first plan and every better one are sent as they come: a worker that computes hears nothing, so stopping it means
 * ending it, and then the last one sent counts.
 */
const run = ({ document, options, idPrefix }: RunRequest): void => {
  const why = explainer(document)
  const control: ProposeControl = {
    now: () => performance.now(),
    isCancelled: () => false,
    onProgress: (progress) => send({ type: 'progress', progress }),
    onBetter: (proposal) => send(resultOf(document, proposal, false, why)),
  }
  const best = propose(document, { ...options, newId: countingFrom(idPrefix) }, control)
  send(resultOf(document, best, true, why))
}

self.onmessage = (event: MessageEvent<RunRequest>) => {
  try {
    run(event.data)
  } catch (error) {
    send({ type: 'failed', reason: error instanceof Error ? error.message : String(error) })
    throw error
  }
}
