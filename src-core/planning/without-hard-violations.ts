import { applyChange } from '../plan/apply-change'
import { placeGroups } from '../plan/commands/move-groups'
import { activeScenario, type PlanDocument } from '../plan/plan-document'
import { isSettled, type Wave } from '../plan/wave'
import { evaluate } from '../violations/evaluate'
import type { Violation } from '../violations/violation'

/** Groups to take out for one violation: the last it names that a proposal may move. */
const culprits = (violation: Violation, placements: ReadonlyMap<string, string | null>): readonly string[] =>
  violation.groupIds.filter((id) => placements.get(id) != null).slice(-1)

/**
 * The last word is the evaluation's: a proposal that it finds broken loses groups until it is not. The search obeys the
 * same rules, so this is idle unless the two have drifted apart, or settled waves break something by themselves.
 */
export const withoutHardViolations = (
  document: PlanDocument, placements: ReadonlyMap<string, string | null>, newWaves: readonly Wave[],
): ReadonlyMap<string, string | null> => {
  const cleaned = new Map(placements)
  const settled = new Set(activeScenario(document).waves.filter(isSettled).map(({ id }) => id))
  for (;;) {
    const proposed = applyChange(document, placeGroups(document, cleaned, newWaves)).document
    const { violations } = evaluate(proposed)
    const broken = violations.filter(({ severity, type }) => severity === 'hard' && type !== 'hard-dependency')
    const leaving = new Set(broken.flatMap((violation) => culprits(violation, cleaned)))
    const full = broken.filter(({ groupIds, waveIds }) => groupIds.length === 0 && !settled.has(waveIds[0] ?? ''))
    for (const { waveIds } of full) {
      const [last] = [...cleaned].filter(([, waveId]) => waveId === waveIds[0]).slice(-1)
      if (last) leaving.add(last[0])
    }
    if (leaving.size === 0) return cleaned
    for (const groupId of leaving) cleaned.set(groupId, null)
  }
}
