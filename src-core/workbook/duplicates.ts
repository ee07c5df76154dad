import type { Estate } from '../estate/estate'
import type { Item } from '../estate/item'
import { nameWords, type NameWords } from './name-words'
import { slipBetween } from './spelling-slip'

/** What tells two names apart. `same`: nothing at all. `spelling`: one letter. `swapped`: two letters that have changed places. */
export type NameDifference = 'same' | 'writing' | 'domain' | 'version' | 'spelling' | 'swapped'

/** Two items that are most likely one. Nothing is ever merged for that alone. */
export type LikelyDuplicate = {
  /** The one that stands first in the estate, then the other. */
  readonly itemIds: readonly [first: string, second: string]
  readonly difference: NameDifference
  /** Fields that both have, and that say the same. */
  readonly alike: readonly string[]
  /** Items that both depend on or are needed by. */
  readonly sharedNeighbours: number
}

/** Two names of a letter more or less are only compared from this length on: short names differ by less. */
const leastSpelled = 8
/** More than these of one name are no duplicates but a list that names its rows alike. */
const mostOfOneName = 12

const evidenceFields = ['organisation', 'site', 'serviceArea', 'environment', 'owner', 'team', 'supplier'] as const
/** Each trust has installations of its own, and test is not production: where both say so and differ, they are two. */
const partingFields = ['organisation', 'site', 'environment'] as const

type Named = { readonly item: Item; readonly place: number; readonly words: NameWords }

/**
 * Pairs of items of one kind whose names are the same but for case, punctuation, legal forms, a version or a domain that
 * only one has, or a slip of the pen. Not where they stand in different organisations, sites or environments, nor where
 * one depends on the other. Symmetric, and never an item with itself. The most alike first.
 */
export const likelyDuplicates = (estate: Estate): readonly LikelyDuplicate[] => {
  const named = estate.items.map((item, place): Named => ({ item, place, words: nameWords(item.name, item.kind) }))
  const candidates = [...pairsOfOneName(named), ...pairsBySpelling(named)].filter(([a, b]) => canBeOne(a.item, b.item) && isOneName(a.words, b.words))
  if (candidates.length === 0) return []
  const neighbours = neighboursAmong(estate, new Set(candidates.flatMap(([a, b]) => [a.item.id, b.item.id])))
  const found = candidates.flatMap(([a, b]): readonly LikelyDuplicate[] => {
    const [first, second] = a.place < b.place ? [a, b] : [b, a]
    const mine = neighbours.get(first.item.id) ?? none
    if (mine.has(second.item.id)) return []
    const theirs = neighbours.get(second.item.id) ?? none
    return [{
      itemIds: [first.item.id, second.item.id], difference: differenceOf(first, second),
      alike: evidenceFields.filter((field) => first.item[field] !== undefined && first.item[field] === second.item[field]),
      sharedNeighbours: [...mine].filter((id) => theirs.has(id)).length,
    }]
  })
  return found.sort((a, b) => likeness(b) - likeness(a))
}

const none: ReadonlySet<string> = new Set()

const weights: Readonly<Record<NameDifference, number>> = { same: 6, domain: 5, writing: 4, version: 3, spelling: 2, swapped: 2 }
const likeness = ({ difference, alike, sharedNeighbours }: LikelyDuplicate): number =>
  weights[difference] * 100 + Math.min(sharedNeighbours, 20) * 3 + alike.length

const canBeOne = (a: Item, b: Item): boolean =>
  partingFields.every((field) => a[field] === undefined || b[field] === undefined || a[field] === b[field])

/** Two versions, or two domains, are two of a kind; one that is more exact than the other may be the same. */
const isOneName = (a: NameWords, b: NameWords): boolean => {
  const [mine, theirs] = [a.versions.join(' '), b.versions.join(' ')]
  const agree = mine === '' || theirs === '' || mine === theirs || mine.startsWith(`${theirs}.`) || theirs.startsWith(`${mine}.`)
  return agree && (a.domain === '' || b.domain === '' || a.domain === b.domain)
}

