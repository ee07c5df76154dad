import { isSettled } from '../plan/wave'
import { meaning } from '../violations/model/dependency-meaning'
import type { PlanModel } from '../violations/model/plan-model'
import type { RuleModel } from '../violations/model/rule-model'
import { lagOf } from '../violations/rules/before'

/** What dependencies and rules say of whole move groups; numbers are indexes into the plan's groups. */
export type GroupRelations = {
  /** Pairs that must be in one wave. */
  readonly ties: readonly (readonly [number, number])[]
  readonly arcs: readonly Arc[]
  /** Pairs that must be in different waves. */
  readonly apart: readonly Apart[]
  /** Hard dependencies that a planner's groups cut. */
  readonly cuts: readonly (readonly [number, number])[]
}

/** `next` lies at least `lag` waves (by number) after `first`, and needs it to be planned. */
export type Arc = { readonly first: number; readonly next: number; readonly lag: number }
export type Apart = { readonly a: number; readonly b: number; readonly ruleId: string }

type Building = { ties: [number, number][]; arcs: Arc[]; apart: Apart[]; cuts: [number, number][] }

const addDependency = (plan: PlanModel, index: number, into: Building): void => {
  const bits = plan.estate.meaning[index]!
  const consumer = plan.groupOf[plan.estate.from[index]!]!
  const provider = plan.groupOf[plan.estate.to[index]!]!
  if (consumer === provider || consumer < 0 || provider < 0) return
  if ((bits & meaning.hard) !== 0) into.cuts.push([consumer, provider])
  if ((bits & meaning.together) !== 0) into.ties.push([consumer, provider])
  if ((bits & meaning.providerFirst) !== 0) into.arcs.push({ first: provider, next: consumer, lag: 0 })
  if ((bits & meaning.retired) !== 0) into.arcs.push({ first: consumer, next: provider, lag: 0 })
}

const addRule = (plan: PlanModel, { rule, items }: RuleModel, into: Building): void => {
  const groups = Array.from(items, (item) => plan.groupOf[item]!)
  groups.forEach((group, at) => {
    const previous = groups[at - 1]
    if (rule.type === 'apart') {
      for (const other of groups.slice(0, at)) into.apart.push({ a: other, b: group, ruleId: rule.id })
    } else if (previous !== undefined && rule.type === 'together') {
      into.ties.push([previous, group])
    } else if (previous !== undefined && rule.type === 'before') {
      into.arcs.push({ first: previous, next: group, lag: lagOf(rule) })
    }
  })
}

export const groupRelations = (plan: PlanModel): GroupRelations => {
  const into: Building = { ties: [], arcs: [], apart: [], cuts: [] }
  const ordering = meaning.hard | meaning.together | meaning.providerFirst | meaning.retired
  plan.estate.meaning.forEach((bits, index) => {
    if ((bits & ordering) !== 0) addDependency(plan, index, into)
  })
  for (const model of plan.relations) addRule(plan, model, into)
  return into
}

/** True for a group in a committed, running or done wave. */
export const isSettledGroup = (plan: PlanModel, group: number): boolean => {
  const wave = plan.calendar.waves[plan.groups[group]!.position]
  return wave !== undefined && isSettled(wave)
}
