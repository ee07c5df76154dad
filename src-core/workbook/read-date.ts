import type { IsoDate } from '../estate/item'
import { fold } from './fold'
import { isRawDate, type RawCell } from './raw-workbook'

/** What a cell was read as. `doubt` says that it could also have meant something else. */
export type DateReading = { readonly date: IsoDate; readonly doubt?: 'ambiguous-date' | 'month-first' | 'year-first' | 'year-only' }

const monthNames: readonly string[] = [
  'jan january januar januari', 'feb february februar februari', 'mar march mars marts', 'apr april', 'may mai maj',
  'jun june juni', 'jul july juli', 'aug august augusti', 'sep sept september', 'oct okt october oktober',
  'nov november', 'dec des december desember',
]
const monthByName = new Map(monthNames.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)))

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const day = (year: number, month: number, date: number): DateReading | null => {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return null
  return { date: `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` }
}

/** Nothing that is planned ends in the 2070s yet, and some things did in the 1990s. */
const fullYear = (text: string): number => (text.length === 2 ? (Number(text) < 70 ? 2000 : 1900) + Number(text) : Number(text))

/** Nordic order, day first, unless only the other way makes a date. Points are never ambiguous: no American writes them. */
const dayFirst = (first: number, separator: string, second: number, year: number): DateReading | null => {
  const nordic = day(year, second, first)
  const american = separator === '.' ? null : day(year, first, second)
  if (nordic && american && first !== second && separator === '/') return { ...nordic, doubt: 'ambiguous-date' }
  return nordic ?? american
}

const isNear = ({ date }: DateReading): boolean => date >= '2010' && date < '2060'

/** `27-03-01`: Swedes begin with the year, Danes with the day. What is near our time is likelier. */
const shortYear = (first: string, second: string, last: string): DateReading | null => {
  const dayLast = day(fullYear(first), Number(second), Number(last))
  const yearLast = dayFirst(Number(first), '-', Number(second), fullYear(last))
  if (!dayLast || !yearLast) return yearLast ?? dayLast
  return isNear(dayLast) && !isNear(yearLast) ? { ...dayLast, doubt: 'year-first' } : { ...yearLast, doubt: 'ambiguous-date' }
}

export type DateOrder = 'day-first' | 'month-first'

const slashed = /^(\d{1,2})\s*([/-])\s*(\d{1,2})\s*\2\s*(?:\d{4}|\d{2})(?:\s.*)?$/

/** The order that a text leaves no doubt of, since one of its figures is no month; null where it does. */
export const dateOrderOf = (cell: RawCell): DateOrder | null => {
  const found = typeof cell === 'string' ? slashed.exec(cell.trim()) : null
  const [first, second] = [Number(found?.[1] ?? 0), Number(found?.[3] ?? 0)]
  if (!found || (first > 12) === (second > 12) || first > 31 || second > 31) return null
  return first > 12 ? 'day-first' : 'month-first'
}

/** Whether the figures of a text with slashes or dashes also make a date the other way round. */
export const goesBothWays = (cell: RawCell): boolean => {
  const found = typeof cell === 'string' ? slashed.exec(cell.trim()) : null
  const [first, second] = [Number(found?.[1] ?? 0), Number(found?.[3] ?? 0)]
  return found !== null && first !== second && first >= 1 && second >= 1 && first <= 12 && second <= 12
}

/** Whether a text is a date with points, as nobody writes it who puts the month first. */
export const isPointed = (cell: RawCell): boolean =>
  typeof cell === 'string' && /^\s*\d{1,2}\.\s*\d{1,2}\.\s*(?:\d{4}|\d{2})\b/.test(cell)

const placeholders: ReadonlySet<string> = new Set([
  '1904-01-01', '1970-01-01', '1980-01-01', '2038-01-19', '2049-12-31', '2079-06-06', '2100-01-01', '2199-12-31',
])
const noYear = /^(?:0000|0001|1600|1601|1753|1899|1900|1901|2099|2999|9999)$/

/** Programs write the first day that they know, or the last, where there is none; also as a text that is no date. */
export const isPlaceholderDate = (cell: RawCell, date: IsoDate | undefined): boolean => {
  if (date !== undefined && (placeholders.has(date) || noYear.test(date.slice(0, 4)))) return true
  const text = typeof cell === 'string' ? cell.trim() : cell !== null && isRawDate(cell) ? cell.date : ''
  const found = /^(\d{4})(?:[-/.]\d{1,2}[-/.]\d{1,2}\b.*)?$/.exec(text) ?? /^\d{1,2}[-/.]\d{1,2}[-/.](\d{4})\b/.exec(text)
  return noYear.test(found?.[1] ?? '') || /^31[-/.]12[-/.]99$/.test(text)
}

