import type { Estate } from '../estate/estate'
import { itemKinds, type Item } from '../estate/item'
import { describes, hasGuessedKind } from '../estate/source'
import { ContradictedIds } from './contradicted-ids'
import { likelyRenames, type LikelyRename } from './match-likely-items'
import { alone, matchByKey, Matching, once, type ItemMatch } from './matching'
import { RepeatedNames } from './repeated-names'
import { sameOrganisations, type SameOrganisations } from './same-organisation'
import { madeId } from './unique-ids'

export type MatchOptions = {
  /**
   * `newer`: a later edition of the same inventory, where the same id is the same item. `addition`: another source,
   * whose ids are its own: the same id is the same item only where kind or name agree.
   */
  readonly way: 'newer' | 'addition'
  /** Ids of imported items that were only mentioned, as the end of a dependency or in a column: their kind is a guess. */
  readonly mentioned: ReadonlySet<string>
  /** Ids of imported items that only their ids are known of: whose those are, whatever kind, they are. */
  readonly undescribed?: ReadonlySet<string>
  /** Ids of imported items that the planner says are not what they look like. */
  readonly apart: ReadonlySet<string>
  /** Imported id to open id, where the planner says that they are one, whatever they look like. */
  readonly same?: ReadonlyMap<string, string>
}

export type MatchedItems = {
  /** By imported id; those that are not in it are new. */
  readonly matches: ReadonlyMap<string, ItemMatch>
  /** Pairs of new and gone that a person may know to be one, the most likely first. */
  readonly possible: readonly LikelyRename[]
}

/** Where two sources mean different items by an id, what the later one means. */
const knownOtherIds = ({ imports }: Estate): ReadonlyMap<string, string> => new Map(imports.flatMap(({ otherIds = [] }) => otherIds))

/**
 * The open item for each imported one that is known: the same id, or the id that another source had for it (only where kind
 * or name agree, or nothing is said of it), otherwise the only one left of the same kind and name,
 * otherwise the only one of the name, whatever its kind, where one side is only named and not described,
 * otherwise one that is alike enough (`match-likely-items.ts`). An id that nobody wrote, made from a name or numbered, is
 * none where it depends on the order of the rows (`repeated-names.ts`), nor is a running number (`contradicted-ids.ts`). Each open item is matched once at most.
 */
export const matchItems = (open: Estate, imported: Estate, options: MatchOptions): MatchedItems => {
  const matching = new Matching(open, imported)
  const names = new RepeatedNames(open.items, imported.items)
  for (const [importedId, openId] of options.same ?? []) if (matching.isFree(openId)) matching.match(importedId, { openId, by: 'planner' })
  const areRenumbered = options.way === 'newer' && new ContradictedIds(open.items, imported.items).areRenumbered
  matchByIds(matching, names, options, areRenumbered)
  const named = ({ kind, name }: Item): string => `${kind}\n${name}`
  const isRepeated = (item: Item): boolean => !options.mentioned.has(item.id) && names.isRepeated(item)
  matchByKey(matching.free().filter((item) => !names.isRepeated(item)), matching.stray().filter((item) => !names.isRepeated(item)), named, matching.match)
  const organisations = once(() => sameOrganisations(open.items, imported.items, matching.known()))
  if (matching.stray().some(isRepeated)) matchRepeated(matching, isRepeated, organisations())
  const mentioned = matching.stray().filter((item) => options.mentioned.has(item.id))
  if (mentioned.length > 0) {
    matchByKey(matching.free(), mentioned, named, matching.match)
    // A mention is what somebody wrote: an id, or a name.
    matchByKey(matching.free(), matching.strayAmong(mentioned), nameOf, matching.match, (item) => item.id)
    matchByKey(matching.free(), matching.strayAmong(mentioned), nameOf, matching.match)
  }
  matchGuessed(matching, options)
  matchByMadeIds(matching, (item) => !isRepeated(item) && !(areRenumbered && !names.hasLooseId(item)))
  const possible = matchLikely(matching, options, organisations)
  matchByMadeIds(matching, (item, before) => isRepeated(item) && !(areRenumbered && !names.hasLooseId(item)) && organisations().isSame(before.organisation, item.organisation) !== false)
  const left = new Set(matching.free().map(({ id }) => id))
  return { matches: matching.matches, possible: possible.filter(({ importedId, openId }) => !matching.matches.has(importedId) && left.has(openId)) }
}

const matchByIds = (matching: Matching, names: RepeatedNames, options: MatchOptions, areRenumbered: boolean): void => {
  const { open, imported } = matching
  const isMoved = (before: Item, item: Item): boolean => areRenumbered && !options.mentioned.has(item.id) && (before.name !== item.name || names.isRepeated(item))
  for (const item of imported.items) {
    const same = matching.openById.get(item.id)
    if (!same || matching.matches.has(item.id) || !matching.isFree(same.id) || isMoved(same, item) || !isSameById(same, item, options)) continue
    if (options.mentioned.has(item.id) || !names.hasLooseId(item) || (same.name === item.name && same.kind === item.kind && !names.isRepeated(item))) {
      matching.match(item.id, { openId: item.id, by: 'id' })
    }
  }
  const otherIds = knownOtherIds(open)
  const asOfAnotherSource: MatchOptions = { ...options, way: 'addition' }
  for (const item of otherIds.size > 0 ? matching.stray() : []) {
    // A mention has no id but what was written.
    const known = matching.openById.get(otherIds.get(options.mentioned.has(item.id) ? item.name : item.id) ?? '')
    if (!known || !matching.isFree(known.id) || isMoved(known, item) || !isSameById(known, item, asOfAnotherSource)) continue
    if (options.mentioned.has(item.id) || !names.hasLooseId(item) || !names.isRepeated(item)) matching.match(item.id, { openId: known.id, by: 'id' })
  }
}

