import type { CellValue, IsoDate } from '../../estate/item'
import { isIsoDay, isoDay } from '../../plan/dates'
import { lookup } from '../../plan/lookup'
import type { Exchange, SentTable } from '../../plan/exchange'
import type { PlanDocument } from '../../plan/plan-document'
import { cellText, keptValue } from '../cell-text'
import { FoldedMap, fold } from '../fold'
import { columnName, type RawCell, type RawRow, type RawSheet, type RawWorkbook } from '../raw-workbook'
import { readDate } from '../read-date'
import { readNumber } from '../read-number'
import { spellings } from '../words'
import { answerFieldByHeading, answerWords, type AnswerField } from './answer-columns'
import { packageIdIn } from './package-id'

/** One filled input cell of a returned package. */
export type Answer = {
  /** Item, field and, of an item that stands in several rows, which of them: the same answer has the same key every time. */
  readonly key: string
  readonly itemId: string
  readonly itemName: string
  readonly field: AnswerField
  readonly value: CellValue
  /** What it would replace in the plan; undefined where there is nothing yet. */
  readonly before?: CellValue
  /** What stands in the cell, where that could mean something else as well. */
  readonly written?: string
  /**
   * doubtful: it could mean something else as well. several: the item stands in several rows, with other answers there.
   * item-gone: the plan has no such item any more. unreadable: not a date or a figure. negative: less than 0, for what
   * cannot be. not-listed: not one of the answers to choose from. outside-wave: the date is not in the item's wave. The
   * first two and the last can be accepted all the same.
   */
  readonly problem?: 'doubtful' | 'several' | 'item-gone' | 'unreadable' | 'negative' | 'not-listed' | 'outside-wave'
}

/** What is different outside the input columns. It is shown, and never taken. */
export type OutsideEdit = {
  readonly sheet: string
  /** How the row is known: an id, or what stands in its first columns. */
  readonly row: string
  /** Absent where the whole row came or went. */
  readonly heading?: string
  readonly sent: string
  readonly now: string
}

export type ReturnedPackage = {
  readonly exchange: Exchange
  readonly answers: readonly Answer[]
  readonly outside: readonly OutsideEdit[]
}

/** Why a workbook is not taken for a returned package of this plan. */
export type ReturnRefusal =
  | { readonly type: 'no-package' }
  /** It is a package, but not one that this plan's log knows. */
  | { readonly type: 'unknown-package'; readonly id: string }
  /** A package of ours without its table of items. */
  | { readonly type: 'no-items'; readonly sheet: string }

/** A table of the returned workbook, matched by headings with one that was sent. */
type Matched = {
  readonly sent: SentTable
  readonly rows: readonly RawRow[]
  readonly columnOf: (heading: string) => number | undefined
  /** Columns that were not sent, by their heading or their letter. */
  readonly added: readonly (readonly [heading: string, column: number])[]
}

type Header = { readonly sheet: RawSheet; readonly row: number; readonly likeness: number }

/** The row of a sheet that is most like the headings: how many of all that stand in either are in both. */
const headerOf = (sheet: RawSheet, headings: readonly string[]): Header => {
  const wanted = new Set(headings.map(fold))
  let best: Header = { sheet, row: -1, likeness: 0 }
  for (const [row, { cells }] of sheet.rows.slice(0, 40).entries()) {
    const found = new Set(cells.map((cell) => fold(cellText(cell))).filter((text) => text !== ''))
    const common = [...wanted].filter((heading) => found.has(heading)).length
    const likeness = common / (wanted.size + found.size - common)
    if (likeness > best.likeness) best = { sheet, row, likeness }
  }
  return best
}

const isLike = ({ likeness }: Header): boolean => likeness > 0.5

/** By its name, otherwise by its headings: a supplier may have renamed or copied the sheet. */
const matched = (raw: RawWorkbook, sent: SentTable): Matched | null => {
  const headers = raw.sheets.map((sheet) => headerOf(sheet, sent.headings)).filter(isLike)
  const named = headers.find(({ sheet }) => sheet.name === sent.sheet)
  const header = named ?? headers.toSorted((a, b) => b.likeness - a.likeness)[0]
  if (!header) return null
  const columns = new Map<string, number>()
  header.sheet.rows[header.row]?.cells.forEach((cell, index) => {
    const key = fold(cellText(cell))
    if (key !== '' && !columns.has(key)) columns.set(key, index)
  })
  const rows = header.sheet.rows.slice(header.row + 1)
  const asSent = new Set(sent.headings.map((heading) => columns.get(fold(heading))))
  const width = [header.sheet.rows[header.row], ...rows].reduce((most, row) => Math.max(most, row?.cells.length ?? 0), 0)
  const added = Array.from({ length: width }, (_, column) => column).filter((column) => !asSent.has(column))
    .map((column) => [cellText(header.sheet.rows[header.row]?.cells[column] ?? null).trim() || columnName(column), column] as const)
  return { sent, rows, columnOf: (heading) => columns.get(fold(heading)), added }
}

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

