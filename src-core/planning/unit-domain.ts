import type { FreezeCalendar } from '../violations/model/freeze-calendar'
import type { RuleModel } from '../violations/model/rule-model'
import type { WaveCalendar } from '../violations/model/wave-calendar'
import { exceeds } from '../violations/rules/exceeds'
import { brokenSide } from '../violations/rules/window'
import type { ObstacleType } from './proposal'
import type { UnitModel } from './unit-model'

/** Where a unit may lie, whatever the others do; and when that is nowhere, why. */
export type Domain = {
  /** 1 for every wave position that it may take. */
  readonly allowed: Uint8Array
  readonly obstacle: DomainObstacle | null
}

export type DomainObstacle = {
  readonly type: ObstacleType
  readonly ruleIds: readonly string[]
  readonly params: Readonly<Record<string, string | number>>
}

type Limits = {
  readonly calendar: WaveCalendar
  readonly freezes: FreezeCalendar
  readonly isOpen: Uint8Array
  readonly capacity: Float64Array
  readonly maxItems: Float64Array
  readonly ruleLimit: readonly Float64Array[]
  /** The domain of what may lie in every open wave: one for all, since they are most. */
  readonly anywhere: Domain
}

type Stage = {
  readonly isAllowed: (position: number) => boolean
  readonly obstacle: () => DomainObstacle
}

const plain = (type: ObstacleType, params: DomainObstacle['params'] = {}, ruleIds: readonly string[] = []): DomainObstacle =>
  ({ type, ruleIds, params })

const largest = (values: Float64Array, isOpen: Uint8Array): number =>
  values.reduce((most, value, position) => (isOpen[position] === 1 ? Math.max(most, value) : most), 0)

const sizeStages = (units: UnitModel, unit: number, limits: Limits): readonly Stage[] => {
  const effort = units.effort[unit]!
  const items = units.items[unit]!
  return [
    {
      isAllowed: (position) => !exceeds(effort, limits.capacity[position]!),
      obstacle: () => plain('too-large', { effort, limit: largest(limits.capacity, limits.isOpen) }),
    },
    {
      isAllowed: (position) => items <= limits.maxItems[position]!,
      obstacle: () => plain('too-many-items', { items, limit: largest(limits.maxItems, limits.isOpen) }),
    },
    ...units.plan.capacityRules.map(({ model }, rule): Stage => ({
      isAllowed: (position) => !exceeds(units.ruleEffort[rule]![unit]!, limits.ruleLimit[rule]![position]!),
      obstacle: () => plain('too-large', { effort: units.ruleEffort[rule]![unit]!, limit: model.rule.limit ?? 0 }, [model.rule.id]),
    })),
  ]
}

/** Pins and windows that hold for something in the unit. */
const rulesOver = (units: UnitModel, unit: number): readonly RuleModel[] =>
  rulesByUnit(units).get(unit) ?? []

const ruleTables = new WeakMap<UnitModel, ReadonlyMap<number, readonly RuleModel[]>>()

const rulesByUnit = (units: UnitModel): ReadonlyMap<number, readonly RuleModel[]> => {
  const known = ruleTables.get(units)
  if (known) return known
  const table = new Map<number, RuleModel[]>()
  for (const model of units.plan.relations) {
    if (model.rule.type !== 'pin' && model.rule.type !== 'window') continue
    const touched = new Set(Array.from(model.items, (item) => units.unitOf[units.plan.groupOf[item]!]!))
    for (const unit of touched) table.set(unit, [...(table.get(unit) ?? []), model])
  }
  ruleTables.set(units, table)
  return table
}

const obeys = ({ rule }: RuleModel, { calendar }: Limits, position: number): boolean =>
  rule.type === 'pin'
    ? rule.wave === undefined || calendar.waves[position]!.number === rule.wave
    : brokenSide(calendar, position, rule.earliest, rule.latest) === null

