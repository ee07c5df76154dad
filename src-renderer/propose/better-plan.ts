import type { Objective } from '@core/planning/proposal'
import type { RunResult } from './propose-run'

/** How far the waves in use are from an even load, from 0: 1 where every wave is empty or double. */
const unevenness = ({ loads }: RunResult): number => {
  const used = loads.filter(({ effort }) => effort > 0)
  const even = used.reduce((sum, { effort }) => sum + effort, 0) / Math.max(1, used.length)
  return even === 0 ? 0 : used.reduce((sum, { effort }) => sum + Math.abs(effort - even), 0) / (even * used.length)
}

/** What counts, the most important first; each the less the better. */
const aims: Readonly<Record<Objective, (result: RunResult) => readonly number[]>> = {
  waves: ({ figures }) => [figures.waves, figures.bridgePrice],
  bridges: ({ figures }) => [figures.bridgePrice],
  balanced: (result) => [result.figures.bridgePrice * (1 + unevenness(result))],
}

const measuresOf = (result: RunResult, objective: Objective): readonly number[] =>
  [result.figures.unplaced, result.figures.hard, ...aims[objective](result), result.figures.warnings]

/** The better of two plans for what was asked; the first where they are equal. */
export const betterPlan = (a: RunResult | null, b: RunResult, objective: Objective): RunResult => {
  if (a === null) return b
  const [first, second] = [measuresOf(a, objective), measuresOf(b, objective)]
  const at = first.findIndex((measure, place) => measure !== second[place])
  return at >= 0 && second[at]! < first[at]! ? b : a
}
