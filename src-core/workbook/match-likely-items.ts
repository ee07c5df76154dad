import type { Dependency } from '../estate/dependency'
import type { Estate } from '../estate/estate'
import type { Item, ItemKind } from '../estate/item'
import { nameWords, numbersAgree, wordLikeness, type NameWords } from './name-words'

/** Why two items are taken for one. */
export type LikenessEvidence = {
  /** 0 to 1. 1: the same but for case, punctuation, versions and legal forms. */
  readonly names: number
  /** How many items both depend on or are needed by, and how many either is. */
  readonly sharedNeighbours: number
  readonly neighbours: number
}

export type LikelyRename = { readonly importedId: string; readonly openId: string; readonly evidence: LikenessEvidence }

/** An item that is still looked for; `kinds`: those that it can be of. */
export type StrayItem = { readonly item: Item; readonly kinds: readonly ItemKind[] }

/** A name that is only somewhat alike needs a neighbourhood that is much the same. */
const leastNames = 0.4
const leastNeighbourhood = 0.5
const leastSharedNeighbours = 2
/** Words that more items than this have say nothing about which of them is meant. */
const commonWord = 60

/**
 * Pairs of items that neither id nor name put together, but that are most likely one: the same name but for its writing,
 * the same name among several of that name and the same neighbourhood, or a name somewhat alike and the same
 * neighbourhood. Of a kind that both can be of; each item once; where two candidates are equally good, neither is taken.
 */
export const likelyRenames = (
  open: Estate, free: readonly StrayItem[], imported: Estate, stray: readonly StrayItem[], openIdOf: (importedId: string) => string | undefined,
): readonly LikelyRename[] => {
  const places = {
    open: neighboursOf(open.dependencies, new Set(free.map(({ item }) => item.id)), (id) => id),
    imported: neighboursOf(imported.dependencies, new Set(stray.map(({ item }) => item.id)), openIdOf),
  }
  const candidates = candidatesAmong(free, stray)
  const judged: (LikelyRename & { readonly score: number })[] = []
  for (const { open: before, imported: after, words } of candidates) {
    const mine = places.open.get(before.id) ?? none
    const theirs = places.imported.get(after.id) ?? none
    const sharedNeighbours = [...theirs].filter((id) => mine.has(id)).length
    const neighbours = mine.size + theirs.size - sharedNeighbours
    const evidence = { names: words, sharedNeighbours, neighbours }
    if (isEnough(evidence)) judged.push({ openId: before.id, importedId: after.id, evidence, score: scoreOf(evidence) })
  }
  return clearPairs(judged)
}

const none: ReadonlySet<string> = new Set()

const neighbourhood = ({ sharedNeighbours, neighbours }: LikenessEvidence): number => (neighbours === 0 ? 0 : sharedNeighbours / neighbours)
const scoreOf = (evidence: LikenessEvidence): number => evidence.names * 2 + neighbourhood(evidence)

const isEnough = (evidence: LikenessEvidence): boolean =>
  evidence.names === 1 ||
  (evidence.names >= leastNames && evidence.sharedNeighbours >= leastSharedNeighbours && neighbourhood(evidence) >= leastNeighbourhood)

/** The items that each of `ids` needs or is needed by, under the open plan's ids; those that it does not know are left out. */
const neighboursOf = (
  dependencies: readonly Dependency[], ids: ReadonlySet<string>, openIdOf: (id: string) => string | undefined,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const byId = new Map<string, Set<string>>()
  const add = (id: string, neighbour: string): void => {
    const known = ids.has(id) ? openIdOf(neighbour) : undefined
    if (known === undefined) return
    const set = byId.get(id)
    if (set) set.add(known)
    else byId.set(id, new Set([known]))
  }
  for (const { from, to } of dependencies) {
    add(from, to)
    add(to, from)
  }
  return byId
}

type Candidate = { readonly open: Item; readonly imported: Item; readonly words: number }

const keysOf = (words: NameWords, kind: ItemKind): readonly string[] =>
  [...new Set([...words.words, words.joined])].map((word) => `${kind}\n${word}`)

type Named = { readonly item: Item; readonly words: NameWords }

const byWordAndKind = (free: readonly StrayItem[]): ReadonlyMap<string, readonly Named[]> => {
  const byWord = new Map<string, Named[]>()
  for (const { item, kinds } of free) {
    for (const kind of kinds) {
      const named = { item, words: nameWords(item.name, kind) }
      for (const key of keysOf(named.words, kind)) {
        const list = byWord.get(key)
        if (list) list.push(named)
        else byWord.set(key, [named])
      }
    }
  }
  return byWord
}

/** Pairs of one kind that share a word that few others have, or the whole name: each once, as alike as any kind makes it. */
const candidatesAmong = (free: readonly StrayItem[], stray: readonly StrayItem[]): readonly Candidate[] => {
  const byWord = byWordAndKind(free)
  return stray.flatMap(({ item, kinds }) => {
    const best = new Map<Item, Candidate>()
    for (const kind of kinds) {
      const words = nameWords(item.name, kind)
      const lists = keysOf(words, kind).map((key) => byWord.get(key) ?? [])
      for (const other of new Set(lists.flatMap((list) => (list.length <= commonWord ? list : [])))) {
        if (!numbersAgree(words, other.words) || !placesAgree(other.item, item)) continue
        const likeness = wordLikeness(words, other.words)
        if (likeness > (best.get(other.item)?.words ?? -1)) best.set(other.item, { open: other.item, imported: item, words: likeness })
      }
    }
    return [...best.values()]
  })
}

/** Test is not production, and each trust has a system of its own: where both sides say so and differ, it is another item. */
const placesAgree = (before: Item, after: Item): boolean =>
  (['environment', 'organisation'] as const).every((field) => {
    const [mine, theirs] = [before[field], after[field]]
    return mine === undefined || theirs === undefined || mine.toLowerCase() === theirs.toLowerCase()
  })

/** The best first; an item whose best is shared with an equally good one stays apart. */
const clearPairs = (judged: readonly (LikelyRename & { readonly score: number })[]): readonly LikelyRename[] => {
  const best = new Map<string, { score: number; ties: number }>()
  const note = (key: string, score: number): void => {
    const known = best.get(key)
    if (!known || score > known.score) best.set(key, { score, ties: 1 })
    else if (score === known.score) known.ties += 1
  }
  for (const { openId, importedId, score } of judged) {
    note(`open ${openId}`, score)
    note(`imported ${importedId}`, score)
  }
  const isClear = (key: string, score: number): boolean => best.get(key)?.score === score && best.get(key)?.ties === 1
  return judged
    .filter(({ openId, importedId, score }) => isClear(`open ${openId}`, score) && isClear(`imported ${importedId}`, score))
    .map(({ score: _score, ...pair }) => pair)
}
