import { activeScenario, type PlanDocument, type Scenario } from '../plan/plan-document'
import { sameValue } from '../plan/same-value'
import { planParts, type ImportRow } from './import-row'
import { remainingRules } from './place-import'

const waveFields = ['name', 'start', 'end', 'capacity', 'maxItems', 'budget', 'supplier'] as const

const withoutId = <Part extends { readonly id: string }>({ id: _id, ...rest }: Part): Omit<Part, 'id'> => rest

/** What the plan has not, whatever it is called inside; none where the plan has nothing of it, for then it is offered as a whole. */
const fresh = <Part extends { readonly id: string }>(ours: readonly Part[], theirs: readonly Part[]): readonly Part[] =>
  (ours.length === 0 ? [] : theirs.filter((one) => !ours.some((known) => sameValue(withoutId(known), withoutId(one)))))

/** Waves that the plan lacks, and rules and freeze windows beside those that it has. Not suggested: they may have been taken out of it. */
const additions = (ours: Scenario, theirs: Scenario): readonly ImportRow[] => {
  const numbers = new Set(ours.waves.map((wave) => wave.number))
  const waves = ours.waves.length === 0 ? [] : theirs.waves.filter((wave) => !numbers.has(wave.number))
  const untouched = { edited: false, suggested: false } as const
  return [
    ...waves.map((wave): ImportRow => ({ kind: 'new-wave', key: `new-wave ${wave.number}`, wave, ...untouched })),
    ...fresh(ours.rules, theirs.rules).map((rule): ImportRow => ({ kind: 'new-rule', key: `new-rule ${rule.id}`, rule, ...untouched })),
    ...fresh(ours.freezeWindows, theirs.freezeWindows)
      .map((freezeWindow): ImportRow => ({ kind: 'new-freeze-window', key: `new-freeze-window ${freezeWindow.id}`, freezeWindow, ...untouched })),
  ]
}

/**
 * What an import says of the plan itself: parts that the plan has nothing of yet, other fields of its waves, and what the plan
 * lacks of parts that it has. The last two are only taken when the planner says so: an old workbook would undo what has been
 * agreed since.
 */
export const planRows = (
  open: PlanDocument, imported: PlanDocument, idOf: (importedId: string) => string, isKnown: (itemId: string) => boolean,
): readonly ImportRow[] => {
  const [ours, wanted] = [activeScenario(open), activeScenario(imported)]
  const ids = (): ReadonlySet<string> => new Set([...open.estate.items.map(({ id }) => id), ...imported.estate.items.map(({ id }) => idOf(id)).filter(isKnown)])
  const rules = wanted.rules.length > 0 ? remainingRules(wanted.rules.map((rule) => ({ ...rule, itemIds: rule.itemIds.map(idOf) })), ids()) : []
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
  return [...parts, ...waves, ...additions(ours, theirs)]
}
