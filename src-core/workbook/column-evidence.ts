import { isRawDate, type RawCell } from './raw-workbook'
import { dateOrderOf, isPointed, type DateOrder } from './read-date'
import { currencyOf, signEvidenceOf, type SignEvidence } from './read-number'

/** How the numbers of a column are written, by the cells that leave no doubt; null: none does, or they differ. */
export const signOfColumn = (cells: readonly RawCell[]): SignEvidence | null => {
  const shown = cells.flatMap((cell) => signEvidenceOf(cell) ?? [])
  const [first] = shown
  if (!first || shown.some(({ sign }) => sign !== first.sign)) return null
  return shown.find(({ by }) => by === 'decimals') ?? first
}

const foreign: ReadonlySet<string> = new Set(['EUR', 'USD', 'GBP'])

/** The currency of a column by its heading or by the first cell that names one; empty where most figures name none and that one is from afar. */
export const currencyOfColumn = (cells: readonly RawCell[], heading: string): string => {
  const headed = currencyOf(heading)
  if (headed !== null) return headed
  const filled = cells.filter((cell) => cell !== null && (typeof cell !== 'string' || /\d/.test(cell)))
  const named = filled.flatMap((cell) => currencyOf(cell) ?? [])
  const first = named[0] ?? ''
  return foreign.has(first) && named.length * 2 < filled.length ? '' : first
}

/** Everybody in the Nordic countries writes `kr` for their own. */
export const isSameCurrency = (one: string, other: string): boolean =>
  one === other || [[one, other], [other, one]].some(([kr, own]) => kr === 'kr' && (own === 'NOK' || own === 'SEK' || own === 'DKK'))

/** `isSure`: nothing speaks for the other order. */
export type OrderEvidence = {
  readonly order: DateOrder
  readonly isSure: boolean
  /** Some texts can only have the month first. */
  readonly hasMonthFirst: boolean
  /** Only days above 12 are text, and month first: where a program reads days first, it took all others for dates the wrong way round. */
  readonly isSwapped: boolean
}

/** Fewer may all have days up to 12 by chance. */
const leastSwapped = 3

/**
 * Whether days or months come first in a column. Days do, as in all Nordic countries, unless more texts say otherwise; a single
 * one of these, or one beside dates with points, leaves the others in doubt: more than one hand was at work.
 */
export const orderOfColumn = (cells: readonly RawCell[]): OrderEvidence => {
  let [days, months, typed] = [0, 0, 0]
  let [isLate, isNordic] = [false, false]
  for (const cell of cells) {
    if (cell !== null && isRawDate(cell)) {
      typed += 1
      isLate ||= Number(cell.date.slice(8, 10)) > 12
    } else if (typeof cell === 'string') {
      const order = dateOrderOf(cell)
      if (order === 'day-first') days += 1
      else if (order === 'month-first') months += 1
      else isNordic ||= isPointed(cell)
    }
  }
  const order = months > days ? 'month-first' : 'day-first'
  const isSure = order === 'day-first' ? days > 0 && months === 0 : days === 0 && months > 1 && !isNordic
  return { order, isSure, hasMonthFirst: months > 0, isSwapped: months > 0 && days === 0 && typed >= leastSwapped && !isLate }
}
