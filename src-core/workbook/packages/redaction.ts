import { sensitivities, type Item, type Sensitivity } from '../../estate/item'
import { itemHeadings, dependencyHeadings, waveHeadings, ruleHeadings, type DependencyField, type ItemField, type RuleField, type WaveField } from '../headings'
import type { Words } from '../words'

/**
 * How sensitive what leaves may be at most. `open`: what anyone may know, to plan by. `internal`: also what concerns the
 * work on the supplier's items. `confidential`: everything there is of the supplier's own items.
 */
export type RedactionProfile = {
  readonly level: Sensitivity
  /** Headings that stay at home though the level would let them go; as they are written in English. */
  readonly withheld: readonly string[]
}

export const defaultProfile: RedactionProfile = { level: 'internal', withheld: [] }

const itemSensitivity: Readonly<Record<ItemField, Sensitivity>> = {
  id: 'open', name: 'open', kind: 'open', organisation: 'open', site: 'open', serviceArea: 'open', environment: 'open', owner: 'internal',
  team: 'internal', supplier: 'open', criticality: 'internal', disposition: 'open', consolidateInto: 'open', phaseOutReason: 'internal',
  endOfSupport: 'open', effort: 'internal', cost: 'confidential', users: 'internal', count: 'open', sensitivity: 'internal',
  sharedService: 'internal', moveGroup: 'open', moveGroupOrigin: 'open', wave: 'open', status: 'open', notes: 'confidential',
}
const dependencySensitivity: Readonly<Record<DependencyField, Sensitivity>> = {
  from: 'open', to: 'open', type: 'open', strength: 'open', order: 'open', maxLatencyMs: 'open', pricePerDay: 'confidential',
  confidence: 'internal', source: 'confidential', notes: 'confidential',
}
const waveSensitivity: Readonly<Record<WaveField, Sensitivity>> = {
  number: 'open', name: 'open', start: 'open', end: 'open', capacity: 'internal', maxItems: 'internal', budget: 'confidential',
  supplier: 'internal', status: 'open',
}
const ruleSensitivity: Readonly<Record<RuleField, Sensitivity>> = {
  type: 'open', items: 'open', wave: 'open', earliest: 'open', latest: 'open', lag: 'open', limit: 'internal', organisation: 'open',
  site: 'open', serviceArea: 'open', supplier: 'open', team: 'internal', reason: 'confidential',
}

export type RedactedTable = 'items' | 'dependencies' | 'waves' | 'rules' | 'freezeWindows'

const byHeading = <Field extends string>(
  headings: Readonly<Record<Field, Words>>, table: Readonly<Record<Field, Sensitivity>>,
): ReadonlyMap<string, Sensitivity> => new Map((Object.keys(headings) as Field[]).map((field) => [headings[field].en, table[field]]))

const tables: Readonly<Record<RedactedTable, ReadonlyMap<string, Sensitivity>>> = {
  items: byHeading(itemHeadings, itemSensitivity),
  dependencies: byHeading(dependencyHeadings, dependencySensitivity),
  waves: byHeading(waveHeadings, waveSensitivity),
  rules: byHeading(ruleHeadings, ruleSensitivity),
  // Everybody has to keep out of them.
  freezeWindows: new Map(),
}

const rank = (sensitivity: Sensitivity): number => sensitivities.indexOf(sensitivity)

/** What a column holds; one that nobody has classified is confidential, except for freeze windows. */
export const sensitivityOfHeading = (table: RedactedTable, heading: string): Sensitivity =>
  tables[table].get(heading) ?? (table === 'freezeWindows' ? 'open' : 'confidential')

/** Without these a row could not be found again, or planned by. */
const indispensable: ReadonlySet<string> = new Set([
  itemHeadings.id.en, itemHeadings.name.en, dependencyHeadings.from.en, dependencyHeadings.to.en, waveHeadings.number.en, ruleHeadings.type.en,
])
export const isIndispensable = (heading: string): boolean => indispensable.has(heading)

export const headingLeaves = (table: RedactedTable, heading: string, profile: RedactionProfile): boolean =>
  isIndispensable(heading) ||
  (rank(sensitivityOfHeading(table, heading)) <= rank(profile.level) && !(table === 'items' && profile.withheld.includes(heading)))

/** Whether details of the item may leave; an item that nobody has classified is open. */
export const itemLeaves = (item: Item, { level }: RedactionProfile): boolean => rank(item.sensitivity ?? 'open') <= rank(level)

/** What still stands in the row of a supplier's own item that is more sensitive than the profile allows. */
const schedule: ReadonlySet<string> = new Set(
  (['id', 'name', 'kind', 'moveGroup', 'moveGroupOrigin', 'wave'] as const).map((field) => itemHeadings[field].en),
)
export const isSchedule = (heading: string): boolean => schedule.has(heading)
