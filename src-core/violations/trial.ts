import type { Patch } from '../plan/change'
import type { MoveGroup } from '../plan/plan-document'
import { bridgesAmong } from './bridges'
import { checkPlan } from './check-plan'
import type { Extent } from './model/extent'
import { type PlanModel, addGroup, countItem, unplanned } from './model/plan-model'
import { dependenciesTouching } from './model/touching'
import { type Count, counting } from './report'

/**
 * Tries changes of the groups on a compiled plan without making a plan: the model is changed in place, counted, and put
 * back. Only what the touched items take part in is counted, so a try costs what the selection does, not the estate.
 */

/** What can change when these groups do. */
export type Ground = {
  readonly items: Int32Array
  /** Indexes of the groups as they are now. */
  readonly groups: readonly number[]
  readonly extent: Extent
}

export type Totals = Count & { bridgePrice: number }

type GroupsPatch = Patch<MoveGroup>

const touchedGroups = (plan: PlanModel, patches: readonly GroupsPatch[]): readonly number[] => {
  const ids = new Set(patches.flatMap(({ remove = [], put = [] }) => [...remove, ...put.map(({ row }) => row.id)]))
  return plan.groups.flatMap(({ row }, index) => (ids.has(row.id) ? [index] : []))
}

/** Everything that the patches touch. Items move only between the groups that a patch names. */
export const groundOf = (plan: PlanModel, patches: readonly GroupsPatch[]): Ground => {
  const groups = touchedGroups(plan, patches)
  const items = Int32Array.from(new Set(groups.flatMap((index) => [...plan.groups[index]!.items])))
  const touched = new Uint8Array(plan.groupOf.length)
  for (const item of items) touched[item] = 1
  const isTouched = (item: number): boolean => touched[item] === 1
  return {
    items,
    groups,
    extent: {
      dependencies: dependenciesTouching(plan.estate, items),
      relations: plan.relations.filter((model) => model.items.some(isTouched)),
      twins: plan.estate.twins.filter(({ tests, productions }) => tests.some(isTouched) || productions.some(isTouched)),
      groups,
      positions: plan.calendar.waves.map((_, position) => position),
    },
  }
}

export const totalsOver = (plan: PlanModel, extent: Extent): Totals => {
  const count: Count = { hard: 0, warnings: 0 }
  checkPlan(plan, extent, counting(count))
  return { ...count, bridgePrice: bridgesAmong(plan, extent.dependencies).price }
}

const rowsAfter = (plan: PlanModel, ground: Ground, { remove = [], put = [] }: GroupsPatch): readonly MoveGroup[] => {
  const gone = new Set([...remove, ...put.map(({ row }) => row.id)])
  const kept = ground.groups.map((index) => plan.groups[index]!.row).filter(({ id }) => !gone.has(id))
  return [...kept, ...put.map(({ row }) => row)]
}

const lift = (plan: PlanModel, items: Int32Array): void => {
  for (const item of items) {
    countItem(plan, item, plan.waveOf[item]!, -1)
    plan.groupOf[item] = -1
    plan.waveOf[item] = unplanned
  }
}

/** Remembers what a trial writes into, and gives back the way to restore it, to the bit. */
const keep = (plan: PlanModel, items: Int32Array): (() => void) => {
  const groupOf = items.map((item) => plan.groupOf[item]!)
  const waveOf = items.map((item) => plan.waveOf[item]!)
  const sums = [plan.effort, plan.items, plan.cost, ...plan.capacityRules.map(({ effort }) => effort)]
  const copies = sums.map((sum) => sum.slice())
  const groups = plan.groups.length
  return () => {
    items.forEach((item, at) => {
      plan.groupOf[item] = groupOf[at]!
      plan.waveOf[item] = waveOf[at]!
    })
    sums.forEach((sum, at) => sum.set(copies[at]!))
    plan.groups.length = groups
  }
}

/** Runs `look` over the plan as the patch would make it; the extent is the ground's, with the groups of afterwards. */
export const tryPatch = <T>(
  plan: PlanModel, ground: Ground, patch: GroupsPatch, look: (extent: Extent) => T,
): T => {
  const restore = keep(plan, ground.items)
  try {
    const rows = rowsAfter(plan, ground, patch)
    lift(plan, ground.items)
    const first = plan.groups.length
    for (const row of rows) addGroup(plan, row)
    return look({ ...ground.extent, groups: rows.map((_, at) => first + at) })
  } finally {
    restore()
  }
}