const differenceOf = (a: Named, b: Named): NameDifference => {
  if (a.item.name === b.item.name) return 'same'
  if (a.words.joined !== b.words.joined) return slipBetween(a.words.words, b.words.words) ?? 'spelling'
  if (a.words.domain !== b.words.domain) return 'domain'
  return a.words.versions.join(' ') === b.words.versions.join(' ') ? 'writing' : 'version'
}

type Pair = readonly [Named, Named]

const grouped = <Key>(named: readonly Named[], keysOf: (one: Named) => readonly Key[]): ReadonlyMap<Key, readonly Named[]> => {
  const byKey = new Map<Key, Named[]>()
  for (const one of named) {
    for (const key of keysOf(one)) {
      const list = byKey.get(key)
      if (list) list.push(one)
      else byKey.set(key, [one])
    }
  }
  return byKey
}

const pairsWithin = (list: readonly Named[]): readonly Pair[] =>
  list.length > mostOfOneName ? [] : list.flatMap((a, index) => list.slice(index + 1).map((b): Pair => [a, b]))

/** The same words and numbers. What differs in a number alone has a brother, not a double: `Metavision` and `Metavision 2`. */
const pairsOfOneName = (named: readonly Named[]): readonly Pair[] => {
  const byName = grouped(named, ({ item, words }) => [`${item.kind}\n${words.joined}\n${words.numbers.join(' ')}`])
  return [...byName.values()].flatMap(pairsWithin)
}

/**
 * Names of which one has a slip share a name with one letter less. Digits must be the same: `srv0001` and `srv0002` are no
 * misspellings of one another.
 */
const pairsBySpelling = (named: readonly Named[]): readonly Pair[] => {
  const distinct = new Map<string, Named[]>()
  for (const one of named) {
    const letters = one.words.joined.replace(/\d/g, '')
    if (letters.length < leastSpelled) continue
    const key = `${one.item.kind}\n${letters}`
    const list = distinct.get(key)
    if (list) list.push(one)
    else distinct.set(key, [one])
  }
  const byShorter = new Map<string, Set<string>>()
  for (const key of distinct.keys()) {
    for (const shorter of withOneLess(key)) {
      const set = byShorter.get(shorter)
      if (set) set.add(key)
      else byShorter.set(shorter, new Set([key]))
    }
  }
  return pairsOfKeys(byShorter, distinct)
}

const withOneLess = (key: string): readonly string[] => {
  const start = key.indexOf('\n') + 1
  const less = Array.from({ length: key.length - start }, (_, index) => key.slice(0, start + index) + key.slice(start + index + 1))
  return [key, ...less]
}

const pairsOfKeys = (
  byShorter: ReadonlyMap<string, ReadonlySet<string>>, distinct: ReadonlyMap<string, readonly Named[]>,
): readonly Pair[] => {
  const seen = new Set<string>()
  const pairs: Pair[] = []
  for (const keys of byShorter.values()) {
    if (keys.size < 2 || keys.size > mostOfOneName) continue
    const list = [...keys].sort()
    list.forEach((left, index) => list.slice(index + 1).forEach((right) => {
      const both = `${left}\n\n${right}`
      if (seen.has(both)) return
      seen.add(both)
      pairs.push(...pairsOfSameDigits(distinct.get(left) ?? [], distinct.get(right) ?? []))
    }))
  }
  return pairs
}

const digitsOf = ({ words }: Named): string => `${words.numbers.join(' ')}\n${words.joined.replace(/\D/g, '')}`

const pairsOfSameDigits = (lefts: readonly Named[], rights: readonly Named[]): readonly Pair[] => {
  const byDigits = grouped(rights, (one) => [digitsOf(one)])
  return lefts.flatMap((a) => {
    const same = byDigits.get(digitsOf(a)) ?? []
    if (same.length > mostOfOneName) return []
    return same.flatMap((b): readonly Pair[] => (slipBetween(a.words.words, b.words.words) ? [[a, b]] : []))
  })
}

const neighboursAmong = ({ dependencies }: Estate, ids: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> => {
  const byId = new Map<string, Set<string>>()
  const add = (id: string, other: string): void => {
    if (!ids.has(id)) return
    const set = byId.get(id)
    if (set) set.add(other)
    else byId.set(id, new Set([other]))
  }
  for (const { from, to } of dependencies) {
    add(from, to)
    add(to, from)
  }
  return byId
}
