import type { ItemKind } from '../../estate/item'
import { cellText } from '../cell-text'
import { endOfSupportOf } from '../end-of-support'
import type { TableRole } from '../headings'
import type { LinkField } from '../link-fields'
import { linkByField } from '../link-fields'
import { noName } from '../no-name'
import type { ColumnReading } from '../sheet-reading'
import {
  criticalityByWord, dispositionByWord, kindByWord, orderByWord, sensitivityByWord, strengthByWord, typeByWord, waveStatusByWord, yesNoByWord,
} from '../value-words'
import { isBlankHeading } from './blank-heading'
import {
  isAddress, isCode, isCompany, isEmail, isEnvironment, isHostName, isPerson, isPrice, isTeam, isTrust, isWave,
} from './cell-looks'
import { ColumnContent } from './column-content'
import { kindOfHeading, kindOfIdHeading, namesProviders, tellsOfTwins, type HeadedKind } from './kind-headings'
import { isKnown, type KnownNames } from './known-names'

/** What is known beside the cells themselves. */
export type GuessContext = { readonly role: TableRole; readonly kind: ItemKind | null; readonly names: KnownNames }

/** How likely it is that a column holds a field, 0 to 1, by its cells alone. */
type Look = {
  readonly field: string
  readonly likely: (content: ColumnContent, context: GuessContext) => number
  /** Also under a heading that we do not know: these words mean nothing else. */
  readonly telling?: true
  /** Not under such headings, whatever stands below them. */
  readonly unless?: RegExp
  /** Under headings that say what their cells name; otherwise under those that say nothing. */
  readonly under?: (heading: string, context: GuessContext) => boolean
}

/** Less than this is not worth a planner's look. */
const leastLikely = 0.5
/** A column of fewer cells says nothing. */
const leastCells = 3

const when = (isSo: boolean, score: number): number => (isSo ? score : 0)
const nearlyAll = 0.9

/** Almost all cells are words of a list, and not each another one, as in a list of the words themselves. */
const words = (isWord: (text: string) => boolean) => (content: ColumnContent): number =>
  when(content.share(isWord) >= nearlyAll && (content.distinct < content.filled || content.filled < 5), 0.75 * content.share(isWord))

const texts = (content: ColumnContent): number =>
  content.share((text) => /\p{L}{2}/u.test(text) && !isEmail(text) && !isAddress(text) && text.length <= 80)

const isCategory = (content: ColumnContent): boolean =>
  [isPerson, isTeam, isCompany, isTrust, isEnvironment, isEmail, isAddress].some((isSo) => content.share(isSo) >= 0.5) || content.dates >= 0.5

const idLook = (content: ColumnContent): number =>
  when(content.fullness >= nearlyAll && content.uniqueness >= 0.97 && content.share(isCode) >= nearlyAll && content.dates < 0.5
    && content.share((text) => /^\d{1,3}$/.test(text) || isPrice(text)) < 0.5, 0.66)

const nameLook = (content: ColumnContent, { kind }: GuessContext): number => {
  if (content.fullness < 0.8 || content.uniqueness < 0.85 || content.averageLength > 60 || isCategory(content)) return 0
  const hosts = content.share(isHostName)
  if (kind === 'server' && hosts >= nearlyAll) return 0.68
  return when(texts(content) >= nearlyAll && content.share(isCode) < 0.7, 0.64)
}

/** A server of most rows of a list of more than these is none that they run on alone. */
const fewRows = 5
const leastUnlike = 0.25

const link = (field: string, { kind: linked }: LinkField): Look => ({
  field, telling: true, unless: tellsOfTwins,
  likely: (content, { kind, names }) => {
    // What refers to its own kind may mean anything: replaced by, part of, needs.
    if (kind === null || kind === linked) return 0
    const refers = content.share((text) => isKnown(names, text) && names.get(text.toLowerCase()) === linked)
    // What nearly all have in common serves them, and moves with none of them.
    const isShared = linked === 'server' && content.filled > fewRows && content.uniqueness < leastUnlike
    return when(refers >= 0.8 && !isShared, 0.7 * refers)
  },
})

