import { isRawDate, type RawCell } from './raw-workbook'

export type NumberReading = { readonly value: number; readonly doubt?: 'ambiguous-number' }

const parse = (text: string): NumberReading | null => {
  const value = Number(text)
  return text !== '' && Number.isFinite(value) ? { value } : null
}

/** Which sign stands before the decimals. */
export type DecimalSign = ',' | '.'

const bareOf = (text: string): string => text
  .replace(/[\s\u00a0\u202f']/g, '')
  .replace(/^(?:kr\.?|nok|sek|dkk|eur|usd|gbp|[€$£])|(?:,-|kr\.?|nok|sek|dkk|eur|usd|gbp|[€$£]|ms|d|days?|dager?|dagar|dage|dagsverk)$/gi, '')
  .replace(/^[−–]/, '-')

const currencies: readonly (readonly [RegExp, string])[] = [
  [/€|eur/i, 'EUR'], [/\$|usd/i, 'USD'], [/£|gbp/i, 'GBP'], [/sek/i, 'SEK'], [/dkk/i, 'DKK'], [/nok/i, 'NOK'], [/kr\b/i, 'kr'],
]

/** The currency that a cell of a column of money names; null where it names none. */
export const currencyOf = (cell: RawCell): string | null =>
  (typeof cell === 'string' ? (currencies.find(([sign]) => sign.test(cell))?.[1] ?? null) : null)

const isThousands = (bare: string, sign: DecimalSign): boolean =>
  (sign === ',' ? /^[+-]?[1-9]\d{0,2}(,\d{3})+$/ : /^[+-]?[1-9]\d{0,2}(\.\d{3})+$/).test(bare)

/** The decimal sign that a text leaves no doubt of, by its decimals or by its thousands; null where it does. */
export const decimalSignOf = (cell: RawCell): DecimalSign | null => {
  if (typeof cell !== 'string' || isRawDate(cell)) return null
  const bare = bareOf(cell)
  if (!/^[+-]?[\d.,]+$/.test(bare)) return null
  const [commas, points] = [bare.split(',').length - 1, bare.split('.').length - 1]
  if (commas > 0 && points > 0) return bare.lastIndexOf(',') > bare.lastIndexOf('.') ? ',' : '.'
  if (commas > 0) return isThousands(bare, ',') ? (commas > 1 ? '.' : null) : ','
  if (points > 0) return isThousands(bare, '.') ? (points > 1 ? ',' : null) : '.'
  return null
}

/** The same, only by decimals that stand there; thousands show the sign that is left, and not that anybody writes decimals with it. */
export const writtenDecimalSignOf = (cell: RawCell): DecimalSign | null => {
  const sign = decimalSignOf(cell)
  return sign !== null && typeof cell === 'string' && bareOf(cell).includes(sign) ? sign : null
}

/**
 * A number, or text such as `1 234,5`, `1.234,50`, `1,234.50`, `kr 1 200,-`, `12 days`. One comma with three digits
 * after it is taken for thousands, one point for decimals unless `whole`, and both are in doubt. null: not a number.
 */
export const readNumber = (cell: RawCell, whole = false): NumberReading | null => {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell } : null
  if (typeof cell !== 'string' || isRawDate(cell)) return null
  const bare = bareOf(cell)
  if (!/^[+-]?[\d.,]+$/.test(bare)) return null
  const comma = bare.lastIndexOf(',')
  const point = bare.lastIndexOf('.')
  if (comma >= 0 && point >= 0) {
    return comma > point ? parse(bare.replace(/\./g, '').replace(',', '.')) : parse(bare.replace(/,/g, ''))
  }
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(bare)) return doubtful(bare.replace(/,/g, ''), bare.split(',').length === 2)
  if (comma >= 0) return parse(bare.replace(',', '.'))
  if (/^[+-]?[1-9]\d{0,2}(\.\d{3}){2,}$/.test(bare)) return parse(bare.replace(/\./g, ''))
  if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(bare)) return doubtful(whole ? bare.replace('.', '') : bare, true)
  return parse(bare)
}

const doubtful = (text: string, inDoubt: boolean): NumberReading | null => {
  const reading = parse(text)
  return reading && inDoubt ? { ...reading, doubt: 'ambiguous-number' } : reading
}

/** A number with one sign in it that is in doubt, where the rest of the column has shown what its decimal sign is. */
export const numberBySign = (text: string, sign: DecimalSign): number => {
  const bare = bareOf(text)
  return Number(bare.includes(sign) ? bare.replace(sign, '.') : bare.replace(/[.,]/, ''))
}
