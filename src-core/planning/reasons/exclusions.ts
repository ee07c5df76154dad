import { isSettled, type Wave } from '../../plan/wave'
import type { PlanModel } from '../../violations/model/plan-model'
import type { RuleModel } from '../../violations/model/rule-model'
import { exceeds } from '../../violations/rules/exceeds'
import { itemIdsOf } from '../../violations/rules/participants'
import { brokenSide } from '../../violations/rules/window'
import { isSettledGroup } from '../unit-relations'
import type { Exclusion } from './constraint'
import type { Reason, ReasonType } from './reason'

type Details = Partial<Omit<Reason, 'id' | 'type' | 'groupIds' | 'waveIds'>>

/** The exclusion of one group from the positions where `isOut`; null where there are none. */
const exclusion = (
  plan: PlanModel, group: number, type: ReasonType, key: string, isOut: (position: number) => boolean, details: Details = {},
): Exclusion | null => {
  const count = plan.calendar.waves.length
  let first = 0
  while (first < count && !isOut(first)) first += 1
  // Most groups are kept out of nothing: that must cost nothing, for thousands of them.
  if (first === count) return null
  const excludes = new Uint8Array(count)
  for (let position = first; position < count; position++) excludes[position] = Number(isOut(position))
  const { id } = plan.groups[group]!.row
  const waveIds = plan.calendar.waves.filter((_, position) => excludes[position] === 1).map((wave) => wave.id)
  const none = { itemIds: [], dependencyIds: [], freezeWindowIds: [], params: {} }
  const reason = { id: `${type}:${id}:${key}`, type, groupIds: [id], waveIds, ...none, ...details }
  return { kind: 'exclusion', reason, group, excludes, isFixed: type === 'settled-group' }
}

const settledExclusion = (plan: PlanModel, group: number): Exclusion | null => {
  const { position } = plan.groups[group]!
  if (!isSettledGroup(plan, group)) {
    return exclusion(plan, group, 'settled-wave', '', (at) => isSettled(plan.calendar.waves[at]!))
  }
  const wave = plan.calendar.waves[position]!.number
  return exclusion(plan, group, 'settled-group', '', (at) => at !== position, { params: { wave } })
}

const hasLimits = (plan: PlanModel): boolean =>
  plan.capacityRules.length > 0 || plan.calendar.waves.some(({ capacity, maxItems }) => capacity !== undefined || maxItems !== undefined)

const sizeExclusions = (plan: PlanModel, group: number): readonly (Exclusion | null)[] => {
  if (!hasLimits(plan)) return []
  const { items } = plan.groups[group]!
  const { waves } = plan.calendar
  const sum = (isIn: (item: number) => boolean): number =>
    items.reduce((total, item) => total + (isIn(item) ? plan.estate.effort[item]! : 0), 0)
  const effort = sum(() => true)
  const tooSmall = (at: number): boolean => exceeds(effort, waves[at]!.capacity ?? Infinity)
  const tooFew = (at: number): boolean => items.length > (waves[at]!.maxItems ?? Infinity)
  const most = (limitOf: (wave: Wave) => number | undefined, isOut: (at: number) => boolean): number =>
    waves.reduce((found, wave, at) => (isOut(at) ? Math.max(found, limitOf(wave) ?? 0) : found), 0)
  return [
    exclusion(plan, group, 'capacity', '', tooSmall, { params: { effort, limit: most(({ capacity }) => capacity, tooSmall) } }),
    exclusion(plan, group, 'max-items', '', tooFew, { params: { items: items.length, limit: most(({ maxItems }) => maxItems, tooFew) } }),
    ...plan.capacityRules.map(({ model: { rule, member } }) => {
      const part = sum((item) => member[item] === 1)
      const limit = rule.limit ?? Infinity
      const holds = (at: number): boolean => rule.wave === undefined || rule.wave === waves[at]!.number
      return exclusion(plan, group, 'capacity-rule', rule.id, (at) => holds(at) && exceeds(part, limit),
        { ruleId: rule.id, params: { effort: part, limit } })
    }),
  ]
}

/** One for every set of freeze windows that takes all days of a wave from the group. */
const freezeExclusions = (plan: PlanModel, group: number): readonly (Exclusion | null)[] => {
  if (plan.scenario.freezeWindows.length === 0) return []
  const scopes = [...new Set(Array.from(plan.groups[group]!.items, (item) => plan.estate.scopeOf[item]!))]
  const keys = plan.calendar.waves.map((_, at) => {
    const frozen = scopes.filter((scope) => plan.freezes.isFrozen(scope, at))
    const windows = frozen.flatMap((scope) => plan.freezes.windowsOver(scope, at).map(({ id }) => id))
    return JSON.stringify([...new Set(windows)].toSorted())
  })
  return [...new Set(keys)].filter((key) => key !== '[]').map((key) =>
    exclusion(plan, group, 'freeze', key, (at) => keys[at] === key, { freezeWindowIds: JSON.parse(key) as string[] }))
}

/** What is the group's own, whatever rules name it: the waves, its size, its freezes. */
export const ownExclusions = (plan: PlanModel, group: number): readonly Exclusion[] =>
  [settledExclusion(plan, group), ...sizeExclusions(plan, group), ...freezeExclusions(plan, group)]
    .filter((found) => found !== null)

const groupsOf = (plan: PlanModel, items: Int32Array): readonly number[] =>
  [...new Set(Array.from(items, (item) => plan.groupOf[item]!))].filter((group) => group >= 0)

/** Pins and windows; the two sides of a window are two reasons. */
export const ruleExclusions = (plan: PlanModel, { rule, items }: RuleModel): readonly Exclusion[] => {
  if (rule.type !== 'pin' && rule.type !== 'window') return []
  const { calendar } = plan
  return groupsOf(plan, items).flatMap((group) => {
    const own = itemIdsOf(plan, items.filter((item) => plan.groupOf[item] === group))
    const details = { ruleId: rule.id, itemIds: own }
    const { earliest, latest, wave } = rule
    if (rule.type === 'pin') {
      const isOut = (at: number): boolean => wave !== undefined && calendar.waves[at]!.number !== wave
      return exclusion(plan, group, 'pin', rule.id, isOut, { ...details, params: { wave: wave ?? 0 } }) ?? []
    }
    const early = exclusion(plan, group, 'earliest', rule.id,
      (at) => brokenSide(calendar, at, earliest, undefined) !== null, { ...details, params: { limit: earliest ?? '' } })
    const late = exclusion(plan, group, 'latest', rule.id,
      (at) => brokenSide(calendar, at, undefined, latest) !== null, { ...details, params: { limit: latest ?? '' } })
    return [early, late].filter((found) => found !== null)
  })
}

/** Items apart that are in one group can lie nowhere, and nothing can join what is settled in a wave. */
export const apartExclusions = (plan: PlanModel, { rule, items }: RuleModel): readonly Exclusion[] => {
  if (rule.type !== 'apart') return []
  return [...items].flatMap((item, at) => [...items].flatMap((other, otherAt) => {
    const group = plan.groupOf[item]!
    const next = plan.groupOf[other]!
    if (at === otherAt || group < 0 || next < 0 || isSettledGroup(plan, group) || (group === next && at > otherAt)) return []
    const where = plan.groups[next]!.position
    if (group !== next && !isSettledGroup(plan, next)) return []
    return exclusion(plan, group, 'apart', `${rule.id}:${other}`, (position) => group === next || position === where,
      { ruleId: rule.id, itemIds: itemIdsOf(plan, [item, other]), params: { inside: Number(group === next) } }) ?? []
  }))
}