/** What can name items: short texts, and neither counts nor answers nor the words for kinds of items. */
export const namesItems = ({ cells }: ColumnContent): boolean => {
  const names = new ColumnContent(cells.filter((cell) => noName(cellText(cell)) === undefined))
  return texts(names) >= nearlyAll && names.averageLength <= 80 && names.dates < 0.5 && names.share(isEnvironment) < 0.5
    && names.share((text) => kindByWord.get(text) !== undefined) < 0.2
    && names.share((text) => yesNoByWord.get(text) !== undefined || endOfSupportOf(text) !== null) < 0.5
}

/** Whether its cells hold ids or names of that kind, several in one cell as well; `1,2` may have become a number. */
const refersTo = (content: ColumnContent, kind: ItemKind, names: KnownNames): boolean =>
  content.share((text) => text.split(/^\d+\.\d+$/.test(text) ? '.' : /[;,\n]|\s(?:og|och|and)\s/i).every((part) => {
    const key = part.trim().toLowerCase()
    return key === '' || names.get(key) === kind || (names.has(key) && names.get(key) === null)
  })) >= 0.7

/** Single short numbers, which are ids and counts alike. */
const mayBeCounts = (content: ColumnContent): boolean => content.share((text) => /^\d{1,3}$/.test(text)) === 1

/** A heading that names another kind of items than the rows are, such as `Server` on a list of applications. */
const headedLink = (field: HeadedKind): Look => ({
  field, under: (heading, { kind }) => kind !== null && kind !== field && (kindOfHeading(heading) ?? kindOfIdHeading(heading)) === field,
  likely: (content, { names }) => when(namesItems(content) || (refersTo(content, field, names) && !mayBeCounts(content)), 0.72),
})

/** `Depends on` names what it is, where `Dependencies` may also say how many there are. */
const headedProvider = (mayCount: boolean): Look => ({
  field: 'dependsOn', under: (heading, { kind }) => kind === 'application' && namesProviders(heading) && mayCount !== /\s(?:on|av|af)$/iu.test(heading.trim()),
  likely: (content, { names }) =>
    when(namesItems(content) || (refersTo(content, 'application', names) && !(mayCount && mayBeCounts(content))), 0.72),
})

const itemLooks: readonly Look[] = [
  { field: 'name', under: (heading, { kind }) => kind !== null && kindOfHeading(heading) === kind, likely: (content) => when((content.distinct > 1 || content.filled === 1) && namesItems(content), 0.8) },
  { field: 'id', under: (heading, { kind }) => kind !== null && kindOfIdHeading(heading) === kind, likely: (content) => when(content.uniqueness >= nearlyAll, 0.8) },
  headedLink('application'), headedLink('server'),
  headedProvider(false), headedProvider(true),
  { field: 'kind', telling: true, likely: (content, { kind }) => (kind === null ? words((text) => kindByWord.get(text) !== undefined)(content) : 0) },
  { field: 'disposition', telling: true, likely: words((text) => dispositionByWord.get(text) !== undefined) },
  { field: 'environment', telling: true, likely: words(isEnvironment) },
  { field: 'wave', telling: true, likely: words(isWave) },
  { field: 'sensitivity', likely: (content) => (content.distinct < 2 ? 0 : words((text) => sensitivityByWord.get(text) !== undefined)(content)) },
  {
    field: 'criticality',
    likely: (content) => {
      const ofWord = words((text) => criticalityByWord.get(text) !== undefined && Number.isNaN(Number(text)))(content)
      const graded = content.share((text) => /^[1-4]\s*[-–:=(.]\s*\p{L}/u.test(text))
      const numbered = content.filled >= 8 && content.distinct >= 3 && content.share((text) => /^[1-4]$/.test(text)) === 1
      return Math.max(ofWord * 0.9, when(graded >= nearlyAll, 0.7), when(numbered, 0.52))
    },
  },
  { field: 'id', likely: idLook },
  { field: 'name', likely: nameLook },
  { field: 'owner', likely: (content) => Math.max(when(content.share(isEmail) >= 0.8, 0.66), when(content.share(isPerson) >= 0.6, 0.62)) },
  { field: 'supplier', likely: (content) => when(content.share(isCompany) >= 0.5, 0.62) },
  { field: 'organisation', likely: (content) => when(content.share(isTrust) >= 0.5, 0.62) },
  { field: 'team', likely: (content) => when(content.share(isTeam) >= 0.6, 0.6) },
  // Any date may be the day of the last change; what support ends on is the last of a month.
  { field: 'endOfSupport', likely: (content) => when(content.dates >= nearlyAll && content.share(isLastOfMonth) >= 0.5, 0.58) },
  { field: 'cost', likely: (content) => when(content.share(isPrice) >= 0.8, 0.6) },
  { field: 'notes', likely: (content) => when(content.averageLength >= 40 && content.share((text) => text.split(/\s+/).length >= 5) >= 0.6, 0.6) },
  ...[...linkByField].filter(([field]) => ['server', 'application', 'database', 'network', 'platform'].includes(field)).map(([field, one]) => link(field, one)),
]

const isLastOfMonth = (text: string): boolean => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  const nordic = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]].map(Number) : nordic ? [nordic[3], nordic[2], nordic[1]].map(Number) : []
  return year !== undefined && month !== undefined && day === new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** How much of a column names items. */
