import { editWave, type WaveFields } from '../../plan/commands'
import { addDays } from '../../plan/dates'
import { activeScenario, type MoveGroup } from '../../plan/plan-document'
import { isSettled, type Wave } from '../../plan/wave'
import { planModel } from '../model/plan-model'
import { type Candidate, type Case, ranks } from './candidate'
import { movesOf, newWaveFor } from './move-candidates'

const edit = ({ document }: Case, wave: Wave, key: string, fields: WaveFields, params: Record<string, string | number>): Candidate => ({
  rank: isSettled(wave) ? ranks.settled : ranks.limit,
  cost: 0,
  label: { key, params: { wave: wave.number, ...params } },
  change: () => editWave(document, wave.id, fields),
})

/** The limit of the wave raised to what it holds. */
export const limitRaises = (problem: Case): readonly Candidate[] => {
  const { violation, waves: [wave] } = problem
  if (!wave || violation.ruleId !== undefined) return []
  const limit = Math.ceil(Number(violation.params.load))
  switch (violation.type) {
    case 'capacity': return [edit(problem, wave, 'violations.fixCapacity', { capacity: limit }, { limit })]
    case 'max-items': return [edit(problem, wave, 'violations.fixMaxItems', { maxItems: limit }, { limit })]
    case 'budget': return [edit(problem, wave, 'violations.fixBudget', { budget: limit }, { limit })]
    default: return []
  }
}

/** What each group of the wave weighs in what is exceeded. */
const weights = ({ document, violation, waves: [wave] }: Case): readonly (readonly [MoveGroup, number])[] => {
  const plan = planModel(document)
  const rule = plan.capacityRules.find(({ model }) => model.rule.id === violation.ruleId)
  const weigh = (item: number): number => {
    if (rule && rule.model.member[item] === 0) return 0
    if (violation.type === 'max-items') return 1
    return violation.type === 'budget' ? plan.estate.cost[item]! : plan.estate.effort[item]!
  }
  return plan.groups
    .filter(({ row }) => row.waveId === wave?.id)
    .map(({ row, items }) => [row, items.reduce((sum, item) => sum + weigh(item), 0)] as const)
    .filter(([, weight]) => weight > 0)
    .toSorted((a, b) => a[1] - b[1])
}

/** The fewest of the largest groups that are enough to take the load down. */
const largestEnough = (sorted: readonly (readonly [MoveGroup, number])[], over: number): readonly MoveGroup[] => {
  const leaving: MoveGroup[] = []
  let left = over
  for (const [group, weight] of sorted.toReversed()) {
    if (left <= 0) break
    leaving.push(group)
    left -= weight
  }
  return leaving
}

/** The smallest groups that are enough by themselves to where there is room; where none is, several at once. */
export const reliefs = (problem: Case): readonly Candidate[] => {
  const { violation } = problem
  const over = Number(violation.params.load) - Number(violation.params.limit)
  const sorted = weights(problem)
  const enough = sorted.filter(([, weight]) => weight >= over - 1e-6).slice(0, 6).map(([group]) => group)
  const several = largestEnough(sorted, over)
  return [
    ...enough.flatMap((group) => movesOf(problem, [group]).slice(0, 1)),
    ...enough.slice(0, 3).flatMap((group) => newWaveFor(problem, [group])),
    ...(several.length > 1 ? [...movesOf(problem, several), ...newWaveFor(problem, several)] : []),
  ]
}

const longestExtension = 120

/** A later end of the wave, so that it has a day that is not frozen; not into the next wave. */
export const longerWaves = (problem: Case): readonly Candidate[] => {
  const { document, violation, waves: [wave] } = problem
  if (!wave?.end || violation.type !== 'freeze') return []
  const next = activeScenario(document).waves.find(({ number }) => number > wave.number)
  const { freezeWindows } = activeScenario(document)
  for (let days = 1; days <= longestExtension; days++) {
    const end = addDays(wave.end, days)
    if (next?.start !== undefined && end >= next.start) return []
    if (freezeWindows.some((freeze) => freeze.start <= end && end <= freeze.end)) continue
    return [edit(problem, wave, 'violations.fixDates', { end }, { day: end })]
  }
  return []
}
