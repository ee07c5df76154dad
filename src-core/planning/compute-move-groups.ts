import type { Estate } from '../estate/estate'
import { indexEstate } from '../estate/estate-index'
import type { Rule } from '../plan/rule'
import { contract, type Contraction } from './contraction'

/** What the contraction has to tell. */
export type PlanFinding = {
  /** Dependencies of order provider first (onto shared services included) that form a cycle, made one group. */
  readonly type: 'order-cycle'
  /** The ends of those dependencies, in the order of the estate. */
  readonly itemIds: readonly string[]
  readonly dependencyIds: readonly string[]
}

export type ComputedGroups = {
  /** Ids of the items of each group, in the order of the estate; groups in the order of their first items. */
  readonly groups: readonly (readonly string[])[]
  readonly findings: readonly PlanFinding[]
}

/**
 * Exactly the contraction of DESIGN 5, points 3 to 6: hard dependencies between movable items, together rules, and
 * cycles of provider first. Items of `taken` (those in a planner's group) take no part.
 */
export const computeMoveGroups = (
  estate: Estate, rules: readonly Rule[], taken: ReadonlySet<string> = new Set(),
): ComputedGroups => {
  const contraction = contract(estate, rules, taken)
  return {
    groups: groupsOf(estate, contraction),
    findings: contraction.cycles.map((rows) => findingOf(estate, rows)),
  }
}

const groupsOf = (estate: Estate, { sets, takesPart }: Contraction): readonly (readonly string[])[] => {
  const groupByRoot = new Map<number, string[]>()
  estate.items.forEach((item, place) => {
    if (takesPart[place] === 0) return
    const root = sets.rootOf(place)
    const group = groupByRoot.get(root)
    if (group) group.push(item.id)
    else groupByRoot.set(root, [item.id])
  })
  return [...groupByRoot.values()]
}

const findingOf = (estate: Estate, rows: readonly number[]): PlanFinding => {
  const { from, to } = indexEstate(estate)
  const places = new Set(rows.flatMap((row) => [from[row] as number, to[row] as number]))
  return {
    type: 'order-cycle',
    itemIds: [...places].sort((a, b) => a - b).flatMap((place) => estate.items[place]?.id ?? []),
    dependencyIds: rows.flatMap((row) => estate.dependencies[row]?.id ?? []),
  }
}