/** As it is compared and shown. Spreadsheets turn text into figures and back: 5 and "5" are the same. */
const shown = (cell: RawCell | CellValue | undefined): string => cellText(cell ?? null)
const isSame = (sent: string, now: string): boolean =>
  sent === now || (sent !== '' && now !== '' && Number(sent) === Number(now)) || fold(sent) === fold(now) ||
  (isIsoDay(sent) && dayOfSerial(now) === sent)

/** Programs that lose the format of a date leave the days since 1900 in its cell. */
const dayOfSerial = (text: string): IsoDate | null => {
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0
  return serial >= 36_526 && serial <= 73_050 ? isoDay(serial - 25_569) : null
}

const cellOf = (table: Matched, row: RawRow, heading: string): RawCell => {
  const column = table.columnOf(heading)
  return column === undefined ? null : (row.cells[column] ?? null)
}

const outsideOf = (table: Matched, isFirst: boolean): readonly OutsideEdit[] => {
  const { sent } = table
  const headings = sent.headings.filter((heading) => !(isFirst && answerFieldByHeading.get(heading)))
  const count = isFirst ? 1 : keyColumns(sent)
  const keyed = (texts: readonly string[]): string => texts.slice(0, count).map((text) => dayOfSerial(text) ?? text).join(' · ')
  const sentKeys = distinct(sent.rows.map((row) => keyed(row.map((cell) => shown(cell ?? null)))))
  const filled = table.rows.filter((row) => headings.some((heading) => shown(cellOf(table, row, heading)) !== ''))
  const nowKeys = distinct(filled.map((row) => keyed(sent.headings.map((heading) => shown(cellOf(table, row, heading))))))
  const rowByKey = new Map(nowKeys.map((key, index) => [key, filled[index]]))
  const known = new Set(sentKeys)
  const edits: OutsideEdit[] = []
  for (const [index, key] of sentKeys.entries()) {
    const row = rowByKey.get(key)
    if (!row) {
      edits.push({ sheet: sent.sheet, row: key, sent: key, now: '' })
      continue
    }
    for (const heading of headings) {
      const was = shown(sent.rows[index]?.[sent.headings.indexOf(heading)] ?? undefined)
      const is = shown(cellOf(table, row, heading))
      if (!isSame(was, is)) edits.push({ sheet: sent.sheet, row: key, heading, sent: was, now: is })
    }
  }
  for (const key of nowKeys) if (!known.has(key)) edits.push({ sheet: sent.sheet, row: key, sent: '', now: key })
  return [...edits, ...addedColumns(table, filled, nowKeys)]
}

/** What stands in columns that the supplier has added. */
const addedColumns = ({ sent, added }: Matched, rows: readonly RawRow[], keys: readonly string[]): readonly OutsideEdit[] =>
  rows.flatMap((row, index) => added.flatMap(([heading, column]): readonly OutsideEdit[] => {
    const now = shown(row.cells[column])
    return now === '' ? [] : [{ sheet: sent.sheet, row: keys[index] ?? '', heading, sent: '', now }]
  }))

const answerByWord = new FoldedMap(spellings(answerWords))

/** The word of the list as the list writes it, in the language that the supplier had; null for any other. */
const listedAnswer = (text: string): string | null => {
  const meaning = answerByWord.get(text)
  if (!meaning) return null
  const { en, nb } = answerWords[meaning]
  return fold(text) === fold(nb) ? nb : en
}

type Reading = { readonly value: CellValue; readonly isDoubtful: boolean }

const certain = (value: CellValue | null): Reading | null => (value === null ? null : { value, isDoubtful: false })

/** The value of an input cell; null for what is no date, no figure or not on the list. A figure may be one that cannot be. */
const readingOf = (field: AnswerField, cell: RawCell): Reading | null => {
  switch (field) {
    case 'confirmedDate': {
      const day = dayOfSerial(shown(cell))
      const read = day === null ? readDate(cell, 'start') : null
      return read ? { value: read.date, isDoubtful: read.doubt !== undefined } : certain(day)
    }
    case 'effort': case 'price': {
      const read = readNumber(cell)
      return read && { value: read.value, isDoubtful: read.doubt !== undefined }
    }
    case 'answer': return certain(listedAnswer(cellText(cell)))
    case 'comment': return certain(cellText(cell))
  }
}

/** Under which extra heading of an item the answer stands; effort and price have fields of their own. */
export const keptHeading: Readonly<Record<'answer' | 'confirmedDate' | 'comment', string>> = {
  answer: 'Supplier answer', confirmedDate: 'Confirmed date', comment: 'Supplier comment',
}

