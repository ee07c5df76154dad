import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import { lookup } from '@core/plan/lookup'
import type { PlanDocument } from '@core/plan/plan-document'
import { propose } from '@core/planning/propose'
import type { Proposal, ProposeControl } from '@core/planning/proposal'
import { planFigures } from './plan-figures'
import type { RunMessage, RunRequest } from './propose-run'

const send = (message: RunMessage): void => self.postMessage(message)

const resultOf = (document: PlanDocument, proposal: Proposal, final: boolean): RunMessage => {
  const after = applyChange(document, placeGroups(document, proposal.placements, proposal.newWaves)).document
  const { groupById } = lookup(document)
  const moved = [...proposal.placements].filter(([groupId, waveId]) => groupById.get(groupId)?.waveId !== waveId).length
  return { type: 'result', proposal, figures: planFigures(after), moved, final }
}

const countingFrom = (prefix: string) => {
  let last = 0
  return (kind: string): string => `${kind}-${prefix}-${++last}`
}

/**
 * The first plan is sent before it is improved: a worker that computes hears nothing, so stopping it means ending it,
 * and then the last one sent counts.
 */
const run = ({ document, options, idPrefix }: RunRequest): void => {
  const control: ProposeControl = {
    now: () => performance.now(),
    isCancelled: () => false,
    onProgress: (progress) => send({ type: 'progress', progress }),
  }
  const first = propose(document, { ...options, steps: 0, newId: countingFrom(idPrefix) }, control)
  send(resultOf(document, first, false))
  const best = propose(document, { ...options, newId: countingFrom(idPrefix) }, control)
  send(resultOf(document, best, true))
}

self.onmessage = (event: MessageEvent<RunRequest>) => {
  try {
    run(event.data)
  } catch (error) {
    send({ type: 'failed', reason: error instanceof Error ? error.message : String(error) })
    throw error
  }
}
