import type { Dependency } from '../estate/dependency'
import { sensitivities, type ExtraField, type Item } from '../estate/item'
import type { Language } from '../messages/translator'
import { lookup } from '../plan/lookup'
import { activeScenario, type MoveGroup, type PlanDocument, type Scenario } from '../plan/plan-document'
import type { FreezeWindow, Rule } from '../plan/rule'
import type { Wave } from '../plan/wave'
import { fold } from './fold'
import { itemLeaves, type RedactionProfile } from './packages/redaction'
import { UniqueIds } from './unique-ids'
import { sensitivityWordFor } from './value-words'

/** The suppliers that items name, each once, sorted by code point. */
export const suppliersOf = (document: PlanDocument): readonly string[] =>
  [...new Set(document.estate.items.flatMap((item) => item.supplier ?? []))].sort()

/** Whether any item is this supplier's. */
export const hasSupplier = (document: PlanDocument, supplier: string): boolean =>
  document.estate.items.some((item) => isOf(item.supplier, supplier))

const isOf = (name: string | undefined, supplier: string): boolean => name !== undefined && fold(name) === fold(supplier)

/** Somebody else's item, as far as a supplier has to know of it. Its id is made for the package. */
export type RelatedItem = {
  readonly id: string
  readonly name: string
  readonly kind: Item['kind']
  readonly group: string
  readonly wave: Wave | null
  readonly isRedacted: boolean
  /** Never filled: nothing that nobody has classified leaves of others' items. */
  readonly extra?: readonly ExtraField[]
}

/** The part of a plan that one supplier may see. */
export type SupplierScope = {
  readonly supplier: string
  readonly items: readonly Item[]
  readonly related: readonly RelatedItem[]
  /** Between items of the scope, by their ids in it. */
  readonly dependencies: readonly Dependency[]
  /** The active scenario, with what concerns them only. */
  readonly scenario: Scenario
}

type Walls = {
  readonly supplier: string
  readonly own: ReadonlySet<string>
  /** Of everybody's items, by their real ids. */
  readonly labelOf: (itemId: string) => string
  readonly related: ReadonlyMap<string, RelatedItem>
}

/** The first item of a group that they own gives it its name, where others are in it too: its own may be another's. */
const scopedGroups = (groups: readonly MoveGroup[], own: ReadonlySet<string>, nameById: ReadonlyMap<string, string>): readonly MoveGroup[] => {
  const names = new UniqueIds()
  return groups.filter((group) => group.itemIds.some((id) => own.has(id))).map((group) => {
    const itemIds = group.itemIds.filter((id) => own.has(id))
    const isWhole = itemIds.length === group.itemIds.length
    return { ...group, itemIds, name: names.take(isWhole ? group.name : (nameById.get(itemIds[0] ?? '') ?? '')) }
  })
}

const relatedItems = (
  document: PlanDocument, own: ReadonlySet<string>, groups: readonly MoveGroup[], profile: RedactionProfile, language: Language,
): ReadonlyMap<string, RelatedItem> => {
  const { itemById, groupByItemId, waveOfItem } = lookup(document)
  const scopedName = new Map(groups.map((group) => [group.id, group.name]))
  const related = new Map<string, RelatedItem>()
  const ids = new UniqueIds()
  for (const id of own) ids.take(id)
  const redacted = new Map<string, number>()
  const add = (itemId: string): void => {
    const item = itemById.get(itemId)
    if (own.has(itemId) || related.has(itemId) || !item) return
    const id = ids.take(`other-${related.size + 1}`)
    const isRedacted = !itemLeaves(item, profile)
    const word = sensitivityWordFor(item.sensitivity ?? sensitivities[0], language)
    const number = (redacted.get(word) ?? 0) + 1
    if (isRedacted) redacted.set(word, number)
    const shared = scopedName.get(groupByItemId.get(itemId)?.id ?? '')
    related.set(itemId, {
      id, name: isRedacted ? `${word} ${number}` : item.name, kind: item.kind, group: shared ?? id, wave: waveOfItem(itemId), isRedacted,
    })
  }
  for (const { from, to } of document.estate.dependencies) {
    if (own.has(from)) add(to)
    if (own.has(to)) add(from)
  }
  return related
}

