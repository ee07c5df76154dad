import type { MoveGroup, PlanDocument, Scenario } from '../../plan/plan-document'
import { activeScenario } from '../../plan/plan-document'
import { type EstateModel, estateModel, indexesOfItems } from './estate-model'
import { type FreezeCalendar, freezeCalendar } from './freeze-calendar'
import { type RuleModel, isRelation, ruleModel } from './rule-model'
import { type WaveCalendar, waveCalendar } from './wave-calendar'

/** Where an item is that has no wave: unplanned, or not in the plan at all (its group is then -1). */
export const unplanned = -1

/** One move group with its items as indexes. `position` is that of its wave, or `unplanned`. */
export type GroupModel = { readonly row: MoveGroup; readonly items: Int32Array; readonly position: number }

/**
 * A scenario over a compiled estate. The arrays are shared and remembered: only a preview writes into them, and it
 * puts back what it found.
 */
export type PlanModel = {
  readonly estate: EstateModel
  readonly scenario: Scenario
  readonly calendar: WaveCalendar
  readonly freezes: FreezeCalendar
  readonly groups: GroupModel[]
  /** Index into `groups` of each item; -1 where it has none. */
  readonly groupOf: Int32Array
  /** Wave position of each item, or `unplanned`. */
  readonly waveOf: Int32Array
  /** What lies in each wave, by position. */
  readonly effort: Float64Array
  readonly items: Int32Array
  readonly cost: Float64Array
  readonly relations: readonly RuleModel[]
  readonly capacityRules: readonly CapacityRule[]
  readonly criticalLimits: readonly RuleModel[]
}

/** A capacity rule and what of its scope lies in each wave, by position. */
export type CapacityRule = { readonly model: RuleModel; readonly effort: Float64Array }

/** What the rules and freeze windows of a scenario say of the items of an estate. */
const rulesOf = (estate: EstateModel, { waves, rules, freezeWindows }: Scenario) => {
  const calendar = waveCalendar(waves)
  const models = rules.map((rule) => ruleModel(estate, rule))
  return {
    freezes: freezeCalendar(freezeWindows, estate.scopes, calendar),
    relations: models.filter(({ rule }) => isRelation(rule)),
    capacityRules: models
      .filter(({ rule }) => rule.type === 'capacity' && rule.limit !== undefined)
      .map((model) => ({ model, effort: new Float64Array(waves.length) })),
    criticalLimits: models.filter(({ rule }) => rule.type === 'critical-limit'),
  }
}

const emptyPlan = (estate: EstateModel, scenario: Scenario): PlanModel => {
  const calendar = waveCalendar(scenario.waves)
  const count = calendar.waves.length
  return {
    estate,
    scenario,
    calendar,
    ...rulesOf(estate, scenario),
    groups: [],
    groupOf: new Int32Array(estate.movable.length).fill(-1),
    waveOf: new Int32Array(estate.movable.length).fill(unplanned),
    effort: new Float64Array(count),
    items: new Int32Array(count),
    cost: new Float64Array(count),
  }
}

/** Adds (sign 1) or takes away (sign -1) an item from the sums of a wave. */
export const countItem = (plan: PlanModel, item: number, position: number, sign: 1 | -1): void => {
  if (position < 0) return
  const { effort, cost } = plan.estate
  plan.effort[position]! += sign * effort[item]!
  plan.cost[position]! += sign * cost[item]!
  plan.items[position]! += sign
  for (const rule of plan.capacityRules) {
    if (rule.model.member[item] === 1) rule.effort[position]! += sign * effort[item]!
  }
}

/** Puts a group at the end of the model; its items are counted in its wave, and must not be in another. */
export const addGroup = (plan: PlanModel, row: MoveGroup): void => {
  const { items, position } = lay(plan, row)
  for (const item of items) countItem(plan, item, position, 1)
}

const positionOf = ({ calendar }: PlanModel, { waveId }: MoveGroup): number =>
  waveId === null ? unplanned : (calendar.positionById.get(waveId) ?? unplanned)

