import type { Item, ItemKind } from '../estate/item'
import { nameWords, numbersAgree, type NameWords } from './name-words'
import { slipBetween } from './spelling-slip'

/** How far two names can be of one thing. */
export type NameEvidence = {
  /** 0 to 1 by the words in common, rare ones weighing more. 1: the same but for writing, order, versions and legal forms. */
  readonly names: number
  /** They begin alike, and each goes on in its own way: most likely two products of one house. */
  readonly areBrothers: boolean
  /** One is the other and goes on: a module of it as likely as a new name for it. */
  readonly isLonger: boolean
}

/** Words that tell an edition for some from that for all: `Meona Test` is not `Meona`. */
const sideWords = new Set([
  'test', 'tst', 'kurs', 'opplaering', 'utbildning', 'training', 'utv', 'utvikling', 'utveckling', 'udvikling', 'dev', 'development', 'qa', 'stage', 'staging', 'demo',
  'preprod', 'sandbox', 'backup', 'dr',
])
/** Words of which two names may not have different ones: sides of the world, and letters and Roman numbers that count. */
const countingWord = /^([a-z]|i{2,3}|iv|vi{0,3}|ix|nord|norr|sor|syd|ost|vest|vast|north|south|east|west)$/

/** Estates of a handful of items know of no word how rare it is. */
const leastItems = 64
const shortestSlip = 5
const shortestStem = 4

/**
 * Names of items laid beside each other. How rare a word is, is counted in both estates: the word that fifty products of one house
 * begin with says next to nothing.
 */
export class NamesCompared {
  readonly #known = new Map<string, NameWords>()
  readonly #counts: readonly ReadonlyMap<string, number>[]
  readonly #most: number

  constructor(open: readonly Item[], imported: readonly Item[]) {
    this.#counts = [open, imported].map((items) => this.#counted(items))
    this.#most = Math.max(leastItems, open.length, imported.length)
  }

  #counted(items: readonly Item[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>()
    for (const { name, kind } of items) for (const word of new Set(this.words(name, kind).words)) counts.set(word, (counts.get(word) ?? 0) + 1)
    return counts
  }

  words(name: string, kind: ItemKind): NameWords {
    const key = `${kind}\n${name}`
    const words = this.#known.get(key) ?? nameWords(name, kind)
    this.#known.set(key, words)
    return words
  }

  #weight(word: string): number {
    return Math.log2(1 + this.#most / Math.max(1, ...this.#counts.map((counts) => counts.get(word) ?? 0)))
  }

  #weights(words: Iterable<string>): number {
    let sum = 0
    for (const word of words) sum += this.#weight(word)
    return sum
  }

  /** null: their numbers, or words like `test`, say that they are two. Symmetric. */
  compare(left: NameWords, right: NameWords): NameEvidence | null {
    if (!canBeOneName(left, right)) return null
    if (left.joined === right.joined) return { names: 1, areBrothers: false, isLonger: false }
    const [mine, theirs] = [[...new Set(left.words)], new Set(right.words)]
    const pairs = pairedWords(mine, theirs)
    const shared = pairs.reduce((sum, [word, other, likeness]) => sum + likeness * (this.#weight(word) + this.#weight(other)), 0)
    const names = shared / (this.#weights(mine) + this.#weights(theirs))
    return { names, areBrothers: areBrothers(left, right, pairs), isLonger: mine.length !== theirs.size && pairs.length === Math.min(mine.length, theirs.size) }
  }
}

type WordPair = readonly [mine: string, theirs: string, likeness: number]

const pairedWords = (mine: readonly string[], theirs: ReadonlySet<string>): readonly WordPair[] => {
  const same = mine.filter((word) => theirs.has(word))
  const pairs: WordPair[] = same.map((word) => [word, word, 1])
  const left = new Set([...theirs].filter((word) => !same.includes(word)))
  for (const word of mine) {
    if (theirs.has(word)) continue
    const [best] = [...left].map((other) => [other, likenessOfWords(word, other)] as const).filter(([, likeness]) => likeness > 0).sort((a, b) => b[1] - a[1])
    if (!best) continue
    left.delete(best[0])
    pairs.push([word, ...best])
  }
  return pairs
}

/** A slip of the pen, or a word and its beginning. What has figures is a code, of which every sign counts. */
const likenessOfWords = (one: string, other: string): number => {
  if (!/^\p{L}+$/u.test(one) || !/^\p{L}+$/u.test(other)) return 0
  if (slipBetween([one], [other])) return 0.9
  if (Math.min(one.length, other.length) >= shortestStem && (one.startsWith(other) || other.startsWith(one))) return 0.8
  return Math.min(one.length, other.length) >= shortestSlip && isOneSlip(one, other) ? 0.8 : 0
}

/** One letter too many, too few or another, or two that have changed places, wherever in the word. */
const isOneSlip = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const [rest, otherRest] = [one.slice(start), other.slice(start)]
  return rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1) ||
    (rest.slice(2) === otherRest.slice(2) && rest[0] === otherRest[1] && rest[1] === otherRest[0])
}

const areBrothers = (left: NameWords, right: NameWords, pairs: readonly WordPair[]): boolean => {
  const [mine, theirs] = [new Set(pairs.map(([word]) => word)), new Set(pairs.map(([, word]) => word))]
  const isOpenEnded = ({ words }: NameWords, known: ReadonlySet<string>): boolean => !known.has(words.at(-1) ?? '')
  return pairs.length > 0 && isOpenEnded(left, mine) && isOpenEnded(right, theirs)
}

const figuresOf = ({ words }: NameWords): string => words.flatMap((word) => word.match(/\d+/g) ?? []).join(' ')

const canBeOneName = (left: NameWords, right: NameWords): boolean => {
  const [mine, theirs] = [figuresOf(left), figuresOf(right)]
  if (!numbersAgree(left, right) || (mine !== '' && theirs !== '' && mine !== theirs)) return false
  if (wordsAmong(left, (word) => sideWords.has(word)) !== wordsAmong(right, (word) => sideWords.has(word))) return false
  const [ours, others] = [left, right].map((words) => wordsAmong(words, (word) => countingWord.test(word)))
  return ours === '' || others === '' || ours === others
}

const wordsAmong = ({ words }: NameWords, isMeant: (word: string) => boolean): string => words.filter(isMeant).toSorted().join(' ')
