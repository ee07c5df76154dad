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
