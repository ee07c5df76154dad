import { isSettled } from '../../plan/wave'
import type { PlanModel } from '../../violations/model/plan-model'
import { itemIdsOf } from '../../violations/rules/participants'
import type { Conflict } from './conflict'
import { type Pair, type Question, type Room, searchAll } from './exhaustive-search'
import type { Windows } from './plan-constraints'
import { onlyNeeded } from './proof'
import type { Reason } from './reason'

/** Waves are bits of a mask. */
const mostWaves = 30
/** Groups narrowed, by what is tried, at first and in all: a few seconds, however large the plan. */
const workAtFirst = 240_000
const workInAll = 1_200_000
/** One try costs at least this many steps, or nothing comes of it. */
const fewestSteps = 20

type Apart = Pair & { readonly reason: Reason }

const pairsOf = (plan: PlanModel): readonly Apart[] =>
  plan.relations.filter(({ rule }) => rule.type === 'apart').flatMap(({ rule, items }) =>
    [...items].flatMap((item, at) => [...items.slice(at + 1)].flatMap((other): Apart[] => {
      const [a, b] = [plan.groupOf[item]!, plan.groupOf[other]!]
      if (a < 0 || b < 0 || a === b) return []
      const key = `apart:${rule.id}`
      const groupIds = [plan.groups[a]!.row.id, plan.groups[b]!.row.id]
      const none = { dependencyIds: [], freezeWindowIds: [], waveIds: [], params: { inside: 0 } }
      return [{ key, a, b, reason: { id: key, type: 'apart', ruleId: rule.id, itemIds: itemIdsOf(plan, items), groupIds, ...none } }]
    })))

const roomsOf = (plan: PlanModel): readonly Room[] => {
  const sizes = (sizeOf: (item: number) => number): Float64Array =>
    Float64Array.from(plan.groups, ({ items }) => items.reduce((sum, item) => sum + sizeOf(item), 0))
  const effort = sizes((item) => plan.estate.effort[item]!)
  const items = sizes(() => 1)
  return plan.calendar.waves.flatMap((wave, position): Room[] => isSettled(wave) ? [] : [
    ...(wave.capacity === undefined ? [] : [{ key: `room:${wave.id}`, position, limit: wave.capacity, sizes: effort }]),
    ...(wave.maxItems === undefined ? [] : [{ key: `room:${wave.id}`, position, limit: wave.maxItems, sizes: items }]),
    ...plan.capacityRules.flatMap(({ model: { rule, member } }): Room[] =>
      rule.wave !== undefined && rule.wave !== wave.number
        ? []
        : [{
          key: `rule:${rule.id}`, position, limit: rule.limit ?? Infinity,
          sizes: sizes((item) => (member[item] === 1 ? plan.estate.effort[item]! : 0)),
        }]),
  ])
}

const keysOf = ({ constraints, pairs, rooms }: Question): readonly string[] =>
  [...new Set([...constraints.map(({ reason }) => reason.id), ...pairs.map(({ key }) => key), ...rooms.map(({ key }) => key)])]

const only = (question: Question, keys: readonly string[]): Question => {
  const kept = new Set(keys)
  return {
    ...question,
    constraints: question.constraints.filter(({ reason }) => kept.has(reason.id)),
    pairs: question.pairs.filter(({ key }) => kept.has(key)),
    rooms: question.rooms.filter(({ key }) => kept.has(key)),
  }
}

const ruleReason = (ruleId: string): Reason => ({
  id: `rule:${ruleId}`, type: 'capacity-rule', ruleId, groupIds: [], itemIds: [], dependencyIds: [], freezeWindowIds: [],
  waveIds: [], params: { shared: 1 },
})

const conflictOf = (plan: PlanModel, question: Question, pairs: readonly Apart[], keys: readonly string[]): Conflict => {
  const kept = only(question, keys)
  const byId = new Map([...kept.constraints.map(({ reason }) => reason), ...pairs.map(({ reason }) => reason)].map((one) => [one.id, one]))
  const reasons = keys.flatMap((key) => byId.get(key) ?? (key.startsWith('rule:') ? ruleReason(key.slice(5)) : []))
  return {
    type: 'search',
    groupIds: [...new Set(reasons.flatMap(({ groupIds }) => groupIds))],
    reasons,
    waveIds: plan.calendar.waves.filter(({ id }) => keys.includes(`room:${id}`)).map(({ id }) => id),
    params: {},
  }
}

/**
 * Tries every placing, and where none works, leaves out one constraint after the other for as long as none does. null where
 * there is a plan, or it could not be settled within the work allowed: the more groups, the sooner that is spent.
 */
export const searchConflict = (plan: PlanModel, { constraints }: Windows): Conflict | null => {
  const stepsAtFirst = Math.floor(workAtFirst / Math.max(1, plan.groups.length))
  if (stepsAtFirst < fewestSteps || plan.calendar.waves.length > mostWaves || plan.calendar.waves.length === 0) return null
  const pairs = pairsOf(plan)
  const question: Question = {
    groups: plan.groups.length, numbers: constraints.numbers, constraints: constraints.list, pairs, rooms: roomsOf(plan),
  }
  if (searchAll(question, { steps: stepsAtFirst }) !== 'no-plan') return null
  let left = Math.floor(workInAll / plan.groups.length)
  const isConflict = (keys: readonly string[]): boolean => {
    if (left <= 0) return false
    const budget = { steps: Math.min(left, stepsAtFirst) }
    const before = budget.steps
    const answer = searchAll(only(question, keys), budget)
    left -= before - Math.max(0, budget.steps)
    return answer === 'no-plan'
  }
  return conflictOf(plan, question, pairs, onlyNeeded(keysOf(question), isConflict))
}
