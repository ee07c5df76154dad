import type { Dependency } from '../../estate/dependency'
import { meaning } from '../../violations/model/dependency-meaning'
import type { PlanModel } from '../../violations/model/plan-model'
import type { RuleModel } from '../../violations/model/rule-model'
import { lagOf } from '../../violations/rules/before'
import { itemIdsOf } from '../../violations/rules/participants'
import type { Arc, Constraint, Constraints } from './constraint'
import { apartExclusions, ownExclusions, ruleExclusions } from './exclusions'
import { firstWaves, type FirstWaves } from './first-waves'
import { mirror } from './constraint'
import type { Reason, ReasonType } from './reason'

type Bundle = { readonly type: ReasonType; readonly first: number; readonly next: number; readonly rows: number[] }

/** Dependencies that ask the same of the same two groups, together. `first` is the end that goes first. */
const bundlesOf = (plan: PlanModel): readonly Bundle[] => {
  const bundles = new Map<string, Bundle>()
  const add = (type: ReasonType, first: number, next: number, row: number): void => {
    const key = `${type} ${first} ${next}`
    const known = bundles.get(key)
    if (known) known.rows.push(row)
    else bundles.set(key, { type, first, next, rows: [row] })
  }
  const { estate, groupOf } = plan
  const ordering = meaning.together | meaning.providerFirst | meaning.retired
  estate.meaning.forEach((bits, row) => {
    if ((bits & ordering) === 0) return
    const consumer = groupOf[estate.from[row]!]!
    const provider = groupOf[estate.to[row]!]!
    if (consumer === provider || consumer < 0 || provider < 0) return
    if ((bits & meaning.together) !== 0) add('same-wave', Math.min(consumer, provider), Math.max(consumer, provider), row)
    if ((bits & meaning.providerFirst) !== 0) add('provider-first', provider, consumer, row)
    if ((bits & meaning.retired) !== 0) add('retired', consumer, provider, row)
  })
  return [...bundles.values()]
}

const relation = (
  plan: PlanModel, type: ReasonType, key: string, first: number, next: number,
  details: Pick<Reason, 'itemIds'> & Partial<Pick<Reason, 'dependencyIds' | 'ruleId' | 'params'>>,
): Reason => ({
  id: `${type}:${key}`,
  type,
  groupIds: [...new Set([plan.groups[first]!.row.id, plan.groups[next]!.row.id])],
  dependencyIds: [],
  freezeWindowIds: [],
  waveIds: [],
  params: {},
  ...details,
})

const bothWays = (reason: Reason, first: number, next: number): readonly Arc[] => [
  { kind: 'arc', reason, first, next, lag: 0 },
  { kind: 'arc', reason, first: next, next: first, lag: 0 },
]

const bundleArcs = (plan: PlanModel, { type, first, next, rows }: Bundle): readonly Arc[] => {
  const { from, to, estate: { dependencies } } = plan.estate
  const [row] = rows
  const ends = plan.groupOf[from[row!]!] === first ? [from[row!]!, to[row!]!] : [to[row!]!, from[row!]!]
  const dependencyIds = rows.map((index) => dependencies[index]!.id)
  const key = `${plan.groups[first]!.row.id}:${plan.groups[next]!.row.id}`
  const reason = relation(plan, type, key, first, next, { itemIds: itemIdsOf(plan, ends), dependencyIds })
  return type === 'same-wave' ? bothWays(reason, first, next) : [{ kind: 'arc', reason, first, next, lag: 0 }]
}

type KnownArcs = { readonly meaning: Uint8Array; readonly dependencies: readonly Dependency[]; readonly groupIds: readonly string[]; readonly arcs: readonly Arc[] }

const arcsByGroups = new WeakMap<Int32Array, KnownArcs>()

/** They hang on groups and dependencies alone: a plan in which groups have moved or cells were edited has the same. */
const dependencyArcs = (plan: PlanModel): readonly Arc[] => {
  const { groupOf, groups, estate: { meaning: bits, boundBy: dependencies } } = plan
  const known = arcsByGroups.get(groupOf)
  const isSame = known?.meaning === bits && known.dependencies === dependencies
    && known.groupIds.length === groups.length && groups.every(({ row }, group) => row.id === known.groupIds[group])
  if (known && isSame) return known.arcs
  const arcs = bundlesOf(plan).flatMap((bundle) => bundleArcs(plan, bundle))
  arcsByGroups.set(groupOf, { meaning: bits, dependencies, groupIds: groups.map(({ row }) => row.id), arcs })
  return arcs
}

/** Rules that put items one after the other, or keep those of several groups together. */
const ruleArcs = (plan: PlanModel, { rule, items }: RuleModel): readonly Arc[] => {
  if (rule.type !== 'before' && rule.type !== 'together') return []
  return [...items].slice(1).flatMap((item, at): readonly Arc[] => {
    const ends = [items[at]!, item]
    const [first, next] = [plan.groupOf[items[at]!]!, plan.groupOf[item]!]
    if (first < 0 || next < 0 || (first === next && (rule.type === 'together' || lagOf(rule) <= 0))) return []
    const details = { itemIds: itemIdsOf(plan, ends), ruleId: rule.id, params: { lag: lagOf(rule) } }
    const reason = relation(plan, rule.type === 'before' ? 'before' : 'together', `${rule.id}:${at}`, first, next, details)
    return rule.type === 'before' ? [{ kind: 'arc', reason, first, next, lag: lagOf(rule) }] : bothWays(reason, first, next)
  })
}

const constraintsOf = (plan: PlanModel): Constraints => ({
  numbers: Float64Array.from(plan.calendar.waves, ({ number }) => number),
  list: [
    ...plan.groups.flatMap((_, group) => ownExclusions(plan, group)),
    ...plan.relations.flatMap((model) => [...ruleExclusions(plan, model), ...apartExclusions(plan, model)]),
    ...dependencyArcs(plan),
    ...plan.relations.flatMap((model) => ruleArcs(plan, model)),
  ] satisfies readonly Constraint[],
})

/** All constraints of a plan, with how far they push every group from the front and (mirrored) from the back. */
export type Windows = { readonly constraints: Constraints; readonly forward: FirstWaves; readonly backward: FirstWaves }

export const windowsUnder = (constraints: Constraints): Windows =>
  ({ constraints, forward: firstWaves(constraints), backward: firstWaves(mirror(constraints)) })

const known = new WeakMap<PlanModel, Windows>()

/** The same for the same estate and scenario. */
export const planWindows = (plan: PlanModel): Windows => {
  const made = known.get(plan) ?? windowsUnder(constraintsOf(plan))
  known.set(plan, made)
  return made
}

/** First and last position that the group can take; the first is the larger where it can take none. */
export const windowOf = ({ constraints, forward, backward }: Windows, group: number): { first: number; last: number } => ({
  first: forward.first.get(group) ?? 0,
  last: constraints.numbers.length - 1 - (backward.first.get(group) ?? 0),
})
