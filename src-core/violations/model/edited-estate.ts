import type { Estate } from '../../estate/estate'
import type { Item } from '../../estate/item'
import { effortOf } from '../../estate/item'
import { compileDependencies, costOf, criticalOf, hasDays, movableOf, placesOf, supportEndOf } from './compile-estate'
import type { EstateModel } from './estate-model'
import { scopeKey } from './item-scope'
import type { Twins } from './twins'
import { findTwins } from './twins'

type Edit = { readonly row: number; readonly before: Item; readonly after: Item }

/** With more edits than this part of the estate, it is as quick to compile all of it (a third takes a third of the time). */
const mostEdited = 0.75

/** The items that are other rows than before, in the same places; null where places or very many rows have changed. */
const editsBetween = (before: readonly Item[], after: readonly Item[]): readonly Edit[] | null => {
  if (before.length !== after.length) return null
  const edits: Edit[] = []
  for (let row = 0; row < after.length; row++) {
    const [old, now] = [before[row]!, after[row]!]
    if (old === now) continue
    if (old.id !== now.id) return null
    edits.push({ row, before: old, after: now })
  }
  return edits.length > after.length * mostEdited ? null : edits
}

/** The same array where no edit changes a figure in it, otherwise a copy with the new ones. */
const withFigures = <A extends Uint8Array | Float64Array>(known: A, edits: readonly Edit[], figureOf: (item: Item) => number): A => {
  let figures = known
  for (const { row, after } of edits) {
    const figure = figureOf(after)
    if (figure === figures[row]) continue
    if (figures === known) figures = known.slice() as A
    figures[row] = figure
  }
  return figures
}

/** What of an item its dependencies are read by. */
const dependencyFields: readonly ((item: Item) => unknown)[] = [
  movableOf, (item) => item.kind === 'platform', (item) => item.disposition === 'retire', (item) => item.sharedService, (item) => item.criticality,
]
const twinFields: readonly ((item: Item) => unknown)[] = [movableOf, (item) => item.name, (item) => item.environment]

const isChanged = (edits: readonly Edit[], fields: readonly ((item: Item) => unknown)[]): boolean =>
  edits.some(({ before, after }) => fields.some((fieldOf) => fieldOf(before) !== fieldOf(after)))

const placesByKey = new WeakMap<readonly Item[], ReadonlyMap<string, number>>()

const placesOfScopes = (scopes: readonly Item[]): ReadonlyMap<string, number> => {
  const known = placesByKey.get(scopes)
  if (known) return known
  const made = new Map(scopes.map((item, place) => [scopeKey(item), place]))
  placesByKey.set(scopes, made)
  return made
}

/** Scopes that no item is in any more are kept: nothing asks for them. */
const editedScopes = ({ scopes, scopeOf }: EstateModel, edits: readonly Edit[]): Pick<EstateModel, 'scopes' | 'scopeOf'> => {
  const moved = edits.filter(({ before, after }) => scopeKey(before) !== scopeKey(after))
  if (moved.length === 0) return { scopes, scopeOf }
  const known = placesOfScopes(scopes)
  const added = new Map<string, number>()
  const next = [...scopes]
  const places = scopeOf.slice()
  for (const { row, after } of moved) {
    const key = scopeKey(after)
    const place = known.get(key) ?? added.get(key) ?? next.push(after) - 1
    if (!known.has(key)) added.set(key, place)
    places[row] = place
  }
  if (added.size === 0) return { scopes, scopeOf: places }
  placesByKey.set(next, new Map([...known, ...added]))
  return { scopes: next, scopeOf: places }
}

const isSameList = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((item, at) => item === b[at])

/** The same list where the same items are twins as before: then no rule has to look again. */
const editedTwins = (before: readonly Twins[], items: readonly Item[]): readonly Twins[] => {
  const twins = findTwins(items)
  const isSame = twins.length === before.length && twins.every(({ tests, productions }, at) =>
    isSameList(tests, before[at]!.tests) && isSameList(productions, before[at]!.productions))
  return isSame ? before : twins
}

const editedItems = (before: EstateModel, edits: readonly Edit[]) => {
  const isCritical = withFigures(before.isCritical, edits, criticalOf)
  const supportEnd = withFigures(before.supportEnd, edits, supportEndOf)
  return {
    ...editedScopes(before, edits),
    isCritical,
    criticalItems: isCritical === before.isCritical ? before.criticalItems : placesOf(isCritical),
    movable: withFigures(before.movable, edits, movableOf),
    effort: withFigures(before.effort, edits, effortOf),
    cost: withFigures(before.cost, edits, costOf),
    supportEnd,
    hasSupportEnds: supportEnd === before.supportEnd ? before.hasSupportEnds : hasDays(supportEnd),
  }
}

/**
 * The model of an estate of which only cells of items are other than before: what they do not change is shared with the
 * model before, by identity, so that whatever is derived from it still holds. null: it has to be compiled.
 */
export const editedModel = (before: EstateModel, estate: Estate): EstateModel | null => {
  const edits = editsBetween(before.estate.items, estate.items)
  if (!edits) return null
  const items = editedItems(before, edits)
  const isSameMeaning = !isChanged(edits, dependencyFields)
  const isSameScope = items.movable === before.movable && items.scopeOf === before.scopeOf
  return {
    ...before,
    ...items,
    ...(isSameMeaning ? {} : { ...compileDependencies(estate), boundBy: estate.dependencies }),
    estate,
    twins: isChanged(edits, twinFields) ? editedTwins(before.twins, estate.items) : before.twins,
    itemsOfGroup: items.movable === before.movable ? before.itemsOfGroup : new Map(),
    ruleModels: isSameScope ? before.ruleModels : new WeakMap(),
    planModels: new WeakMap(),
    latestPlan: items.movable === before.movable ? before.latestPlan : null,
  }
}
