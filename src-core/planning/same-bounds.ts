import type { Estate } from '../estate/estate'
import { activeScenario, type PlanDocument } from '../plan/plan-document'
import { isSettled } from '../plan/wave'
import { estateModel } from '../violations/model/estate-model'

/** Everything of an estate that a bound can hang on; an edit of cells leaves what it does not change as it is. */
const boundParts = [
  'indexById', 'movable', 'effort', 'cost', 'scopeOf', 'scopes', 'supportEnd', 'isCritical', 'from', 'to', 'meaning', 'pricePerDay', 'boundBy', 'twins',
] as const

const hasSameFigures = (a: Estate, b: Estate): boolean => {
  if (a === b || (a.items === b.items && a.dependencies === b.dependencies)) return true
  if (a.items.length !== b.items.length || a.dependencies.length !== b.dependencies.length) return false
  const [was, is] = [estateModel(a), estateModel(b)]
  return boundParts.every((part) => was[part] === is[part])
}

/**
 * Whether two states of a plan have the same bounds for sure: they differ at most in which open waves groups lie in, and in
 * cells that no bound hangs on. Cheap beside the bounds themselves, so that what is known stays known while groups are
 * moved about and notes are written.
 */
export const haveSameBounds = (a: PlanDocument, b: PlanDocument): boolean => {
  const [was, is] = [activeScenario(a), activeScenario(b)]
  if (!hasSameFigures(a.estate, b.estate)) return false
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
