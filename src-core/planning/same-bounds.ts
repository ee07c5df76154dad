import { activeScenario, type PlanDocument } from '../plan/plan-document'
import { isSettled } from '../plan/wave'

/**
 * Whether two states of a plan have the same bounds for sure: they differ at most in which open waves groups lie in. Cheap
 * beside the bounds themselves, so that what is known stays known while groups are moved about.
 */
export const haveSameBounds = (a: PlanDocument, b: PlanDocument): boolean => {
  const [was, is] = [activeScenario(a), activeScenario(b)]
  if (a.estate !== b.estate && (a.estate.items !== b.estate.items || a.estate.dependencies !== b.estate.dependencies)) return false
  if (was.rules !== is.rules || was.freezeWindows !== is.freezeWindows || was.waves !== is.waves) return false
  if (was.groups === is.groups) return true
  if (was.groups.length !== is.groups.length) return false
  const settled = new Set(is.waves.filter(isSettled).map(({ id }) => id))
  const settledIn = (waveId: string | null): string | null => (waveId !== null && settled.has(waveId) ? waveId : null)
  const before = new Map(was.groups.map((group) => [group.id, group]))
  return is.groups.every(({ id, itemIds, waveId }) => {
    const group = before.get(id)
    return group?.itemIds === itemIds && settledIn(group.waveId) === settledIn(waveId)
  })
}
