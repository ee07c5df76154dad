import type { Criticality } from '../estate/item'
import { gradeOf, gradesOfHeading, isOfPriority, type Code, type Family, type Grade } from './criticality-grade'
import { levelOfRung, type RankedWord } from './criticality-words'

/** What a cell of a column is. `other-scale`: no one can say, and the column was told of. */
export type CriticalityReading = Criticality | 'unknown' | 'other-scale'

/** How one column is read; `told` and `untold` are texts of it as they stand there. */
export type CriticalityScale = {
  readonly read: (text: string) => CriticalityReading
  /** Read otherwise than by the word or figure alone, or by what is usual. */
  readonly told: readonly (readonly [text: string, level: Criticality])[]
  /** Of a scale whose upper end nothing shows. */
  readonly untold: readonly string[]
}

type Graded = Grade & { readonly text: string; readonly count: number }
type Direction = 'up' | 'down'
/** The level of each place of one family; null where nobody knows. */
type Levels = (index: number) => Criticality | null

const clamped = (level: number): Criticality => Math.min(4, Math.max(1, Math.round(level))) as Criticality

/** `Kritisk` is the top of `Kritisk, Høy, Middels, Lav`; otherwise it stands below what endangers patients. */
const wordLevels = (graded: readonly Graded[]): ((word: RankedWord) => Criticality) => {
  const rungs = new Set(graded.map(({ word }) => word?.rung))
  const isTop = rungs.has('high') && rungs.has('critical') && !rungs.has('utmost')
  return ({ rung }) => (rung === 'critical' && isTop ? 4 : levelOfRung[rung])
}

const mean = (levels: readonly number[]): number => levels.reduce((sum, level) => sum + level, 0) / levels.length

type Pair = { readonly index: number; readonly level: Criticality }

/** Which way a scale runs by the words beside its figures; `both` where they contradict each other, null where they say nothing. */
const directionOfPairs = (pairs: readonly Pair[]): Direction | 'both' | null => {
  const indexes = [...new Set(pairs.map(({ index }) => index))].sort((a, b) => a - b)
  const sorted = indexes.map((index) => ({ index, level: mean(pairs.flatMap((pair) => (pair.index === index ? [pair.level] : []))) }))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) return null
  if (first.index === last.index) {
    if (first.level === 2) return null
    const isHigh = first.level > 2
    return first.index <= 1 ? (isHigh ? 'down' : 'up') : first.index >= (isHigh ? 3 : 4) ? (isHigh ? 'up' : 'down') : null
  }
  const rises = sorted.some(({ level }, at) => level > (sorted[at - 1]?.level ?? level))
  const falls = sorted.some(({ level }, at) => level < (sorted[at - 1]?.level ?? level))
  return rises && falls ? 'both' : rises ? 'up' : falls ? 'down' : null
}

/** Where nothing else is said: our own scale rises, and the first priority, tier or letter is the most critical. */
const usualDirection = (family: Family, heading: string): Direction | null => {
  if (family === 'class') return null
  return family === 'figure' && !isOfPriority(heading) ? 'up' : 'down'
}

/** Of a falling scale without words: four steps are ours, three are high, medium, low, of five the last two are low. */
const falling = (steps: number): Levels => (steps > 5 ? () => null : (index) => clamped((steps === 4 || steps === 5 ? 5 : 4) - index))

const besidePairs = (pairs: readonly Pair[], direction: Direction): Levels => (index) => {
  const nearest = pairs.reduce((best, pair) => (Math.abs(pair.index - index) < Math.abs(best.index - index) ? pair : best))
  return clamped(nearest.level + (direction === 'up' ? 1 : -1) * (index - nearest.index))
}

const levelsWithout = (direction: Direction, indexes: readonly number[], slips: boolean): Levels => {
  const [least, most] = [Math.min(...indexes), Math.max(...indexes)]
  if (direction === 'down') {
    const shift = least === 0 ? 1 : 0
    const levels = falling(most + shift)
    return (index) => levels(index + shift)
  }
  // Nobody knows where 4 is on a scale that goes on beyond it. 0 may be its lowest step, or that nobody has said.
  return most > 4 && !slips ? () => null : (index) => (index >= 1 && index <= 4 ? (index as Criticality) : null)
}

/** So few figures beyond the scale are mistyped, and no scale of their own. */
const mostSlips = 0.01

const withCodes = (graded: readonly Graded[], family: Family): readonly (Graded & { readonly code: Code })[] =>
  graded.flatMap((one) => (one.code?.family === family ? [{ ...one, code: one.code }] : []))

/** One step apart, our own figures say more than the words beside them; where they contradict each other, the words win. */
const agreeing = (levels: Levels, pairs: readonly Pair[]): Levels => {
  const levelByIndex = new Map(pairs.map(({ index, level }) => [index, level]))
  return (index) => {
    const [byFigure, byWord] = [levels(index), levelByIndex.get(index)]
    return byFigure === null || byWord === undefined || Math.abs(byFigure - byWord) <= 1 ? (byFigure ?? byWord ?? null) : byWord
  }
}

