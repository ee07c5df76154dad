import type { Objective } from '@core/planning/proposal'
import { weightsFor } from '@core/planning/weights'
import type { Weights } from '@core/planning/weights'
import type { RunOptions, RunResult } from './propose-run'

/** How far the waves in use are from an even load, from 0: 1 where every wave is empty or double. */
const unevenness = ({ loads }: RunResult): number => {
  const used = loads.filter(({ effort }) => effort > 0)
  const even = used.reduce((sum, { effort }) => sum + effort, 0) / Math.max(1, used.length)
  return even === 0 ? 0 : used.reduce((sum, { effort }) => sum + Math.abs(effort - even), 0) / (even * used.length)
}

/** What counts, the most important first; each the less the better. */
const aims: Readonly<Record<Objective, (result: RunResult, weights: Weights) => readonly number[]>> = {
  waves: ({ figures }) => [figures.waves, figures.bridgePrice],
  bridges: ({ figures }) => [figures.bridgePrice],
  balanced: (result, { bridges, balance }) => [result.figures.bridgePrice * (bridges + balance * unevenness(result))],
}

type Asked = Pick<RunOptions, 'objective' | 'mode' | 'weights'>

/** A repair is to change little before all else, once what is broken is mended. */
const measuresOf = (result: RunResult, { objective, mode, weights }: Asked): readonly number[] => {
  const { figures: { unplaced, hard, warnings }, moves: { moved, planned, takenOut } } = result
  const first = mode === 'repair' ? [hard, takenOut, moved + planned] : [unplaced, hard]
  return [...first, ...aims[objective](result, weightsFor(objective, weights)), warnings]
}

/** The better of two plans for what was asked; the first where they are equal. */
export const betterPlan = (a: RunResult | null, b: RunResult, asked: Asked): RunResult => {
  if (a === null) return b
  const [first, second] = [measuresOf(a, asked), measuresOf(b, asked)]
  const at = first.findIndex((measure, place) => measure !== second[place])
  return at >= 0 && second[at]! < first[at]! ? b : a
}

/** Whether every group lies in the same wave. */
export const isSamePlan = ({ proposal: { placements: a } }: RunResult, { proposal: { placements: b } }: RunResult): boolean =>
  a.size === b.size && [...a].every(([groupId, waveId]) => b.get(groupId) === waveId)

/** A plan with what an earlier search has proved, where that is more. */
const withProof = (result: RunResult, { proposal: { bounds, lowerBoundWaves } }: RunResult): RunResult =>
  (lowerBoundWaves ?? 0) <= (result.proposal.lowerBoundWaves ?? 0)
    ? result
    : { ...result, proposal: { ...result.proposal, bounds, lowerBoundWaves } }

/**
 * Which of what is known and what comes to show while a search goes on. Where it began with what is known, what comes is
 * better by all that was weighed; where it had to begin anew, it is compared.
 */
export const goingOn = (asked: Asked): ((known: RunResult, next: RunResult) => RunResult) => {
  let beganWithKnown: boolean | null = null
  return (known, next) => {
    beganWithKnown ??= isSamePlan(known, next)
    return beganWithKnown ? withProof(next, known) : betterPlan(known, next, asked)
  }
}
