import type { CellValue } from '../../estate/item'
import { lookup } from '../../plan/lookup'
import type { SentTable } from '../../plan/exchange'
import type { PlanDocument } from '../../plan/plan-document'
import { cellText, keptValue } from '../cell-text'
import { FoldedMap, fold } from '../fold'
import type { RawCell, RawRow } from '../raw-workbook'
import { readDate } from '../read-date'
import { readNumber } from '../read-number'
import { spellings } from '../words'
import { longestInput } from '../workbook-model'
import { answerFieldByHeading, answerWords, type AnswerField } from './answer-columns'
import { cellOf, dayOfSerial, formulaOf, isSame, shown, type ReturnedTable } from './returned-table'

/** One filled input cell of a returned package. */
export type Answer = {
  /** Item, field and, of an item that stands in several rows, which of them: the same answer has the same key every time. */
  readonly key: string
  readonly itemId: string
  readonly itemName: string
  readonly field: AnswerField
  /** Empty text where a formula has no stored result. */
  readonly value: CellValue
  /** What it would replace in the plan; undefined where there is nothing yet. */
  readonly before?: CellValue
  /** What stands in the cell, where that could mean something else as well. */
  readonly written?: string
  /** The value is the result of a formula: nobody wrote it, and it may have been computed from cells that have changed. */
  readonly isResult?: true
  /**
   * doubtful: it could mean something else as well. several: the item stands in several rows, with other answers there.
   * item-gone: the plan has no such item any more. no-result: a formula whose result was not stored. unreadable: not a
   * date or a figure. negative: less than 0, for what cannot be. not-listed: not one of the answers to choose from.
   * too-long: longer than a cell of the package takes, so that it was not typed there. outside-wave: the date is not in the
   * item's wave.
   */
  readonly problem?: AnswerProblem
}

export type AnswerProblem =
  'doubtful' | 'several' | 'item-gone' | 'no-result' | 'unreadable' | 'negative' | 'not-listed' | 'too-long' | 'outside-wave'

const acceptable: ReadonlySet<AnswerProblem | undefined> = new Set([undefined, 'doubtful', 'several', 'too-long', 'outside-wave'])

/** Whether the answer can be accepted. */
export const isAcceptable = ({ problem }: Answer): boolean => acceptable.has(problem)

/** Whether it can be accepted without a look at it: what is in doubt has to be ticked by itself. */
export const isWithoutDoubt = ({ problem, isResult }: Answer): boolean => problem === undefined && isResult !== true

/** With one answer accepted or declined; of several for one field of an item, only one can be. */
export const withToggled = (accepted: ReadonlySet<string>, answers: readonly Answer[], answer: Answer): ReadonlySet<string> => {
  const next = new Set(accepted)
  if (next.delete(answer.key)) return next
  for (const { key, itemId, field } of answers) if (itemId === answer.itemId && field === answer.field) next.delete(key)
  return next.add(answer.key)
}

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

const isOutsideWave = (document: PlanDocument, itemId: string, day: string): boolean => {
  const wave = lookup(document).waveOfItem(itemId)
  return (wave?.start !== undefined && day < wave.start) || (wave?.end !== undefined && day > wave.end)
}

const problemOf = (document: PlanDocument, itemId: string, field: AnswerField, reading: Reading | null): AnswerProblem | undefined => {
  if (!lookup(document).itemById.has(itemId)) return 'item-gone'
  if (reading === null) return field === 'answer' ? 'not-listed' : 'unreadable'
  const { value, isDoubtful } = reading
  if (typeof value === 'number' && value < 0) return 'negative'
  if (isDoubtful) return 'doubtful'
  if (field === 'comment' && String(value).length > longestInput) return 'too-long'
  return field === 'confirmedDate' && isOutsideWave(document, itemId, String(value)) ? 'outside-wave' : undefined
}

/** A column of the package that asks for an answer. */
type Asked = { readonly heading: string; readonly field: AnswerField }

type AnsweredRow = {
  readonly document: PlanDocument
  readonly table: ReturnedTable
  readonly row: RawRow
  readonly itemId: string
  /** The row as it was sent. */
  readonly was: SentTable['rows'][number]
}

const answerIn = ({ document, table, row, itemId, was }: AnsweredRow, { heading, field }: Asked): Answer | null => {
  const cell = cellOf(table, row, heading)
  const text = shown(cell)
  const before = inPlan(document, itemId, field)
  const itemName = lookup(document).itemById.get(itemId)?.name ?? shown(was[1] ?? undefined)
  const of = { key: `${itemId}\n${field}`, itemId, itemName, field, ...(before !== undefined && { before }) }
  const formula = formulaOf(table, row, heading)
  if (formula?.hasValue === false) return { ...of, value: '', problem: 'no-result' }
  if (text === '' || isSame(shown(was[table.sent.headings.indexOf(heading)] ?? undefined), text)) return null
  const reading = readingOf(field, cell)
  if (reading !== null && before === reading.value) return null
  const problem = problemOf(document, itemId, field, reading)
  return {
    ...of, value: reading?.value ?? keptValue(cell) ?? text,
    ...(reading?.isDoubtful && { written: text }), ...(formula && { isResult: true as const }), ...(problem && { problem }),
  }
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

/** What was filled in for the items that were sent, and that the plan does not say already. */
export const answersIn = (document: PlanDocument, table: ReturnedTable): readonly Answer[] => {
  const { sent } = table
  const asked = sent.headings.flatMap((heading): readonly Asked[] => {
    const field = answerFieldByHeading.get(heading)
    return field ? [{ heading, field }] : []
  })
  const sentById = new Map(sent.rows.map((row) => [shown(row[0] ?? undefined), row]))
  return apart(table.rows.flatMap((row) => {
    const itemId = shown(cellOf(table, row, sent.headings[0] ?? ''))
    const was = sentById.get(itemId)
    return was ? asked.flatMap((column) => answerIn({ document, table, row, itemId, was }, column) ?? []) : []
  }))
}