/** Puts a group at the end of the model and counts nothing. */
const lay = (plan: PlanModel, row: MoveGroup): GroupModel => {
  const group = { row, items: indexesOfItems(plan.estate, row.itemIds), position: positionOf(plan, row) }
  const index = plan.groups.push(group) - 1
  for (const item of group.items) {
    plan.groupOf[item] = index
    plan.waveOf[item] = group.position
  }
  return group
}

/** Counts everything in the order of the items, so that the sums are the same to the bit however the model was made. */
const countAll = (plan: PlanModel): void => {
  const { waveOf } = plan
  for (let item = 0; item < waveOf.length; item++) if (waveOf[item]! >= 0) countItem(plan, item, waveOf[item]!, 1)
}

const compile = (estate: EstateModel, scenario: Scenario): PlanModel => {
  const plan = emptyPlan(estate, scenario)
  for (const row of scenario.groups) lay(plan, row)
  countAll(plan)
  return plan
}

/** Groups that lie in other waves than before; null where more than that has changed. */
const movedSince = ({ scenario: before, groups }: PlanModel, scenario: Scenario): readonly number[] | null => {
  const { waves, rules, freezeWindows } = scenario
  if (waves !== before.waves || rules !== before.rules || freezeWindows !== before.freezeWindows) return null
  if (scenario.groups.length !== groups.length) return null
  const moved: number[] = []
  for (let group = 0; group < groups.length; group++) {
    const row = scenario.groups[group]!
    const known = groups[group]!.row
    if (row === known) continue
    if (row.itemIds !== known.itemIds) return null
    moved.push(group)
  }
  return moved
}

/** With sums of its own, counted anew. */
const recounted = (plan: PlanModel): PlanModel => {
  const counted = withEmptySums(plan)
  countAll(counted)
  return counted
}

const withEmptySums = (plan: PlanModel): PlanModel => {
  const waves = plan.effort.length
  return {
    ...plan,
    effort: new Float64Array(waves),
    items: new Int32Array(waves),
    cost: new Float64Array(waves),
    capacityRules: plan.capacityRules.map(({ model }) => ({ model, effort: new Float64Array(waves) })),
  }
}

/** The model after some groups have moved: what a drag changes costs what the drag does, not the plan. */
const moved = (before: PlanModel, scenario: Scenario, groups: readonly number[]): PlanModel => {
  if (groups.length === 0) return before.scenario === scenario ? before : { ...before, scenario }
  const plan: PlanModel = { ...withEmptySums(before), scenario, groups: before.groups.slice(), waveOf: before.waveOf.slice() }
  for (const group of groups) {
    const row = scenario.groups[group]!
    const { items } = before.groups[group]!
    const position = positionOf(plan, row)
    plan.groups[group] = { row, items, position }
    for (const item of items) plan.waveOf[item] = position
  }
  countAll(plan)
  return plan
}

/** True where rules and freeze windows hold of the same items as before: there are none, or nobody changed place. */
const hasSameRules = ({ estate: before, scenario }: PlanModel, after: EstateModel): boolean =>
  scenario.rules.length + scenario.freezeWindows.length === 0 || before.ruleModels === after.ruleModels

/** The model over an estate of which only cells were edited; what they do not change is shared with the one before. */
const over = (before: PlanModel, estate: EstateModel): PlanModel => {
  if (before.estate === estate) return before
  const isSame = hasSameRules(before, estate)
  const hasSameSums = isSame && before.estate.effort === estate.effort && before.estate.cost === estate.cost
  const rules = isSame ? {} : rulesOf(estate, before.scenario)
  return hasSameSums ? { ...before, estate } : recounted({ ...before, ...rules, estate })
}

/** The model of the active scenario; the same for the same estate and scenario. */
export const planModel = (document: PlanDocument): PlanModel => {
  const estate = estateModel(document.estate)
  const scenario = activeScenario(document)
  const known = estate.planModels.get(scenario)
  if (known) return known
  const groups = estate.latestPlan && movedSince(estate.latestPlan, scenario)
  const plan = estate.latestPlan && groups ? moved(over(estate.latestPlan, estate), scenario, groups) : compile(estate, scenario)
  estate.planModels.set(scenario, plan)
  estate.latestPlan = plan
  return plan
}
