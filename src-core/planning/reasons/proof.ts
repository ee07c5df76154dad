import type { Constraint, Constraints, Exclusion } from './constraint'
import { firstWaves, type FirstWaves, reachedBy } from './first-waves'

/** Keeps only what is needed for `holds`, leaving out one after the other (a deletion filter). Not empty-handed: `holds(all)`. */
export const onlyNeeded = <Row>(rows: readonly Row[], holds: (rows: readonly Row[]) => boolean): readonly Row[] => {
  let needed = rows
  for (const row of rows) {
    const without = needed.filter((other) => other !== row)
    if (holds(without)) needed = without
  }
  return needed
}

/** Of two ways to leave out, the one that leaves less. */
export const fewestNeeded = <Row>(rows: readonly Row[], holds: (rows: readonly Row[]) => boolean): readonly Row[] => {
  const forward = onlyNeeded(rows, holds)
  const back = onlyNeeded(rows.toReversed(), holds).toReversed()
  return back.length < forward.length ? back : forward
}

/** Exclusions that cover the positions from `from` up to, not including, `to`; those that cover most first. */
const covering = (exclusions: readonly Exclusion[], from: number, to: number): readonly Exclusion[] => {
  const open = new Set(Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at))
  const chosen: Exclusion[] = []
  const covers = ({ excludes }: Exclusion): number => [...open].filter((position) => excludes[position] === 1).length
  while (open.size > 0) {
    const best = exclusions.reduce((a, b) => (covers(b) > covers(a) ? b : a), exclusions[0]!)
    if (!best || covers(best) === 0) break
    chosen.push(best)
    for (const position of [...open]) if (best.excludes[position] === 1) open.delete(position)
  }
  return chosen
}

/** Everything that was used when the group was pushed to `bound` or beyond, before the given time. */
const collect = (waves: FirstWaves, group: number, bound: number, before: number, into: Set<Constraint>): void => {
  const push = waves.pushes.get(group)?.find(({ to, time }) => to >= bound && time < before)
  if (!push || bound <= 0) return
  const all = waves.exclusions.get(group) ?? []
  const fixing = all.filter(({ isFixed }) => isFixed)
  const exclusions = fixing.length > 0 ? fixing : all
  const from = push.arc === null ? 0 : Math.min(push.from, bound)
  for (const exclusion of covering(exclusions, from, bound)) into.add(exclusion)
  const { arc } = push
  if (!arc || from === 0) return
  into.add(arc)
  // Who must be in one wave is bound both ways by one reason: that comes and goes as a whole.
  for (const back of waves.arcs.get(arc.next) ?? []) if (back.reason.id === arc.reason.id && back.next === arc.first) into.add(back)
  let needed = 0
  while (reachedBy(waves.numbers, arc, needed) < from) needed += 1
  collect(waves, arc.first, needed, push.time, into)
}

/** Leaves out reason by reason, each with all its constraints, what `holds` can do without. */
export const fewestReasons = (
  constraints: readonly Constraint[], holds: (list: readonly Constraint[]) => boolean,
): readonly Constraint[] => {
  const under = (ids: readonly string[]): readonly Constraint[] => constraints.filter(({ reason }) => ids.includes(reason.id))
  const ids = [...new Set(constraints.map(({ reason }) => reason.id))]
  return under(fewestNeeded(ids, (kept) => holds(under(kept))))
}

/** How far the constraints push a group: the first position that it can take. */
const firstOf = (constraints: Constraints, group: number): number => firstWaves(constraints).first.get(group) ?? 0

/**
 * Constraints that alone keep the group from every position before `bound`, none of whose reasons could be left out.
 * `waves` must push it that far.
 */
export const proofOf = (waves: FirstWaves, group: number, bound: number): readonly Constraint[] =>
  fewestReasons(materialOf(waves, group, bound), (list) => firstOf({ numbers: waves.numbers, list }, group) >= bound)

/** The same, but not made minimal: for those who join it with other constraints first. */
export const materialOf = (waves: FirstWaves, group: number, bound: number): readonly Constraint[] => {
  const used = new Set<Constraint>()
  collect(waves, group, bound, Infinity, used)
  return [...used]
}
