import type { ItemKind } from '../estate/item'
import { fold } from './fold'

/** A name taken apart for comparing: what it is called, and what only tells editions of it apart. */
export type NameWords = {
  /**
   * Folded words in their order, without version numbers and legal forms; never empty unless the name is. Signs at the
   * end of a word are part of it: `C++` is not `C`.
   */
  readonly words: readonly string[]
  /** The words without anything between them: `DIPS Arena` and `DIPSarena` are the same. */
  readonly joined: string
  /** Whole numbers among the words: `2` of `Node 2`. They are part of the name wherever two names both have some. */
  readonly numbers: readonly string[]
  /** Version numbers and years of release as they are written, without a leading v. */
  readonly versions: readonly string[]
  /** `helse.example` of the machine `db01.helse.example`; empty where the name has none. */
  readonly domain: string
}

const legalForms = new Set([
  'as', 'asa', 'ans', 'ab', 'aps', 'oy', 'oyj', 'gmbh', 'ag', 'inc', 'ltd', 'llc', 'plc', 'hf', 'iks', 'ks', 'corp', 'co', 'bv', 'nv', 'sa',
])
const versionWords = new Set(['v', 'ver', 'version', 'versjon', 'release', 'rel', 'utgave', 'build'])

const isYear = (text: string): boolean => /^(19[89]\d|20[0-4]\d)$/.test(text)
/** `21.1`, `v7`, `7.2.3-1`; four parts are an address. */
const isVersion = (text: string): boolean => /^(v\d+(\.\d+)*|\d+(\.\d+){1,2}(-\d+|[a-z]\d*)?|\d+(\.x)+)$/.test(text)

/** `db01.helse.example` is the machine `db01`; what ends in a figure is no address of one. */
const address = /^([\w-]+)\.((?:[a-z][\w-]*\.)*[a-z]{2,})$/i
const hosts: ReadonlySet<ItemKind> = new Set(['server', 'platform'])

const hostAndDomain = (name: string, kind: ItemKind): readonly [host: string, domain: string] => {
  const [, host, domain] = (hosts.has(kind) && address.exec(name)) || []
  return host !== undefined && domain !== undefined ? [host, domain.toLowerCase()] : [name, '']
}

const withSigns = (part: string): string => {
  const word = fold(part)
  return word === '' ? '' : word + (/[+#]+$/.exec(part)?.[0] ?? '')
}

const partsOf = (name: string): readonly string[] =>
  name.normalize('NFC').toLowerCase().replace(/\ba\/s\b/g, 'as').split(/[^\p{L}\p{M}\p{N}.+#]+/u)
    .map((part) => part.replace(/^\.+|\.+$/g, '')).filter((part) => part !== '')

/** Takes a name apart. Machines and hosts with a full address are compared by their names without it. */
export const nameWords = (name: string, kind: ItemKind): NameWords => {
  const [written, domain] = hostAndDomain(name.trim(), kind)
  const words: string[] = []
  const numbers: string[] = []
  const versions: string[] = []
  const parts = partsOf(written)
  parts.forEach((part, index) => {
    const afterVersionWord = versionWords.has(parts[index - 1] ?? '')
    if (index > 0 && (isVersion(part) || isYear(part) || (afterVersionWord && /^\d/.test(part)))) versions.push(part.replace(/^v/, ''))
    else if (/^\d+$/.test(part)) numbers.push(String(Number(part)))
    else if (versionWords.has(part) && /^\d/.test(parts[index + 1] ?? '')) return
    else if (index === 0 || !legalForms.has(part)) words.push(...part.split('.').map(withSigns).filter((word) => word !== ''))
  })
  const told = words.length > 0 ? words : [fold(written) || written]
  return { words: told, joined: told.join(''), numbers, versions, domain }
}

/** Whether two numberings can be of one thing: the same, or one of the two has none. */
export const numbersAgree = (left: NameWords, right: NameWords): boolean =>
  left.numbers.length === 0 || right.numbers.length === 0 || left.numbers.join(' ') === right.numbers.join(' ')

/** 0 to 1: how much two names have in common, by the words that they share (weighted by length). Symmetric. */
export const wordLikeness = (left: NameWords, right: NameWords): number => {
  if (left.joined === right.joined) return 1
  const theirs = new Set(right.words)
  const length = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + word.length, 0)
  const mine = new Set(left.words)
  const shared = length([...mine].filter((word) => theirs.has(word)))
  const all = length(mine) + length(theirs)
  return all === 0 ? 0 : (2 * shared) / all
}