/** No support that anybody plans by ends outside these years: a figure was mistyped. */
export const isFarDate = (date: IsoDate): boolean => date < '1980' || date >= '2080'

/** A date that is in doubt, month first. */
export const monthFirst = (date: IsoDate): IsoDate => `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`

/** Start of the year for what begins, end of it for what ends. */
const yearOnly = (year: number, edge: 'start' | 'end'): DateReading | null =>
  year < 1950 || year > 2199 ? null : { date: edge === 'start' ? `${year}-01-01` : `${year}-12-31`, doubt: 'year-only' }

/** From the first day of the first month to the last day of the last: `mars 2029`, `03/2029`, `2029-03`, `Q1 2029`, `1. kvartal 2029`. */
const months = (year: number, first: number, last: number, edge: 'start' | 'end'): DateReading | null => {
  const [month, date] = edge === 'start' ? [first, 1] : [last, daysIn(year, last)]
  const reading = day(year, month, date)
  return reading && { ...reading, doubt: 'year-only' }
}

const readMonths = (text: string, edge: 'start' | 'end'): DateReading | null => {
  const named = /^(\p{L}+)\.?\s+(\d{4})$/iu.exec(text)
  const numbered = /^(\d{1,2})[./](\d{4})$/.exec(text) ?? /^(?<year>\d{4})-(?<month>\d{2})$/.exec(text)
  const quarter = /^(?:q|k)\s*([1-4])[\s/-]*(\d{4})$/i.exec(text) ?? /^([1-4])\.?\s*(?:quarter|kvartal|kv\.?)\s*(\d{4})$/i.exec(text)
  if (quarter) return months(Number(quarter[2]), Number(quarter[1]) * 3 - 2, Number(quarter[1]) * 3, edge)
  const year = Number(named?.[2] ?? numbered?.groups?.['year'] ?? numbered?.[2] ?? 0)
  const month = named ? (monthByName.get(fold(named[1] ?? '')) ?? 0) : Number(numbered?.groups?.['month'] ?? numbered?.[1] ?? 0)
  return month < 1 || month > 12 ? null : months(year, month, month, edge)
}

const readText = (text: string, edge: 'start' | 'end'): DateReading | null => {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}[:.]\d{2}.*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const nordic = /^(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})(?:\s+\d{1,2}[:.]\d{2}.*)?$/.exec(text)
  if (nordic?.[2] === '-' && nordic[4]?.length === 2) return shortYear(nordic[1] ?? '', nordic[3] ?? '', nordic[4])
  if (nordic) return dayFirst(Number(nordic[1]), nordic[2] ?? '.', Number(nordic[3]), fullYear(nordic[4] ?? ''))
  const named = /^(?:den\s+)?(\d{1,2})(?:st|nd|rd|th)?[.\s-]*(\p{L}+)[.,\s-]*(\d{4})$/iu.exec(text)
  const month = monthByName.get(fold(named?.[2] ?? ''))
  if (named && month !== undefined) return day(Number(named[3]), month, Number(named[1]))
  const american = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu.exec(text)
  if (american) return day(Number(american[3]), monthByName.get(fold(american[1] ?? '')) ?? 0, Number(american[2]))
  const year = /^(\d{4})$/.exec(text)
  return year ? yearOnly(Number(year[1]), edge) : readMonths(text, edge)
}

/** A day number of the 1900 system in a cell that lacks a date format. */
const readSerial = (serial: number): DateReading | null => {
  const date = new Date(Math.round((serial - 25569) * 86_400_000)).toISOString()
  return { date: date.slice(0, 10) }
}

/**
 * A day out of a date cell, a serial number, or text in the forms people write: ISO, 1.3.2027, 1/3/27, 1. mars 2027,
 * March 1, 2027, and a mere month, quarter or year. `edge` says whether these mean their first or their last day. null: not a date.
 */
export const readDate = (cell: RawCell, edge: 'start' | 'end'): DateReading | null => {
  if (isRawDate(cell)) return { date: cell.date.slice(0, 10) }
  if (typeof cell === 'string') return readText(cell.trim(), edge)
  if (typeof cell !== 'number') return null
  if (Number.isInteger(cell) && cell >= 1950 && cell <= 2199) return yearOnly(cell, edge)
  return cell >= 20_000 && cell < 110_000 ? readSerial(cell) : null
}