export const references = (content: ColumnContent, names: KnownNames): number => content.share((text) => isKnown(names, text))

const dependencyLooks: readonly Look[] = [
  { field: 'type', telling: true, likely: words((text) => typeByWord.get(text) !== undefined) },
  { field: 'strength', telling: true, likely: words((text) => strengthByWord.get(text) !== undefined) },
  { field: 'order', likely: words((text) => orderByWord.get(text) !== undefined) },
  ...['from', 'to'].map((field): Look => ({ field, under: (heading) => kindOfHeading(heading) !== undefined, likely: (content) => when(namesItems(content), 0.72) })),
  // The one that needs stands first: both look alike, and the left one is taken first.
  ...['from', 'to'].map((field): Look => ({
    field, telling: true, likely: (content, { names }) => when(references(content, names) >= 0.7 && yesNoByWord.get(content.texts[0] ?? '') === undefined, 0.7 * references(content, names)),
  })),
  { field: 'pricePerDay', likely: (content) => when(content.share(isPrice) >= 0.8, 0.6) },
  { field: 'notes', likely: (content) => when(content.averageLength >= 40, 0.6) },
]

const waveLooks: readonly Look[] = [
  { field: 'number', likely: (content) => Math.max(when(content.share(isWave) >= nearlyAll && content.uniqueness === 1, 0.7), when(isCounting(content), 0.6)) },
  { field: 'status', telling: true, likely: words((text) => waveStatusByWord.get(text) !== undefined) },
  ...['start', 'end'].map((field): Look => ({ field, likely: (content) => when(content.dates >= nearlyAll, 0.6) })),
  { field: 'name', likely: (content) => when(texts(content) >= nearlyAll && content.uniqueness === 1, 0.55) },
]

const isCounting = ({ texts: all }: ColumnContent): boolean =>
  all.length >= leastCells && all.every((text, index) => /^\d{1,3}$/.test(text) && (index === 0 || Number(text) > Number(all[index - 1])))

const looksOf: Readonly<Record<TableRole, readonly Look[]>> = {
  items: itemLooks,
  dependencies: dependencyLooks,
  waves: waveLooks,
  rules: [],
  'freeze-windows': waveLooks.filter(({ field }) => field !== 'number' && field !== 'status'),
}

/** `headed`: its heading says that it names what the rows are. */
type Guess = { readonly column: number; readonly field: string; readonly confidence: number; readonly headed: boolean }