/** Items of which there are several of one name: by all that is said of them, then by where they are, then by the last that is left. */
const matchRepeated = (matching: Matching, isRepeated: (item: Item) => boolean, organisations: SameOrganisations): void => {
  const placeOf = (side: 'open' | 'imported', { kind, name, organisation }: Item): string => `${kind}\n${name}\n${organisations.keyOf(side, organisation)}`
  const keys: readonly ((side: 'open' | 'imported', item: Item) => string)[] = [
    (_side, item) => saidOf(item), (side, item) => `${placeOf(side, item)}\n${item.environment ?? ''}\n${item.site ?? ''}`, placeOf,
  ]
  for (const keyOf of keys) matchByKey(matching.free(), matching.stray().filter(isRepeated), (item) => keyOf('imported', item), matching.match, (item) => keyOf('open', item))
  const agree = ({ organisation }: Item, after: Item): boolean => organisations.isSame(organisation, after.organisation) !== false
  const byName = (items: readonly Item[]): ReadonlyMap<string, Item> => alone(items, ({ kind, name }) => `${kind}\n${name}`)
  const free = byName(matching.free())
  for (const [key, item] of byName(matching.stray().filter(isRepeated))) {
    const same = free.get(key)
    if (same && agree(same, item)) matching.match(item.id, { openId: same.id, by: 'name' })
  }
}

const saidOf = ({ id: _id, sources: _sources, notes: _notes, ...said }: Item): string =>
  JSON.stringify(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** What is left of those whose ids nobody wrote: the same id is then the best that there is. */
const matchByMadeIds = (matching: Matching, isMeant: (item: Item, before: Item) => boolean): void => {
  for (const item of matching.stray()) {
    const same = matching.openById.get(item.id)
    if (same && matching.isFree(same.id) && same.kind === item.kind && isMeant(item, same)) matching.match(item.id, { openId: same.id, by: 'id' })
  }
}

const isSameById = (open: Item, imported: Item, { way, mentioned, undescribed }: MatchOptions): boolean =>
  way === 'newer' || mentioned.has(imported.id) || undescribed?.has(imported.id) === true || open.kind === imported.kind ||
  (open.name === imported.name && !isMadeForGuess(open, imported))

/** An id that was made from the kind that an item was guessed to be: another item of that name and kind gets the same. */
const isMadeForGuess = ({ sources }: Item, { id, kind, name }: Item): boolean =>
  id === madeId(kind, name) && sources?.[0] !== undefined && !describes(sources[0])

/**
 * An item of the plan that was only named has a guessed kind: what describes the only item of that id or name is it. The other
 * way round it is the mention that finds what is described, so that it does not matter which of them came first.
 */
const matchGuessed = (matching: Matching, { mentioned, undescribed }: MatchOptions): void => {
  const { matches, open, imported } = matching
  if (matches.size === imported.items.length) return
  const isFree = (item: Item): boolean => matching.isFree(item.id) && hasGuessedKind(item)
  if (!open.items.some(isFree)) return
  const isStray = ({ id }: Item): boolean => !matches.has(id) && !mentioned.has(id) && undescribed?.has(id) !== true
  const names = alone(open.items, nameOf)
  for (const keyOf of [(item: Item) => item.id, nameOf]) {
    for (const [key, item] of alone(imported.items, keyOf)) {
      const same = names.get(key)
      if (same && isFree(same) && isStray(item)) matching.match(item.id, { openId: same.id, by: 'name' })
    }
  }
}

/** Takes what is alike enough for one, and tells what else may be. */
const matchLikely = (
  matching: Matching, { way, apart, mentioned, undescribed }: MatchOptions, organisations: () => SameOrganisations,
): readonly LikelyRename[] => {
  const { open, imported, matches } = matching
  const stray = matching.stray().filter(({ id }) => !apart.has(id) && undescribed?.has(id) !== true)
    .map((item) => ({ item, kinds: mentioned.has(item.id) ? itemKinds : [item.kind] }))
  const free = matching.free().map((item) => ({ item, kinds: hasGuessedKind(item) ? itemKinds : [item.kind] }))
  if (stray.length === 0 || free.length === 0) return []
  const renames = likelyRenames({ open, free, imported, stray, way, openIdOf: (id) => matches.get(id)?.openId, organisations: organisations() })
  for (const { importedId, openId, evidence } of renames.taken) matching.match(importedId, { openId, by: 'likeness', evidence })
  return renames.possible
}

const nameOf = ({ name }: Item): string => name
