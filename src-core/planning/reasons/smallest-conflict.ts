import type { PlanDocument } from '../../plan/plan-document'
import { meaning } from '../../violations/model/dependency-meaning'
import { type PlanModel, planModel } from '../../violations/model/plan-model'
import { itemIdsOf } from '../../violations/rules/participants'
import type { Conflict } from './conflict'
import { explainWindow } from './explain-empty-window'
import { planWindows, windowOf, type Windows } from './plan-constraints'
import { roomConflict } from './room-conflict'
import { searchConflict } from './search-conflict'

/** One for every two groups that a hard dependency joins although they are two. */
const cutConflicts = (plan: PlanModel): readonly Conflict[] => {
  const { estate: { from, to, meaning: bits, estate }, groupOf } = plan
  const found = new Map<string, { a: number; b: number; rows: number[] }>()
  bits.forEach((asks, row) => {
    const [a, b] = [groupOf[from[row]!]!, groupOf[to[row]!]!]
    if ((asks & meaning.hard) === 0 || a === b || a < 0 || b < 0) return
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`
    const known = found.get(key)
    if (known) known.rows.push(row)
    else found.set(key, { a, b, rows: [row] })
  })
  return [...found].map(([key, { a, b, rows }]) => {
    const groupIds = [plan.groups[a]!.row.id, plan.groups[b]!.row.id]
    const [row] = rows
    const itemIds = itemIdsOf(plan, [from[row!]!, to[row!]!])
    const dependencyIds = rows.map((index) => estate.dependencies[index]!.id)
    const none = { freezeWindowIds: [], waveIds: [], params: {} }
    return {
      type: 'cut', groupIds, waveIds: [], params: {},
      reasons: [{ id: `hard-cut:${key}`, type: 'hard-cut', groupIds, itemIds, dependencyIds, ...none }],
    }
  })
}

/** How many groups without a wave are looked at: each costs a little, and one is what is shown. */
const mostLookedAt = 40

const emptyWindows = (plan: PlanModel, windows: Windows): readonly Conflict[] =>
  plan.groups.flatMap((_, group) => {
    const { first, last } = windowOf(windows, group)
    return first > last ? [group] : []
  }).slice(0, mostLookedAt).flatMap((group): Conflict[] => {
    const reasons = explainWindow(windows, group)
    return reasons ? [{ type: 'window', groupIds: [plan.groups[group]!.row.id], reasons, waveIds: [], params: {} }] : []
  })

const byReasons = (a: Conflict, b: Conflict): number => a.reasons.length - b.reasons.length

/** What waits for a group without a wave has none for the same reasons and one more: the smallest are told, once each. */
const smallestOnly = (conflicts: readonly Conflict[]): readonly Conflict[] => {
  const kept: { readonly conflict: Conflict; readonly ids: readonly string[] }[] = []
  for (const conflict of conflicts.toSorted(byReasons)) {
    const own = new Set(conflict.reasons.map(({ id }) => id))
    if (!kept.some(({ ids }) => ids.every((id) => own.has(id)))) kept.push({ conflict, ids: [...own] })
  }
  return kept.map(({ conflict }) => conflict)
}

/** Everything that is found to stand in the way by itself, the smallest first: an empty list says nothing. */
export const conflictsOf = (document: PlanDocument): readonly Conflict[] => {
  const plan = planModel(document)
  if (plan.calendar.waves.length === 0) return []
  const windows = planWindows(plan)
  const certain = smallestOnly([...cutConflicts(plan), ...emptyWindows(plan, windows)])
  if (certain.length > 0) return certain
  const found = roomConflict(plan, windows) ?? searchConflict(plan, windows)
  return found ? [found] : []
}

/**
 * The smallest set of constraints found that leaves no plan without a hard violation in the waves that the plan has.
 * null: none was found; where not all placings could be tried, that is no promise that there is a plan.
 */
export const smallestConflict = (document: PlanDocument): Conflict | null => conflictsOf(document)[0] ?? null
