import { isSettled, type Wave } from '../../plan/wave'
import type { PlanModel } from '../../violations/model/plan-model'
import { exceeds } from '../../violations/rules/exceeds'
import { isSettledGroup } from '../unit-relations'
import type { Conflict } from './conflict'
import { windowOf, type Windows } from './plan-constraints'
import { proofOf } from './proof'
import type { Reason } from './reason'

type Sized = { readonly group: number; readonly first: number; readonly last: number; readonly size: number }
type Measure = { readonly name: 'effort' | 'items'; readonly limitOf: (wave: Wave) => number; readonly sizeOf: (group: number) => number }

const measuresOf = (plan: PlanModel): readonly Measure[] => [
  {
    name: 'effort',
    limitOf: ({ capacity }) => capacity ?? Infinity,
    sizeOf: (group) => plan.groups[group]!.items.reduce((sum, item) => sum + plan.estate.effort[item]!, 0),
  },
  { name: 'items', limitOf: ({ maxItems }) => maxItems ?? Infinity, sizeOf: (group) => plan.groups[group]!.items.length },
]

/** The largest of them, as many as it takes to be too many. */
const enough = (inside: readonly Sized[], limit: number): readonly Sized[] | null => {
  const chosen: Sized[] = []
  let sum = 0
  for (const sized of inside.toSorted((a, b) => b.size - a.size)) {
    chosen.push(sized)
    sum += sized.size
    if (exceeds(sum, limit)) return chosen
  }
  return null
}

/** Why each of the groups lies within the positions. */
const reasonsFor = (windows: Windows, chosen: readonly Sized[], from: number, to: number): readonly Reason[] => {
  const waves = windows.constraints.numbers.length
  const reasons = chosen.flatMap(({ group }) => [
    ...proofOf(windows.forward, group, from), ...proofOf(windows.backward, group, waves - 1 - to),
  ].map(({ reason }) => reason))
  return [...new Map(reasons.map((reason) => [reason.id, reason])).values()]
}

/** Positions that hold less than what must lie there, with the fewest groups; the settled ones take and give nothing. */
export const roomConflict = (plan: PlanModel, windows: Windows): Conflict | null => {
  const { waves } = plan.calendar
  let best: { chosen: readonly Sized[]; from: number; to: number; limit: number; measure: Measure } | null = null
  for (const measure of measuresOf(plan)) {
    const open = plan.groups.flatMap((_, group): Sized[] =>
      isSettledGroup(plan, group) ? [] : [{ group, ...windowOf(windows, group), size: measure.sizeOf(group) }])
    for (let from = 0; from < waves.length; from++) {
      let limit = 0
      for (let to = from; to < waves.length; to++) {
        limit += isSettled(waves[to]!) ? 0 : measure.limitOf(waves[to]!)
        if (limit === Infinity) break
        const inside = open.filter(({ first, last }) => first >= from && last <= to)
        const chosen = enough(inside, limit)
        if (chosen && (best === null || chosen.length < best.chosen.length)) best = { chosen, from, to, limit, measure }
      }
    }
  }
  if (!best) return null
  const { chosen, from, to, limit, measure } = best
  return {
    type: 'room',
    groupIds: chosen.map(({ group }) => plan.groups[group]!.row.id),
    reasons: reasonsFor(windows, chosen, from, to),
    waveIds: waves.slice(from, to + 1).filter((wave) => !isSettled(wave)).map(({ id }) => id),
    params: { [measure.name]: chosen.reduce((sum, { size }) => sum + size, 0), limit },
  }
}
