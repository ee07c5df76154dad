import type { MessageKey } from '@core/messages/translator'
import type { Mode } from '@core/planning/proposal'
import type { RunResult } from './propose-run'

export type Verdict = { readonly kind: 'good' | 'warning' | 'hard'; readonly key: MessageKey; readonly count?: number }

/** A repair leaves alone what is unplanned: only what it had to take out of its wave is missing. */
const verdictOfRepair = ({ figures, moves: { moved, planned, takenOut } }: RunResult): Verdict => {
  if (figures.hard > 0) return { kind: 'hard', key: 'propose.repairHard' }
  if (takenOut > 0) return { kind: 'warning', key: 'propose.repairTakenOut', count: takenOut }
  return moved + planned > 0
    ? { kind: 'good', key: 'propose.repaired', count: moved + planned }
    : { kind: 'good', key: 'propose.repairNothing' }
}

/** What came of it, in one sentence. */
export const verdictOf = (result: RunResult, mode: Mode): Verdict => {
  const { hard, unplaced } = result.figures
  if (mode === 'repair') return verdictOfRepair(result)
  if (unplaced > 0) return { kind: 'warning', key: 'propose.incomplete', count: unplaced }
  return hard > 0 ? { kind: 'hard', key: 'propose.completeButHard' } : { kind: 'good', key: 'propose.complete' }
}
