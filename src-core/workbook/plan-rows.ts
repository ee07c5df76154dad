import { activeScenario, type PlanDocument } from '../plan/plan-document'
import { sameValue } from '../plan/same-value'
import { planParts, type ImportRow } from './import-row'
import { remainingRules } from './place-import'

const waveFields = ['name', 'start', 'end', 'capacity', 'maxItems', 'budget', 'supplier'] as const

/**
 * What an import says of the plan itself: parts that the plan has nothing of yet, and other fields of its waves. A wave's own
 * are only taken when the planner says so: an old workbook would undo what has been agreed since.
 */
export const planRows = (
  open: PlanDocument, imported: PlanDocument, idOf: (importedId: string) => string, isKnown: (itemId: string) => boolean,
): readonly ImportRow[] => {
  const [ours, wanted] = [activeScenario(open), activeScenario(imported)]
  const ids = (): ReadonlySet<string> => new Set([...open.estate.items.map(({ id }) => id), ...imported.estate.items.map(({ id }) => idOf(id)).filter(isKnown)])
  const areWanted = ours.rules.length === 0 && wanted.rules.length > 0
  const rules = areWanted ? remainingRules(wanted.rules.map((rule) => ({ ...rule, itemIds: rule.itemIds.map(idOf) })), ids()) : []
  const theirs = { ...wanted, rules }
  const parts = planParts.flatMap((part): readonly ImportRow[] => {
    const count = theirs[part].length
    return ours[part].length > 0 || count === 0 ? [] : [{ kind: 'plan-part', key: `plan-part ${part}`, part, count, edited: false, suggested: true }]
  })
  const waveByNumber = new Map(ours.waves.map((wave) => [wave.number, wave]))
  const waves = theirs.waves.flatMap((other): readonly ImportRow[] => {
    const wave = waveByNumber.get(other.number)
    if (!wave) return []
    return waveFields.flatMap((field): readonly ImportRow[] => {
      const [before, after] = [wave[field], other[field]]
      if (after === undefined || sameValue(before, after)) return []
      return [{ kind: 'changed-wave', key: `${field} ${wave.id}`, wave, field, before, after, edited: false, suggested: false }]
    })
  })
  return [...parts, ...waves]
}
