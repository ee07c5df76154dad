import { isIsoDay } from '../../plan/dates'
import type { SentTable } from '../../plan/exchange'
import type { RawRow } from '../raw-workbook'
import { answerFieldByHeading } from './answer-columns'
import { cellOf, dayOfSerial, formulaOf, isSame, shown, type ReturnedTable } from './returned-table'

/** What stands in a row under its headings. */
export type RowWords = readonly (readonly [heading: string, text: string])[]

/** What is different outside the input columns. It is shown, and never taken. */
export type OutsideEdit = {
  readonly sheet: string
  /** How the row is known: an id, or what stands in its first columns. Empty where these are. */
  readonly row: string
} & (
  /** `line`: as the spreadsheet counts. `lacksResult`: a formula stands there now, and its result was not stored. */
  | {
    readonly type: 'cell'; readonly line: number; readonly heading: string; readonly sent: string; readonly now: string
    readonly lacksResult?: true
  }
  | { readonly type: 'row-added'; readonly line: number; readonly says: RowWords }
  | { readonly type: 'row-gone'; readonly says: RowWords }
  | { readonly type: 'sheet-gone' }
)

/** As few of the first columns as tell the rows apart, two at most. */
const keyColumns = (sent: SentTable): number =>
  new Set(sent.rows.map((row) => shown(row[0] ?? undefined))).size === sent.rows.length ? 1 : 2

const distinct = (keys: readonly string[]): readonly string[] => {
  const times = new Map<string, number>()
  return keys.map((key) => {
    const count = (times.get(key) ?? 0) + 1
    times.set(key, count)
    return count === 1 ? key : `${key} (${count})`
  })
}

const isFilled = ({ cells }: RawRow): boolean => cells.some((cell) => shown(cell) !== '')

type Comparison = {
  readonly table: ReturnedTable
  /** Those that are not for answers. */
  readonly headings: readonly string[]
  /** How many of the first columns a row is known by. */
  readonly keys: number
  /** Headings under which days were sent. */
  readonly days: ReadonlySet<string>
}

const dayHeadings = (sent: SentTable): ReadonlySet<string> =>
  new Set(sent.headings.filter((_heading, column) => sent.rows.some((row) => isIsoDay(shown(row[column] ?? undefined)))))

/** As it is compared and shown: a day stays one where a program has lost the format of its cell. */
const nowUnder = ({ table, days }: Comparison, row: RawRow, heading: string): string => {
  const text = shown(cellOf(table, row, heading))
  return (days.has(heading) ? dayOfSerial(text) : null) ?? text
}

const keyed = (texts: readonly string[], keys: number): string =>
  texts.slice(0, keys).filter((text) => text !== '').join(' · ')

/** A row of which nothing is known has no name, however many of them there are. */
const nameOf = (key: string): string => (/^( \(\d+\))?$/.test(key) ? '' : key)

const editsOfRow = (comparison: Comparison, key: string, was: SentTable['rows'][number], row: RawRow): readonly OutsideEdit[] => {
  const { table, headings } = comparison
  return headings.flatMap((heading): readonly OutsideEdit[] => {
    const sent = shown(was[table.sent.headings.indexOf(heading)] ?? undefined)
    const now = nowUnder(comparison, row, heading)
    if (isSame(sent, now)) return []
    const lacksResult = formulaOf(table, row, heading)?.hasValue === false
    return [{ type: 'cell', sheet: table.sent.sheet, row: nameOf(key), line: row.number, heading, sent, now, ...(lacksResult && { lacksResult }) }]
  })
}

const filledWords = (words: RowWords, keys: number): RowWords => words.filter(([, text], column) => column >= keys && text !== '')

const rowGone = ({ table: { sent }, keys }: Comparison, key: string, was: SentTable['rows'][number]): OutsideEdit => ({
  type: 'row-gone', sheet: sent.sheet, row: nameOf(key),
  says: filledWords(sent.headings.map((heading, column) => [heading, shown(was[column] ?? undefined)]), keys),
})

/** With its answers too: they belong to no item that was sent, and would be seen nowhere else. */
const rowAdded = (comparison: Comparison, key: string, row: RawRow): OutsideEdit => {
  const { sent, added } = comparison.table
  return {
    type: 'row-added', sheet: sent.sheet, row: nameOf(key), line: row.number,
    says: filledWords([
      ...sent.headings.map((heading) => [heading, nowUnder(comparison, row, heading)] as const),
      ...added.map(([heading, column]) => [heading, shown(row.cells[column])] as const),
    ], comparison.keys),
  }
}

/** What stands in columns that the supplier has added. */
const editsOfAddedColumns = ({ table: { sent, added } }: Comparison, key: string, row: RawRow): readonly OutsideEdit[] =>
  added.flatMap(([heading, column]): readonly OutsideEdit[] => {
    const now = shown(row.cells[column])
    return now === '' ? [] : [{ type: 'cell', sheet: sent.sheet, row: nameOf(key), line: row.number, heading, sent: '', now }]
  })

/**
 * What came back otherwise than it left, outside the columns for answers, which only the supplier's items have
 * (`isItems`): rows as they were sent, then those that were added, then columns that were.
 */
export const outsideEdits = (table: ReturnedTable, isItems: boolean): readonly OutsideEdit[] => {
  const { sent } = table
  const headings = sent.headings.filter((heading) => !(isItems && answerFieldByHeading.get(heading)))
  const keys = isItems ? 1 : keyColumns(sent)
  const comparison: Comparison = { table, headings, keys, days: dayHeadings(sent) }
  const sentKeys = distinct(sent.rows.map((row) => keyed(row.map((cell) => shown(cell ?? null)), keys)))
  const filled = table.rows.filter(isFilled)
  const nowKeys = distinct(filled.map((row) => keyed(sent.headings.map((heading) => nowUnder(comparison, row, heading)), keys)))
  const rowByKey = new Map(nowKeys.map((key, index) => [key, filled[index]]))
  const known = new Set(sentKeys)
  const now = filled.map((row, index) => ({ row, key: nowKeys[index] ?? '' }))
  return [
    ...sentKeys.flatMap((key, index) => {
      const was = sent.rows[index] ?? []
      const row = rowByKey.get(key)
      return row ? editsOfRow(comparison, key, was, row) : [rowGone(comparison, key, was)]
    }),
    ...now.filter(({ key }) => !known.has(key)).map(({ key, row }) => rowAdded(comparison, key, row)),
    ...now.filter(({ key }) => known.has(key)).flatMap(({ key, row }) => editsOfAddedColumns(comparison, key, row)),
  ]
}
