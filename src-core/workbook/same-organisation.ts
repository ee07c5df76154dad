import type { Item } from '../estate/item'
import { fold } from './fold'
import { nameWords } from './name-words'

export type SameOrganisations = {
  /** Whether two cells name the same organisation; null where one of them says nothing. */
  readonly isSame: (open: string | undefined, imported: string | undefined) => boolean | null
  /** The same text for the same organisation; empty where none is said. */
  readonly keyOf: (side: 'open' | 'imported', name: string | undefined) => string
}

type Pair = readonly [open: Item, imported: Item]

/** Of so many pairs of items that are known to be one, nearly all must agree before a name is taken for another. */
const leastPairs = 2
const leastShare = 0.8
/** A column of free text names no organisations. */
const mostCompared = 100_000

const wordsOf = (name: string): readonly string[] => nameWords(name, 'application').words
const bareOf = (name: string): string => wordsOf(name).join('')

const organisationsOf = (items: readonly Item[]): readonly string[] => [...new Set(items.flatMap(({ organisation }) => organisation ?? []))]

/**
 * Which organisation of the plan each of the import is. The same but for case, punctuation and legal forms; else what the items
 * that are known to be one say nearly all (`known`: an organisation may be renamed everywhere); else the only one whose
 * initials or words it is, as `HB` and `Bergen` are `Helse Bergen HF`.
 */
export const sameOrganisations = (open: readonly Item[], imported: readonly Item[], known: readonly Pair[]): SameOrganisations => {
  const [ours, theirs] = [organisationsOf(open), organisationsOf(imported)]
  const bare = new Map([...ours, ...theirs].map((name) => [name, bareOf(name)]))
  const bareOfName = (name: string): string => bare.get(name) ?? name
  const oursBare = new Set(ours.map(bareOfName))
  const learnt = learntFrom(known, bareOfName)
  const shortened = shortForms(ours, theirs, bareOfName)
  const meant = new Map(theirs.map((name) => {
    const own = bareOfName(name)
    return [name, oursBare.has(own) ? own : (learnt.get(own) ?? shortened.get(own) ?? own)]
  }))
  const keyOf = (side: 'open' | 'imported', name: string | undefined): string =>
    (name === undefined ? '' : side === 'open' ? bareOfName(name) : (meant.get(name) ?? bareOfName(name)))
  return { keyOf, isSame: (mine, other) => (mine === undefined || other === undefined ? null : mine === other || keyOf('open', mine) === keyOf('imported', other)) }
}

const learntFrom = (known: readonly Pair[], bareOfName: (name: string) => string): ReadonlyMap<string, string> => {
  const counts = new Map<string, Map<string, number>>()
  for (const [open, imported] of known) {
    if (open.organisation === undefined || imported.organisation === undefined || open.organisation === imported.organisation) continue
    const [mine, theirs] = [bareOfName(open.organisation), bareOfName(imported.organisation)]
    const of = counts.get(theirs) ?? new Map<string, number>()
    counts.set(theirs, of.set(mine, (of.get(mine) ?? 0) + 1))
  }
  return new Map([...counts].flatMap(([theirs, of]) => {
    const [best] = [...of].sort((a, b) => b[1] - a[1])
    const all = [...of.values()].reduce((sum, count) => sum + count, 0)
    return best && best[1] >= leastPairs && best[1] >= all * leastShare ? [[theirs, best[0]]] : []
  }))
}

const isShortFor = (short: string, long: string): boolean => {
  const words = wordsOf(long)
  if (words.length < 2) return false
  const initials = words.map((word) => word[0] ?? '').join('')
  const parts = wordsOf(short)
  return fold(short) === initials || fold(short) === `${initials}hf` || (parts.length < words.length && parts.every((word) => words.includes(word)))
}

/** Only where one alone fits, in both directions: `Helse` is the beginning of many. */
const shortForms = (ours: readonly string[], theirs: readonly string[], bareOfName: (name: string) => string): ReadonlyMap<string, string> => {
  const fits = new Map<string, Set<string>>()
  const taken = new Map<string, Set<string>>()
  if (ours.length * theirs.length > mostCompared) return new Map()
  const note = (map: Map<string, Set<string>>, key: string, value: string): void => {
    map.set(key, (map.get(key) ?? new Set()).add(value))
  }
  for (const other of theirs) {
    for (const mine of ours) {
      if (!isShortFor(other, mine) && !isShortFor(mine, other)) continue
      note(fits, bareOfName(other), bareOfName(mine))
      note(taken, bareOfName(mine), bareOfName(other))
    }
  }
  return new Map([...fits].flatMap(([other, of]) => {
    const [mine] = of
    return mine !== undefined && of.size === 1 && taken.get(mine)?.size === 1 ? [[other, mine]] : []
  }))
}
