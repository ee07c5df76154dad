import type { Estate } from '../estate/estate'
import { itemKinds, type Item } from '../estate/item'
import { describes, hasGuessedKind } from '../estate/source'
import type { LikenessEvidence } from './likeness'
import { likelyRenames, type LikelyRename } from './match-likely-items'
import { sameOrganisations } from './same-organisation'
import { madeId } from './unique-ids'

/** Which item of the open plan an imported one is, and how that is known. */
export type ItemMatch =
  /** `planner`: somebody said so. */
  | { readonly openId: string; readonly by: 'id' | 'name' | 'planner' }
  | { readonly openId: string; readonly by: 'likeness'; readonly evidence: LikenessEvidence }

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
 * otherwise one that is alike enough (`match-likely-items.ts`). Each open item is matched once at most.
 */
export const matchItems = (open: Estate, imported: Estate, options: MatchOptions): MatchedItems => {
  const matches = new Map<string, ItemMatch>()
  const taken = new Set<string>()
  const match = (importedId: string, found: ItemMatch): void => {
    matches.set(importedId, found)
    taken.add(found.openId)
  }
  const openById = new Map(open.items.map((item) => [item.id, item]))
  for (const [importedId, openId] of options.same ?? []) if (openById.has(openId) && !taken.has(openId)) match(importedId, { openId, by: 'planner' })
  for (const item of imported.items) {
    const same = openById.get(item.id)
    if (same && !matches.has(item.id) && !taken.has(same.id) && isSameById(same, item, options)) match(item.id, { openId: item.id, by: 'id' })
  }
  const otherIds = knownOtherIds(open)
  const asOfAnotherSource: MatchOptions = { ...options, way: 'addition' }
  for (const item of otherIds.size > 0 ? imported.items : []) {
    if (matches.has(item.id)) continue
    // A mention has no id but what was written.
    const known = openById.get(otherIds.get(options.mentioned.has(item.id) ? item.name : item.id) ?? '')
    if (known && !taken.has(known.id) && isSameById(known, item, asOfAnotherSource)) match(item.id, { openId: known.id, by: 'id' })
  }
  const left = (items: readonly Item[], isLeft: (item: Item) => boolean): readonly Item[] => items.filter(isLeft)
  const freeItems = () => left(open.items, (item) => !taken.has(item.id))
  const strayItems = () => left(imported.items, (item) => !matches.has(item.id))
  matchByKey(freeItems(), strayItems(), (item) => `${item.kind}\n${item.name}`, match)
  const mentioned = strayItems().filter((item) => options.mentioned.has(item.id))
  if (mentioned.length > 0) {
    // A mention is what somebody wrote: an id, or a name.
    matchByKey(freeItems(), mentioned, (item) => item.name, match, (item) => item.id)
    matchByKey(freeItems(), mentioned.filter((item) => !matches.has(item.id)), (item) => item.name, match)
  }
  matchGuessed(open.items, imported.items, options, { matches, taken, match })
  const possible = matchLikely(open, imported, options, { matches, taken, match })
  return { matches, possible }
}

const isSameById = (open: Item, imported: Item, { way, mentioned, undescribed }: MatchOptions): boolean =>
  way === 'newer' || mentioned.has(imported.id) || undescribed?.has(imported.id) === true || open.kind === imported.kind ||
  (open.name === imported.name && !isMadeForGuess(open, imported))

/** An id that was made from the kind that an item was guessed to be: another item of that name and kind gets the same. */
const isMadeForGuess = ({ sources }: Item, { id, kind, name }: Item): boolean =>
  id === madeId(kind, name) && sources?.[0] !== undefined && !describes(sources[0])

type Matching = { readonly matches: ReadonlyMap<string, ItemMatch>; readonly taken: ReadonlySet<string>; readonly match: (importedId: string, found: ItemMatch) => void }

/**
 * An item of the plan that was only named has a guessed kind: what describes the only item of that id or name is it. The other
 * way round it is the mention that finds what is described, so that it does not matter which of them came first.
 */
const matchGuessed = (
  open: readonly Item[], imported: readonly Item[], { mentioned, undescribed }: MatchOptions, { matches, taken, match }: Matching,
): void => {
  if (matches.size === imported.length) return
  const isFree = (item: Item): boolean => !taken.has(item.id) && hasGuessedKind(item)
  if (!open.some(isFree)) return
  const isStray = ({ id }: Item): boolean => !matches.has(id) && !mentioned.has(id) && undescribed?.has(id) !== true
  const names = alone(open, nameOf)
  for (const keyOf of [(item: Item) => item.id, nameOf]) {
    for (const [key, item] of alone(imported, keyOf)) {
      const same = names.get(key)
      if (same && isFree(same) && isStray(item)) match(item.id, { openId: same.id, by: 'name' })
    }
  }
}

/** Takes what is alike enough for one, and tells what else may be. */
const matchLikely = (open: Estate, imported: Estate, { way, apart, mentioned, undescribed }: MatchOptions, { matches, taken, match }: Matching): readonly LikelyRename[] => {
  const stray = imported.items.filter(({ id }) => !matches.has(id) && !apart.has(id) && undescribed?.has(id) !== true)
    .map((item) => ({ item, kinds: mentioned.has(item.id) ? itemKinds : [item.kind] }))
  if (stray.length === 0 || taken.size === open.items.length) return []
  const free = open.items.filter(({ id }) => !taken.has(id)).map((item) => ({ item, kinds: hasGuessedKind(item) ? itemKinds : [item.kind] }))
  const openById = new Map(open.items.map((item) => [item.id, item]))
  const known = imported.items.flatMap((item) => {
    const before = openById.get(matches.get(item.id)?.openId ?? '')
    return before ? [[before, item] as const] : []
  })
  const isSameOrganisation = sameOrganisations(open.items, imported.items, known)
  const renames = likelyRenames({ open, free, imported, stray, way, openIdOf: (id) => matches.get(id)?.openId, isSameOrganisation })
  for (const { importedId, openId, evidence } of renames.taken) match(importedId, { openId, by: 'likeness', evidence })
  return renames.possible
}

const nameOf = ({ name }: Item): string => name

/** Those that are alone with their key on both sides; the open ones by another key where one is given. */
const matchByKey = (
  open: readonly Item[], imported: readonly Item[], keyOf: (item: Item) => string,
  match: (importedId: string, found: ItemMatch) => void, openKeyOf = keyOf,
): void => {
  const openByKey = alone(open, openKeyOf)
  for (const [key, item] of alone(imported, keyOf)) {
    const same = openByKey.get(key)
    if (same) match(item.id, { openId: same.id, by: 'name' })
  }
}

const alone = (items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> => {
  const byKey = new Map<string, Item>()
  const repeated = new Set<string>()
  for (const item of items) {
    const key = keyOf(item)
    if (byKey.has(key)) repeated.add(key)
    byKey.set(key, item)
  }
  for (const key of repeated) byKey.delete(key)
  return byKey
}