const ruleStage = (model: RuleModel, over: readonly RuleModel[], limits: Limits): Stage => ({
  isAllowed: (position) => obeys(model, limits, position),
  obstacle: () => {
    const ruleIds = over.map(({ rule }) => rule.id)
    const isKnown = limits.calendar.waves.some(({ number }) => number === model.rule.wave)
    if (model.rule.type === 'pin' && !isKnown) return plain('pin-unknown-wave', { wave: model.rule.wave ?? 0 }, [model.rule.id])
    const isSettledWave = limits.calendar.waves.some((_, position) =>
      limits.isOpen[position] === 0 && over.every((other) => obeys(other, limits, position)))
    return plain(isSettledWave ? 'settled' : over.length > 1 ? 'conflicting-rules' : 'no-wave', {}, ruleIds)
  },
})

const freezeStage = (units: UnitModel, unit: number, { freezes }: Limits): Stage => {
  const scopes = new Set<number>()
  for (const group of units.groups[unit]!) {
    for (const item of units.plan.groups[group]!.items) scopes.add(units.plan.estate.scopeOf[item]!)
  }
  return {
    isAllowed: (position) => ![...scopes].some((scope) => freezes.isFrozen(scope, position)),
    obstacle: () => plain('frozen', {}, rulesOver(units, unit).map(({ rule }) => rule.id)),
  }
}

const stagesOf = (units: UnitModel, unit: number, limits: Limits): readonly Stage[] => {
  const over = rulesOver(units, unit)
  return [
    { isAllowed: (position) => limits.isOpen[position] === 1, obstacle: () => plain('no-wave') },
    ...sizeStages(units, unit, limits),
    ...over.map((model) => ruleStage(model, over, limits)),
    freezeStage(units, unit, limits),
  ]
}

const ownObstacle = (units: UnitModel, unit: number): DomainObstacle | null => {
  if (units.isTied[unit] === 1) return plain('settled')
  if (units.isCyclic[unit] === 1) return plain('order-cycle')
  const isApartFromItself = units.apart[unit]!.includes(unit)
  if (!isApartFromItself) return null
  const ruleIds = units.relations.apart
    .filter(({ a, b }) => units.unitOf[a] === unit && units.unitOf[b] === unit)
    .map(({ ruleId }) => ruleId)
  return plain('conflicting-rules', {}, [...new Set(ruleIds)])
}

/** True for what every open wave has room for, and no rule or freeze window speaks of: most units of a large plan. */
const isUnbound = (units: UnitModel, unit: number, { isOpen, capacity, maxItems }: Limits): boolean => {
  if (units.plan.scenario.freezeWindows.length > 0 || rulesOver(units, unit).length > 0) return false
  if (units.ruleEffort.some((effort) => effort[unit]! > 0)) return false
  for (let position = 0; position < isOpen.length; position++) {
    if (isOpen[position] === 0) continue
    if (exceeds(units.effort[unit]!, capacity[position]!) || units.items[unit]! > maxItems[position]!) return false
  }
  return isOpen.includes(1)
}

/** Narrows stage by stage; the stage that leaves nothing is the obstacle. Settled units keep their own wave alone. */
export const domainOf = (units: UnitModel, unit: number, limits: Limits): Domain => {
  const own = units.isSettled[unit] === 1 ? null : ownObstacle(units, unit)
  if (units.isSettled[unit] === 0 && own === null && isUnbound(units, unit, limits)) return limits.anywhere
  const allowed = new Uint8Array(limits.isOpen.length)
  if (units.isSettled[unit] === 1) allowed[units.given[unit]!] = 1
  if (own || units.isSettled[unit] === 1) return { allowed, obstacle: own }
  allowed.fill(1)
  for (const stage of stagesOf(units, unit, limits)) {
    let left = 0
    for (let position = 0; position < allowed.length; position++) {
      if (allowed[position] === 1 && !stage.isAllowed(position)) allowed[position] = 0
      left += allowed[position]!
    }
    if (left === 0) return { allowed, obstacle: stage.obstacle() }
  }
  return { allowed, obstacle: null }
}
