import { fold } from './fold'
import { rankedWord, type RankedWord } from './criticality-words'

/**
 * What a scale counts by. `figure`: 1, Nivå 1; `priority`: P1, Tier 1, where 1 is first everywhere; `letter`: A, B;
 * `class`: Klasse 1, K1, which go both ways.
 */
export type Family = 'figure' | 'priority' | 'letter' | 'class'

/** Its place on a scale, letters from A as 1; `isBare`: nothing else stands in the cell. */
export type Code = { readonly family: Family; readonly index: number; readonly isBare: boolean }

/** What one cell of a column of criticality says, by a code, a word or both. */
export type Grade = { readonly code?: Code; readonly word?: RankedWord }

const prefixes: ReadonlyMap<string, Family> = new Map([
  ['', 'figure'],
  ...'niva;niveau;level;lvl;grad;grade;kritikalitet;kritikalitetsniva;kritikalitetsgrad;criticality;krit;kritisk'.split(';').map((word) => [word, 'figure'] as const),
  ...'p;pri;prio;prioritet;priority;prioritering;tier;t;sev;severity;alvorlighet;alvorlighetsgrad'.split(';').map((word) => [word, 'priority'] as const),
  ...'klasse;klass;class;k;kategori;kat;category;cat;c;gruppe;group;grupp;kl'.split(';').map((word) => [word, 'class'] as const),
])

/** What stands before a figure that is no figure by itself: a share, a range, an alternative. */
const goesOn = /^(?:\d|(?:av|af|of|til|till|to|eller|or|og|and)\b)/i

const wordOfRest = (rest: string): RankedWord | undefined => {
  const bare = rest.replace(/^[\s(["'–-]+|[\s)\]"'.!]+$/g, '')
  return rankedWord(bare) ?? rankedWord(bare.split(/\s*[,;:(/–]|\s-\s/)[0] ?? '')
}

const graded = (family: Family, index: number, rest: string): Grade => {
  const word = wordOfRest(rest)
  return { code: { family, index, isBare: rest.trim() === '' }, ...(word && { word }) }
}

/** `4`, `4 - livskritisk`, `P1`, `Tier 2: viktig`, `(3) Middels`. */
const byFigure = (text: string): Grade | null => {
  const found = /^[([]?(\p{L}*)\.?[\s-]*(\d{1,2})(?:[.,]0+)?[)\]]?(?:\s*[-–—:=.,/(]\s*|\s+|$)(.*)$/u.exec(text)
  const family = prefixes.get(fold(found?.[1] ?? ''))
  const rest = found?.[3] ?? ''
  return found && family && !goesOn.test(rest) ? graded(family, Number(found[2]), rest) : null
}

/** `A`, `Klasse B`, `C - lav`. */
const byLetter = (text: string): Grade | null => {
  const found = /^(?:(\p{L}{2,})\s+)?([A-E])(?:\s*[-–—:=.,(]\s*(.*))?$/u.exec(text)
  const letter = found?.[2] ?? ''
  return found && prefixes.has(fold(found[1] ?? '')) ? graded('letter', letter.charCodeAt(0) - 64, found[3] ?? '') : null
}

/** `Lav (1)`, `Lav - 1`. */
const byWord = (text: string): Grade | null => {
  const found = /^(.+?)\s*[-–—:=(,]*\s*(\d{1,2})\)?$/u.exec(text)
  const word = found && rankedWord(found[1] ?? '')
  return word ? { code: { family: 'figure', index: Number(found[2]), isBare: false }, word } : null
}

/** What a cell of a column of criticality says, whether or not it asks; null where it is neither a code nor a word of a scale. */
export const gradeOf = (asked: string): Grade | null => {
  const text = asked.replaceAll('?', '').trim()
  const word = rankedWord(text)
  return word ? { word } : (byFigure(text) ?? byLetter(text) ?? byWord(text))
}

/** What a heading says of its figures: `Kritikalitet (1 = høyest)`. */
export const gradesOfHeading = (heading: string): readonly Grade[] =>
  [...heading.matchAll(/(\d)\s*[=:(–-]?\s*(?:er|is|är)?\s*(\p{L}+)(?:\s+(\p{L}+))?/gu)].flatMap(([, index, one = '', two = '']): readonly Grade[] => {
    const word = rankedWord(`${one} ${two}`) ?? rankedWord(one)
    return word ? [{ code: { family: 'figure', index: Number(index), isBare: false }, word }] : []
  })

/** Whether a heading is one under which 1 comes first. */
export const isOfPriority = (heading: string): boolean => /prio|tier|severity|alvorlighet/i.test(heading)
