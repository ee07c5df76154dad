import type { Estate } from '../estate/estate'
import type { Item, ItemKind } from '../estate/item'
import { extraKey } from '../estate/source'
import { fold } from './fold'
import { alikeNames, judgeLikeness, ValueCounts, type Judged, type LikenessEvidence } from './likeness'
import { NamesCompared } from './name-evidence'
import { CommonPlaces } from './neighbourhoods'
import type { SameOrganisations } from './same-organisation'

export type LikelyRename = { readonly importedId: string; readonly openId: string; readonly evidence: LikenessEvidence }

/** An item that is still looked for; `kinds`: those that it can be of. */
export type StrayItem = { readonly item: Item; readonly kinds: readonly ItemKind[] }

/** `taken`: each item once. `possible`: pairs of those left that a person may know to be one, the most likely first. */
export type LikelyRenames = { readonly taken: readonly LikelyRename[]; readonly possible: readonly LikelyRename[] }

/** Words that more items than this have say nothing about which of them is meant; nor do neighbours and values that so many have. */
const commonWord = 60
const commonNeighbour = 12
const commonValue = 4
/** How much better than any other candidate of either a pair has to be. */
const margin = 1.5
/** An item that is known again makes its neighbours better known: so many times over. */
const mostRounds = 3
/** So many pairs are offered for one item. */
const mostOffered = 3

export type Strays = {
  readonly open: Estate
  readonly free: readonly StrayItem[]
  readonly imported: Estate
  readonly stray: readonly StrayItem[]
  readonly openIdOf: (importedId: string) => string | undefined
  readonly organisations: SameOrganisations
  /** Of another source most of the plan is not there, and that says nothing: less is taken for one. */
  readonly way: 'newer' | 'addition'
}

type Rated = LikelyRename & Judged & { readonly isKind: boolean }

/**
 * Pairs of items that neither id nor name put together, but that are most likely one, by all that is known of both (`likeness.ts`).
 * Each item is taken once, and only where each is clearly the best that there is for the other: of two that are nearly as good, or
 * where too little speaks for it, new and gone stay beside each other, and the pair is offered.
 */
export const likelyRenames = (strays: Strays): LikelyRenames => {
  const { open, imported } = strays
  const names = new NamesCompared(open.items, imported.items)
  const counts = new ValueCounts(open.items, imported.items)
  const found = new Map<string, string>()
  const places = new CommonPlaces(open, imported, (id) => strays.openIdOf(id) ?? found.get(id))
  const taken: LikelyRename[] = []
  let left: Strays = strays
  for (let round = 0; ; round += 1) {
    const rated = candidatesAmong(left, names, counts, places).flatMap((candidate) => rate(candidate, strays, names, counts, places))
    const clear = round < mostRounds ? clearPairs(rated).filter(({ evidence }) => strays.way === 'newer' || isSureBeside(evidence)) : []
    if (clear.length === 0) return { taken, possible: offered(rated) }
    for (const { importedId, openId, evidence } of clear) {
      found.set(importedId, openId)
      places.add(openId)
      taken.push({ importedId, openId, evidence })
    }
    const openIds = new Set(found.values())
    left = { ...left, free: left.free.filter(({ item }) => !openIds.has(item.id)), stray: left.stray.filter(({ item }) => !found.has(item.id)) }
  }
}

const isSureBeside = ({ names, confidence }: LikenessEvidence): boolean => names === 1 || (confidence === 'strong' && names >= alikeNames)

type Candidate = { readonly open: StrayItem; readonly imported: StrayItem }

const rate = (
  { open: before, imported: after }: Candidate, { organisations }: Strays, names: NamesCompared, counts: ValueCounts, places: CommonPlaces,
): readonly Rated[] => {
  const [open, imported] = [before.item, after.item]
  const kinds = after.kinds.filter((kind) => before.kinds.includes(kind))
  const isSame = organisations.isSame(open.organisation, imported.organisation)
  if (isSame === false || !environmentsAgree(open, imported)) return []
  const rated = (kinds.length > 0 ? kinds : [open.kind]).flatMap((kind): readonly Rated[] => {
    const name = names.compare(names.words(open.name, kind), names.words(imported.name, kind))
    const judged = name && judgeLikeness({ open, imported, name, place: places.of(open.id, imported.id), isSameOrganisation: isSame }, counts)
    return judged ? [{ ...judged, openId: open.id, importedId: imported.id, isKind: kinds.length > 0 }] : []
  })
  return rated.toSorted((a, b) => b.score - a.score).slice(0, 1)
}