/** A dependency onto somebody else's item: what it is. What was written about it, and its price, are not for this supplier. */
const scopedDependency = (dependency: Dependency, { own, related }: Walls): Dependency => {
  if (own.has(dependency.from) && own.has(dependency.to)) return dependency
  const { id, type, strength, order, maxLatencyMs } = dependency
  const idOf = (itemId: string): string => (own.has(itemId) ? itemId : (related.get(itemId)?.id ?? ''))
  return { id, from: idOf(dependency.from), to: idOf(dependency.to), type, strength, order, ...(maxLatencyMs !== undefined && { maxLatencyMs }) }
}

const scopedItem = (item: Item, { own, labelOf }: Walls): Item =>
  item.consolidateInto === undefined || own.has(item.consolidateInto) ? item : { ...item, consolidateInto: labelOf(item.consolidateInto) }

const scopedWave = (wave: Wave, supplier: string): Wave => {
  if (isOf(wave.supplier, supplier)) return wave
  const { id, number, name, start, end, status } = wave
  return { id, number, status, ...(name !== undefined && { name }), ...(start && { start }), ...(end && { end }) }
}

const concerns = (rule: Rule, { own, supplier }: Walls): boolean =>
  rule.itemIds.length > 0 ? rule.itemIds.every((id) => own.has(id)) : isOf(rule.supplier, supplier)

const freezes = (freeze: FreezeWindow, items: readonly Item[]): boolean =>
  items.some((item) =>
    (freeze.organisation === undefined || freeze.organisation === item.organisation)
    && (freeze.site === undefined || freeze.site === item.site)
    && (freeze.serviceArea === undefined || freeze.serviceArea === item.serviceArea),
  )

/**
 * The part of a plan that one supplier may see: their items, the waves and rules that concern them, and of others' items
 * only what they are and when they move, under ids made for this package. Ids, notes and sheets of others stay at home.
 */
export const scopeToSupplier = (
  document: PlanDocument, supplier: string, profile: RedactionProfile, language: Language,
): SupplierScope => {
  const whole = activeScenario(document)
  const { itemById } = lookup(document)
  const items = document.estate.items.filter((item) => isOf(item.supplier, supplier))
  const own = new Set(items.map((item) => item.id))
  const groups = scopedGroups(whole.groups, own, new Map(items.map((item) => [item.id, item.name])))
  const related = relatedItems(document, own, groups, profile, language)
  const labelOf = (itemId: string): string => {
    const item = itemById.get(itemId)
    return item && itemLeaves(item, profile) ? item.name : sensitivityWordFor('confidential', language)
  }
  const walls: Walls = { supplier, own, related, labelOf }
  const numbers = new Set([...groups.map((group) => group.waveId), ...[...related.values()].map(({ wave }) => wave?.id ?? null)])
  return {
    // As the plan spells it.
    supplier: items[0]?.supplier ?? supplier,
    items: items.map((item) => scopedItem(item, walls)),
    related: [...related.values()],
    dependencies: document.estate.dependencies
      .filter(({ from, to }) => own.has(from) || own.has(to))
      .map((dependency) => scopedDependency(dependency, walls)),
    scenario: {
      ...whole,
      groups,
      waves: whole.waves.filter((wave) => numbers.has(wave.id) || isOf(wave.supplier, supplier)).map((wave) => scopedWave(wave, supplier)),
      rules: whole.rules.filter((rule) => concerns(rule, walls)),
      freezeWindows: whole.freezeWindows.filter((freeze) => freezes(freeze, items)),
    },
  }
}
