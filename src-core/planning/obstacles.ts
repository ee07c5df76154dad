import type { Wave } from '../plan/wave'
import type { PlanModel } from '../violations/model/plan-model'
import type { Attempt } from './attempts'
import type { Obstacle, ObstacleType } from './proposal'

type Details = Partial<Omit<Obstacle, 'groupId' | 'type'>>

const obstacle = (groupId: string, type: ObstacleType, details: Details = {}): Obstacle =>
  ({ groupId, type, groupIds: [], ruleIds: [], freezeWindowIds: [], waveIds: [], params: {}, ...details })

const groupIdsOf = (plan: PlanModel, { board: { units } }: Attempt, unit: number): readonly string[] =>
  units.groups[unit]!.map((group) => plan.groups[group]!.row.id)

/** Freeze windows that hold for anything in the unit. */
const freezesOver = (plan: PlanModel, { board: { units, waves } }: Attempt, unit: number): readonly string[] => {
  const items = units.groups[unit]!.flatMap((group) => [...plan.groups[group]!.items])
  const scopes = new Set(items.map((item) => plan.estate.scopeOf[item]!))
  const existing = Math.min(waves.length, plan.calendar.waves.length)
  const windows = [...scopes].flatMap((scope) =>
    Array.from({ length: existing }, (_, position) => plan.freezes.windowsOver(scope, position)).flat())
  return [...new Set(windows.map(({ id }) => id))]
}

/** Why a unit without a place has none: itself, what it waits for, or the room that is left. */
const reasonOf = (plan: PlanModel, attempt: Attempt, unit: number, groupId: string): Obstacle => {
  const { board, construction } = attempt
  const own = board.domains[unit]!.obstacle
  const others = groupIdsOf(plan, attempt, unit).filter((id) => id !== groupId)
  if (own) {
    const freezeWindowIds = own.type === 'frozen' ? freezesOver(plan, attempt, unit) : []
    return obstacle(groupId, own.type, { groupIds: others, ruleIds: own.ruleIds, freezeWindowIds, params: own.params })
  }
  const missing = board.units.before[unit]!.filter((link) => construction.placing.at[link.unit]! < 0)
  if (missing.length > 0) {
    const groupIds = missing.flatMap((link) => groupIdsOf(plan, attempt, link.unit))
    return obstacle(groupId, 'provider-unplaced', { groupIds })
  }
  if (construction.windows.dead[unit] === 1) {
    const neighbours = [...board.units.before[unit]!, ...board.units.after[unit]!]
    return obstacle(groupId, 'no-wave', { groupIds: neighbours.flatMap((link) => groupIdsOf(plan, attempt, link.unit)) })
  }
  const params = { effort: board.units.effort[unit]!, items: board.units.items[unit]! }
  return obstacle(groupId, 'no-room', { groupIds: others, params })
}

/** Hard dependencies that groups cut, whose waves no placement can mend; one for each pair of groups. */
const cutByHand = (plan: PlanModel, { board: { units } }: Attempt): readonly Obstacle[] => {
  const pairs = new Map(units.relations.cuts.map(([a, b]) => [`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b] as const]))
  return [...pairs.values()].map(([a, b]) =>
    obstacle(plan.groups[a]!.row.id, 'split-by-hand', { groupIds: [plan.groups[b]!.row.id] }))
}

/** What stands in the way of a complete plan without a hard violation. */
export const obstaclesOf = (
  plan: PlanModel, attempt: Attempt, _waves: readonly Wave[], unplaced: ReadonlySet<string>,
): readonly Obstacle[] => {
  const left = plan.groups.flatMap(({ row }, group) =>
    unplaced.has(row.id) ? [reasonOf(plan, attempt, attempt.board.units.unitOf[group]!, row.id)] : [])
  return [...left, ...cutByHand(plan, attempt)]
}