const guessesFor = (columns: readonly ColumnReading[], contents: readonly ColumnContent[], context: GuessContext): readonly Guess[] => {
  const taken = new Set(columns.flatMap((column) => column.field ?? []))
  const isHeaded = columns.some(({ heading }) => context.kind !== null && kindOfHeading(heading) === context.kind)
  // Rows that no heading names are called something all the same.
  const isNameless = context.role === 'items' && !taken.has('name') && !taken.has('id') && !isHeaded
  // Rows that say no kind are taken for applications.
  const ofKind: GuessContext = { ...context, kind: context.kind ?? (taken.has('kind') ? null : 'application') }
  const guesses = columns.flatMap(({ column, field, heading }) => {
    const content = contents[column]
    if (field !== null || !content || content.filled === 0) return []
    const isOpen = ({ field: wanted, telling, under, unless }: Look): boolean => {
      if (unless?.test(heading)) return false
      if (under) return under(heading, ofKind)
      return content.filled >= leastCells && (telling === true || isBlankHeading(heading) || (isNameless && (wanted === 'name' || wanted === 'id')))
    }
    return looksOf[context.role].filter((look) => !taken.has(look.field) && isOpen(look)).flatMap((look): readonly Guess[] => {
      const confidence = Math.round(look.likely(content, context) * 100) / 100
      return confidence >= leastLikely ? [{ column, field: look.field, confidence, headed: look.under !== undefined && look.field === 'name' }] : []
    })
  })
  return guesses.sort((a, b) => b.confidence - a.confidence)
}

/** Each field once and each column once, the likeliest first. */
const chosenOf = (guesses: readonly Guess[]): ReadonlyMap<number, Guess> => {
  const fields = new Set<string>()
  const chosen = new Map<number, Guess>()
  for (const guess of guesses) {
    if ((fields.has(guess.field) && !linkByField.has(guess.field)) || chosen.has(guess.column)) continue
    fields.add(guess.field)
    chosen.set(guess.column, guess)
  }
  return chosen
}

/** What stands first needs what stands second, and begins before it ends, however sure each of them is. */
const pairs: readonly (readonly [string, string])[] = [['from', 'to'], ['start', 'end']]

const inOrder = (chosen: ReadonlyMap<number, Guess>): ReadonlyMap<number, Guess> => {
  const ordered = new Map(chosen)
  for (const [first, second] of pairs) {
    const [one, other] = [first, second].map((field) => [...chosen.values()].find((guess) => guess.field === field))
    if (!one || !other || one.column < other.column) continue
    ordered.set(one.column, { ...one, field: second })
    ordered.set(other.column, { ...other, field: first })
  }
  return ordered
}

const unread = (column: number): ColumnReading => ({ heading: '', column, field: null, confidence: 0, reason: 'none' })

/**
 * The columns with a field for those whose headings say nothing, by what their cells hold; where a heading is merely not
 * known, only by words that mean nothing else. A column that has a field keeps it. `contents`: of every column of the sheet,
 * which may be more than have headings.
 */
export const withGuesses = (
  columns: readonly ColumnReading[], contents: readonly ColumnContent[], context: GuessContext,
): readonly ColumnReading[] => {
  const all = Array.from({ length: Math.max(columns.length, contents.length) }, (_, column) => columns[column] ?? unread(column))
  const chosen = inOrder(chosenOf(guessesFor(all, contents, context)))
  if (chosen.size === 0) return columns
  const isNamed = [...columns, ...chosen.values()].some(({ field }) => field === 'name')
  return all.slice(0, Math.max(columns.length, ...[...chosen.keys()].map((column) => column + 1))).map((column): ColumnReading => {
    const guess = chosen.get(column.column)
    if (!guess) return column
    // Where nothing else is a name, the code is what people call it.
    const field = guess.field === 'id' && !isNamed ? 'name' : guess.field
    return { ...column, field, confidence: guess.confidence, reason: guess.headed ? 'synonym' : 'content' }
  })
}