const levelsOf = (graded: readonly Graded[], family: Family, heading: string, levelOf: (word: RankedWord) => Criticality): Levels => {
  const coded = withCodes(graded, family)
  const pairs = coded.flatMap(({ code, word }): readonly Pair[] => (word ? [{ index: code.index, level: levelOf(word) }] : []))
  const headed = gradesOfHeading(heading).flatMap(({ code, word }): readonly Pair[] => (code && word ? [{ index: code.index, level: levelOf(word) }] : []))
  const shown = directionOfPairs(pairs) ?? directionOfPairs(headed)
  if (shown === 'both') return () => null
  const direction = shown ?? usualDirection(family, heading)
  if (direction === null) return () => null
  const indexes = coded.map(({ code }) => code.index)
  const [least, most] = [Math.min(...indexes), Math.max(...indexes)]
  const isOurs = least >= 1 && (direction === 'up' ? most <= 4 : most === 4)
  if (isOurs) return agreeing((index) => clamped(direction === 'up' ? index : 5 - index), pairs)
  if (pairs.length > 0 && shown !== null) return besidePairs(pairs, direction)
  const beyond = coded.reduce((count, one) => count + (one.code.index > 4 ? one.count : 0), 0)
  const all = coded.reduce((count, one) => count + one.count, 0)
  // What a heading says of the upper end of a scale of five is as good as a word beside it.
  if (headed.length > 0 && direction === 'up' && most === 5) return (index) => clamped(index - 1)
  return levelsWithout(direction, indexes, beyond <= all * mostSlips)
}

/** The words win where the whole scale does not say more. */
const levelOfGrade = (
  { code, word }: Grade, levelsByFamily: ReadonlyMap<Family, Levels>, levelOf: (word: RankedWord) => Criticality,
): Criticality | null => {
  const byCode = code ? (levelsByFamily.get(code.family)?.(code.index) ?? null) : null
  return byCode === null || (word && Math.abs(byCode - levelOf(word)) > 1) ? (word ? levelOf(word) : null) : byCode
}

/** Whether a cell alone, on our own scale, would have been read the same. */
const isPlain = ({ code, word }: Grade, level: Criticality): boolean => {
  // `4 - Kritisk` is what our own scale would say, too; that `4 - Høy` is 4 is worth a look.
  if (word && (!word.isOwn || levelOfRung[word.rung] !== level)) return word.rung === 'critical' && code?.family === 'figure' && code.index === level
  if (!code) return true
  return code.family === 'figure' ? code.index === level && (word !== undefined || code.isBare) : word !== undefined
}

/**
 * How a column of criticality is read, from its different texts with how often each stands there. A word says more than the
 * figure beside it, and words show which end of the figures is the upper one, for the cells without words as well; then the
 * heading (`1 = highest`) does, then what is usual. Bare figures from 1 to 4 are our own scale unless something speaks against it.
 */
export const criticalityScale = (countByText: ReadonlyMap<string, number>, heading: string): CriticalityScale => {
  const graded = [...countByText].flatMap(([text, count]): readonly Graded[] => {
    const grade = gradeOf(text)
    return grade ? [{ ...grade, text, count }] : []
  })
  const levelOf = wordLevels(graded)
  const families = new Set(graded.flatMap(({ code }) => code?.family ?? []))
  const levelsByFamily = new Map([...families].map((family) => [family, levelsOf(graded, family, heading, levelOf)]))
  const readings = new Map<string, CriticalityReading>()
  const told: (readonly [string, Criticality])[] = []
  for (const grade of graded) {
    const level = levelOfGrade(grade, levelsByFamily, levelOf)
    if (level !== null && !isPlain(grade, level)) told.push([grade.text, level])
    readings.set(grade.text, level ?? (isBeyond(grade, levelsByFamily) ? 'unknown' : 'other-scale'))
  }
  const isUntold = [...readings.values()].includes('other-scale')
  const untold = isUntold ? graded.flatMap(({ text }) => (typeof readings.get(text) === 'number' ? [] : [text])) : []
  return { read: (text) => readings.get(text) ?? 'unknown', told, untold }
}

/** Beyond our own scale, or beyond one whose other places are known: each such cell is worth a look. */
const isBeyond = ({ code }: Grade, levelsByFamily: ReadonlyMap<Family, Levels>): boolean =>
  code !== undefined && ((code.family === 'figure' && (code.index < 1 || code.index > 4))
    || [1, 2, 3, 4].some((index) => levelsByFamily.get(code.family)?.(index) !== null))

/** What a text says without a column around it; undefined where that would have to be guessed. */
export const criticalityAlone = (text: string): Criticality | undefined => {
  const trimmed = text.trim()
  const { read, told } = criticalityScale(new Map([[trimmed, 1]]), '')
  const reading = read(trimmed)
  return told.length === 0 && typeof reading === 'number' ? reading : undefined
}
