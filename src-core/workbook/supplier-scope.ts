import type { Dependency, UnresolvedDependency } from '../estate/dependency'
import type { Estate } from '../estate/estate'
import type { Item } from '../estate/item'
import type { Language } from '../messages/translator'
import { activeScenario, noPlanLists, type MoveGroup, type PlanDocument, type Scenario } from '../plan/plan-document'
import type { FreezeWindow, Rule } from '../plan/rule'
import type { Wave } from '../plan/wave'
import { fold } from './fold'
import { UniqueIds } from './unique-ids'
import { sensitivityWordFor } from './value-words'

/** The suppliers that items name, each once, sorted by code point. */
export const suppliersOf = (document: PlanDocument): readonly string[] =>
  [...new Set(document.estate.items.flatMap((item) => item.supplier ?? []))].sort()

/** Whether any item is this supplier's. */
export const hasSupplier = (document: PlanDocument, supplier: string): boolean =>
  document.estate.items.some((item) => isOf(item.supplier, supplier))

const isOf = (name: string | undefined, supplier: string): boolean => name !== undefined && fold(name) === fold(supplier)

type Scope = {
  readonly supplier: string
  readonly own: ReadonlySet<string>
  /** What may be told of any item: its name, or that it is confidential. */
  readonly labelOf: (itemId: string) => string
}

const scopeOf = (document: PlanDocument, supplier: string, language: Language): Scope => {
  const itemById = new Map(document.estate.items.map((item) => [item.id, item]))
  const confidential = sensitivityWordFor('confidential', language)
  return {
    supplier,
    own: new Set(document.estate.items.filter((item) => isOf(item.supplier, supplier)).map((item) => item.id)),
    labelOf: (itemId) => {
      const item = itemById.get(itemId)
      return item && item.sensitivity !== 'confidential' ? item.name : confidential
    },
  }
}

const scopedItem = (item: Item, scope: Scope): Item => {
  if (item.consolidateInto === undefined || scope.own.has(item.consolidateInto)) return item
  return { ...item, consolidateInto: scope.labelOf(item.consolidateInto) }
}

/** A dependency onto somebody else's item: what it is, and the other's name. Notes and prices are not for this supplier. */
const crossing = (dependency: Dependency, scope: Scope): UnresolvedDependency => {
  const { id, type, strength, order, maxLatencyMs } = dependency
  const textOf = (itemId: string): string => (scope.own.has(itemId) ? itemId : scope.labelOf(itemId))
  return {
    id, type, strength, order, ...(maxLatencyMs !== undefined && { maxLatencyMs }),
    fromText: textOf(dependency.from), toText: textOf(dependency.to),
  }
}

const scopedEstate = (estate: Estate, scope: Scope): Estate => {
  const { own } = scope
  const inside = (dependency: Dependency): boolean => own.has(dependency.from) && own.has(dependency.to)
  const touching = estate.dependencies.filter((dependency) => own.has(dependency.from) || own.has(dependency.to))
  return {
    items: estate.items.filter((item) => own.has(item.id)).map((item) => scopedItem(item, scope)),
    dependencies: touching.filter(inside),
    unresolved: touching.filter((dependency) => !inside(dependency)).map((dependency) => crossing(dependency, scope)),
    extraSheets: [],
    imports: [],
  }
}

/** A group that others are in as well is named after this supplier's first item: its own name may be another's. */
const scopedGroups = (groups: readonly MoveGroup[], scope: Scope, nameById: ReadonlyMap<string, string>): readonly MoveGroup[] => {
  const names = new UniqueIds()
  const touched = groups.filter((group) => group.itemIds.some((id) => scope.own.has(id)))
  return touched.map((group) => {
    const itemIds = group.itemIds.filter((id) => scope.own.has(id))
    const isWhole = itemIds.length === group.itemIds.length
    const name = isWhole ? group.name : (nameById.get(itemIds[0] ?? '') ?? '')
    return { ...group, itemIds, name: names.take(name) }
  })
}

const scopedWave = (wave: Wave, scope: Scope): Wave => {
  if (isOf(wave.supplier, scope.supplier)) return wave
  const { id, number, name, start, end, status } = wave
  return { id, number, status, ...(name !== undefined && { name }), ...(start && { start }), ...(end && { end }) }
}

const concerns = (rule: Rule, scope: Scope): boolean =>
  rule.itemIds.length > 0 ? rule.itemIds.every((id) => scope.own.has(id)) : isOf(rule.supplier, scope.supplier)

const freezes = (freeze: FreezeWindow, items: readonly Item[]): boolean =>
  items.some((item) =>
    (freeze.organisation === undefined || freeze.organisation === item.organisation)
    && (freeze.site === undefined || freeze.site === item.site)
    && (freeze.serviceArea === undefined || freeze.serviceArea === item.serviceArea),
  )

/**
 * The part of a plan that one supplier may see: their items, the waves and rules that concern them, and of others' items
 * only the names that they depend on, without those that are confidential. Ids, notes and sheets of others stay at home.
 */
export const scopeToSupplier = (document: PlanDocument, supplier: string, language: Language): PlanDocument => {
  const scope = scopeOf(document, supplier, language)
  const estate = scopedEstate(document.estate, scope)
  const whole = activeScenario(document)
  const groups = scopedGroups(whole.groups, scope, new Map(estate.items.map((item) => [item.id, item.name])))
  const usedWaves = new Set(groups.map((group) => group.waveId))
  const scenario: Scenario = {
    ...whole,
    groups,
    waves: whole.waves
      .filter((wave) => usedWaves.has(wave.id) || isOf(wave.supplier, supplier))
      .map((wave) => scopedWave(wave, scope)),
    rules: whole.rules.filter((rule) => concerns(rule, scope)),
    freezeWindows: whole.freezeWindows.filter((freeze) => freezes(freeze, estate.items)),
  }
  return { ...document, ...noPlanLists, estate, scenarios: [scenario], activeScenarioId: scenario.id }
}
