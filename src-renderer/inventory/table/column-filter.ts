import { isIsoDay } from '@core/plan/dates'
import { readDate } from '@core/workbook/read-date'
import type { Translation } from '../../i18n/use-translate'
import type { Field } from './field'
import { readAmount } from './read-values'

/** What a column must show: text as one types it, and which of its values. */
export type ColumnFilter = {
  /** Words that must be in it, `=` for exactly, `<>` for not, `>` `>=` `<` `<=` and `a..b` for numbers and days. */
  readonly text: string
  /** Any of these, as shown; '' is blank. null: all. */
  readonly values: readonly string[] | null
}

export const noFilter: ColumnFilter = { text: '', values: null }

export const isFiltering = (filter: ColumnFilter | undefined): filter is ColumnFilter =>
  filter !== undefined && (filter.text.trim() !== '' || filter.values !== null)

type Test<Row> = (row: Row) => boolean

type Bound = number | string

/** The number or day that an operator compares with; null where the text is none yet. */
export const boundOf = (text: string, type: string, words: Translation): Bound | null => {
  if (type === 'day') {
    const read = readDate(text.trim(), 'start')
    return read && isIsoDay(read.date) ? read.date : null
  }
  const read = readAmount(words, text)
  return read.ok && read.value !== undefined ? read.value : null
}

const compares: Readonly<Record<string, (key: Bound, bound: Bound) => boolean>> = {
  '>': (key, bound) => key > bound,
  '>=': (key, bound) => key >= bound,
  '<': (key, bound) => key < bound,
  '<=': (key, bound) => key <= bound,
}

/** `> 10`, `<= 1.3.2027`, `10..20`; null where the text is no such condition. */
const comparison = <Row, Write>(field: Field<Row, Write>, text: string, words: Translation): Test<Row> | null => {
  if (field.type !== 'number' && field.type !== 'day' && field.id !== 'wave' && field.id !== 'criticality') return null
  // The number that a choice goes by is what is copied of it: wave 3, criticality 4. Unplanned has none.
  const ofChoice = (row: Row): number => Number(field.plain?.(row) || Number.NaN)
  const keyOf = (row: Row): Bound | undefined => (field.type === 'choice' ? ofChoice(row) : field.compared?.(row) ?? field.value?.(row) ?? field.sortKey(row))
  const range = /^(.+?)\s*\.\.\s*(.+)$/.exec(text)
  const least = range && boundOf(range[1] ?? '', field.type, words)
  const most = range && boundOf(range[2] ?? '', field.type, words)
  if (least != null && most != null) return (row) => { const key = keyOf(row); return key !== undefined && key >= least && key <= most }
  const operator = /^(>=|<=|>|<)\s*(.+)$/.exec(text)
  const bound = operator && boundOf(operator[2] ?? '', field.type, words)
  const compare = compares[operator?.[1] ?? '']
  if (bound == null || !compare) return null
  return (row) => { const key = keyOf(row); return key !== undefined && compare(key, bound) }
}

const textTest = <Row, Write>(field: Field<Row, Write>, typed: string, words: Translation): Test<Row> | null => {
  const text = typed.trim()
  if (text === '') return null
  const compared = comparison(field, text, words)
  if (compared) return compared
  const lower = (row: Row): string => field.text(row).toLowerCase()
  const exact = /^(=|<>|!=)\s*(.*)$/s.exec(text)
  if (exact) {
    const wanted = (exact[2] ?? '').toLowerCase()
    const isIt: Test<Row> = (row) => lower(row) === wanted || field.plain?.(row).toLowerCase() === wanted
    return exact[1] === '=' ? isIt : (row) => !isIt(row)
  }
  if (/^[<>]=?/.test(text)) return null
  const parts = text.toLowerCase().split(/\s+/)
  return (row) => { const shown = lower(row); return parts.every((part) => shown.includes(part)) }
}

/** Whether a row passes, or null where the filter lets everything through. */
export const filterTest = <Row, Write>(
  field: Field<Row, Write>, filter: ColumnFilter, words: Translation,
): Test<Row> | null => {
  const byText = textTest(field, filter.text, words)
  if (filter.values === null) return byText
  const wanted = new Set(filter.values)
  return (row) => wanted.has(field.text(row)) && (byText?.(row) ?? true)
}

export type ShownValue = { readonly text: string; readonly count: number }

/** The different texts of a column in these rows, in its own order, blanks last; `counted` are those of the rows that count. */
export const valuesOf = <Row, Write>(
  field: Field<Row, Write>, rows: readonly Row[], collator: Intl.Collator, counted: readonly Row[] = rows,
): readonly ShownValue[] => {
  const found = new Map<string, { count: number; key: string | number | undefined }>()
  for (const row of rows) {
    const text = field.text(row)
    if (!found.has(text)) found.set(text, { count: 0, key: field.sortKey(row) })
  }
  for (const row of counted) {
    const value = found.get(field.text(row))
    if (value) value.count += 1
  }
  const order = (a: string | number | undefined, b: string | number | undefined): number => {
    if (a === b) return 0
    if (a === undefined || a === '') return 1
    if (b === undefined || b === '') return -1
    return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
  }
  return [...found].sort(([, a], [, b]) => order(a.key, b.key)).map(([text, { count }]) => ({ text, count }))
}