/** Test is not production; `Prod` is `Produksjon`. */
const environmentsAgree = ({ environment: before }: Item, { environment: after }: Item): boolean => {
  if (before === undefined || after === undefined) return true
  const [mine, theirs] = [fold(before), fold(after)]
  return mine === theirs || (Math.min(mine.length, theirs.length) >= 3 && (mine.startsWith(theirs) || theirs.startsWith(mine)))
}

/** What an item may be found by: words of its name, rare values, and neighbours that few have. */
const keysOf = ({ item, kinds }: StrayItem, names: NamesCompared, counts: ValueCounts, neighbours: readonly string[]): readonly (readonly [key: string, most: number])[] => [
  ...new Map<string, number>([
    ...kinds.flatMap((kind) => {
      const { words, joined } = names.words(item.name, kind)
      return [[`whole\n${joined}`, commonWord] as const, ...words.flatMap(withSlips).map((word) => [`word\n${word}`, commonWord] as const)]
    }),
    ...[...(['users', 'cost', 'count', 'effort'] as const).map((field) => [field, item[field]] as const), ...(item.extra ?? []).map(([heading, value]) => [extraKey(heading), value] as const)]
      .filter(([field, value]) => value !== undefined && counts.rarity(field, value) > 0.5).map(([field, value]) => [`value\n${field}\n${String(value)}`, commonValue] as const),
    ...neighbours.map((id) => [`neighbour\n${id}`, commonNeighbour] as const),
  ]),
]

/** A word, and as it is without one of its letters: two words of which one has a slip have one of these in common. */
const withSlips = (word: string): readonly string[] =>
  (word.length < 5 || !/^\p{L}+$/u.test(word) ? [word] : [word, ...Array.from(word, (_letter, place) => word.slice(0, place) + word.slice(place + 1))])

/** Pairs that share anything few others have. */
const candidatesAmong = ({ free, stray }: Strays, names: NamesCompared, counts: ValueCounts, places: CommonPlaces): readonly Candidate[] => {
  const byKey = new Map<string, StrayItem[]>()
  for (const open of free) {
    for (const [key] of keysOf(open, names, counts, places.around(open.item.id, 'open'))) {
      const list = byKey.get(key)
      if (list) list.push(open)
      else byKey.set(key, [open])
    }
  }
  return stray.flatMap((imported) => {
    const near = new Set(keysOf(imported, names, counts, places.around(imported.item.id, 'imported')).flatMap(([key, most]) => {
      const list = byKey.get(key) ?? []
      return list.length <= most ? list.filter(({ kinds }) => key.startsWith('whole') || kinds.some((kind) => imported.kinds.includes(kind))) : []
    }))
    return [...near].map((open) => ({ open, imported }))
  })
}

/** Those that are enough, of a kind that both can be, and better by far than any other of either. */
const clearPairs = (rated: readonly Rated[]): readonly Rated[] => {
  const best = new Map<string, readonly [first: number, second: number]>()
  const note = (key: string, score: number): void => {
    const [first, second] = best.get(key) ?? [-Infinity, -Infinity]
    best.set(key, score > first ? [score, first] : [first, Math.max(second, score)])
  }
  for (const { openId, importedId, score } of rated) {
    note(`open ${openId}`, score)
    note(`imported ${importedId}`, score)
  }
  const isClear = (key: string, score: number): boolean => {
    const [first, second] = best.get(key) ?? [score, -Infinity]
    return score === first && score - second >= margin
  }
  return rated.filter(({ openId, importedId, score, isEnough, isKind }) =>
    isEnough && isKind && isClear(`open ${openId}`, score) && isClear(`imported ${importedId}`, score))
}

const offered = (rated: readonly Rated[]): readonly LikelyRename[] => {
  const shown = new Map<string, number>()
  return rated.toSorted((a, b) => b.score - a.score).flatMap(({ importedId, openId, evidence }): readonly LikelyRename[] => {
    const count = (shown.get(importedId) ?? 0) + 1
    shown.set(importedId, count)
    return count > mostOffered ? [] : [{ importedId, openId, evidence: { ...evidence, confidence: 'possible' } }]
  })
}