const inPlan = (document: PlanDocument, itemId: string, field: AnswerField): CellValue | undefined => {
  const item = lookup(document).itemById.get(itemId)
  if (field === 'effort') return item?.effort
  if (field === 'price') return item?.cost
  return item?.extra?.find(([heading]) => heading === keptHeading[field])?.[1]
}

const problemOf = (document: PlanDocument, itemId: string, field: AnswerField, reading: Reading | null): Answer['problem'] => {
  const { itemById, waveOfItem } = lookup(document)
  if (!itemById.has(itemId)) return 'item-gone'
  if (reading === null) return field === 'answer' ? 'not-listed' : 'unreadable'
  const { value, isDoubtful } = reading
  if (typeof value === 'number' && value < 0) return 'negative'
  if (isDoubtful) return 'doubtful'
  if (field !== 'confirmedDate') return undefined
  const wave = waveOfItem(itemId)
  const day = String(value)
  const isBefore = wave?.start !== undefined && day < wave.start
  return isBefore || (wave?.end !== undefined && day > wave.end) ? 'outside-wave' : undefined
}

const answersOf = (document: PlanDocument, table: Matched): readonly Answer[] => {
  const { sent } = table
  const asked = sent.headings.flatMap((heading) => {
    const field = answerFieldByHeading.get(heading)
    return field ? [{ heading, field }] : []
  })
  const sentById = new Map(sent.rows.map((row) => [shown(row[0] ?? undefined), row]))
  const answers = table.rows.flatMap((row) => {
    const itemId = shown(cellOf(table, row, sent.headings[0] ?? ''))
    const was = sentById.get(itemId)
    if (!was) return []
    return asked.flatMap(({ heading, field }): readonly Answer[] => {
      const cell = cellOf(table, row, heading)
      const text = shown(cell)
      if (text === '' || isSame(shown(was[sent.headings.indexOf(heading)] ?? undefined), text)) return []
      const reading = readingOf(field, cell)
      const before = inPlan(document, itemId, field)
      if (reading !== null && before === reading.value) return []
      const problem = problemOf(document, itemId, field, reading)
      const itemName = lookup(document).itemById.get(itemId)?.name ?? shown(was[1] ?? undefined)
      return [{
        key: `${itemId}\n${field}`, itemId, itemName, field, value: reading?.value ?? keptValue(cell) ?? text,
        ...(before !== undefined && { before }), ...(reading?.isDoubtful && { written: text }), ...(problem && { problem }),
      }]
    })
  })
  return apart(answers)
}

/** Of an item in several rows: what says the same once, and what does not as a choice, each with a key of its own. */
const apart = (answers: readonly Answer[]): readonly Answer[] => {
  const values = new Map<string, Set<CellValue>>()
  for (const { key, value } of answers) values.set(key, (values.get(key) ?? new Set()).add(value))
  const told = new Map<string, number>()
  const seen = new Set<string>()
  return answers.flatMap((answer): readonly Answer[] => {
    const said = `${answer.key}\n${answer.value}`
    if (seen.has(said)) return []
    seen.add(said)
    if ((values.get(answer.key)?.size ?? 0) < 2) return [answer]
    const count = (told.get(answer.key) ?? 0) + 1
    told.set(answer.key, count)
    return [{ ...answer, key: `${answer.key}\n${count}`, ...(isAcceptable(answer) && { problem: 'several' as const }) }]
  })
}

/** Compares a workbook that came back with what the log says was sent. Nothing of the plan changes by it. */
export const readReturn = (document: PlanDocument, raw: RawWorkbook): ReturnedPackage | ReturnRefusal => {
  const id = packageIdIn(raw)
  if (id === null) return { type: 'no-package' }
  const exchange = document.exchanges.findLast((one) => one.id === id)
  if (!exchange) return { type: 'unknown-package', id }
  const tables = exchange.tables.map((sent) => matched(raw, sent))
  const items = tables[0]
  if (!items) return { type: 'no-items', sheet: exchange.tables[0]?.sheet ?? '' }
  const outside = exchange.tables.flatMap((sent, index): readonly OutsideEdit[] => {
    const table = tables[index]
    return table ? outsideOf(table, index === 0) : [{ sheet: sent.sheet, row: '', sent: sent.sheet, now: '' }]
  })
  return { exchange, answers: answersOf(document, items), outside }
}

/** Whether the answer can be accepted. */
export const isAcceptable = ({ problem }: Answer): boolean =>
  problem === undefined || problem === 'outside-wave' || problem === 'doubtful' || problem === 'several'

/** With one answer accepted or declined; of several for one field of an item, only one can be. */
export const withToggled = (accepted: ReadonlySet<string>, answers: readonly Answer[], answer: Answer): ReadonlySet<string> => {
  const next = new Set(accepted)
  if (next.delete(answer.key)) return next
  for (const { key, itemId, field } of answers) if (itemId === answer.itemId && field === answer.field) next.delete(key)
  return next.add(answer.key)
}

